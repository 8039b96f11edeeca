import type { BorrowingView } from '../../../shared/api/borrowing-slip.contract';
import { AppError } from '../../../shared/api/errors';

/** A card stands in the gap of what is out; there is none where nothing is. */
export function cardOrSlip(form: 'borrowing-slip' | 'out-card', its: BorrowingView): BorrowingView {
  if (form === 'out-card' && its.out === 0) throw new AppError('conflict', 'nothingIsOut', { no: its.no ?? '' });
  return its;
}
