import { DOSSIER_STATES, type DossierState, SECRECIES } from '../../../shared/api/dossier.contract';
import type { LedgerGroup, LedgerQuestion, LedgerSums } from '../../../shared/api/ledger.contract';
import { addDays, type Day } from '../../../shared/calendar/working-days';
import { type Columns, held } from './held-columns';

export type LedgerFilter = LedgerQuestion['filter'];

/** What only the database knows: what a text, a place or a remark means. */
export interface Looked {
  /** 1 at the place of each dossier that is found; `undefined` where no text is asked for. */
  found: Uint8Array | undefined;
  /** 1 at the id of each place. */
  places: Uint8Array | undefined;
  /** 1 at the place of each dossier that passes: for remarks, for the words of a column of its own, for who has it. */
  others: readonly Uint8Array[];
}

const HIGHEST = 2 ** 31 - 1;

// Short loops over one list of numbers, without a branch in them: a million of them take a millisecond or two, where a function a row
// would take twenty, and a branch that is taken every third time, ten.
function keepEqual(mask: Uint8Array, column: Int32Array, end: number, wanted: number): void {
  for (let at = 1; at < end; at += 1) mask[at] = (mask[at] as number) & Number(column[at] === wanted);
}
function keepBetween(mask: Uint8Array, column: Int32Array, end: number, from: number, to: number): void {
  for (let at = 1; at < end; at += 1) {
    const value = column[at] as number;
    mask[at] = (mask[at] as number) & Number(value >= from) & Number(value <= to);
  }
}
function keepOutside(mask: Uint8Array, column: Int32Array, end: number, from: number, to: number): void {
  for (let at = 1; at < end; at += 1) {
    const value = column[at] as number;
    mask[at] = (mask[at] as number) & (Number(value < from) | Number(value > to));
  }
}
function keepListed(mask: Uint8Array, column: Int32Array, end: number, listed: Uint8Array): void {
  for (let at = 1; at < end; at += 1) mask[at] = (mask[at] as number) & (listed[column[at] as number] as number);
}
function keepNotAfter(mask: Uint8Array, column: Int32Array, other: Int32Array, end: number): void {
  for (let at = 1; at < end; at += 1)
    mask[at] = (mask[at] as number) & Number((column[at] as number) <= (other[at] as number));
}
function keepMarked(mask: Uint8Array, end: number, marked: Uint8Array): void {
  for (let at = 1; at < end; at += 1) mask[at] = (mask[at] as number) & (marked[at] as number);
}
function keepAnyOf(mask: Uint8Array, columns: readonly Int32Array[], end: number, wanted: number): void {
  const [a, b, c] = columns as [Int32Array, Int32Array, Int32Array];
  for (let at = 1; at < end; at += 1)
    mask[at] = (mask[at] as number) & (Number(a[at] === wanted) | Number(b[at] === wanted) | Number(c[at] === wanted));
}

const numberOf = (state: DossierState) => DOSSIER_STATES.indexOf(state) + 1;
const marked = (...states: DossierState[]): Uint8Array => {
  const table = new Uint8Array(DOSSIER_STATES.length + 1);
  for (const state of states) table[numberOf(state)] = 1;
  return table;
};
/** On the shelf or lent from it. */
export const ON_SHELF = marked('received', 'partlyLent', 'lent');
const UNDERWAY = marked('collecting', 'underReview');

function keepGroup(mask: Uint8Array, { of, end }: Columns, group: LedgerGroup, today: Day): void {
  const now = held(today);
  if (group === 'underway') keepListed(mask, of.state, end, UNDERWAY);
  else if (group === 'receivedThisMonth') keepBetween(mask, of.receivedOn, end, held(`${today.slice(0, 7)}-01`), now);
  else keepListed(mask, of.state, end, ON_SHELF);
  if (group === 'dueForAppraisal') {
    keepBetween(mask, of.keepUntil, end, 1, now - 1);
    keepNotAfter(mask, of.appraisedOn, of.keepUntil, end);
  }
  if (group === 'withoutPlace') keepEqual(mask, of.placeId, end, 0);
}

type Span = readonly [column: Int32Array, from: string | number | undefined, to: string | number | undefined];

/** Days are held as numbers; where there is none (0) a span that begins nowhere does not take it in. */
function keepSpans(mask: Uint8Array, { of, end }: Columns, filter: LedgerFilter): void {
  const days: Span[] = [
    [of.receivedOn, filter.receivedFrom, filter.receivedTo],
    [of.endedOn, filter.endedFrom, filter.endedTo],
    [of.keepUntil, filter.keptFrom, filter.keptTo],
    [of.dueOn, filter.dueFrom, filter.dueTo],
  ];
  const counts: Span[] = [
    [of.items, filter.itemsFrom, filter.itemsTo],
    [of.pages, filter.pagesFrom, filter.pagesTo],
    [of.volumes, filter.volumesFrom, filter.volumesTo],
  ];
  for (const [column, from, to] of days)
    if (from !== undefined || to !== undefined)
      keepBetween(
        mask,
        column,
        end,
        from === undefined ? 1 : held(String(from)),
        to === undefined ? HIGHEST : held(String(to)),
      );
  for (const [column, from, to] of counts)
    if (from !== undefined || to !== undefined)
      keepBetween(mask, column, end, Number(from ?? 0), Number(to ?? HIGHEST));
}

/** So many days late is a limit so many days ago; what is in time, or has no limit, is no day late. */
function keepLate(mask: Uint8Array, { of, end }: Columns, { lateFrom = 0, lateTo }: LedgerFilter, today: Day): void {
  if (lateFrom > 0) keepBetween(mask, of.dueOn, end, 1, held(addDays(today, -lateFrom)));
  if (lateTo !== undefined) keepOutside(mask, of.dueOn, end, 1, held(addDays(today, -lateTo - 1)));
}

/** Leaves 1 in `mask` at the place of each dossier that passes the filter. */
export function sieve(mask: Uint8Array, columns: Columns, filter: LedgerFilter, looked: Looked, today: Day): void {
  const { of, there, end } = columns;
  mask.set(there.subarray(0, end));
  if (looked.found) keepMarked(mask, end, looked.found);
  for (const marks of looked.others) keepMarked(mask, end, marks);
  if (looked.places) keepListed(mask, of.placeId, end, looked.places);
  const equal: readonly (readonly [Int32Array, number | undefined])[] = [
    [of.classId, filter.classId],
    [of.year, filter.year],
    [of.state, filter.state && numberOf(filter.state)],
    [of.retentionId, filter.retentionId],
    [of.secrecy, filter.secrecy && SECRECIES.indexOf(filter.secrecy) + 1],
    [of.clientId, filter.clientId],
    [of.keeperId, filter.keeperId],
    [of.aManagerId, filter.aManagerId],
    [of.bManagerId, filter.bManagerId],
    [of.imported, filter.imported === undefined ? undefined : Number(filter.imported)],
  ];
  for (const [column, wanted] of equal) if (wanted !== undefined) keepEqual(mask, column, end, wanted);
  if (filter.group) keepGroup(mask, columns, filter.group, today);
  if (filter.managerId !== undefined)
    keepAnyOf(mask, [of.aManagerId, of.bManagerId, of.keeperId], end, filter.managerId);
  if (filter.lateOnly) keepBetween(mask, of.dueOn, end, 1, held(today) - 1);
  keepLate(mask, columns, filter, today);
  keepSpans(mask, columns, filter);
}

/** What the dossiers that are marked add up to. */
export function sumsOf(mask: Uint8Array, { of, end }: Columns): LedgerSums {
  const { volumes, items, pages } = of;
  let [total, volumeSum, itemSum, pageSum] = [0, 0, 0, 0];
  for (let at = 1; at < end; at += 1) {
    const by = mask[at] as number;
    total += by;
    volumeSum += by * (volumes[at] as number);
    itemSum += by * (items[at] as number);
    pageSum += by * (pages[at] as number);
  }
  return { total, volumes: volumeSum, items: itemSum, pages: pageSum };
}
