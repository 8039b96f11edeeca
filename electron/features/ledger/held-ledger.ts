import type { Database } from 'better-sqlite3';
import type { LedgerSort } from '../../../shared/api/ledger.contract';
import { type Columns, columnsOf, createHeldColumns, type HeldColumns, type HeldRow } from './held-columns';
import { createJournalReader } from './journal-reader';
import { createOrders } from './orders';

/** More changes than these since the last look, and everything is read anew. */
const MANY = 2_000;
/** What is read in one go; others may want to be answered in between. */
const ROWS_PER_STEP = 1_000;

/** What became of the ledger since one of its versions. */
export interface Since {
  /** Dossiers that may look otherwise than they did. */
  ids: readonly number[];
  /** They as they were, and as they are: at the place of their id in `ids` and one. */
  before: Columns;
  after: Columns;
  /** Tables whose names or places have changed for dossiers that have not. */
  renamed: ReadonlySet<string>;
}

interface Step {
  version: number;
  before: ReadonlyMap<number, HeldRow | undefined>;
  renamed: readonly string[];
}

/**
 * The ledger in the computer's memory, as it stands after the last event: read once, then it follows the journal. It is no second
 * truth: whatever is asked for first looks whether the journal has gone on.
 */
export function createHeldLedger(db: Database, rowsPerStep = ROWS_PER_STEP) {
  const columns = createHeldColumns(db, rowsPerStep);
  const orders = createOrders(db, columns.now, rowsPerStep);
  const journal = createJournalReader(db, MANY);
  let event: number | undefined;
  /** Goes up with every change of what the ledger shows: what was worked out before is out of date. */
  let version = 0;
  /** How it came from version to version, as far as it was followed row by row. */
  let steps: Step[] = [];
  let remembered = 0;
  let reading: Generator<void> | undefined;

  const forgetSteps = () => {
    steps = [];
    remembered = 0;
    version += 1;
  };
  function* readAll(): Generator<void> {
    const since = journal.last();
    event = undefined;
    orders.forgetAll();
    yield* columns.read();
    forgetSteps();
    // What has changed meanwhile is read again.
    event = since;
  }
  /** Reads again what has changed; `false` where it is too much for that. */
  const follow = (since: number): boolean => {
    const changed = journal.changedSince(since);
    if (!changed) return false;
    const { dossiers, renamed } = changed;
    if (dossiers.size === 0 && renamed.length === 0) return true;
    version += 1;
    steps.push({ version, renamed, before: new Map([...dossiers].map((id) => [id, columns.row(id)])) });
    remembered += dossiers.size + 1;
    while (remembered > 2 * MANY) remembered -= (steps.shift()?.before.size ?? 0) + 1;
    for (const table of renamed) orders.forgetNamesOf(table);
    columns.again(dossiers);
    orders.mend(dossiers);
    return true;
  };
  /** Goes a step on; `true` when it stands after the last event. */
  const goOn = (): boolean => {
    if (!reading) {
      const last = journal.last();
      if (event === last) return true;
      if (event !== undefined && event < last && follow(event)) {
        event = last;
        return true;
      }
      reading = readAll();
    }
    const its = reading;
    reading = undefined;
    // Kept only when the step has succeeded: one that failed would seem to be the end.
    if (!its.next().done) reading = its;
    return false;
  };

  return {
    /** Brings what is held up to date. */
    upToDate: (): { columns: HeldColumns; version: number } => {
      while (!goOn());
      return { columns: columns.now(), version };
    },
    /** Steps towards what whoever asks for this order needs; without one, towards whatever may be asked for. */
    *ahead(sort?: LedgerSort): Generator<void> {
      while (!goOn()) yield;
      for (const _ of orders.ahead(sort)) {
        yield;
        while (!goOn()) yield;
      }
    },
    /** Can a question with this order be answered at once? */
    isReadyFor: (sort: LedgerSort): boolean => goOn() && orders.isReady(sort),
    orderBy: orders.by,
    keepOrdersUp: orders.keepUp,
    comparing: orders.comparing,
    /** What became of it after a version; `undefined` where that is not known any more. */
    since: (before: number): Since | undefined => {
      const its = steps.filter((step) => step.version > before);
      if (its.length !== version - before) return undefined;
      const rows = new Map<number, HeldRow | undefined>();
      for (const step of its) for (const [id, row] of step.before) if (!rows.has(id)) rows.set(id, row);
      const ids = [...rows.keys()];
      if (ids.length > MANY) return undefined;
      return {
        ids,
        before: columnsOf([...rows.values()]),
        after: columnsOf(ids.map(columns.row)),
        renamed: new Set(its.flatMap(({ renamed }) => renamed)),
      };
    },
  };
}
export type HeldLedger = ReturnType<typeof createHeldLedger>;
