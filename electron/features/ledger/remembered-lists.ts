import type { Database } from 'better-sqlite3';
import type { LedgerQuestion, LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Columns } from './held-columns';
import type { HeldLedger, Since } from './held-ledger';
import { createIdList, type IdList } from './id-list';
import { asksPlace, createLookUp } from './look-up';
import { type LedgerFilter, type Looked, sieve, sumsOf } from './sieve';
import { isNamed, NAMED } from './sorts';

/** As many dossiers as the lists that are kept hold together: 32 MB. */
const KEPT_IDS = 8_000_000;

type Asked = Pick<LedgerQuestion, 'filter' | 'sort'>;
type Now = ReturnType<HeldLedger['upToDate']>;

export interface FoundList {
  sums: LedgerSums;
  /** The dossiers, lowest first, until something changes. */
  ids(): Int32Array;
}
interface Kept {
  version: number;
  sums: LedgerSums;
  list: IdList;
  /** Everything in its order, which puts itself right. */
  isWhole: boolean;
}

/** Without any condition. */
const asksNothing = ({ text, lateOnly, ...others }: LedgerFilter) =>
  text === '' && !lateOnly && Object.values(others).every((value) => value === undefined);
const SUMMED = ['total', 'volumes', 'items', 'pages'] as const;

/** Answers a question of the ledger by going over what is held; the list is kept and follows what changes. */
export function createLists(db: Database, held: HeldLedger) {
  const lookUp = createLookUp(db, held);
  const known = new Map<string, Kept>();
  let mask = new Uint8Array(0);

  /** Marks in `mask` what passes the filter. */
  const mark = (filter: LedgerFilter, columns: Columns, looked: Looked, today: Day) => {
    if (mask.length < columns.end) mask = new Uint8Array(columns.there.length);
    sieve(mask, columns, filter, looked, today);
  };
  const passing = (order: Int32Array, total: number): Int32Array => {
    const ids = new Int32Array(total);
    let length = 0;
    for (let i = 0; i < order.length && length < total; i += 1) {
      const id = order[i] as number;
      if (mask[id] === 1) ids[length++] = id;
    }
    return ids;
  };
  const work = ({ filter, sort }: Asked, now: Now, today: Day): Kept => {
    const { columns, version } = now;
    const order = held.orderBy(sort);
    if (asksNothing(filter)) return { version, sums: { ...columns.all }, list: order, isWhole: true };
    mark(filter, columns, lookUp(filter, now), today);
    const sums = sumsOf(mask, columns);
    if (sums.total === order.length()) return { version, sums, list: order, isWhole: true };
    return { version, sums, list: createIdList(passing(order.ids(), sums.total)), isWhole: false };
  };
  const add = (sums: LedgerSums, its: LedgerSums, by: 1 | -1) => {
    for (const name of SUMMED) sums[name] += by * its[name];
  };
  const concerns = ({ filter, sort }: Asked, { renamed }: Since) =>
    (isNamed(sort) && renamed.has(NAMED[sort].table)) || (asksPlace(filter) && renamed.has('place'));

  /** Puts right what has changed since; `undefined` where that is not known or too much. */
  const followed = (kept: Kept, { filter, sort }: Asked, now: Now, today: Day): Kept | undefined => {
    const since = held.since(kept.version);
    if (!since || kept.isWhole || concerns({ filter, sort }, since)) return undefined;
    const { ids, before, after } = since;
    mark(filter, after, lookUp(filter, now, ids), today);
    const belong = ids.filter((_, i) => mask[i + 1] === 1);
    add(kept.sums, sumsOf(mask, after), 1);
    const out = new Set(kept.list.mend(ids, belong, held.comparing(sort)));
    mask.fill(0, 0, before.end);
    for (const [i, id] of ids.entries()) if (out.has(id)) mask[i + 1] = 1;
    add(kept.sums, sumsOf(mask, before), -1);
    return { ...kept, version: now.version };
  };

  /** The list that was asked for last stays, however long. */
  const forgetOldest = () => {
    const lengthOf = ({ list, isWhole }: Kept) => (isWhole ? 0 : list.length());
    let sum = [...known.values()].reduce((length, kept) => length + lengthOf(kept), 0);
    for (const [key, kept] of known) {
      if (sum <= KEPT_IDS || known.size === 1) return;
      known.delete(key);
      sum -= lengthOf(kept);
    }
  };

  return (question: LedgerQuestion, today: Day): FoundList => {
    const now = held.upToDate();
    const key = JSON.stringify([question.filter, question.sort, today]);
    const before = known.get(key);
    // A list that could not be put right to the end is not taken for one.
    known.delete(key);
    const right = before?.version === now.version ? before : before && followed(before, question, now, today);
    const kept = right ?? work(question, now, today);
    known.set(key, kept);
    forgetOldest();
    return { sums: kept.sums, ids: kept.list.ids };
  };
}
