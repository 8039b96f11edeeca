import type { ComplaintView } from '../../../shared/api/complaint.contract';
import type { ComplaintStatistics, CountedFilter, TallyPeriod } from '../../../shared/api/complaint-book.contract';
import { AppError } from '../../../shared/api/errors';
import type { PenaltyView } from '../../../shared/api/penalty.contract';
import {
  COMPLAINT_FORMS,
  type Form,
  type FormData,
  type FormFrame,
  type Subject,
} from '../../../shared/api/print.contract';
import type { SignedInContext } from '../../ipc/context';
import type { BorrowingSubject } from './borrowing-forms';

/** Of complaints, what goes to paper. */
export interface ComplaintsShown {
  show(id: number, ctx: SignedInContext): ComplaintView;
  penalty(id: number, ctx: SignedInContext): PenaltyView;
  statistics(period: TallyPeriod, ctx: SignedInContext): ComplaintStatistics;
  /** What a list of them was narrowed to, by name. */
  namesOf(asked: CountedFilter, ctx: SignedInContext): Record<string, string>;
}
/** Forms about many records at once. */
export type CountedSubject = BorrowingSubject | Extract<Subject, { form: 'complaint-statistics' }>;

type ComplaintForm = (typeof COMPLAINT_FORMS)[number] | 'penalty-notice';

export const isOfComplaint = (form: Form): form is ComplaintForm =>
  form === 'penalty-notice' || COMPLAINT_FORMS.some((its) => its === form);

/** A form of a complaint, or a notice; a letter, a feedback form or a notice only where there is something to say. */
export function complaintForm(
  { form, id }: { form: ComplaintForm; id: number },
  shown: ComplaintsShown,
  frame: FormFrame,
  ctx: SignedInContext,
): FormData {
  if (form === 'penalty-notice') {
    const penalty = shown.penalty(id, ctx);
    if (penalty.decidedOn === undefined || penalty.state === 'refused') throw new AppError('conflict', 'noticeNotYet');
    return { form, frame, penalty };
  }
  const complaint = shown.show(id, ctx);
  const taken = complaint.taken.map(({ does }) => does);
  if (form === 'complaint-reply' && !taken.includes('assess')) throw new AppError('conflict', 'replyNeedsAssessment');
  if (form === 'complaint-feedback' && !taken.some((does) => does === 'answer' || does === 'explain'))
    throw new AppError('conflict', 'feedbackNeedsAnswer');
  return { form, frame, complaint };
}
