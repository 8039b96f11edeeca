import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useCancel, useTakeBack } from './staff-handover.queries';

interface ReasonDialogProps {
  list: StaffHandoverView;
  what: 'takeBack' | 'cancel';
  onClose: () => void;
}

const LONGEST_REASON = 500;

/** Takes a list back to be changed, or cancels it; both with a reason. */
export function ReasonDialog({ list, what, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('staffHandover');
  const errorText = useErrorText();
  const acts = { takeBack: useTakeBack(), cancel: useCancel() };
  const { mutate, isPending, error } = acts[what];
  const reason = useDraft(`${what}/${list.id}`, '');
  const ready = reason.draft.trim() !== '' && !isPending;
  const act = () => {
    if (!ready) return;
    const done = () => {
      reason.drop();
      onClose();
    };
    mutate({ id: list.id, reason: reason.draft }, { onSuccess: done });
  };
  return (
    <ConfirmInWords
      open
      final={what === 'cancel'}
      title={t(`title--${what}`, { no: list.no })}
      act={t(`action--${what}`)}
      busy={isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t(`hint--${what}`)}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={LONGEST_REASON}
        aria-label={t('label--reason')}
        placeholder={t('label--reason')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) act();
        }}
      />
      <Refusal>{errorText(error)}</Refusal>
    </ConfirmInWords>
  );
}
