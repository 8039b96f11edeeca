import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { DayFilter } from '../../../ui/DayField';
import { Refusal } from '../../../ui/Refusal';
import { useRenew } from '../borrowing.queries';

const BLANK: { newDueOn?: string; reason: string } = { reason: '' };

/** More time, with the same approval as the slip. */
export function Renew({ its, onClose }: { its: BorrowingView; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const errorText = useErrorText();
  const renew = useRenew();
  const { draft, keep, drop } = useDraft(`borrowing/renew/${its.id}`, BLANK);
  const { newDueOn, reason } = draft;
  const ready = newDueOn !== undefined && newDueOn !== '' && reason.trim() !== '' && !renew.isPending;
  const act = () => {
    const onSuccess = () => {
      drop();
      onClose();
    };
    if (ready) renew.mutate({ id: its.id, newDueOn, reason }, { onSuccess });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--renew', { no: its.no ?? '' })}
      act={t('action--renew')}
      busy={renew.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet borrowing-gap">{t('hint--renew', { day: its.dueOn })}</p>
      <div className="field">
        <DayFilter
          value={newDueOn}
          aria-label={t('label--newDueOn')}
          placeholder={t('label--newDueOn')}
          onChange={(day) => keep({ ...draft, ...(day !== undefined && { newDueOn: day }) })}
        />
      </div>
      <Input.TextArea
        rows={3}
        maxLength={500}
        aria-label={t('label--reason')}
        placeholder={t('label--reason')}
        value={reason}
        onChange={(event) => keep({ ...draft, reason: event.target.value })}
      />
      <Refusal>{errorText(renew.error)}</Refusal>
    </ConfirmInWords>
  );
}
