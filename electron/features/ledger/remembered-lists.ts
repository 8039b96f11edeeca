import type { Database } from 'better-sqlite3';
import type { LedgerQuestion, LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { createIndexWatch } from '../../search/standing';
import { createFoundDossiers, type Found } from './found-dossiers';
import type { HeldLedger } from './held-ledger';
import { createIdList, type IdList } from './id-list';
import { isNamed, NAMED } from './sorts';

/** As many dossiers as the lists that are kept hold together: 16 MB. */
const KEPT_IDS = 4_000_000;
/** Where every so manieth dossier is found, a page is soon gathered from all of them: no list is kept. */
const DENSE = 8;

export interface FoundList {
  sums: LedgerSums;
  /** So many from `offset` on, from the head or, last first, from the end. */
  page(asked: { descending: boolean; offset: number; limit: number }): number[];
  /** All, lowest first. */
  ids(): Int32Array;
}
interface Kept {
  version: number;
  list: IdList;
  /** What it answers, to be asked again. */
  question: LedgerQuestion;
  today: Day;
}
/** Kept lists are let fall behind by so many changes: not each of them is put right after each change. */
const BEHIND = 8;

type Asked = Pick<LedgerQuestion, 'filter' | 'sort'>;

/** Answers a question of the ledger from what is held; what was found is kept and follows what changes. */
export function createLists(db: Database, held: HeldLedger) {
  const found = createFoundDossiers(db, held);
  const known = new Map<string, Kept>();
  const hasIndexMoved = createIndexWatch(db);

  const followed = ({ version, list }: Kept, { marks }: Found, { sort }: Asked): boolean => {
    const since = held.since(version);
    if (!since || (isNamed(sort) && since.renamed.has(NAMED[sort].table))) return false;
    const belong = since.ids.filter((id) => marks[id] === 1);
    if (since.ids.length > 0) list.mend(since.ids, belong, held.comparing(sort));
    return true;
  };
  /** The list that was asked for last stays, however long. */
  const forgetOldest = () => {
    let sum = [...known.values()].reduce((length, { list }) => length + list.length(), 0);
    for (const [key, { list }] of known) {
      if (sum <= KEPT_IDS || known.size === 1) return;
      known.delete(key);
      sum -= list.length();
    }
  };
  const listOf = (question: LedgerQuestion, today: Day, found: Found, version: number): IdList => {
    if (hasIndexMoved()) known.clear();
    const key = JSON.stringify([question.filter, question.sort, today]);
    const before = known.get(key);
    // A list that could not be put right to the end is not taken for one.
    known.delete(key);
    const isRight = before && (before.version === version || followed(before, found, question));
    const list = isRight ? before.list : createIdList(passing(held.orderBy(question.sort).ids(), found));
    known.set(key, { version, list, question, today });
    forgetOldest();
    return list;
  };

  const find = (question: LedgerQuestion, today: Day): FoundList => {
    const { columns, version } = held.upToDate();
    const its = found.by(question.filter, { columns, version }, today);
    if (!its) return { sums: { ...columns.all }, ...whole(held.orderBy(question.sort).ids()) };
    const { sums } = its;
    if (sums.total * DENSE > columns.all.total) return { sums, ...gathered(held.orderBy(question.sort).ids(), its) };
    return { sums, ...whole(listOf(question, today, its, version).ids()) };
  };
  return {
    find,
    /** Steps that put right what has fallen behind. */
    *keepUp(): Generator<void> {
      yield* found.keepUp(BEHIND, held.upToDate);
      for (const { version, question, today } of [...known.values()])
        if (held.upToDate().version - version > BEHIND) {
          find(question, today);
          yield;
        }
      yield* held.keepOrdersUp(BEHIND);
    },
  };
}

function passing(order: Int32Array, { marks, sums }: Found): Int32Array {
  const ids = new Int32Array(sums.total);
  let length = 0;
  for (let i = 0; i < order.length && length < sums.total; i += 1) {
    const id = order[i] as number;
    if (marks[id] === 1) ids[length++] = id;
  }
  return ids;
}

/** A list that lies there whole. */
const whole = (ids: Int32Array): Pick<FoundList, 'page' | 'ids'> => ({
  ids: () => ids,
  page: ({ descending, offset, limit }) => {
    if (!descending) return [...ids.subarray(offset, offset + limit)];
    const end = Math.max(0, ids.length - offset);
    return [...ids.subarray(Math.max(0, end - limit), end)].reverse();
  },
});

/** A list that is gathered from all dossiers in its order, from the nearer end. */
const gathered = (order: Int32Array, found: Found): Pick<FoundList, 'page' | 'ids'> => {
  /** So many after the first `skipped`, upwards from the head or downwards from the end. */
  const walk = (downwards: boolean, skipped: number, count: number): number[] => {
    const ids: number[] = [];
    const { marks } = found;
    let toSkip = skipped;
    for (let i = 0; i < order.length && ids.length < count; i += 1) {
      const id = order[downwards ? order.length - 1 - i : i] as number;
      if (marks[id] !== 1) continue;
      if (toSkip > 0) toSkip -= 1;
      else ids.push(id);
    }
    return ids;
  };
  return {
    ids: () => passing(order, found),
    page: ({ descending, offset, limit }) => {
      const count = Math.max(0, Math.min(limit, found.sums.total - offset));
      const behind = found.sums.total - offset - count;
      return offset <= behind ? walk(descending, offset, count) : walk(!descending, behind, count).reverse();
    },
  };
};
