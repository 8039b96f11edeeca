import { open } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import type { Change } from './journal';

/**
 * When a long act has made so many changes they are gone through: FTS5 writes what it has gathered onto the disk before each row of
 * another table, so that search rows written between the others, a few at a time, cost several times as much.
 */
const CHANGES_TOGETHER = 40_000;
/** So many changes are gone through before anybody else may be answered. */
const CHANGES_AT_ONCE = 100;
/** As FTS5 has it where nobody says otherwise, in percent. */
const USUAL_CLEAN_UP = 10;
/** So much of what a long act has changed waits in memory; the rest goes into the write-ahead log as it comes. */
const WAITING_KB = 16_384;
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
export function createLongWrite(db: Database) {
  const changesOf = db.prepare<[number, string]>('SELECT count(*) FROM change WHERE event_seq = ? AND table_name = ?');
  /** At a savepoint FTS5 writes what it has gathered. */
  const writeSearchRows = () => db.exec('SAVEPOINT gathered; RELEASE gathered');
  let askedAt = performance.now();
  const copyWhenIdle = (): void => {
    setTimeout(() => {
      if (!db.open) return;
      if (db.inTransaction || performance.now() - askedAt < IDLE_MS) return copyWhenIdle();
      try {
        db.pragma('wal_checkpoint(PASSIVE)');
        db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      } catch {
        // The log holds everything; a full disk or a query that is underway only puts it off.
        copyWhenIdle();
      }
    }, LOOK_MS).unref();
  };
  const searchTables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'",
    )
    .pluck()
    .all();
  /** From which share of removed rows on FTS5 makes a piece of the index anew: after thousands all of it, in one go. 0: never. */
  const cleanUpFrom = (percent: number) => {
    for (const name of searchTables) db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('deletemerge', ${percent})`);
  };
  return {
    noteAsked: (): void => {
      askedAt = performance.now();
    },
    /** Runs an act from its BEGIN to its end. */
    around: async <T>(act: () => Promise<T>): Promise<T> => {
      const usual = db.pragma('cache_size', { simple: true });
      db.pragma(`cache_size = -${WAITING_KB}`);
      db.pragma('wal_autocheckpoint = 0');
      try {
        return await act();
      } finally {
        if (db.open) {
          db.pragma(`cache_size = ${usual}`);
          copyWhenIdle();
        }
      }
    },
    /** The steps of an act, with those that go through its changes in between and at its end. */
    *steps<T>(
      steps: Iterator<unknown, T>,
      untaken: () => number,
      goThrough: (most: number) => readonly Change[],
    ): Generator<void, T> {
      cleanUpFrom(0);
      for (;;) {
        const step = steps.next();
        if (step.done || untaken() >= CHANGES_TOGETHER) while (goThrough(CHANGES_AT_ONCE).length > 0) yield;
        if (step.done) return step.value;
        yield;
      }
    },
    /** Steps that take from COMMIT what can be done before it, on an act that has changed rows of these tables. */
    *ease(seq: number, tables: Iterable<string>): Generator<void> {
      // Later changes clean up after those that were removed, some of it each time.
      cleanUpFrom(USUAL_CLEAN_UP);
      writeSearchRows();
      yield;
      // When the event is added SQLite goes through the index of its changes: it is in memory then.
      for (const table of tables) {
        changesOf.get(seq, table);
        yield;
      }
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
