import type { BorrowingStatistics, RecallView } from '../../../shared/api/borrowing-book.contract';
import type { BorrowingView } from '../../../shared/api/borrowing-slip.contract';
import type { FormData, FormFrame, Subject } from '../../../shared/api/print.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';

/** Of borrowing, what goes to paper: slips, notes that call things back, statistics. */
export interface BorrowingShown {
  show(id: number, ctx: SignedInContext): BorrowingView;
  notes(ids: readonly number[], ctx: SignedInContext): RecallView[];
  statistics(period: { from: Day; to: Day }, today: Day): BorrowingStatistics;
}
export type BorrowingSubject = Extract<Subject, { form: 'recall-notice' | 'borrowing-statistics' }>;

/** Forms of borrowing that are about more than one slip. */
export function borrowingForm(
  its: BorrowingShown,
  subject: BorrowingSubject,
  frame: FormFrame,
  ctx: SignedInContext,
): FormData {
  if (subject.form === 'recall-notice') return { form: subject.form, frame, notes: its.notes(subject.asked.ids, ctx) };
  return { form: subject.form, frame, statistics: its.statistics(subject.asked, ctx.today) };
}
