import { z } from 'zod';
import { command, query } from './contract';
import { dossier, PARTS, type Part } from './dossier.contract';
import { day, id, line, prose, requiredLine, secret } from './fields';

export const SUPPLEMENT_FAULTS = ['missing', 'unsigned'] as const;
export type SupplementFault = (typeof SUPPLEMENT_FAULTS)[number];
/** `handedIn`: the receiver has still to look. `withdrawn`: the checker no longer demands it. */
export const LINE_STATES = ['open', 'handedIn', 'cleared', 'withdrawn'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What was handed in for a line, and what the receiver found. */
export interface Delivery {
  pages: number;
  handedOn: string;
  /** As the person was called when he or she signed. */
  giver: string;
  givenAt: string;
  giverHash: string;
  state: 'waiting' | 'confirmed' | 'returned';
  closedOn?: string;
  receiver?: string;
  decidedAt?: string;
  pagesFound?: number;
  remark: string;
  receiverHash?: string;
}

export interface SupplementLine {
  id: number;
  /** Number on the list. */
  no: number;
  title: string;
  fault: SupplementFault;
  basis: string;
  part: Part;
  itemId?: number;
  state: LineState;
  closedOn?: string;
  /** Who no longer demands it, and why. */
  withdrawer?: string;
  withdrawnAt?: string;
  reason: string;
  withdrawnHash?: string;
  /** The earliest first: what came back may be handed in again. */
  deliveries: Delivery[];
}

export interface SupplementRow {
  id: number;
  no: string;
  dossierId: number;
  dossier: string;
  project?: string;
  client?: string;
  handoverId?: number;
  /** Who checks: B, or the archive. */
  side: 'b' | 'archive';
  checker: string;
  responsibleId: number;
  responsible: string;
  issuedOn: string;
  dueOn: string;
  state: 'open' | 'closed';
  closedOn?: string;
  lines: number;
  /** Lines that nobody has handed in, and such as wait for the receiver. */
  open: number;
  handedIn: number;
  /** Calendar days past the due day while lines are open, or when the list was closed. */
  lateDays: number;
}

export interface SupplementView extends Omit<SupplementRow, 'lines'> {
  lines: SupplementLine[];
  signedAt: string;
  contentHash: string;
  /** May the person signed in confirm, give back and withdraw lines? When not, the reason is an errors.json key. */
  receivable: boolean;
  notReceivableBecause?: string;
}

/** Somebody who may have to clear a list. */
export interface Responsible {
  id: number;
  name: string;
  role: 'a' | 'b' | 'keeper';
}

/** Something of a dossier that is missing or unsigned and stands on no open list yet. */
export interface Proposal {
  title: string;
  fault: SupplementFault;
  part: Part;
  itemId?: number;
}

/** A paper that was handed in for a list and confirmed. */
export interface SupplementPaper {
  /** Of the supplement list. */
  no: string;
  title: string;
  fault: SupplementFault;
  part: Part;
  itemId?: number;
  /** As the receiver counted them. */
  pages: number;
  handedOn: string;
}

export interface SupplementsOfDossier {
  /** The latest first. */
  rows: SupplementRow[];
  /** May the person signed in make a list now? When not, the reason is an errors.json key. */
  issuable: boolean;
  notIssuableBecause?: string;
  responsibles: Responsible[];
  proposals: Proposal[];
  /** What was confirmed and does not stand so in the in-volume list yet. */
  unwritten: SupplementPaper[];
  /** The version of the checklist that demands what is missing. */
  checklist?: { name: string; version: number };
  /** The day that is proposed. */
  dueOn: string;
}

export const SUPPLEMENT_CHOICES = ['open', 'late', 'closed', 'all'] as const;
export const supplementFilter = z.strictObject({
  which: z.enum(SUPPLEMENT_CHOICES).default('open'),
  responsibleId: id.optional(),
});

export const MOST_LINES = 200;
const lineInput = z.strictObject({
  title: requiredLine(500),
  fault: z.enum(SUPPLEMENT_FAULTS),
  basis: line(200).default(''),
  part: z.enum(PARTS).default('clientPapers'),
  itemId: id.optional(),
});

const TABLES = ['supplement_list', 'supplement_line', 'dossier', 'project', 'client', 'staff'];
/** Who may do what with it. */
const RIGHTS = ['staff_position', 'permission'];

/** What was found missing or unsigned, and how it is cleared. */
export const supplement = {
  /** At most 500 of them, the latest first; `total` says how many there are. */
  list: query<{ rows: SupplementRow[]; total: number }>()({
    access: 'dossier.read',
    reads: TABLES,
    input: supplementFilter,
  }),
  show: query<SupplementView>()({
    access: 'dossier.read',
    reads: [...TABLES, ...RIGHTS, 'supplement_delivery', 'handover', 'extension'],
    input: z.strictObject({ id }),
  }),
  ofDossier: query<SupplementsOfDossier>()({
    access: 'dossier.read',
    // What is missing is looked up as the dossier's own page does it.
    reads: [...new Set([...dossier.show.reads, ...TABLES, ...RIGHTS, 'department', 'supplement_delivery'])],
    input: z.strictObject({ dossierId: id }),
  }),
  /** The checker signs what is missing or unsigned. */
  issue: command<{ id: number; no: string }>()({
    access: 'handover.check',
    input: z.strictObject({
      dossierId: id,
      responsibleId: id,
      dueOn: day,
      lines: z.array(lineInput).min(1).max(MOST_LINES),
      signature: secret,
    }),
  }),
  /** Whoever is responsible hands papers in and signs, whoever is signed in. */
  handIn: command()({
    access: 'dossier.read',
    input: z.strictObject({
      id,
      lines: z
        .array(z.strictObject({ lineId: id, pages: z.int().min(1).max(9999) }))
        .min(1)
        .max(MOST_LINES),
      signature: secret,
    }),
  }),
  /** The receiver has counted the pages and signs for them. */
  confirm: command()({
    access: 'handover.check',
    input: z.strictObject({
      id,
      lines: z
        .array(z.strictObject({ lineId: id, pagesFound: z.int().min(0).max(9999), remark: line(200).default('') }))
        .min(1)
        .max(MOST_LINES),
      signature: secret,
    }),
  }),
  /** Not as it should be: the line is open again. */
  giveBack: command()({
    access: 'handover.check',
    input: z.strictObject({
      id,
      lineIds: z.array(id).min(1).max(MOST_LINES),
      reason: prose(500).min(1),
      signature: secret,
    }),
  }),
  /** The checker no longer demands these lines. */
  withdraw: command()({
    access: 'handover.check',
    input: z.strictObject({
      id,
      lineIds: z.array(id).min(1).max(MOST_LINES),
      reason: prose(500).min(1),
      signature: secret,
    }),
  }),
} as const;
