import { Input, Radio, Segmented, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CORE_FIELDS, type Does, type ProcedureField } from '../../../shared/complaint/procedure';
import { DayField } from '../../ui/DayField';
import { YuanField } from '../../ui/YuanField';
import { useColleagues } from './complaints.queries';

export type SaidValue = string | number | boolean;

interface SaidFieldProps {
  field: ProcedureField;
  does: Does;
  value: SaidValue | undefined;
  begins?: boolean;
  wrong?: boolean;
  onChange: (value: SaidValue | undefined) => void;
}

/** The title of a field: the program's words for what every step of its sort asks, the procedure's for what it adds. */
export function useFieldTitle() {
  const { t } = useTranslation('complaints');
  return (does: Does, { code, title }: Pick<ProcedureField, 'code' | 'title'>): string =>
    CORE_FIELDS[does].some((its) => its.code === code) ? t(`field--${does}-${code}` as 'field--assess-major') : title;
}

/** One field of a step, as its sort asks for it. */
export function SaidField({ field, does, value, begins = false, wrong = false, onChange }: SaidFieldProps) {
  const { t } = useTranslation('complaints');
  const id = useId();
  const title = useFieldTitle()(does, field);
  return (
    <div className="field">
      <label htmlFor={id}>
        {title}
        {!field.required && <span className="quiet small"> {t('hint--optional')}</span>}
      </label>
      <Entry {...{ id, field, value, begins, wrong, onChange, title }} />
    </div>
  );
}

type EntryProps = Omit<SaidFieldProps, 'does'> & { id: string; title: string };

function Entry({ id, field, value, begins, wrong, onChange, title }: EntryProps) {
  const { t } = useTranslation('complaints');
  const status = wrong ? 'error' : '';
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'prose':
      return (
        <Input.TextArea
          {...{ id, status, autoFocus: begins, rows: 3, maxLength: 5_000, value: text }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'yes':
      return (
        <Radio.Group
          id={id}
          value={value}
          aria-label={title}
          onChange={(event) => onChange(event.target.value as boolean)}
        >
          <Radio value={true} autoFocus={begins}>
            {t('text--yes')}
          </Radio>
          <Radio value={false}>{t('text--no')}</Radio>
        </Radio.Group>
      );
    case 'choice':
      return (
        <Segmented
          aria-label={title}
          value={text}
          options={(field.choices ?? []).map(({ code, title: label }) => ({ value: code, label }))}
          onChange={onChange}
        />
      );
    case 'day':
      return (
        <DayField
          {...{ id, autoFocus: begins }}
          value={text === '' ? undefined : text}
          onChange={(day) => onChange(day)}
          aria-label={title}
        />
      );
    case 'yuan':
      return (
        <YuanField
          {...{ id, autoFocus: begins }}
          value={typeof value === 'number' ? value / 100 : value === undefined ? undefined : String(value)}
          onChange={(yuan) => onChange(typeof yuan === 'number' ? Math.round(yuan * 100) : yuan)}
        />
      );
    case 'staff':
      return <Colleague {...{ id, value, begins, status, onChange }} />;
    default:
      return (
        <Input
          {...{ id, status, autoFocus: begins, maxLength: 200, value: text }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function Colleague({
  id,
  value,
  begins,
  status,
  onChange,
}: Pick<EntryProps, 'id' | 'value' | 'begins' | 'onChange'> & { status: '' | 'error' }) {
  const { data = [] } = useColleagues();
  return (
    <Select<number>
      {...{ id, status, autoFocus: begins ?? false }}
      {...(typeof value === 'number' && { value })}
      className="complaint-who"
      showSearch={{ optionFilterProp: 'label' }}
      options={data
        .filter(({ employment }) => employment !== 'left')
        .map((its) => ({ value: its.id, label: `${its.name}　${its.department}` }))}
      onChange={onChange}
    />
  );
}
