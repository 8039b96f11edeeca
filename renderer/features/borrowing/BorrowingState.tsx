import { useTranslation } from 'react-i18next';
import type { BorrowingRow } from '../../../shared/api/borrowing-slip.contract';
import { StateWord, type Tone } from '../../ui/StateWord';

const TONES: Readonly<Record<BorrowingRow['state'], Tone>> = {
  draft: 'plain',
  submitted: 'wait',
  approved: 'wait',
  rejected: 'late',
  lent: 'out',
  partlyReturned: 'out',
  closed: 'done',
  cancelled: 'plain',
};

/** How a slip stands, in a word: how long it waits, or how late it is. */
export function BorrowingState({ its }: { its: BorrowingRow }) {
  const { t } = useTranslation('borrowing');
  if (its.overdueDays > 0) return <StateWord tone="late">{t('state--overdue', { count: its.overdueDays })}</StateWord>;
  const waits = (its.state === 'submitted' || its.state === 'approved') && its.waitsDays > 0;
  return (
    <StateWord tone={TONES[its.state]}>
      {t(`state--${its.state}`)}
      {waits && <span className="quiet"> {t('label--waits', { count: its.waitsDays })}</span>}
    </StateWord>
  );
}
