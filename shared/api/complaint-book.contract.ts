import { z } from 'zod';
import { COMPLAINT_READS } from './complaint.contract';
import { query } from './contract';
import { day, id, line } from './fields';

/** What a number of the statistics counts; of all complaints that were registered in the period. */
export const COUNTED_CHOICES = [
  'registered',
  'justified',
  'major',
  'closed',
  'onTime',
  'late',
  'open',
  'overdue',
  'satisfied',
  'dissatisfied',
  'reopened',
] as const;
export type CountedChoice = (typeof COUNTED_CHOICES)[number];

export const TALLY_BY = ['kind', 'unit', 'cause', 'person', 'month'] as const;
export type TallyBy = (typeof TALLY_BY)[number];

/** Days of the registration; one procedure in all its versions, or all of them. */
export const tallyPeriod = z.strictObject({ from: day, to: day, procedureFirstId: id.optional() });
export type TallyPeriod = z.output<typeof tallyPeriod>;

/** The cases of a number: what it counts, and the line in which it stands. A line without a name has the key ''. */
export const countedFilter = tallyPeriod.extend({
  which: z.enum(COUNTED_CHOICES).default('registered'),
  by: z.enum(TALLY_BY).optional(),
  key: line(500).default(''),
});
export type CountedFilter = z.output<typeof countedFilter>;
/** At most so many rows at once; `total` says how many there are. */
export const MOST_COUNTED = 1_000;

/** closed = onTime + late; registered = closed + open. A case is late when it missed a limit in any of its rounds. */
export interface ComplaintCounts extends Record<CountedChoice, number> {
  /** Of all that were closed or missed a limit: how many of a hundred were closed in time. */
  onTimeShare?: number;
  /** Of all whose clients were heard: how many of a hundred are satisfied. */
  satisfiedShare?: number;
  /** Calendar days from the registration to the closing, on the average. */
  closedAfter?: number;
  /** Of the same cases, where they had a limit: days from the registration to the last day allowed, on the average. */
  allowed?: number;
}
export interface TallyRow extends ComplaintCounts {
  key: string;
  /** Empty where the case names none. */
  name: string;
  /** Of a kind: the procedure that it belongs to. */
  procedure?: string;
}
export type ComplaintStatistics = {
  from: string;
  to: string;
  /** Of the one procedure, when only one was asked for: what it is called, and its paper. */
  procedure?: string;
  form?: string;
  total: ComplaintCounts;
} & Record<TallyBy, TallyRow[]>;

export interface CountedComplaint {
  id: number;
  no: string;
  procedure: string;
  kind: string;
  registeredOn: string;
  /** Absent when somebody did not say who he or she is. */
  complainant?: string;
  facts: string;
  unit?: string;
  /** Who is complained of. */
  accused: string[];
  cause: string;
  round: number;
  handler?: string;
  closedOn?: string;
  closedAfter?: number;
  allowed?: number;
  standing: Extract<CountedChoice, 'onTime' | 'late' | 'open' | 'overdue'>;
  /** Absent until the client was heard. */
  satisfied?: boolean;
}

const READS = [...COMPLAINT_READS, 'holiday', 'calendar_year'];

/** Complaints counted, and the lists that the numbers count. */
export const complaintBook = {
  statistics: query<ComplaintStatistics>()({ access: 'complaint.oversee', reads: READS, input: tallyPeriod }),
  /** The newest first. */
  counted: query<{ rows: CountedComplaint[]; total: number; name: string }>()({
    access: 'complaint.oversee',
    reads: READS,
    input: countedFilter,
  }),
} as const;
