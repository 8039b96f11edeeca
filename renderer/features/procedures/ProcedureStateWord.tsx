import { useTranslation } from 'react-i18next';
import type { ProcedureState } from '../../../shared/complaint/managed-procedure';
import { StateWord } from '../../ui/StateWord';

const TONES = { inUse: 'done', notYet: 'wait', retired: 'plain' } as const;

export function ProcedureStateWord({ state }: { state: ProcedureState }) {
  const { t } = useTranslation('procedures');
  return <StateWord tone={TONES[state]}>{t(`state--${state}`)}</StateWord>;
}
