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
  own('decider', 'text', 12),
  own('decidedOn', 'day', 12),
  own('lentOn', 'day', 12),
  own('dueOn', 'day', 12),
  own('overdueDays', 'number', 10),
  own('closedOn', 'day', 12),
  named('state', 'borrowingState', 12),
];
