import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { Refusal } from '../../../ui/Refusal';
import { useCancel } from '../borrowing.queries';

/** The slip is given up before anything was lent; its number stays. */
export function Cancel({ its, onClose }: { its: BorrowingView; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const errorText = useErrorText();
  const cancel = useCancel();
  const { draft: reason, keep, drop } = useDraft(`borrowing/cancel/${its.id}`, '');
  const ready = reason.trim() !== '' && !cancel.isPending;
  const act = () => {
    const onSuccess = () => {
      drop();
      onClose();
    };
    if (ready) cancel.mutate({ id: its.id, reason }, { onSuccess });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--cancel', { no: its.no ?? '' })}
      act={t('action--cancel')}
      final
      busy={cancel.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet borrowing-gap">{t('hint--cancel')}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        aria-label={t('label--reason')}
        placeholder={t('label--reason')}
        value={reason}
        onChange={(event) => keep(event.target.value)}
      />
      <Refusal>{errorText(cancel.error)}</Refusal>
    </ConfirmInWords>
  );
}
