import { Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../../shared/complaint/procedure';
import { Labelled } from '../../ui/Labelled';
import { freshCode } from './procedure-draft';
import { TitleRows } from './TitleRows';

const FORMS = ['register', 'handling', 'reply', 'feedback', 'penalty', 'statistics'] as const;

export interface PartProps {
  its: Procedure;
  onChange: (its: Procedure) => void;
}

/** What is so for the whole procedure: its name, the kinds of complaints, what they come from, how long they are kept, its forms. */
export function BasicsPart({ its, onChange }: PartProps) {
  const { t } = useTranslation('procedures');
  const change = (some: Partial<Procedure>) => onChange({ ...its, ...some });
  const text = (key: 'title' | 'source' | 'majorMeans' | 'urgentMeans', most: number) => (
    <Labelled id={`procedure-${key}`} label={t(`what--${key}`)}>
      <Input
        id={`procedure-${key}`}
        maxLength={most}
        value={its[key]}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Labelled>
  );
  const years = (key: 'keepYears' | 'keepImportantYears') => (
    <Labelled id={`procedure-${key}`} label={t(`what--${key}`)}>
      <InputNumber
        id={`procedure-${key}`}
        value={its[key]}
        onChange={(value) => change({ [key]: value ?? 0 })}
        suffix={t('unit--years')}
      />
    </Labelled>
  );
  return (
    <>
      <div className="pair">
        {text('title', 60)}
        {text('source', 200)}
      </div>
      <div className="pair">
        <div className="field">
          <span className="procedure-label">{t('what--kinds')}</span>
          <TitleRows
            label={t('what--kinds')}
            rows={its.kinds}
            most={20}
            titleOf={({ title }) => title}
            renamed={(row, title) => ({ ...row, title })}
            fresh={() => ({ code: freshCode('kind', its.kinds), title: '' })}
            onChange={(kinds) => change({ kinds })}
          />
        </div>
        <div className="field">
          <span className="procedure-label">{t('what--causes')}</span>
          <TitleRows
            label={t('what--causes')}
            rows={its.causes}
            most={40}
            titleOf={(cause) => cause}
            renamed={(_, title) => title}
            fresh={() => ''}
            onChange={(causes) => change({ causes })}
          />
        </div>
      </div>
      <div className="pair">
        {text('majorMeans', 200)}
        {text('urgentMeans', 200)}
      </div>
      <div className="pair">
        {years('keepYears')}
        {years('keepImportantYears')}
      </div>
      <p>
        <Checkbox checked={its.untilSatisfied} onChange={(event) => change({ untilSatisfied: event.target.checked })}>
          {t('what--untilSatisfied')}
        </Checkbox>
      </p>
      <h3>{t('what--forms')}</h3>
      <div className="procedure-three">
        {FORMS.map((form) => (
          <Labelled key={form} id={`procedure-form-${form}`} label={t(`form--${form}`)}>
            <Input
              id={`procedure-form-${form}`}
              maxLength={40}
              value={its.forms[form]}
              onChange={(event) => change({ forms: { ...its.forms, [form]: event.target.value } })}
            />
          </Labelled>
        ))}
      </div>
    </>
  );
}
