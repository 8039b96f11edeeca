import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../../shared/api/complaint.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useReopen } from './complaints.queries';

/** The client is not satisfied, or comes again: a new round begins, and everything of the one before stays. */
export function Reopen({ its, onClose }: { its: ComplaintView; onClose: () => void }) {
  const { t } = useTranslation('complaints');
  const errorText = useErrorText();
  const { draft: reason, keep, drop } = useDraft(`complaints/${its.id}/reopen`, '');
  const reopen = useReopen();
  const disabled = reason.trim() === '' || reopen.isPending;
  const act = () => {
    if (disabled) return;
    const onSuccess = () => {
      drop();
      onClose();
    };
    reopen.mutate({ id: its.id, reason }, { onSuccess });
  };
  return (
    <ConfirmInWords
      open
      {...{
        disabled,
        onClose,
        onAct: act,
        busy: reopen.isPending,
        title: t('title--reopen'),
        act: t('action--reopen'),
      }}
    >
      <p>{t('text--reopen', { round: its.round + 1 })}</p>
      <div className="field">
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          aria-label={t('label--reason')}
          placeholder={t('label--reason')}
          value={reason}
          onChange={(event) => keep(event.target.value)}
        />
      </div>
      <Refusal>{errorText(reopen.error)}</Refusal>
    </ConfirmInWords>
  );
}
