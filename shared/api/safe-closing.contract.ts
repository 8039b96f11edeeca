import { z } from 'zod';
import { command, query } from './contract';
import { day, id, secret } from './fields';
import type { TitleKind } from './title-fields';
import type { SlipKind } from './title-move.contract';

export interface SafeSignature {
  staffId: number;
  /** As it was when the person signed. */
  name: string;
  role: 'giver' | 'holder' | 'supervisor' | 'operator' | 'second';
  at: string;
  contentHash: string;
}

/** Pieces of one kind through a day of a safe. */
export interface KindBalance {
  kind: TitleKind;
  opening: number;
  came: number;
  went: number;
  closing: number;
}

/** A slip that moved something in the safe that day. */
export interface DaySlip {
  id: number;
  no: string;
  kind: SlipKind;
  reason: string;
  basis: string;
  came: number;
  went: number;
  moved: number;
}

/** The day of a safe, every kind in its order. */
export interface SafeBalance {
  safeId: number;
  safe: string;
  day: string;
  lines: KindBalance[];
  opening: number;
  came: number;
  went: number;
  closing: number;
  slips: DaySlip[];
  /** Hash of what is signed: whoever signs names what he or she has seen. */
  contentHash: string;
  /** When two people have signed for it. */
  closed?: { id: number; closedAt: string; operator: string; second: string };
  /** Why it cannot be closed now; a key of errors.json with its details. */
  notClosableBecause?: { reason: string; details: Readonly<Record<string, string | number>> };
}

export interface ClosingRow {
  id: number;
  safeId: number;
  safe: string;
  day: string;
  opening: number;
  came: number;
  went: number;
  closing: number;
  closedAt: string;
  operator: string;
  second: string;
}
export interface ClosingView extends ClosingRow {
  lines: KindBalance[];
  slips: DaySlip[];
  signatures: SafeSignature[];
  /** The event in which it was closed, with the first 16 hex digits of its hash. */
  event: { seq: number; code: string };
}

export interface MonthRow {
  id: number;
  month: string;
  closedAt: string;
  closedBy: string;
  second: string;
}
/** Pieces of one safe through a month. */
export interface SafeMonth {
  safe: string;
  opening: number;
  came: number;
  went: number;
  closing: number;
}
export interface Months {
  rows: MonthRow[];
  /** The month that is over and comes next, what moved in it safe by safe, and why it cannot be closed yet. */
  next?: {
    month: string;
    safes: SafeMonth[];
    /** Hash of what is signed: whoever signs names what he or she has seen. */
    contentHash: string;
    notClosableBecause?: NonNullable<SafeBalance['notClosableBecause']>;
  };
}

export const MONTH = /^(19\d\d|2[01]\d\d|2200)-(0[1-9]|1[0-2])$/;
export const closingFilter = z.strictObject({
  safeId: id.optional(),
  from: day.default('1900-01-01'),
  to: day.default('2200-12-31'),
});
export type ClosingFilter = z.output<typeof closingFilter>;

const MOVED_IN = [
  ...['safe', 'compartment', 'safe_closing', 'safe_closing_line', 'safe_opening', 'title', 'title_slip'],
  ...['title_movement', 'title_month', 'project', 'client', 'dossier', 'staff'],
];
const two = z.strictObject({ operator: secret, second: secret });

/** The days and months of the safes. */
export const closing = {
  balance: query<SafeBalance>()({
    access: 'title.read',
    reads: MOVED_IN,
    input: z.strictObject({ safeId: id, day }),
  }),
  closings: query<ClosingRow[]>()({ access: 'title.read', reads: MOVED_IN, input: closingFilter }),
  closing: query<ClosingView>()({
    access: 'title.read',
    reads: [...MOVED_IN, 'safe_signature', 'event'],
    input: z.strictObject({ id }),
  }),
  months: query<Months>()({ access: 'title.read', reads: MOVED_IN, input: z.strictObject({}) }),
  /** Whoever holds a key and whoever holds the combination sign for what is there at the end of the day. */
  closeDay: command<{ id: number }>()({
    access: 'title.keep',
    input: z.strictObject({ safeId: id, day, seen: z.string().max(64), secondId: id, signatures: two }),
  }),
  /** The month is over and all its days are closed: whoever is signed in and an executive sign, and it is read-only. */
  closeMonth: command<{ id: number }>()({
    access: 'title.keep',
    input: z.strictObject({ month: z.string().regex(MONTH), seen: z.string().max(64), secondId: id, signatures: two }),
  }),
} as const;
