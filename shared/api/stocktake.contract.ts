import { z } from 'zod';
import { command, query } from './contract';
import { id, prose, requiredLine, secret } from './fields';
import type { TitleKind } from './title-fields';

export const STOCKTAKE_SCOPES = ['full', 'safe', 'sample'] as const;
export type StocktakeScope = (typeof STOCKTAKE_SCOPES)[number];
export const STOCKTAKE_STATES = ['counting', 'counted', 'closed', 'abandoned'] as const;
export type StocktakeState = (typeof STOCKTAKE_STATES)[number];
/** 相符、错位、缺失、借出、账外, in the order in which the result names them. */
export const COUNT_CLASSES = ['agrees', 'misplaced', 'missing', 'out', 'unbooked'] as const;
export type CountClass = (typeof COUNT_CLASSES)[number];

export interface StocktakeRow {
  id: number;
  no: string;
  scope: StocktakeScope;
  state: StocktakeState;
  safeId?: number;
  safe?: string;
  plan: string;
  startedOn: string;
  startedAt: string;
  /** Movements up to this one count. */
  asOf: number;
  sampleSize?: number;
  /** Of a sample: the hash of the event with the number `seedSeq`, by which it was drawn. */
  seed?: string;
  seedSeq?: number;
  firstCounterId: number;
  firstCounter: string;
  secondCounterId: number;
  secondCounter: string;
  /** Pieces taken down so far. */
  counted: number;
  countedOn?: string;
  /** Titles in the scope; while they count only of a sample, whose numbers they may know. */
  population?: number;
  /** By the book, found, and lines that differ: absent until both counters have signed. */
  bookPieces?: number;
  foundPieces?: number;
  differences?: number;
  /** Differences whose cause and action nobody has written yet. */
  unexplained?: number;
  decidedById?: number;
  decidedBy?: string;
  closedOn?: string;
  closingReason: string;
}

/** A compartment that is counted, and how many pieces were taken down there. */
export interface CountedCompartment {
  id: number;
  name: string;
  safeId: number;
  safe: string;
  /** On the blank counting sheet: a scanner chooses the compartment by it. */
  barcode: string;
  counted: number;
}

/** Which certificate a line or an entry is about; nothing but its number where nobody knows it. */
export interface CountedTitle {
  titleId?: number;
  certificateNo: string;
  name?: string;
  kind?: TitleKind;
  owner?: string;
  /** Archive number of its project, or the provisional one. */
  number?: string;
}

export interface CountEntry extends CountedTitle {
  id: number;
  ordinal: number;
  compartmentId: number;
  /** Safe and compartment in words. */
  place: string;
  quantity: number;
  countedById: number;
  countedBy: string;
  countedAt: string;
}

/** A title that a sample wants to be looked for; neither where it should lie nor whether it should be here. */
export interface DrawnTitle extends CountedTitle {
  titleId: number;
  found: boolean;
}

/** Something that happened to a title of a line since the moment of the stocktake. */
export interface MovedMeanwhile {
  slipId: number;
  slipNo: string;
  movedOn: string;
  /** Before both counters had signed. */
  whileCounting: boolean;
  /** By this stocktake: it rests on its number. */
  because: boolean;
}

/** What can be done about a difference once the stocktake is closed; each is an act of two at the safe. */
export const COUNT_REMEDIES = ['declareMissing', 'declareFound', 'move', 'giveBack', 'takeBack'] as const;
export type CountRemedy = (typeof COUNT_REMEDIES)[number];

export interface CountLine extends CountedTitle {
  id: number;
  ordinal: number;
  class: CountClass;
  differs: boolean;
  expectedCompartmentId?: number;
  expectedPlace?: string;
  expectedQuantity: number;
  outQuantity: number;
  foundCompartmentId?: number;
  foundPlace?: string;
  foundQuantity: number;
  cause: string;
  action: string;
  moved: MovedMeanwhile[];
  /** Absent when nothing is left to be done, or not yet. */
  remedy?: CountRemedy;
  /** The borrowing slip on which it is out: what was found all the same comes back there. */
  borrowing?: { id: number; no: string };
}

export interface StocktakeSignature {
  staffId: number;
  /** As it was when the person signed. */
  name: string;
  role: 'firstCounter' | 'secondCounter' | 'executive';
  at: string;
  contentHash: string;
}

/** An open stocktake that waits for somebody: to be counted, explained, or decided on. */
export interface WaitingStocktake {
  id: number;
  no: string;
  plan: string;
  what: 'count' | 'explain' | 'decide';
  since: string;
}

export interface StocktakeView extends StocktakeRow {
  compartments: CountedCompartment[];
  /** The last ones of them, the very last first. */
  entries: CountEntry[];
  /** Of a sample: what is to be looked for, by archive number. */
  drawn: DrawnTitle[];
  /** Nothing until both counters have signed: they count against a list that they do not see. */
  lines: CountLine[];
  classes: { class: CountClass; lines: number; pieces: number }[];
  signatures: StocktakeSignature[];
  /** Slips at the safes since it began. */
  slipsSince: number;
  /** Hash of what an executive signs: whoever signs names what he or she has seen. Absent until both counters have signed. */
  contentHash?: string;
}

/** What was taken down. */
export interface TakenDown extends CountedTitle {
  entryId: number;
  quantity: number;
  /** Of the same certificate in the same compartment, all together. */
  together: number;
}

export const stocktakeFilter = z.strictObject({ openOnly: z.boolean().default(false) });

const LIST_READS = ['stocktake', 'stocktake_entry', 'stocktake_line', 'safe', 'staff'];
const READS = [
  ...LIST_READS,
  ...['stocktake_signature', 'compartment', 'title', 'title_movement', 'title_slip', 'project', 'dossier'],
  ...['borrowing', 'borrowing_line'],
];
export const MOST_EXPLAINED = 500;
/** As many entries as somebody looks back on. */
export const MOST_ENTRIES = 300;

export const stocktake = {
  list: query<StocktakeRow[]>()({ access: 'title.read', reads: LIST_READS, input: stocktakeFilter }),
  show: query<StocktakeView>()({ access: 'title.read', reads: READS, input: z.strictObject({ id }) }),
  /** True as of this moment; a sample is drawn by the hash of the journal's last event. */
  start: command<{ id: number; no: string }>()({
    access: 'title.count',
    input: z.strictObject({
      scope: z.enum(STOCKTAKE_SCOPES),
      safeId: id.optional(),
      sampleSize: z.int().min(1).max(100_000).optional(),
      plan: prose(500).min(1),
      firstCounterId: id,
      secondCounterId: id,
    }),
  }),
  /** One certificate as it lies there: its barcode, its number, or the last digits of it. */
  count: command<TakenDown>()({
    access: 'title.count',
    input: z.strictObject({
      id,
      compartmentId: id,
      certificate: requiredLine(100),
      quantity: z.int().min(1).max(999).default(1),
      /** It is in no book, and is taken down all the same. */
      unknown: z.boolean().default(false),
    }),
  }),
  /** Takes the last entry back. */
  undo: command()({ access: 'title.count', input: z.strictObject({ id, entryId: id }) }),
  /** Both counters sign what they have counted; only now it stands beside the book. */
  sign: command<{ differences: number }>()({
    access: 'title.count',
    input: z.strictObject({ id, signatures: z.strictObject({ firstCounter: secret, secondCounter: secret }) }),
  }),
  /** Why there are differences, and what is to be done. */
  explain: command()({
    access: 'title.count',
    input: z.strictObject({
      id,
      lines: z
        .array(z.strictObject({ lineId: id, cause: prose(500).min(1), action: prose(500).min(1) }))
        .min(1)
        .max(MOST_EXPLAINED),
    }),
  }),
  /** An executive who did not count signs for the result. Nothing moves by that. */
  close: command()({
    access: 'title.approve',
    input: z.strictObject({ id, seen: z.string().max(64), signature: secret }),
  }),
  /** Given up before anybody has signed. */
  abandon: command()({ access: 'title.count', input: z.strictObject({ id, reason: prose(500).min(1) }) }),
} as const;
