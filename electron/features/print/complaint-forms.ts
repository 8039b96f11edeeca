import type { ComplaintView } from '../../../shared/api/complaint.contract';
import { AppError } from '../../../shared/api/errors';
import { COMPLAINT_FORMS, type Form, type FormData, type FormFrame } from '../../../shared/api/print.contract';

type ComplaintForm = (typeof COMPLAINT_FORMS)[number];

export const isOfComplaint = (form: Form): form is ComplaintForm => COMPLAINT_FORMS.some((its) => its === form);

/** A form of a complaint; a letter or a feedback form only where there is something to say. */
export function complaintForm(form: ComplaintForm, complaint: ComplaintView, frame: FormFrame): FormData {
  const taken = complaint.taken.map(({ does }) => does);
  if (form === 'complaint-reply' && !taken.includes('assess')) throw new AppError('conflict', 'replyNeedsAssessment');
  if (form === 'complaint-feedback' && !taken.some((does) => does === 'answer' || does === 'explain'))
    throw new AppError('conflict', 'feedbackNeedsAnswer');
  return { form, frame, complaint };
}
