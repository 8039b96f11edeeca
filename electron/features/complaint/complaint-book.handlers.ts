import { MOST_COUNTED } from '../../../shared/api/complaint-book.contract';
import type { HandlersOf } from '../../ipc/dispatch';
import { inTurns } from '../../ipc/in-turns';
import type { ComplaintService } from './complaint.service';
import type { ComplaintBook } from './tally.service';

/** Thousands of cases are read a few at a time: whoever works meanwhile does not notice. */
export const createComplaintBookHandlers = (book: ComplaintBook): HandlersOf<'complaintBook'> => ({
  statistics: (period, ctx) => inTurns(book.statistics(period, ctx)),
  counted: (filter, ctx) => inTurns(book.counted(filter, MOST_COUNTED, ctx)),
});

export const createComplaintFileHandlers = (
  service: Pick<ComplaintService, 'note' | 'linkClient' | 'ofClient'>,
): HandlersOf<'complaintFile'> => ({
  note: (input, ctx) => service.note(input, ctx),
  linkClient: (input, ctx) => service.linkClient(input, ctx),
  ofClient: ({ clientId }, ctx) => service.ofClient(clientId, ctx),
});
