import { z } from 'zod';
import { type LineState, type Thing, thing, type Way } from './borrowing-slip.contract';
import { command, query } from './contract';
import { day, id, line } from './fields';

/** What can be asked of the things on slips: how they stand, and what the register of copies holds. */
export const LENT_CHOICES = [
  'lent',
  'out',
  'overdue',
  'returned',
  'onTime',
  'late',
  'settled',
  'copies',
  'asked',
] as const;
export type LentChoice = (typeof LENT_CHOICES)[number];

/** Days are those of lending; of what was asked for, those of the request. */
export const lentFilter = z.strictObject({
  which: z.enum(LENT_CHOICES).default('lent'),
  from: day.default('1900-01-01'),
  to: day.default('2200-12-31'),
  borrowerId: id.optional(),
  /** As it was called when the slip was submitted. */
  department: line(60).default(''),
  /** Outside the company. */
  organisation: line(100).default(''),
  thingKind: thing.shape.kind.optional(),
  thingId: id.optional(),
});
export type LentFilter = z.output<typeof lentFilter>;
/** At most so many rows at once; `total` says how many there are. */
export const MOST_LENT = 1_000;

/** One thing on a slip that was submitted, and what became of it. */
export interface LentLine {
  id: number;
  borrowingId: number;
  no: string;
  kind: Thing['kind'];
  thingId: number;
  /** Of a paper, the dossier that it lies in. */
  dossierId?: number;
  number: string;
  name: string;
  quantity: number;
  way: Way;
  borrowerId: number;
  borrower: string;
  department: string;
  outsiderOrganisation: string;
  outsiderName: string;
  outsiderDocument: string;
  submittedOn: string;
  lentOn?: string;
  dueOn: string;
  returnedOn?: string;
  state: LineState;
  copies: number;
  /** Calendar days past its day: until it came back, or until today. */
  lateDays: number;
}

export const STATISTICS_BY = ['department', 'person', 'month', 'organisation', 'thing'] as const;
export type StatisticsBy = (typeof STATISTICS_BY)[number];

export const statisticsPeriod = z.strictObject({ from: day, to: day });

/** What was lent in the period, and what became of it: lent = returned + out + settled. */
export interface LentCounts {
  asked: number;
  lent: number;
  returned: number;
  onTime: number;
  /** Came back after its day. */
  late: number;
  out: number;
  overdue: number;
  settled: number;
  copies: number;
  /** Calendar days past their day, all together. */
  lateDays: number;
  /** Of all that came back or should have: how many of a hundred came back in time. */
  onTimeShare?: number;
}
export interface StatisticsRow extends LentCounts {
  /** A department, a person, a month, an organisation outside, a thing. */
  name: string;
  borrowerId?: number;
  thing?: Thing;
  dossierId?: number;
}
/** So many things at most are listed as asked for most. */
export const MOST_ASKED = 20;
export type BorrowingStatistics = { from: string; to: string; total: LentCounts } & Record<
  StatisticsBy,
  StatisticsRow[]
>;

/** Somebody who has something that is due. */
export interface DueBorrower {
  borrowerId: number;
  borrower: string;
  department: string;
  /** Things that are to be back by today, and those whose day is past. */
  due: number;
  overdue: number;
  /** Of the longest. */
  overdueDays: number;
  dueOn: string;
  /** The last note. */
  recalledOn?: string;
}

export interface RecallRow {
  id: number;
  no: string;
  borrowerId: number;
  borrower: string;
  department: string;
  madeOn: string;
  maker: string;
  things: number;
  /** Of the longest, on the day of the note. */
  overdueDays: number;
  /** Of these, how many are still out. */
  stillOut: number;
  receivedOn?: string;
}
export interface RecallLine {
  lineId: number;
  slipNo: string;
  number: string;
  name: string;
  lentOn: string;
  dueOn: string;
  overdueDays: number;
  /** For whom, where somebody outside has it. */
  outsider: string;
}
export interface RecallView extends RecallRow {
  lines: RecallLine[];
}
/** So many borrowers are called at once. */
export const MOST_RECALLED = 200;
export const recallIds = z.array(id).min(1).max(MOST_RECALLED);
export const recallFilter = z.strictObject({ borrowerId: id.optional() });

const READS = ['borrowing', 'borrowing_line', 'staff', 'department'];

export const borrowingBook = {
  /** Things on slips, with whom they went, when they came back. The newest first; what is overdue, the longest first. */
  lent: query<{ rows: LentLine[]; total: number }>()({ access: 'borrowing.read', reads: READS, input: lentFilter }),
  statistics: query<BorrowingStatistics>()({ access: 'borrowing.read', reads: READS, input: statisticsPeriod }),
  /** Who has something that is due, the longest overdue first. */
  due: query<DueBorrower[]>()({
    access: 'borrowing.read',
    reads: [...READS, 'borrowing_recall', 'borrowing_recall_line', 'borrowing_recall_receipt'],
    input: z.strictObject({}),
  }),
  /** Notes that were written; of the own ones for those who neither keep the archive nor lead. The newest first. */
  recalls: query<RecallRow[]>()({
    access: 'borrowing.ask',
    reads: [
      ...READS,
      'borrowing_recall',
      'borrowing_recall_line',
      'borrowing_recall_receipt',
      'staff_position',
      'permission',
    ],
    input: recallFilter,
  }),
  /** Writes a note to each of these borrowers, with all that is due. */
  recall: command<{ id: number; no: string }[]>()({
    access: 'borrowing.lend',
    input: z.strictObject({ borrowerIds: recallIds }),
  }),
  /** The borrower has signed the note on paper, on that day. */
  noteReceipt: command()({ access: 'borrowing.lend', input: z.strictObject({ id, signedOn: day }) }),
} as const;
