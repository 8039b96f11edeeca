import { useTranslation } from 'react-i18next';
import type { StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useAsk } from './staff-handover.queries';

/** From now on the list stands still, and everybody named is asked for a signature. */
export function AskDialog({ list, onClose }: { list: StaffHandoverView; onClose: () => void }) {
  const { t } = useTranslation('staffHandover');
  const errorText = useErrorText();
  const ask = useAsk();
  const act = () => {
    if (!ask.isPending) ask.mutate({ id: list.id }, { onSuccess: onClose });
  };
  useKeys({ 'ctrl+enter': act }, 'everywhere');
  const names = [list.from, ...list.successors, list.supervisor ?? ''].join(t('label--comma'));
  return (
    <ConfirmInWords
      open
      title={t('title--ask')}
      act={t('action--ask')}
      busy={ask.isPending}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('hint--ask', { count: list.count, names })}</p>
      <Refusal>{errorText(ask.error)}</Refusal>
    </ConfirmInWords>
  );
}
