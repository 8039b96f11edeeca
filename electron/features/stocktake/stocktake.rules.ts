import { createHash } from 'node:crypto';
import type { CountClass, StocktakeScope, StocktakeSignature } from '../../../shared/api/stocktake.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { halfWidth } from '../../../shared/entry/read-entry';
import { canonicalJson } from '../../db/journal';

/** 权盘〔2026〕001号: stocktakes run through each year. */
export const writeStocktakeNo = (year: string, seq: number): string =>
  `权盘〔${year}〕${String(seq).padStart(3, '0')}号`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Which titles a sample takes: each title's number is written after the seed, those with the smallest SHA-256 come first
 * (docs/journal-format.md). Whoever has seed and numbers draws the same ones.
 */
export function drawSample(seed: string, titleIds: readonly number[], size: number): number[] {
  return titleIds
    .map((id) => ({ id, by: sha256(`${seed}${id}`) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.id - b.id))
    .slice(0, size)
    .map(({ id }) => id);
}

/** Two stocktakes under way at once must not count the same safe. A sample may come from any of them. */
export const overlap = (
  a: { scope: StocktakeScope; safeId?: number | undefined },
  b: { scope: StocktakeScope; safeId?: number | undefined },
): boolean => a.scope !== 'safe' || b.scope !== 'safe' || a.safeId === b.safeId;

/** Pieces of a title in a compartment, by the book or as they were found. */
export interface Lying {
  titleId: number;
  compartmentId: number;
  quantity: number;
}
/** What the book says as of the moment. */
export interface Book {
  /** Within the scope. */
  inside: readonly Lying[];
  /** In safes beyond it: found in the scope, they are misplaced. */
  elsewhere: readonly Lying[];
  /** Pieces with a borrower or at the registry. */
  out: readonly { titleId: number; quantity: number }[];
}
/** What the counters took down; a certificate that nobody knows has only its number. */
export interface Found {
  titleId?: number;
  certificateNo: string;
  compartmentId: number;
  quantity: number;
}
/** The book beside what was found: one class each. */
export interface Compared {
  titleId?: number;
  certificateNo: string;
  expectedCompartmentId?: number;
  expectedQuantity: number;
  outQuantity: number;
  foundCompartmentId?: number;
  foundQuantity: number;
}

/** 相符、错位、缺失、借出、账外: which class a line is. */
export function classOf(
  line: Pick<
    Compared,
    'expectedCompartmentId' | 'expectedQuantity' | 'outQuantity' | 'foundCompartmentId' | 'foundQuantity'
  >,
): CountClass {
  if (line.outQuantity > 0) return 'out';
  if (line.expectedCompartmentId === undefined) return 'unbooked';
  if (line.foundQuantity === 0) return 'missing';
  return line.expectedCompartmentId === line.foundCompartmentId ? 'agrees' : 'misplaced';
}

/** What is out and was not found is as it should be. */
export const differs = (line: Parameters<typeof classOf>[0]): boolean => {
  const its = classOf(line);
  return its === 'out' ? line.foundQuantity > 0 : its !== 'agrees';
};

/** Sums up rows of one key. */
function summed<R extends { quantity: number }>(rows: readonly R[], keyOf: (row: R) => string): R[] {
  const sums = new Map<string, R>();
  for (const row of rows) {
    const before = sums.get(keyOf(row));
    sums.set(keyOf(row), before ? { ...before, quantity: before.quantity + row.quantity } : row);
  }
  return [...sums.values()];
}

/** Puts the book beside what was found: first what is where it should be, then the rest of each title. */
export function compare(book: Book, found: readonly Found[]): Compared[] {
  const known = found.filter((its): its is Found & { titleId: number } => its.titleId !== undefined);
  const unknown = summed(
    found.filter(({ titleId }) => titleId === undefined),
    (its) => `${its.compartmentId} ${its.certificateNo}`,
  );
  const titleIds = [...new Set([...book.inside, ...book.out, ...known].map(({ titleId }) => titleId))];
  const byTitle = groups(book, known);
  return [
    ...titleIds.sort((a, b) => a - b).flatMap((titleId) => ofTitle(titleId, byTitle(titleId))),
    ...unknown.map(({ certificateNo, compartmentId, quantity }) => ({
      ...{ certificateNo, ...NOTHING, foundCompartmentId: compartmentId, foundQuantity: quantity },
    })),
  ];
}

const NOTHING = { expectedQuantity: 0, outQuantity: 0, foundQuantity: 0 };

interface OfTitle {
  inside: Lying[];
  elsewhere: Lying[];
  out: number;
  found: Lying[];
}
/** Rows title by title, read once: a full stocktake has many thousand. */
function groups(book: Book, known: readonly (Found & { titleId: number })[]): (titleId: number) => OfTitle {
  const all = new Map<number, OfTitle>();
  const of = (titleId: number): OfTitle => {
    const its = all.get(titleId) ?? { inside: [], elsewhere: [], out: 0, found: [] };
    all.set(titleId, its);
    return its;
  };
  for (const its of book.inside) of(its.titleId).inside.push({ ...its });
  for (const its of book.elsewhere) of(its.titleId).elsewhere.push({ ...its });
  for (const its of book.out) of(its.titleId).out += its.quantity;
  for (const { titleId, compartmentId, quantity } of known)
    of(titleId).found.push({ titleId, compartmentId, quantity });
  return of;
}

/** The lines of one title. Pieces are taken from what is left on both sides, so that each is in one line. */
function ofTitle(titleId: number, its: OfTitle): Compared[] {
  const lines: Compared[] = [];
  const expected = summed(its.inside, (one) => String(one.compartmentId));
  const found = summed(its.found, (one) => String(one.compartmentId));
  const beyond = summed(its.elsewhere, (one) => String(one.compartmentId));
  const add = (line: Partial<Compared>) => lines.push({ titleId, certificateNo: '', ...NOTHING, ...line });
  const pair = (from: Lying[], to: Lying[], same: boolean, write: (a: Lying, b: Lying, quantity: number) => void) => {
    for (const a of from)
      for (const b of to) {
        if (same && a.compartmentId !== b.compartmentId) continue;
        const quantity = Math.min(a.quantity, b.quantity);
        if (quantity === 0) continue;
        a.quantity -= quantity;
        b.quantity -= quantity;
        write(a, b, quantity);
      }
  };
  const both = (a: Lying, b: Lying, quantity: number) =>
    add({
      ...{ expectedCompartmentId: a.compartmentId, expectedQuantity: quantity },
      ...{ foundCompartmentId: b.compartmentId, foundQuantity: quantity },
    });
  pair(expected, found, true, both);
  pair(expected, found, false, both);
  const out = [{ titleId, compartmentId: 0, quantity: its.out }];
  pair(out, found, false, (_, b, quantity) =>
    add({ outQuantity: quantity, foundCompartmentId: b.compartmentId, foundQuantity: quantity }),
  );
  pair(beyond, found, false, (a, b, quantity) =>
    add({
      expectedCompartmentId: a.compartmentId,
      foundCompartmentId: b.compartmentId,
      foundQuantity: quantity,
    }),
  );
  for (const { compartmentId, quantity } of expected)
    if (quantity > 0) add({ expectedCompartmentId: compartmentId, expectedQuantity: quantity });
  for (const { quantity } of out) if (quantity > 0) add({ outQuantity: quantity });
  for (const { compartmentId, quantity } of found)
    if (quantity > 0) add({ foundCompartmentId: compartmentId, foundQuantity: quantity });
  return lines;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** As few digits as are still a number that somebody read from a certificate. */
const LEAST_DIGITS = 3;
/** What of a number is compared from its end: 第0031876号 ends in 31876. */
const plainOf = (key: string): string => key.replace(/[^0-9A-Z]/g, '');
/** The last digits of a certificate as somebody typed them; `undefined` where it is something else. */
export function digitsIn(typed: string): string | undefined {
  const text = halfWidth(typed).toUpperCase();
  return /^[0-9A-Z]+$/.test(text) && text.length >= LEAST_DIGITS ? text : undefined;
}
export const endsIn = (certificateKey: string, digits: string): boolean => plainOf(certificateKey).endsWith(digits);

type Role = StocktakeSignature['role'];
export interface SignedStocktake {
  no: string;
  scope: StocktakeScope;
  safeId?: number | undefined;
  plan: string;
  startedOn: Day;
  asOf: number;
  population?: number | undefined;
  sampleSize?: number | undefined;
  seed?: string | undefined;
  seedSeq?: number | undefined;
  firstCounterId: number;
  secondCounterId: number;
}

/**
 * SHA-256 of what a role signs (docs/journal-format.md): the counters what they counted, the executive the book beside it with
 * causes and actions.
 */
export function contentHash(
  its: SignedStocktake,
  role: Role,
  counted: readonly Found[],
  lines: readonly (Compared & { cause: string; action: string })[],
): string {
  const { no, scope, safeId, plan, startedOn, asOf, population, sampleSize, seed, seedSeq } = its;
  const { firstCounterId, secondCounterId } = its;
  const head = { no, scope, safeId, plan, startedOn, asOf, population, sampleSize, seed, seedSeq };
  const counters = { firstCounterId, secondCounterId };
  const entries = counted.map(({ titleId, certificateNo, compartmentId, quantity }) => ({
    ...{ titleId, certificateNo, compartmentId, quantity },
  }));
  const result = lines.map((line) => ({
    ...{ titleId: line.titleId, certificateNo: line.certificateNo, cause: line.cause, action: line.action },
    ...{ expectedCompartmentId: line.expectedCompartmentId, expectedQuantity: line.expectedQuantity },
    ...{
      outQuantity: line.outQuantity,
      foundCompartmentId: line.foundCompartmentId,
      foundQuantity: line.foundQuantity,
    },
  }));
  return sha256(canonicalJson({ ...head, ...counters, entries, ...(role === 'executive' && { lines: result }) }));
}

/** An entry as it is signed: a title by its row, what nobody knows by its number. */
export const inHand = ({ titleId, certificateNo, compartmentId, quantity }: Found): Found =>
  titleId === undefined
    ? { certificateNo, compartmentId, quantity }
    : { titleId, certificateNo: '', compartmentId, quantity };

/** A line as it is signed. */
export const ofLine = <L extends Compared>(line: L): L =>
  line.titleId === undefined ? line : { ...line, certificateNo: '' };
