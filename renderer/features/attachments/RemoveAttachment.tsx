import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../../shared/api/attachment.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useRemove } from './attachments.queries';

const LONGEST_REASON = 500;

/** Out of the record with a reason; the file itself stays, since the journal names it. */
export function RemoveAttachment({ row, onClose }: { row: AttachmentRow; onClose: () => void }) {
  const { t } = useTranslation('attachments');
  const errorText = useErrorText();
  const remove = useRemove();
  const reason = useDraft(`removeAttachment/${row.id}`, '');
  const done = () => {
    reason.drop();
    onClose();
  };
  const act = () => {
    if (reason.draft.trim() !== '' && !remove.isPending)
      remove.mutate({ id: row.id, reason: reason.draft }, { onSuccess: done });
  };
  useKeys({ 'ctrl+enter': act }, 'everywhere');
  return (
    <ConfirmInWords
      open
      title={t('title--remove', { name: row.name })}
      act={t('action--remove')}
      final
      busy={remove.isPending}
      disabled={reason.draft.trim() === ''}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet attachments-hint">{t('hint--remove')}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={LONGEST_REASON}
        aria-label={t('label--reason')}
        placeholder={t('label--reason')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <Refusal>{errorText(remove.error)}</Refusal>
    </ConfirmInWords>
  );
}
