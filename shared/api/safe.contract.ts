import { z } from 'zod';
import { command, query } from './contract';
import { day, id, line, prose, requiredLine, secret } from './fields';
import { closing, type SafeSignature } from './safe-closing.contract';
import { MOVEMENT_READS, type TitleKind, type TitlePlace } from './title-fields';
import type { SlipKind } from './title-move.contract';

export interface Compartment {
  id: number;
  name: string;
  /** Where it is drawn, from 1. */
  row: number;
  col: number;
  retiredOn?: string;
}

/** Who holds a key (by its number) or the combination now. */
export interface Custody {
  id: number;
  kind: 'key' | 'combination';
  label: string;
  holderId: number;
  holder: string;
  takenOn: string;
}

/** A safe that stands open. */
export interface OpenSafe {
  openingId: number;
  safeId: number;
  safe: string;
  openedOn: string;
  openedAt: string;
  reason: string;
  operator: string;
  second: string;
}

export interface SafeRow {
  id: number;
  name: string;
  place: string;
  retiredOn?: string;
  compartments: Compartment[];
  custody: Custody[];
  open?: OpenSafe;
}

/** Pieces of a title in one compartment. */
export interface HeldTitle {
  titleId: number;
  kind: TitleKind;
  name: string;
  certificateNo: string;
  owner: string;
  quantity: number;
  expiresOn?: string;
  projectId: number;
  number: string;
  client: string;
  /** Since when, by which slip and on what paper, and who signed it. */
  since: string;
  slipId: number;
  slipNo: string;
  basis: string;
  operator: string;
  second: string;
}
/** Pieces that belong there and are somewhere else. */
export interface AwayTitle extends HeldTitle {
  place: Extract<TitlePlace, 'lent' | 'registration' | 'missing'>;
  party: string;
  dueOn?: string;
}
export interface CompartmentContents extends Compartment {
  pieces: number;
  titles: HeldTitle[];
  away: AwayTitle[];
}
/** What was in a safe at the end of a day. */
export interface SafeContents {
  safeId: number;
  name: string;
  place: string;
  on: string;
  compartments: CompartmentContents[];
  pieces: number;
  /** Pieces with a borrower, at the registry, or not found at a stocktake. */
  away: number;
  /** Of these the pieces whose day is over. */
  overdue: number;
  /** Titles of the safe that expire soon or have expired. */
  expiring: number;
  opening: number;
  came: number;
  went: number;
}

/** One holder after the other of a key or the combination. */
export interface CustodyRow extends Custody {
  safeId: number;
  safe: string;
  endedOn?: string;
  reason: string;
  giver?: string;
  /** Why an executive signed in the giver's place. */
  absence: string;
  supervisor: string;
  signatures: SafeSignature[];
}

/** What moved while a safe was open. */
export interface OpeningSlip {
  id: number;
  no: string;
  kind: SlipKind;
  came: number;
  went: number;
  /** Pieces from one compartment of the safe to another. */
  moved: number;
}
export interface OpeningRow {
  id: number;
  safeId: number;
  safe: string;
  openedOn: string;
  openedAt: string;
  closedAt?: string;
  reason: string;
  operator: string;
  second: string;
  slips: OpeningSlip[];
}

/** As many as a picture of one safe still shows. */
export const MOST_ROWS = 20;
export const MOST_COLUMNS = 12;
/** At most so many openings of a range are shown; `total` says how many there are. */
export const MOST_OPENINGS = 1_000;

export const openingFilter = z.strictObject({ safeId: id.optional(), from: day, to: day });
export type OpeningFilter = z.output<typeof openingFilter>;

const because = prose(500).min(1);
const two = z.strictObject({ operator: secret, second: secret });
const row = z.int().min(1).max(MOST_ROWS);
const col = z.int().min(1).max(MOST_COLUMNS);

export const safe = {
  list: query<SafeRow[]>()({
    access: 'title.read',
    reads: ['safe', 'compartment', 'safe_custody', 'safe_opening', 'staff'],
    input: z.strictObject({}),
  }),
  /** What is in it now, or was at the end of a day. */
  contents: query<SafeContents>()({
    access: 'title.read',
    reads: MOVEMENT_READS,
    input: z.strictObject({ safeId: id, on: day.optional() }),
  }),
  /** Every holder of its keys and its combination, the present ones first. */
  custody: query<CustodyRow[]>()({
    access: 'title.read',
    reads: ['safe', 'safe_custody', 'safe_signature', 'staff'],
    input: z.strictObject({ safeId: id }),
  }),
  openings: query<{ rows: OpeningRow[]; total: number }>()({
    access: 'title.read',
    reads: ['safe', 'compartment', 'safe_opening', 'safe_opening_slip', 'title_slip', 'title_movement', 'staff'],
    input: openingFilter,
  }),
  /** A new safe with its compartments (1-1, 1-2, …), whose key and combination go to two different people before a third. */
  register: command<{ id: number }>()({
    access: 'safe.manage',
    input: z.strictObject({
      name: requiredLine(40),
      place: requiredLine(100),
      rows: row,
      columns: col,
      keyLabel: requiredLine(20),
      keyHolderId: id,
      combinationHolderId: id,
      supervisorId: id,
      reason: because,
      signatures: z.strictObject({ keyHolder: secret, combinationHolder: secret, supervisor: secret }),
    }),
  }),
  rename: command()({
    access: 'safe.manage',
    input: z.strictObject({ safeId: id, name: requiredLine(40), place: requiredLine(100), reason: because }),
  }),
  /** A new compartment, or a retired one in its place once more. */
  addCompartment: command<{ id: number }>()({
    access: 'safe.manage',
    input: z.strictObject({ safeId: id, name: requiredLine(20), row, col }),
  }),
  /** Only an empty one. */
  retireCompartment: command()({
    access: 'safe.manage',
    input: z.strictObject({ compartmentId: id, reason: because }),
  }),
  /** Only an empty one whose days are closed; keys and combination end with it. */
  retire: command()({ access: 'safe.manage', input: z.strictObject({ safeId: id, reason: because }) }),
  /**
   * A key or the combination goes to somebody else: who has it, who gets it and a third sign. Where the holder cannot, an executive
   * signs instead and says why; an executive signs for a spare key that nobody had before. The combination may be changed by whoever has it.
   */
  entrust: command<{ id: number }>()({
    access: 'safe.manage',
    input: z.strictObject({
      safeId: id,
      kind: z.enum(['key', 'combination']),
      label: line(20).default(''),
      holderId: id,
      supervisorId: id,
      reason: because,
      executiveId: id.optional(),
      absence: prose(500).default(''),
      signatures: z.strictObject({ giver: secret.optional(), holder: secret, supervisor: secret }),
    }),
  }),
  /** Two people open it: one has a key, the other one the combination. */
  open: command<{ id: number }>()({
    access: 'title.keep',
    input: z.strictObject({ safeId: id, secondId: id, reason: because, signatures: two }),
  }),
  close: command()({ access: 'title.keep', input: z.strictObject({ openingId: id }) }),
  ...closing,
} as const;
