import { z } from 'zod';
import {
  type BorrowingRow,
  type BorrowingTerm,
  type BorrowingView,
  CONDITIONS,
  type Lendable,
  MOST_BORROWED,
  type RecordBorrowings,
  thing,
  WAYS,
} from './borrowing-slip.contract';
import { command, query } from './contract';
import { day, id, line, nothing, prose, requiredLine, secret } from './fields';
import { POSITIONS } from './people.contract';

export const BORROWING_CHOICES = ['all', 'mine', 'waiting', 'toLend', 'out', 'overdue'] as const;
export const borrowingFilter = z.strictObject({
  which: z.enum(BORROWING_CHOICES).default('all'),
  text: line(100).default(''),
  borrowerId: id.optional(),
});
export type BorrowingFilter = z.output<typeof borrowingFilter>;
/** At most so many rows at once; `total` says how many there are. */
export const MOST_BORROWINGS = 1_000;

const slip = z.strictObject({
  /** A draft that goes on. */
  id: id.optional(),
  /** Whoever is signed in, when it is left out; only an archivist writes for others. */
  borrowerId: id.optional(),
  things: z.array(thing).max(MOST_BORROWED),
  purpose: prose(500),
  way: z.enum(WAYS),
  /** What the rule says, when it is left out. */
  dueOn: day.optional(),
  contact: line(100).default(''),
  outsiderName: line(40).default(''),
  outsiderOrganisation: line(100).default(''),
  outsiderDocument: line(100).default(''),
  remarks: line(200).default(''),
  repeatsId: id.optional(),
});
export type SlipInput = z.output<typeof slip>;

/** The two who open the safe, where title documents are on it. */
const atSafe = { custodianId: id.optional(), secondId: id.optional() };
const safeSecrets = { custodian: secret.optional(), second: secret.optional() };
const opinion = line(500).default('');

const returned = z.strictObject({
  lineId: id,
  /** Pages or pieces that have come back now. */
  found: z.int().min(0).max(999_999),
  condition: z.enum(CONDITIONS).default('good'),
  remarks: line(200).default(''),
  /** Of what is not there: what it is, who answers for it, until when. */
  missing: line(200).default(''),
  responsibleId: id.optional(),
  dueOn: day.optional(),
  /** Where a title document lies again. */
  compartmentId: id.optional(),
});
export type ReturnedInput = z.output<typeof returned>;

const SLIP_READS = ['borrowing', 'borrowing_line', 'borrowing_renewal', 'staff', 'department', 'title_slip'];
const THING_READS = [
  'dossier',
  'dossier_item',
  'record_class',
  'place',
  'title',
  'title_movement',
  'title_slip',
  'safe',
];
const MAY_READS = ['staff_position', 'staff_charge', 'permission', 'credential'];

export const borrowing = {
  /** Slips of everybody for those who keep the archive or lead; of the own ones for everybody else. The newest first. */
  list: query<{ rows: BorrowingRow[]; total: number }>()({
    access: 'borrowing.ask',
    reads: [...SLIP_READS, ...MAY_READS, 'dossier', 'dossier_item', 'title'],
    input: borrowingFilter,
  }),
  counts: query<Record<(typeof BORROWING_CHOICES)[number], number>>()({
    access: 'borrowing.ask',
    reads: [...SLIP_READS, ...MAY_READS],
    input: nothing,
  }),
  show: query<BorrowingView>()({
    access: 'borrowing.ask',
    reads: [
      ...SLIP_READS,
      ...THING_READS,
      ...MAY_READS,
      ...['borrowing_return', 'borrowing_return_line', 'borrowing_settlement', 'borrowing_signature'],
      ...['project', 'client', 'compartment', 'disposal', 'disposal_line'],
    ],
    input: z.strictObject({ id }),
  }),
  /** Things by what was typed or scanned; who may not read dossiers finds them by their whole number only. */
  find: query<Lendable[]>()({
    access: 'borrowing.ask',
    reads: [
      ...THING_READS,
      ...SLIP_READS,
      ...MAY_READS,
      'project',
      'client',
      'compartment',
      'disposal',
      'disposal_line',
    ],
    input: z.strictObject({ text: line(100) }),
  }),
  /** These things as they stand now: what a draft in the window still means. */
  things: query<Lendable[]>()({
    access: 'borrowing.ask',
    reads: [
      ...THING_READS,
      ...SLIP_READS,
      ...MAY_READS,
      'project',
      'client',
      'compartment',
      'disposal',
      'disposal_line',
    ],
    input: z.strictObject({ things: z.array(thing).max(MOST_BORROWED) }),
  }),
  /** The day by which they are to be back by the rules, for that borrower and way. */
  weigh: query<{ dueOn: string; days: number; direct: boolean; approvers: string[] }>()({
    access: 'borrowing.ask',
    reads: [
      'borrowing_term',
      ...THING_READS,
      ...SLIP_READS,
      ...MAY_READS,
      'project',
      'client',
      'disposal',
      'disposal_line',
    ],
    input: z.strictObject({
      things: z.array(thing).max(MOST_BORROWED),
      way: z.enum(WAYS),
      borrowerId: id.optional(),
    }),
  }),
  /** What was asked for, what is out and who waits, of one dossier with its papers. */
  ofDossier: query<RecordBorrowings>()({
    access: 'dossier.read',
    reads: ['borrowing', 'borrowing_line', 'borrowing_queue', 'staff', 'dossier', 'dossier_item', 'title'],
    input: z.strictObject({ id }),
  }),
  ofTitle: query<RecordBorrowings>()({
    access: 'title.read',
    reads: ['borrowing', 'borrowing_line', 'borrowing_queue', 'staff', 'dossier', 'dossier_item', 'title'],
    input: z.strictObject({ id }),
  }),
  terms: query<BorrowingTerm[]>()({
    access: 'borrowing.ask',
    reads: ['borrowing_term', 'record_class'],
    input: nothing,
  }),

  /** Keeps a slip that is not complete yet. */
  draft: command<{ id: number }>()({ access: 'borrowing.ask', input: slip }),
  /** To whoever decides on it; of an executive, straight to the archivist. */
  submit: command<{ id: number; no: string }>()({ access: 'borrowing.ask', input: slip }),
  approve: command()({ access: 'borrowing.approve', input: z.strictObject({ id, opinion, signature: secret }) }),
  reject: command()({
    access: 'borrowing.approve',
    input: z.strictObject({ id, opinion: requiredLine(500), signature: secret }),
  }),
  /** Given up before anything was lent. */
  cancel: command()({ access: 'borrowing.ask', input: z.strictObject({ id, reason: prose(500).min(1) }) }),
  /** The archivist lends, the borrower signs; title documents leave the safe with its two signers. All in one. */
  lend: command<{ titleSlipId?: number }>()({
    access: 'borrowing.lend',
    input: z.strictObject({
      id,
      /** All that is asked for, when it is left out. */
      lineIds: z.array(id).min(1).max(MOST_BORROWED).optional(),
      copies: z.array(z.strictObject({ lineId: id, copies: z.int().min(0).max(9_999) })).default([]),
      ...atSafe,
      signatures: z.strictObject({ archivist: secret, borrower: secret, ...safeSecrets }),
    }),
  }),
  /** Comes back, line by line; a second person confirms what was found. */
  giveBack: command<{ titleSlipId?: number }>()({
    access: 'borrowing.lend',
    input: z.strictObject({
      id,
      lines: z.array(returned).min(1).max(MOST_BORROWED),
      confirmerId: id,
      ...atSafe,
      signatures: z.strictObject({ archivist: secret, confirmer: secret, ...safeSecrets }),
    }),
  }),
  renew: command<{ id: number }>()({
    access: 'borrowing.ask',
    input: z.strictObject({ id, newDueOn: day, reason: prose(500).min(1) }),
  }),
  decideRenewal: command()({
    access: 'borrowing.approve',
    input: z.strictObject({ renewalId: id, granted: z.boolean(), opinion, signature: secret }),
  }),
  /** What is missing will not come back: an executive gives it up. */
  settle: command()({
    access: 'borrowing.approve',
    input: z.strictObject({ lineId: id, reason: prose(500).min(1), signature: secret }),
  }),
  /** Waits for something that is out. */
  queue: command<{ id: number }>()({ access: 'borrowing.ask', input: thing }),
  leaveQueue: command()({ access: 'borrowing.ask', input: z.strictObject({ id }) }),
  setTerm: command()({
    access: 'class.manage',
    input: z.strictObject({
      classId: id.optional(),
      position: z.enum(POSITIONS).optional(),
      days: z.int().min(1).max(366),
    }),
  }),
  dropTerm: command()({ access: 'class.manage', input: z.strictObject({ id }) }),
} as const;
