import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useAbandon } from './stocktakes.queries';

/** The count is given up before anybody has signed; its number stays. */
export function Abandon({ its, onClose }: { its: StocktakeView; onClose: () => void }) {
  const { t } = useTranslation('stocktakes');
  const errorText = useErrorText();
  const abandon = useAbandon();
  const reason = useDraft(`abandon/${its.id}`, '');
  const ready = reason.draft.trim() !== '' && !abandon.isPending;
  const act = () => {
    const done = () => {
      reason.drop();
      onClose();
    };
    if (ready) abandon.mutate({ id: its.id, reason: reason.draft }, { onSuccess: done });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--abandon', { no: its.no })}
      act={t('action--abandonNow')}
      final
      busy={abandon.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--abandon')}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        aria-label={t('label--because')}
        placeholder={t('label--because')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <Refusal>{errorText(abandon.error)}</Refusal>
    </ConfirmInWords>
  );
}
