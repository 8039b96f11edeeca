import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import { DOES, ROLES, type Step } from '../../../shared/complaint/procedure';
import { useRoleWord } from '../../ui/complaint/use-role-word';
import { Labelled } from '../../ui/Labelled';
import type { PartProps } from './BasicsPart';
import { FieldRows } from './FieldRows';
import { replaced } from './procedure-draft';
import { useWhoTakes } from './use-who-takes';
import { WhenFields } from './WhenFields';

interface StepPartProps extends PartProps {
  step: Step;
  holders: EditedProcedure['holders'];
  begins: boolean;
}

/** One step: what it is, who takes it, in which cases, and what is written down in it. */
export function StepPart({ its, step, holders, begins, onChange }: StepPartProps) {
  const { t } = useTranslation('procedures');
  const roleWord = useRoleWord();
  const whoTakes = useWhoTakes(holders);
  const change = (some: Partial<Step>) => onChange(replaced(its, 'step', { ...step, ...some }));
  const who = whoTakes(step.by);
  const id = `step-${step.code}`;
  return (
    <>
      <div className="pair">
        <Labelled id={`${id}-title`} label={t('what--title')}>
          <Input
            id={`${id}-title`}
            autoFocus={begins}
            maxLength={40}
            value={step.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </Labelled>
        <Labelled id={`${id}-does`} label={t('what--does')} hint={t(`hint--does-${step.does}`)}>
          <Select
            id={`${id}-does`}
            value={step.does}
            options={DOES.map((value) => ({ value, label: t(`does--${value}`) }))}
            onChange={(does) => change({ does })}
          />
        </Labelled>
      </div>
      <Labelled id={`${id}-by`} label={t('what--by')}>
        <Select
          id={`${id}-by`}
          mode="multiple"
          value={step.by}
          showSearch={{ optionFilterProp: 'label' }}
          options={ROLES.map((value) => ({ value, label: roleWord(value) }))}
          onChange={(by) => change({ by })}
        />
      </Labelled>
      {who && <p className={`${who.standIn ? 'amber' : 'quiet'} small procedure-who`}>{who.words}</p>}
      <p>
        <Checkbox checked={step.required} onChange={(event) => change({ required: event.target.checked })}>
          {t('what--required')}
        </Checkbox>
      </p>
      <h3>{t('title--when')}</h3>
      <WhenFields
        id={id}
        its={its}
        when={step.when}
        earlier={its.steps.findIndex(({ code }) => code === step.code)}
        onChange={(when) => {
          const { when: _, ...rest } = step;
          onChange(replaced(its, 'step', when ? { ...rest, when } : rest));
        }}
      />
      <h3>{t('title--fields')}</h3>
      <FieldRows its={its} step={step} onChange={(fields) => change({ fields })} />
    </>
  );
}
