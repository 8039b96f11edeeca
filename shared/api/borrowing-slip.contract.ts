import { z } from 'zod';
import type { Secrecy } from './dossier.contract';
import { id } from './fields';
import type { Position } from './people.contract';

/** `overdue` is no state: it is the day. */
export const BORROWING_STATES = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'lent',
  'partlyReturned',
  'closed',
  'cancelled',
] as const;
export type BorrowingState = (typeof BORROWING_STATES)[number];

export const WAYS = ['readHere', 'copy', 'takeAway'] as const;
export type Way = (typeof WAYS)[number];

/** A whole dossier, one paper of it, a title document. */
export const THING_KINDS = ['dossier', 'item', 'title'] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** incomplete: it is back, and some of it is not; settled: what is missing was given up. */
export const LINE_STATES = ['asked', 'notLent', 'lent', 'incomplete', 'returned', 'settled'] as const;
export type LineState = (typeof LINE_STATES)[number];

export const CONDITIONS = ['good', 'damaged'] as const;
export type Condition = (typeof CONDITIONS)[number];

export const BORROWING_ROLES = [
  'approver',
  'lender',
  'borrower',
  'receiver',
  'confirmer',
  'renewer',
  'settler',
] as const;
export type BorrowingRole = (typeof BORROWING_ROLES)[number];

/** One slip has so many lines at most: people read what they sign. */
export const MOST_BORROWED = 100;

export const thing = z.strictObject({ kind: z.enum(THING_KINDS), id });
export type Thing = z.output<typeof thing>;

/** Why something cannot be lent now: a key of errors.json with its words. */
export interface Hindrance {
  reason: string;
  details: Readonly<Record<string, string | number | boolean>>;
}

/** Where something is that is out: with whom, since when, until when, on which slip. */
export interface Whereabouts {
  borrowingId: number;
  no: string;
  borrower: string;
  department: string;
  /** For whom, where somebody outside has it. */
  outsider: string;
  since: string;
  dueOn: string;
  overdueDays: number;
}

/** Something that can be asked for, as it stands now. */
export interface Lendable {
  kind: ThingKind;
  id: number;
  /** Archive number, number of the paper, number of the certificate. */
  number: string;
  name: string;
  secrecy: Secrecy;
  /** Empty for who may not look at the record, as is the quantity. */
  place: string;
  /** Pages; of title documents pieces; 0: not told. */
  quantity: number;
  /** The dossier that a paper lies in. */
  dossierId?: number;
  because?: Hindrance;
  out?: Whereabouts;
}

export interface BorrowingLine {
  id: number;
  ordinal: number;
  kind: ThingKind;
  dossierId?: number;
  itemId?: number;
  titleId?: number;
  number: string;
  name: string;
  secrecy: Secrecy;
  place: string;
  quantity: number;
  state: LineState;
  found: number;
  copies: number;
  returnedOn?: string;
  /** Title of the dossier that a paper lies in. */
  dossier?: string;
}

/** A line as it was found when it came back. */
export interface ReturnedLine {
  lineId: number;
  found: number;
  condition: Condition;
  remarks: string;
  missing: string;
  responsibleId?: number;
  responsible?: string;
  dueOn?: string;
}

export interface ReturnView {
  id: number;
  returnedOn: string;
  receiver: string;
  confirmer: string;
  titleSlipId?: number;
  lines: ReturnedLine[];
}

export interface RenewalView {
  id: number;
  fromDueOn: string;
  newDueOn: string;
  reason: string;
  askedOn: string;
  asker: string;
  state: 'waiting' | 'granted' | 'refused' | 'lapsed';
  direct: boolean;
  decidedOn?: string;
  decider?: string;
  opinion: string;
  waitsDays: number;
}

export interface BorrowingSignature {
  staffId: number;
  /** As it was when the person signed. */
  name: string;
  role: BorrowingRole;
  returnId?: number;
  renewalId?: number;
  lineId?: number;
  at: string;
  contentHash: string;
}

export interface BorrowingRow {
  id: number;
  /** A draft has none. */
  no?: string;
  state: BorrowingState;
  borrowerId: number;
  borrower: string;
  department: string;
  purpose: string;
  way: Way;
  dueOn: string;
  outsiderName: string;
  outsiderOrganisation: string;
  submittedOn?: string;
  decidedOn?: string;
  decider?: string;
  direct: boolean;
  lentOn?: string;
  closedOn?: string;
  /** The first of them, by number and name. */
  first: string;
  things: number;
  /** Still out, also what came back in part. */
  out: number;
  /** Calendar days past its day, while something is out. */
  overdueDays: number;
  /** Calendar days that it has waited: for an approval, or to be fetched. */
  waitsDays: number;
  renewalWaits: boolean;
}

/** What the person can do with a slip now; each that cannot be done says why. */
export const BORROWING_ACTS = ['submit', 'approve', 'reject', 'lend', 'giveBack', 'renew', 'cancel'] as const;
export type BorrowingAct = (typeof BORROWING_ACTS)[number];

export interface BorrowingView extends BorrowingRow {
  madeById: number;
  madeBy: string;
  contact: string;
  outsiderDocument: string;
  remarks: string;
  opinion: string;
  deciderId?: number;
  askedDueOn?: string;
  lender?: string;
  closingReason: string;
  titleSlip?: { id: number; no: string };
  repeats?: { id: number; no: string };
  lines: BorrowingLine[];
  returns: ReturnView[];
  renewals: RenewalView[];
  settlements: { lineId: number; settledOn: string; settler: string; reason: string }[];
  signatures: BorrowingSignature[];
  /** For whoever is signed in. */
  acts: { act: BorrowingAct; because?: Hindrance }[];
  /** May the person decide on the renewal that waits? */
  decidesRenewal: boolean;
  settles: boolean;
  /** Who could approve it. */
  approvers: string[];
}

/** A request or a loan, as the page of a dossier or a title says it. */
export interface BorrowingTrace {
  id: number;
  no: string;
  state: BorrowingState;
  borrower: string;
  outsider: string;
  kind: ThingKind;
  name: string;
  lineState: LineState;
  submittedOn: string;
  dueOn: string;
  lentOn?: string;
  waitsDays: number;
  overdueDays: number;
}
export interface QueueEntry {
  id: number;
  kind: ThingKind;
  name: string;
  staffId: number;
  staff: string;
  joinedOn: string;
  toldOn?: string;
}
export interface RecordBorrowings {
  /** Asked for and not lent yet, the longest waiting first. */
  waiting: BorrowingTrace[];
  out: BorrowingTrace[];
  queue: QueueEntry[];
  /** How often it has been lent. */
  times: number;
}

/** What waits for the person on the desk. */
export interface WaitingBorrowing {
  what: 'approve' | 'renewal' | 'lend' | 'overdue' | 'told' | 'missing' | 'recalled';
  /** The slip; of what is back again, none. */
  borrowingId?: number;
  thing?: Thing;
  dossierId?: number;
  no: string;
  who: string;
  about: string;
  /** Of a note that calls back, how many are still out. */
  things?: number;
  since: string;
  /** Days that it has waited, or past its day. */
  days: number;
}

export interface BorrowingTerm {
  id: number;
  classId?: number;
  className?: string;
  position?: Position;
  days: number;
}
