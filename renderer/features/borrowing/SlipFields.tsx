import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { WAYS, type Way } from '../../../shared/api/borrowing-slip.contract';
import type { AppError } from '../../../shared/api/errors';
import { useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { DayFilter } from '../../ui/DayField';
import { Labelled } from '../../ui/Labelled';
import { useColleagues } from './borrowing.queries';
import type { NewSlip } from './new-slip';

interface SlipFieldsProps {
  draft: NewSlip;
  /** The page begins here. */
  begins: boolean;
  weighed: { dueOn: string; days: number } | undefined;
  failure: AppError | null;
  onChange: (some: Partial<NewSlip>) => void;
}

/** What for, how, until when, and for whom. */
export function SlipFields({ draft, begins, weighed, failure, onChange }: SlipFieldsProps) {
  const { t } = useTranslation('borrowing');
  const may = useMay();
  const forOthers = may('borrowing.lend');
  const wrong = (field: string) => failure?.details.field === field;
  return (
    <>
      {forOthers && <BorrowerField draft={draft} begins={begins} onChange={onChange} />}
      <Labelled id="purpose" label={t('label--purpose')}>
        <Input.TextArea
          id="purpose"
          autoFocus={begins && !forOthers}
          rows={2}
          maxLength={500}
          status={wrong('purpose') ? 'error' : ''}
          value={draft.purpose}
          onChange={(event) => onChange({ purpose: event.target.value })}
        />
      </Labelled>
      <div className="field">
        <span className="borrowing-label">{t('label--way')}</span>
        <Segmented<Way>
          value={draft.way}
          aria-label={t('label--way')}
          options={WAYS.map((value) => ({ value, label: t(`way--${value}`) }))}
          onChange={(way) => onChange({ way })}
        />
      </div>
      <Labelled
        id="dueOn"
        label={t('label--dueOn')}
        hint={weighed && t('hint--rule', { day: weighed.dueOn, count: weighed.days })}
      >
        <DayFilter
          value={draft.dueOn}
          aria-label={t('label--dueOn')}
          placeholder={weighed?.dueOn}
          onChange={(dueOn) => onChange({ dueOn: dueOn === '' ? undefined : dueOn } as Partial<NewSlip>)}
        />
      </Labelled>
      <Outsider draft={draft} onChange={onChange} />
      <Labelled id="contact" label={t('label--contact')}>
        <Input
          id="contact"
          maxLength={100}
          value={draft.contact}
          onChange={(event) => onChange({ contact: event.target.value })}
        />
      </Labelled>
      <Labelled id="remarks" label={t('label--remarks')}>
        <Input
          id="remarks"
          maxLength={200}
          value={draft.remarks}
          onChange={(event) => onChange({ remarks: event.target.value })}
        />
      </Labelled>
    </>
  );
}

type FieldsOf = Pick<SlipFieldsProps, 'draft' | 'onChange'>;

/** An archivist writes for whoever stands at the desk. */
function BorrowerField({ draft, begins, onChange }: FieldsOf & { begins: boolean }) {
  const { t } = useTranslation('borrowing');
  const me = useSession((session) => session.me);
  const { data = [] } = useColleagues();
  const there = data.filter(({ employment }) => employment !== 'left');
  return (
    <Labelled id="borrower" label={t('label--borrower')}>
      <Select
        id="borrower"
        autoFocus={begins}
        value={draft.borrowerId ?? me?.staffId}
        showSearch={{ optionFilterProp: 'label' }}
        options={there.map(({ id, name, department }) => ({ value: id, label: `${name}　${department}` }))}
        onChange={(borrowerId: number) => onChange({ borrowerId })}
      />
    </Labelled>
  );
}

/** Somebody outside gets it through a member of staff, who answers for it. */
function Outsider({ draft, onChange }: FieldsOf) {
  const { t } = useTranslation('borrowing');
  const fields = ['outsiderOrganisation', 'outsiderName', 'outsiderDocument'] as const;
  return (
    <details className="borrowing-outsider" open={fields.some((name) => draft[name] !== '')}>
      <summary>{t('label--outsider')}</summary>
      <p className="quiet small">{t('hint--outsider')}</p>
      {fields.map((name) => (
        <Labelled key={name} id={name} label={t(`label--${name}`)}>
          <Input
            id={name}
            maxLength={name === 'outsiderName' ? 40 : 100}
            value={draft[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Labelled>
      ))}
    </details>
  );
}
