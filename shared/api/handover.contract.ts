import { z } from 'zod';
import { command, query } from './contract';
import type { Originality, Part } from './dossier.contract';
import { day, id, line, prose, requiredLine, secret } from './fields';

export const HANDOVER_KINDS = ['aToB', 'bToArchive'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

export const HANDOVER_STATES = ['given', 'accepted', 'sentBack', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** One line of the list as it was signed, and what the receiver found. */
export interface HandoverItem {
  id: number;
  part: Part;
  /** Running number within the volume; `undefined` in the annex. */
  no?: number;
  title: string;
  documentNo: string;
  datedOn?: string;
  responsible: string;
  originality: Originality;
  copies: number;
  pages: number;
  /** First and last page in the volume; `undefined` in the annex. */
  pageFrom?: number;
  pageTo?: number;
  signatureComplete: boolean;
  remarks: string;
  /** The volume that it is bound in. */
  volume: number;
  /** `undefined` until the receiver has looked. */
  pagesFound?: number;
  checkRemark: string;
  /** 鸿借字第001号-合1: what the item was numbered when the archive took it over; not part of what was signed. */
  contractCode?: string;
}

export interface SignatureView {
  staffId: number;
  /** As it was when the person signed. */
  name: string;
  role: 'giver' | 'receiver' | 'a' | 'b' | 'archivist' | 'withdrawer';
  at: string;
  /** SHA-256 of what was signed. */
  contentHash: string;
}

export interface HandoverRow {
  id: number;
  no: string;
  kind: HandoverKind;
  state: HandoverState;
  dossierId: number;
  dossier: string;
  /** Empty where the dossier is about nobody. */
  client: string;
  /** Of a dossier without a project: its keeper gives it straight to the archive. */
  byKeeper: boolean;
  giverId: number;
  giver: string;
  /** For bToArchive: whoever checks as archivist; `undefined` until accepted or sent back. */
  receiverId?: number;
  receiver?: string;
  /** Last day for this step; `undefined` when nothing sets a limit. */
  dueOn?: string;
  /** The limit by the procedure, where an approver has put it off. */
  extendedFrom?: string;
  givenOn: string;
  closedOn?: string;
  lateDays: number;
  reason: string;
}

export interface HandoverView extends HandoverRow {
  /** Absent where there is no project. */
  aManagerId?: number;
  aManager?: string;
  /** B, or the keeper where there is no project. */
  bManagerId: number;
  bManager: string;
  archiveNo?: string;
  items: HandoverItem[];
  signatures: SignatureView[];
  itemCount: number;
  pageCount: number;
  checkedCount: number;
  differences: number;
  /** May the person signed in check and decide now? */
  checkable: boolean;
  notCheckableBecause?: string;
}

/** `open`: owed, and not late yet. */
export const STEP_CHOICES = ['all', 'inTime', 'late', 'lateGiven', 'lateOpen', 'open', 'extended'] as const;
export type StepChoice = (typeof STEP_CHOICES)[number];

/** A handover that was due: given, or still owed. What was sent back or taken back is owed again. */
export interface StepRow {
  dossierId: number;
  dossier: string;
  client: string;
  byKeeper: boolean;
  kind: HandoverKind;
  /** Who gave it, or owes it. */
  staffId: number;
  staff: string;
  dueOn: string;
  extendedFrom?: string;
  handoverId?: number;
  no?: string;
  givenOn?: string;
  /** Calendar days past the limit when it was given, or as of today; and how many of them were working days. */
  lateDays: number;
  lateWorkingDays: number;
}

/** The steps of one person whose limits fall into one month. */
export interface LatenessRow {
  staffId: number;
  staff: string;
  /** YYYY-MM. */
  month: string;
  due: number;
  inTime: number;
  lateGiven: number;
  lateOpen: number;
  /** Owed, and not late yet. */
  open: number;
  /** Of all of them: such as had been put off. */
  extended: number;
  lateDays: number;
  lateWorkingDays: number;
}

export const stepFilter = z.strictObject({
  which: z.enum(STEP_CHOICES).default('late'),
  /** First and last day of the limits. */
  from: day.default('1900-01-01'),
  to: day.default('2200-12-31'),
  staffId: id.optional(),
});

const STEP_TABLES = ['handover', 'extension', 'dossier', 'project', 'client', 'staff', 'holiday', 'calendar_year'];

const placeInput = z.strictObject({
  room: requiredLine(20),
  cabinet: requiredLine(20),
  shelf: requiredLine(20),
  box: requiredLine(20),
});

/** As many as a list shows, the latest first; more of them are narrowed or exported. */
export const MOST_HANDOVERS = 1_000;

export const handoverFilter = z.strictObject({
  dossierId: id.optional(),
  openOnly: z.boolean().default(false),
  lateOnly: z.boolean().default(false),
});

export const handover = {
  /** At most MOST_HANDOVERS of them, the latest first. */
  list: query<HandoverRow[]>()({
    access: 'dossier.read',
    reads: ['handover', 'extension', 'dossier', 'project', 'client', 'staff'],
    input: handoverFilter,
  }),
  /** How many there are, not only as many as the list shows. */
  count: query<number>()({ access: 'dossier.read', reads: ['handover'], input: handoverFilter }),
  /** Handovers that were due, given or not: at most 500, the latest limit first; `total` says how many there are. */
  steps: query<{ rows: StepRow[]; total: number }>()({
    access: 'dossier.read',
    reads: STEP_TABLES,
    input: stepFilter,
  }),
  /** By person and month of the limit. */
  lateness: query<LatenessRow[]>()({
    access: 'dossier.read',
    reads: STEP_TABLES,
    input: z.strictObject({ year: z.int().min(1980).max(2200) }),
  }),
  show: query<HandoverView>()({
    access: 'dossier.read',
    reads: [
      ...[
        'handover',
        'handover_item',
        'signature',
        'extension',
        'dossier',
        'dossier_item',
        'project',
        'client',
        'staff',
      ],
      // Who may check it.
      ...['staff_position', 'permission'],
    ],
    input: z.strictObject({ id }),
  }),
  /** A (aToB) or B (bToArchive) hands the list over and signs it; the list is frozen as a snapshot. */
  give: command<{ id: number; no: string }>()({
    access: 'handover.give',
    input: z.strictObject({
      dossierId: id,
      kind: z.enum(HANDOVER_KINDS),
      revision: z.int().min(0),
      /** Typed by the giver, whoever is signed in. */
      signature: secret,
    }),
  }),
  /** Before it is accepted the giver takes it back; the signed list stays readable as withdrawn. */
  withdraw: command()({
    access: 'handover.give',
    input: z.strictObject({
      id,
      reason: prose(500).min(1),
      /** The giver's, whoever is signed in. */ signature: secret,
    }),
  }),
  /** What the receiver found, item by item; may be called as often as wanted until it is decided. */
  check: command()({
    access: 'handover.check',
    input: z.strictObject({
      id,
      found: z
        .array(
          z.strictObject({
            itemId: id,
            pagesFound: z.int().min(0).max(9999).nullable(),
            remark: line(200).default(''),
          }),
        )
        .min(1)
        .max(10_000),
    }),
  }),
  /** Not accepted: back to the giver with the reason, signed by the receiver. */
  sendBack: command()({
    access: 'handover.check',
    input: z.strictObject({ id, reason: prose(500).min(1), signature: secret }),
  }),
  /** B takes the papers over from A. */
  acceptAtB: command()({ access: 'handover.check', input: z.strictObject({ id, signature: secret }) }),
  /** The archive takes the papers over: A, B and the archivist sign, the number is given, the place written. */
  acceptAtArchive: command<{ archiveNo: string }>()({
    access: 'handover.accept',
    input: z.strictObject({
      id,
      place: placeInput,
      /** A signs for the papers of a project only. */
      signatures: z.strictObject({ a: secret.optional(), b: secret, archivist: secret }),
    }),
  }),
} as const;
