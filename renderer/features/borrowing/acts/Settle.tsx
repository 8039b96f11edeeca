import { useTranslation } from 'react-i18next';
import type { BorrowingLine, BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { SignedReason } from '../../../ui/SignedReason';
import { useSettle } from '../borrowing.queries';

/** What is missing will not come back: who approves such slips gives it up, and signs for it. */
export function Settle({ its, line, onClose }: { its: BorrowingView; line: BorrowingLine; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const settle = useSettle();
  return (
    <SignedReason
      title={t('title--settle', { no: its.no ?? '' })}
      act={t('action--settle')}
      reasonLabel={t('label--reason')}
      role={t('role--settler')}
      draftKey={`borrowing/settle/${line.id}`}
      busy={settle.isPending}
      error={settle.error}
      onSign={(signed, then) => settle.mutate({ lineId: line.id, ...signed }, then)}
      onClose={onClose}
    >
      <p className="borrowing-gap">{t('hint--settle', { name: line.name, count: line.quantity - line.found })}</p>
    </SignedReason>
  );
}
