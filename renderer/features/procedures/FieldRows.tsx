import { Button, Checkbox, Input, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CORE_FIELDS,
  FIELD_TYPES,
  type Procedure,
  type ProcedureField,
  type Step,
} from '../../../shared/complaint/procedure';
import { freshCode, newField } from './procedure-draft';
import { TitleRows } from './TitleRows';
import { useProcedureWords } from './use-procedure-words';

interface FieldRowsProps {
  its: Procedure;
  step: Step;
  onChange: (fields: ProcedureField[]) => void;
}

/** What the step asks for: what every step of its sort does, and what this procedure adds. */
export function FieldRows({ its, step, onChange }: FieldRowsProps) {
  const { t } = useTranslation(['procedures', 'complaints']);
  const { fieldTitle } = useProcedureWords(its);
  const add = useRef<HTMLButtonElement>(null);
  const { fields } = step;
  const change = (at: number, next: ProcedureField | undefined) => {
    onChange(next ? fields.with(at, next) : fields.toSpliced(at, 1));
    if (!next) add.current?.focus();
  };
  const core = CORE_FIELDS[step.does].map((field) => fieldTitle(step, field));
  return (
    <>
      {core.length > 0 && (
        <p className="quiet small">{t('procedures:hint--core', { titles: core.join(t('complaints:label--comma')) })}</p>
      )}
      {fields.map((field, at) => (
        <FieldRow key={field.code} {...{ its, step, field, at }} onChange={(next) => change(at, next)} />
      ))}
      <Button
        ref={add}
        type="dashed"
        size="small"
        disabled={fields.length >= 20}
        onClick={() => onChange([...fields, newField(fields)])}
      >
        {t('procedures:action--addField')}
      </Button>
    </>
  );
}

interface FieldRowProps extends Omit<FieldRowsProps, 'onChange'> {
  field: ProcedureField;
  at: number;
  onChange: (field: ProcedureField | undefined) => void;
}

function FieldRow({ its, step, field, at, onChange }: FieldRowProps) {
  const { t } = useTranslation('procedures');
  const typed = (type: ProcedureField['type']): ProcedureField => {
    const { choices, otherThan: _, ...rest } = field;
    if (type !== 'choice') return { ...rest, type };
    return {
      ...rest,
      type,
      choices: choices ?? [
        { code: 'choice1', title: '' },
        { code: 'choice2', title: '' },
      ],
    };
  };
  const no = at + 1;
  return (
    <div className="procedure-field">
      <div className="procedure-field-line">
        <Input
          aria-label={t('label--fieldTitle', { no })}
          autoFocus={field.title === ''}
          maxLength={40}
          value={field.title}
          onChange={(event) => onChange({ ...field, title: event.target.value })}
        />
        <Select
          aria-label={t('label--fieldType', { no })}
          value={field.type}
          options={FIELD_TYPES.map((value) => ({ value, label: t(`type--${value}`) }))}
          onChange={(type: ProcedureField['type']) => onChange(typed(type))}
        />
        <Checkbox checked={field.required} onChange={(event) => onChange({ ...field, required: event.target.checked })}>
          {t('label--needed')}
        </Checkbox>
        <Button
          type="text"
          aria-label={t('action--removeRow', { label: t('title--fields'), name: field.title })}
          onClick={() => onChange(undefined)}
        >
          ×
        </Button>
      </div>
      <FieldMore {...{ its, step, field, no, onChange }} />
    </div>
  );
}

type MoreProps = Omit<FieldRowProps, 'at'> & { no: number };

/** What only some sorts of fields have: choices, another person, kinds for which they are needed all the same. */
function FieldMore({ its, step, field, no, onChange }: MoreProps) {
  const { t } = useTranslation('procedures');
  const { choices, otherThan, neededFor, ...plain } = field;
  const base = { ...plain, ...(choices && { choices }), ...(otherThan !== undefined && { otherThan }) };
  const others = step.fields.filter(({ code, type }) => type === 'staff' && code !== field.code);
  return (
    <>
      {choices && (
        <TitleRows
          label={t('label--choices', { name: field.title })}
          rows={choices}
          most={20}
          titleOf={({ title }) => title}
          renamed={(row, title) => ({ ...row, title })}
          fresh={() => ({ code: freshCode('choice', choices), title: '' })}
          onChange={(next) => onChange({ ...field, choices: next })}
        />
      )}
      {field.type === 'staff' && others.length > 0 && (
        <Select
          className="procedure-wide"
          allowClear
          aria-label={t('label--otherThan', { no })}
          placeholder={t('hint--otherThan')}
          {...(otherThan !== undefined && { value: otherThan })}
          options={others.map(({ code, title }) => ({ value: code, label: t('text--otherThan', { title }) }))}
          onChange={(code: string | undefined) => {
            const { otherThan: _, ...rest } = field;
            onChange(code === undefined ? rest : { ...rest, otherThan: code });
          }}
        />
      )}
      {!field.required && step.does === 'register' && (
        <Select
          className="procedure-wide"
          mode="multiple"
          aria-label={t('label--neededFor', { no })}
          placeholder={t('hint--neededFor')}
          value={neededFor ?? []}
          options={its.kinds.map(({ code, title }) => ({ value: code, label: title }))}
          onChange={(kinds: string[]) => onChange(kinds.length > 0 ? { ...base, neededFor: kinds } : base)}
        />
      )}
    </>
  );
}
