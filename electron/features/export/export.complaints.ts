import type { ComplaintRow } from '../../../shared/api/complaint.contract';
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
  own('closedOn', 'day', 12),
];
