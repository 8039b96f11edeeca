import type { ComplaintRow } from '../../../shared/api/complaint.contract';
import type { CountedComplaint, TallyRow } from '../../../shared/api/complaint-book.contract';
import { type ListColumn, named, own } from './export.columns';

/** Complaints with how they stand. */
export const COMPLAINTS: readonly ListColumn<ComplaintRow>[] = [
  own('no', 'text', 20),
  { name: 'procedure', kind: 'text', width: 18, of: ({ procedure }) => procedure },
  { name: 'complaintKind', kind: 'text', width: 14, of: ({ kind }) => kind },
  named('channel', 'channel', 8),
  own('registeredOn', 'day', 12),
  { name: 'complainant', kind: 'text', width: 16, of: ({ client, complainant }) => client ?? complainant },
  own('facts', 'text', 44),
  own('unit', 'text', 14),
  own('handler', 'text', 10),
  own('round', 'number', 6),
  { name: 'nextStep', kind: 'text', width: 16, of: ({ next }) => next },
  { name: 'limit', kind: 'day', width: 12, of: ({ deadline }) => deadline?.dueOn },
  // Limits in hours or calendar days are no guess, whatever their year: the day alone would not tell.
  {
    name: 'limitNote',
    kind: 'text',
    width: 14,
    of: ({ deadline }, say) => (deadline?.isGuess ? say('value--limit.guess') : undefined),
  },
  own('closedOn', 'day', 12),
];

/** Complaints that a number of the statistics counts. */
export const COUNTED: readonly ListColumn<CountedComplaint>[] = [
  own('no', 'text', 20),
  own('procedure', 'text', 18),
  { name: 'complaintKind', kind: 'text', width: 14, of: ({ kind }) => kind },
  own('registeredOn', 'day', 12),
  own('complainant', 'text', 16),
  own('facts', 'text', 44),
  own('unit', 'text', 14),
  { name: 'accused', kind: 'text', width: 16, of: ({ accused }) => accused.join(' ') },
  { name: 'complaintCause', kind: 'text', width: 14, of: ({ cause }) => cause },
  own('handler', 'text', 10),
  own('round', 'number', 6),
  own('closedOn', 'day', 12),
  own('closedAfter', 'number', 10),
  own('allowed', 'number', 10),
  named('standing', 'standing', 12),
  {
    name: 'satisfied',
    kind: 'text',
    width: 8,
    of: ({ satisfied }, say) => (satisfied === undefined ? undefined : say(`value--satisfied.${satisfied}`)),
  },
];

export const COMPLAINT_STATISTICS: readonly ListColumn<TallyRow>[] = [
  { name: 'countedBy', kind: 'text', width: 28, of: ({ name }, say) => name || say('value--counted.unnamed') },
  own('procedure', 'text', 16),
  own('registered', 'number', 8),
  own('justified', 'number', 8),
  own('major', 'number', 8),
  own('closed', 'number', 8),
  { name: 'closedOnTime', kind: 'number', width: 10, of: ({ onTime }) => onTime },
  { name: 'closedLate', kind: 'number', width: 10, of: ({ late }) => late },
  { name: 'openNow', kind: 'number', width: 8, of: ({ open }) => open },
  { name: 'openLate', kind: 'number', width: 10, of: ({ overdue }) => overdue },
  { name: 'closedOnTimeShare', kind: 'number', width: 12, of: ({ onTimeShare }) => onTimeShare },
  own('closedAfter', 'number', 12),
  own('allowed', 'number', 12),
  { name: 'satisfiedClients', kind: 'number', width: 8, of: ({ satisfied }) => satisfied },
  { name: 'dissatisfiedClients', kind: 'number', width: 8, of: ({ dissatisfied }) => dissatisfied },
  { name: 'satisfiedShare', kind: 'number', width: 12, of: ({ satisfiedShare }) => satisfiedShare },
  own('reopened', 'number', 8),
];
