import { z } from 'zod';
import { COMPLAINT_READS } from './complaint.contract';
import { command, query } from './contract';
import { day, fen, id, line, prose, requiredLine, secret } from './fields';

export const PENALTY_KINDS = ['penalty', 'reward'] as const;
export type PenaltyKind = (typeof PENALTY_KINDS)[number];
/** `decided`: in force; `refused`: the decider did not agree; `withdrawn`: taken back, before or after it was decided. */
export type PenaltyState = 'proposed' | 'decided' | 'refused' | 'withdrawn';
/** The person wrote it; or somebody wrote down what he or she said, or that he or she would not say anything. */
export const STATEMENT_WAYS = ['written', 'recorded', 'refused'] as const;
export type StatementWay = (typeof STATEMENT_WAYS)[number];

export interface PenaltyRow {
  id: number;
  no: string;
  kind: PenaltyKind;
  complaintId?: number;
  complaintNo?: string;
  staffId: number;
  person: string;
  department: string;
  /** What it is: as the scale calls it, or as the reward was named. */
  title: string;
  amountFen: number;
  points: number;
  /** Everybody is told. */
  toAll: boolean;
  facts: string;
  basis: string;
  state: PenaltyState;
  proposedOn: string;
  proposer: string;
  decidedOn?: string;
  decider?: string;
  effectiveOn?: string;
  toldOn?: string;
  withdrawnOn?: string;
  withdrawReason: string;
  /** Calendar days since it was proposed, as long as it is not decided. */
  waitingDays: number;
}

/** What a person may do with one now, and why not; reasons are keys of errors.json. */
export type PenaltyAct = 'state' | 'decide' | 'passUp' | 'tell' | 'withdraw';

export interface PenaltyView extends PenaltyRow {
  statementWay?: StatementWay;
  statement: string;
  statedOn?: string;
  statedBy?: string;
  opinion: string;
  passedUpOn?: string;
  passedUpBy?: string;
  passedUpReason: string;
  toldBy?: string;
  withdrawer?: string;
  /** Who can decide on it now, by name. */
  deciders: string[];
  /** Acts that nothing stands in the way of; the others with the reason, where they are still to come. */
  acts: PenaltyAct[];
  notBecause: Partial<Record<PenaltyAct, string>>;
  /** What the procedure calls the notice. */
  form: string;
}

/** One line of the scale of a procedure. */
export interface Measure {
  code: string;
  title: string;
  leastFen: number;
  mostFen: number;
  points: number;
  toAll: boolean;
}

/** What may be proposed on a case. */
export interface Proposable {
  complaintNo: string;
  procedure: string;
  source: string;
  scale: Measure[];
  /** May the person signed in propose a penalty on it? When not, the reason is an errors.json key. */
  proposable: boolean;
  notProposableBecause?: string;
  accused: number[];
  facts: string;
}

export const PENALTY_CHOICES = ['all', 'waiting', 'penalties', 'rewards', 'undone'] as const;
export type PenaltyChoice = (typeof PENALTY_CHOICES)[number];
const month = z.string().regex(/^(19\d\d|2[01]\d\d)-(0[1-9]|1[0-2])$/);

export const penaltyFilter = z.strictObject({
  which: z.enum(PENALTY_CHOICES).default('all'),
  /** The month in which it was decided; of one that waits or was refused, in which it was proposed. */
  month: month.optional(),
  complaintId: id.optional(),
  text: line(100).default(''),
});
export const compensationFilter = z.strictObject({ month: month.optional(), text: line(100).default('') });

/** How many there are of each sort in what is looked at, and what they come to: each is the sum of its own list. */
export type PenaltySums = Record<PenaltyChoice, { count: number; fen: number; points: number }>;

/** What was paid to a client when a solution was carried out. */
export interface CompensationRow {
  id: number;
  complaintId: number;
  no: string;
  amountFen: number;
  paidTo: string;
  paidOn: string;
  paidBy: string;
  /** What was done beside. */
  done: string;
}

const READS = [...COMPLAINT_READS, 'penalty'];

/** Penalties and rewards, and what was paid to clients. */
export const penalty = {
  /** At most 500 of them, the latest first; `sums` are of all. */
  list: query<{ rows: PenaltyRow[]; total: number; sums: PenaltySums }>()({
    access: 'complaint.read',
    reads: READS,
    input: penaltyFilter,
  }),
  show: query<PenaltyView>()({ access: 'complaint.read', reads: READS, input: z.strictObject({ id }) }),
  /** The scale of a case, and whether the person may propose on it. */
  scale: query<Proposable>()({
    access: 'complaint.oversee',
    reads: READS,
    input: z.strictObject({ complaintId: id }),
  }),
  compensations: query<{ rows: CompensationRow[]; total: number; sumFen: number }>()({
    access: 'complaint.oversee',
    reads: COMPLAINT_READS,
    input: compensationFilter,
  }),
  propose: command<{ id: number; no: string }>()({
    access: 'complaint.oversee',
    input: z.strictObject({
      complaintId: id,
      staffId: id,
      measure: requiredLine(40),
      amountFen: fen,
      facts: prose(2_000).min(1),
      basis: line(200).default(''),
    }),
  }),
  /** For good conduct, on a case or without one. */
  commend: command<{ id: number; no: string }>()({
    access: 'complaint.oversee',
    input: z.strictObject({
      complaintId: id.optional(),
      staffId: id,
      title: requiredLine(60),
      amountFen: fen,
      points: z.int().min(0).max(100).default(0),
      toAll: z.boolean().default(false),
      facts: prose(2_000).min(1),
      basis: line(200).default(''),
    }),
  }),
  /** The person says what he or she has to say; or somebody writes it down, or that he or she would not. */
  state: command()({
    access: 'complaint.read',
    input: z.strictObject({
      id,
      way: z.enum(STATEMENT_WAYS),
      statement: prose(5_000).default(''),
      signature: secret,
    }),
  }),
  /** The head does not act: the personnel manager takes it to the general manager. */
  passUp: command()({ access: 'complaint.oversee', input: z.strictObject({ id, reason: prose(500).min(1) }) }),
  decide: command()({
    access: 'complaint.read',
    input: z.strictObject({
      id,
      granted: z.boolean(),
      opinion: prose(500).default(''),
      /** From which day on it counts; needed where it is agreed to. */
      effectiveOn: day.optional(),
      signature: secret,
    }),
  }),
  /** The notice was given to the person, or to everybody. */
  tell: command()({ access: 'complaint.oversee', input: z.strictObject({ id }) }),
  /** It stays to be seen with the reason. */
  withdraw: command()({
    access: 'complaint.read',
    input: z.strictObject({ id, reason: prose(500).min(1), signature: secret }),
  }),
} as const;
