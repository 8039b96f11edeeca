import type { Database, Statement } from 'better-sqlite3';
import { LEDGER_SORTS, type LedgerSort } from '../../../shared/api/ledger.contract';
import type { HeldColumns } from './held-columns';
import { createIdList, type IdList } from './id-list';
import { createOrderSteps } from './order-steps';
import { isNamed, isOwnText, NAMED, OWN_TEXTS } from './sorts';

type Key = string | number | null;

/** As SQLite orders: nothing first, numbers by size, texts by their bytes. */
function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
}

/** With more changes than these an order is made anew. */
const MANY = 2_000;
/** The order in which they were opened first, with which everybody begins; those that SQLite must tell, last: they take longest. */
const AHEAD = LEDGER_SORTS.toReversed();

interface Kept {
  list: IdList;
  /** Changed since; they are put right when the order is asked for. */
  changed: Set<number>;
}
interface Making {
  steps: Generator<void, Int32Array>;
  changed: Set<number>;
}

/** The dossiers in every order that was asked for, lowest first, four bytes a dossier each; they follow what changes. */
export function createOrders(db: Database, columns: () => HeldColumns, rowsPerStep: number) {
  const kept = new Map<LedgerSort, Kept>();
  const begun = new Map<LedgerSort, Making>();
  const keyReader = createKeyReader(db, columns);
  const steps = createOrderSteps(db, columns, rowsPerStep);

  const comparing = (sort: LedgerSort) => {
    const keyOf = keyReader(sort);
    return (a: number, b: number) => compareKeys(keyOf(a), keyOf(b)) || a - b;
  };
  const forget = (those: (sort: LedgerSort) => boolean) => {
    for (const known of [kept, begun]) for (const sort of known.keys()) if (those(sort)) known.delete(sort);
  };
  /** Goes on with an order; `true` when it is whole. */
  const makeOn = (sort: LedgerSort): boolean => {
    const making = begun.get(sort) ?? { steps: steps(sort), changed: new Set() };
    // Only what has gone well is gone on with: after a fault the next one begins anew.
    begun.delete(sort);
    const { value, done } = making.steps.next();
    if (!done) {
      begun.set(sort, making);
      return false;
    }
    const { changed } = making;
    kept.set(sort, { list: createIdList(changed.size > 0 ? value.filter((id) => !changed.has(id)) : value), changed });
    return true;
  };
  const putRight = (sort: LedgerSort): IdList => {
    const { list, changed } = kept.get(sort) as Kept;
    if (changed.size > 0) {
      const { there } = columns();
      const ids = [...changed];
      const belong = ids.filter((id) => there[id] === 1);
      list.mend(ids, belong, comparing(sort));
      changed.clear();
    }
    return list;
  };
  return {
    comparing,
    /** Lowest first; equal ones by id. */
    by: (sort: LedgerSort): IdList => {
      while (!kept.has(sort)) makeOn(sort);
      return putRight(sort);
    },
    /** Makes one order, or all of them, piece by piece. */
    *ahead(sort?: LedgerSort): Generator<void> {
      for (const its of sort ? [sort] : AHEAD) while (!kept.has(its) && !makeOn(its)) yield;
    },
    /** Puts right, one after the other, what has fallen behind by more than so many dossiers. */
    *keepUp(behind: number): Generator<void> {
      for (const [sort, { changed }] of kept)
        if (changed.size > behind) {
          putRight(sort);
          yield;
        }
    },
    isReady: (sort: LedgerSort): boolean => kept.has(sort),
    forgetAll: () => forget(() => true),
    /** Words of a table have changed: its orders are made anew when they are asked for. */
    forgetNamesOf: (table: string) => forget((sort) => isNamed(sort) && NAMED[sort].table === table),
    mend: (ids: Iterable<number>) => {
      for (const id of ids)
        for (const known of [kept, begun]) for (const { changed } of known.values()) changed.add(id);
      forget((sort) => ((kept.get(sort) ?? begun.get(sort))?.changed.size ?? 0) > MANY);
    },
  };
}

function createKeyReader(db: Database, columns: () => HeldColumns) {
  const readers = new Map<LedgerSort, Statement<[number], Key>>();
  const reader = (sort: LedgerSort, sql: string) => {
    const known = readers.get(sort) ?? db.prepare<[number], Key>(sql).pluck();
    readers.set(sort, known);
    return known;
  };
  return (sort: LedgerSort): ((id: number) => Key) => {
    if (sort === 'opened') return () => 0;
    if (isOwnText(sort)) {
      const read = reader(sort, `SELECT ${OWN_TEXTS[sort]} FROM dossier WHERE id = ?`);
      return (id) => read.get(id) ?? null;
    }
    if (!isNamed(sort)) {
      const column = columns().of[sort];
      return (id) => column[id] as number;
    }
    const { refers, table, word } = NAMED[sort];
    const read = reader(sort, `SELECT ${word} FROM ${table} WHERE id = ?`);
    const column = columns().of[refers];
    return (id) => read.get(column[id] as number) ?? null;
  };
}
