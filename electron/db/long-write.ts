import { open } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';

/** Some changes that follow each other in one act. */
export interface SomeChanges {
  /** Numbers of the first and the last of them. */
  first: number;
  last: number;
  /** Whose rows were changed. */
  tables: readonly string[];
}

/** So much of what a long act has changed waits in memory; the rest goes into the write-ahead log as it comes. */
const WAITING_KB = 16_384;
/** So much is left for COMMIT to write, as far as the act has changed enough. */
const LEFT_FOR_COMMIT_KB = 1_024;
/** Entries of an index that are looked through in one go. */
const ENTRIES_AT_ONCE = 5_000;
/** As SQLite has it where nobody says otherwise: in pages. */
const CHECKPOINT_PAGES = 1_000;
/** When nobody has asked for anything so long, nobody notices that the log is copied. */
const IDLE_MS = 20_000;
const LOOK_MS = 5_000;

/**
 * COMMIT writes what waits in memory, waits for the disk and may copy the whole write-ahead log into the ledger, and nobody is answered
 * meanwhile: seconds after a hundred thousand rows. So most of it is written before, the disk is waited for in a thread of Node's, and
 * the log is copied when nobody asks, or when the ledger is closed. How a commit is made durable stays as it is.
 */
export function createLongWrite(db: Database, noteFailure: (error: unknown) => void) {
  const changeAfter = db
    .prepare<[number, string, number], number>(
      `SELECT id FROM change WHERE event_seq = ? AND table_name = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ${ENTRIES_AT_ONCE}`,
    )
    .pluck();
  let askedAt = performance.now();
  let isWaiting = false;
  const isIdle = () => !db.inTransaction && performance.now() - askedAt >= IDLE_MS;
  /** From now on the log is copied when nobody asks. */
  const copyLogWhenIdle = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    db.pragma('wal_autocheckpoint = 0');
    lookLater();
  };
  const lookLater = (): void => void setTimeout(() => db.open && (isIdle() ? copyLog() : lookLater()), LOOK_MS).unref();
  const copyLog = (): void => {
    isWaiting = false;
    try {
      db.pragma('wal_checkpoint(PASSIVE)');
      db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    } catch (error) {
      noteFailure(error);
      // The log holds everything; a full disk or a query that is underway only puts it off.
      copyLogWhenIdle();
    }
  };
  /** Goes through the index of an act's changes. */
  function* lookThrough(seq: number, tables: Iterable<string>): Generator<void> {
    for (const table of tables)
      for (let at: number | undefined = 0; at !== undefined; at = changeAfter.get(seq, table, at)) yield;
  }
  return {
    noteAsked: (): void => {
      askedAt = performance.now();
    },
    /** More is written than anybody asked for just now. */
    noteWritten: (): void => {
      askedAt = performance.now();
      copyLogWhenIdle();
    },
    /** Runs an act from its BEGIN to its end. */
    around: async <T>(act: () => Promise<T>): Promise<T> => {
      const usual = db.pragma('cache_size', { simple: true });
      db.pragma(`cache_size = -${WAITING_KB}`);
      copyLogWhenIdle();
      try {
        return await act();
      } finally {
        if (db.open) db.pragma(`cache_size = ${usual}`);
      }
    },
    /** Steps that take from COMMIT what can be done before it, on an act that has changed rows of these tables. */
    *ease(seq: number, tables: Iterable<string>): Generator<void> {
      // With less room each page that is read sends one that waits into the log.
      db.pragma(`cache_size = -${LEFT_FOR_COMMIT_KB}`);
      yield* lookThrough(seq, tables);
      // When the event is added SQLite goes through this index: it is in memory then.
      db.pragma(`cache_size = -${WAITING_KB}`);
      yield* lookThrough(seq, tables);
    },
    /** Has the disk take what is in the log by now: COMMIT only waits for what it adds itself. */
    toDisk: async (): Promise<void> => {
      const log = await open(`${db.name}-wal`, 'r+');
      try {
        await log.datasync();
      } finally {
        await log.close();
      }
    },
  };
}
