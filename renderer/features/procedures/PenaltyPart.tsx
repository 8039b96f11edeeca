import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../shared/complaint/procedure';
import { useRoleWord } from '../../ui/complaint/use-role-word';
import { Labelled } from '../../ui/Labelled';
import type { PartProps } from './BasicsPart';
import { type Penalty, replaced } from './procedure-draft';

/** One degree of the scale: from how many yuan to how many, points, and whether everybody is told. */
export function PenaltyPart({ its, penalty, begins, onChange }: PartProps & { penalty: Penalty; begins: boolean }) {
  const { t } = useTranslation('procedures');
  const change = (some: Partial<Penalty>) => onChange(replaced(its, 'penalty', { ...penalty, ...some }));
  const id = `penalty-${penalty.code}`;
  const amount = (key: 'leastFen' | 'mostFen') => (
    <Labelled id={`${id}-${key}`} label={t(`what--${key}`)}>
      <InputNumber
        id={`${id}-${key}`}
        min={0}
        precision={2}
        value={penalty[key] / 100}
        onChange={(yuan) => change({ [key]: Math.round((yuan ?? 0) * 100) })}
      />
    </Labelled>
  );
  return (
    <>
      <Labelled id={`${id}-title`} label={t('what--title')}>
        <Input
          id={`${id}-title`}
          autoFocus={begins}
          maxLength={60}
          value={penalty.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Labelled>
      <div className="procedure-three">
        {amount('leastFen')}
        {amount('mostFen')}
        <Labelled id={`${id}-points`} label={t('what--points')}>
          <InputNumber
            id={`${id}-points`}
            min={0}
            max={100}
            value={penalty.points}
            onChange={(value) => change({ points: value ?? 0 })}
          />
        </Labelled>
      </div>
      <p>
        <Checkbox checked={penalty.notice} onChange={(event) => change({ notice: event.target.checked })}>
          {t('what--notice')}
        </Checkbox>
      </p>
    </>
  );
}

/** Who decides on a penalty. */
export function DecidersPart({ its, onChange }: PartProps) {
  const { t } = useTranslation('procedures');
  const roleWord = useRoleWord();
  return (
    <Labelled id="procedure-penaltyBy" label={t('what--penaltyBy')}>
      <Select
        id="procedure-penaltyBy"
        mode="multiple"
        value={its.penaltyBy}
        showSearch={{ optionFilterProp: 'label' }}
        options={ROLES.map((value) => ({ value, label: roleWord(value) }))}
        onChange={(penaltyBy) => onChange({ ...its, penaltyBy })}
      />
    </Labelled>
  );
}
