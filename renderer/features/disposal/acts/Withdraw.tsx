import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../../shared/api/disposal.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { Refusal } from '../../../ui/Refusal';
import { useWithdraw } from '../disposal.queries';

/** The list is given up before it is carried out; its number stays. */
export function Withdraw({ its, onClose }: { its: DisposalView; onClose: () => void }) {
  const { t } = useTranslation('disposal');
  const errorText = useErrorText();
  const withdraw = useWithdraw();
  const reason = useDraft(`withdraw/${its.id}`, '');
  const ready = reason.draft.trim() !== '' && !withdraw.isPending;
  const act = () => {
    const done = () => {
      reason.drop();
      onClose();
    };
    if (ready) withdraw.mutate({ id: its.id, reason: reason.draft }, { onSuccess: done });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--withdraw', { no: its.no })}
      act={t('action--withdraw')}
      final
      busy={withdraw.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--withdraw')}</p>
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={500}
        className="disposal-gap"
        aria-label={t('label--because')}
        placeholder={t('label--because')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <Refusal>{errorText(withdraw.error)}</Refusal>
    </ConfirmInWords>
  );
}
