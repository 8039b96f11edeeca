import type { LentLine, RecallRow, StatisticsRow } from '../../../shared/api/borrowing-book.contract';
import type { BorrowingRow } from '../../../shared/api/borrowing-slip.contract';
import { type ListColumn, named, own } from './export.columns';

/** Slips with how they stand. */
export const BORROWINGS: readonly ListColumn<BorrowingRow>[] = [
  own('no', 'text', 20),
  own('borrower', 'text', 12),
  own('department', 'text', 16),
  own('outsiderOrganisation', 'text', 20),
  own('outsiderName', 'text', 12),
  own('first', 'text', 40),
  own('things', 'number', 8),
  own('out', 'number', 8),
  own('purpose', 'text', 36),
  named('way', 'way', 10),
  own('submittedOn', 'day', 12),
  { name: 'approver', kind: 'text', width: 12, of: ({ decider }) => decider },
  { name: 'approvedOn', kind: 'day', width: 12, of: ({ decidedOn }) => decidedOn },
  own('lentOn', 'day', 12),
  { name: 'backOn', kind: 'day', width: 12, of: ({ dueOn }) => dueOn },
  { name: 'lateDays', kind: 'number', width: 10, of: ({ overdueDays }) => overdueDays },
  own('closedOn', 'day', 12),
  named('state', 'borrowingState', 12),
];

/** Things that were lent, or copied, with whom they went; also the register of copies handed out. */
export const LENT: readonly ListColumn<LentLine>[] = [
  own('no', 'text', 20),
  own('number', 'text', 22),
  own('name', 'text', 36),
  own('quantity', 'number', 8),
  named('way', 'way', 10),
  own('copies', 'number', 8),
  own('borrower', 'text', 12),
  own('department', 'text', 16),
  own('outsiderOrganisation', 'text', 20),
  own('outsiderName', 'text', 12),
  own('outsiderDocument', 'text', 20),
  own('lentOn', 'day', 12),
  { name: 'backOn', kind: 'day', width: 12, of: ({ dueOn }) => dueOn },
  own('returnedOn', 'day', 12),
  own('lateDays', 'number', 10),
  named('state', 'lineState', 12),
];

export const RECALLS: readonly ListColumn<RecallRow>[] = [
  own('no', 'text', 20),
  own('borrower', 'text', 12),
  own('department', 'text', 16),
  own('things', 'number', 8),
  { name: 'lateDays', kind: 'number', width: 10, of: ({ overdueDays }) => overdueDays },
  { name: 'out', kind: 'number', width: 8, of: ({ stillOut }) => stillOut },
  own('madeOn', 'day', 12),
  own('maker', 'text', 12),
  { name: 'signedFor', kind: 'day', width: 12, of: ({ receivedOn }) => receivedOn },
];

export const STATISTICS: readonly ListColumn<StatisticsRow>[] = [
  { name: 'countedBy', kind: 'text', width: 36, of: ({ name }) => name },
  own('asked', 'number', 10),
  own('lent', 'number', 10),
  own('returned', 'number', 10),
  own('onTime', 'number', 10),
  own('late', 'number', 10),
  own('out', 'number', 10),
  own('overdue', 'number', 10),
  own('settled', 'number', 10),
  own('lateDays', 'number', 10),
  own('copies', 'number', 10),
  own('onTimeShare', 'number', 12),
];
