import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import type { Procedure } from '../../../shared/complaint/procedure';
import type { Place } from '../../../shared/complaint/procedure-faults';
import { BasicsPart } from './BasicsPart';
import { LimitPart } from './LimitPart';
import { DecidersPart, PenaltyPart } from './PenaltyPart';
import { addStep, type Edited, shift, takeOut } from './procedure-draft';
import { StepPart } from './StepPart';

interface PartEditorProps {
  its: Procedure;
  place: Place;
  /** It was added just now: its title is typed first. */
  fresh: boolean;
  editable: boolean;
  holders: EditedProcedure['holders'];
  onChange: (its: Procedure) => void;
  onEdit: (edited: Edited, fresh: boolean) => void;
}

/** The fields of the part that was chosen at the left, and what can be done with the part as a whole. */
export function PartEditor({ its, place, fresh, editable, holders, onChange, onEdit }: PartEditorProps) {
  const { t } = useTranslation('procedures');
  const { part, code } = place;
  if (part === 'basics') return <BasicsPart {...{ its, onChange }} />;
  if (code === undefined) return <DecidersPart {...{ its, onChange }} />;
  const move = (by: 1 | -1) => onEdit({ draft: shift(its, place, by), place }, false);
  return (
    <>
      <Fields {...{ its, place, begins: fresh, holders, onChange }} />
      {editable && (
        <div className="bar procedure-bar">
          <Button onClick={() => move(-1)}>{t('action--up')}</Button>
          <Button onClick={() => move(1)}>{t('action--down')}</Button>
          {part === 'step' && (
            <Button onClick={() => onEdit(addStep(its, code), true)}>{t('action--addStepHere')}</Button>
          )}
          <Button danger onClick={() => onEdit(takeOut(its, place), false)}>
            {t(`action--remove-${part}`)}
          </Button>
        </div>
      )}
    </>
  );
}

type FieldsProps = Pick<PartEditorProps, 'its' | 'place' | 'holders' | 'onChange'> & { begins: boolean };

function Fields({ its, place: { part, code }, begins, holders, onChange }: FieldsProps) {
  const step = its.steps.find((one) => part === 'step' && one.code === code);
  if (step) return <StepPart {...{ its, step, holders, begins, onChange }} />;
  const limit = its.limits.find((one) => part === 'limit' && one.code === code);
  if (limit) return <LimitPart {...{ its, limit, begins, onChange }} />;
  const penalty = its.penalties.find((one) => part === 'penalty' && one.code === code);
  return penalty ? <PenaltyPart {...{ its, penalty, begins, onChange }} /> : null;
}
