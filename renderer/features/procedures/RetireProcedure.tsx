import { useTranslation } from 'react-i18next';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useRetire } from './procedures.queries';

/** No new case begins with it; the open ones are ended by it. */
export function RetireProcedure({ its, onClose }: { its: EditedProcedure; onClose: () => void }) {
  const { t } = useTranslation('procedures');
  const errorText = useErrorText();
  const retire = useRetire();
  return (
    <ConfirmInWords
      open
      title={t('title--retire', { title: its.title })}
      act={t('action--retire')}
      busy={retire.isPending}
      onAct={() => retire.mutate({ id: its.id }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('text--retire', { count: its.openCases })}</p>
      <Refusal>{errorText(retire.error)}</Refusal>
    </ConfirmInWords>
  );
}
