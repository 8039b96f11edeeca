import { open } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { ahead } from '../ipc/ahead';

/** Some changes that follow each other in one act. */
export interface SomeChanges {
  /** Numbers of the first and the last of them. */
  first: number;
  last: number;
  /** Whose rows were changed. */
  tables: readonly string[];
}

/**
 * When a long act has made so many changes they are gone through: FTS5 writes what it has gathered onto the disk before each row of
 * another table, so that search rows written between the others, a few at a time, cost several times as much.
 */
const CHANGES_TOGETHER = 40_000;
/** So many changes are gone through before anybody else may be answered. */
const CHANGES_AT_ONCE = 50;
/**
 * FTS5 writes what it has gathered as a piece of its index, and puts pieces together anew whenever there are a few: most of the work of
 * bringing in a ledger, and a second in one go when rows are taken out. It gathers more and rests while a long act goes on.
 */
const RESTING = { automerge: 0, deletemerge: 0, crisismerge: 1_000, hashsize: 4 * 1_048_576 };
/** After it pieces are put together some at a time: by each later change, and all of them when nobody asks for anything. */
const UNTIDY = { automerge: 4, deletemerge: 10, crisismerge: 1_000, hashsize: 1_048_576 };
/** As FTS5 has it where nobody says otherwise. */
const USUAL = { ...UNTIDY, crisismerge: 16 };
/** Pages of a search index that are put together in one go. */
const PAGES_AT_ONCE = 64;
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
  /** At a savepoint FTS5 writes what it has gathered. */
  const writeSearchRows = () => db.exec('SAVEPOINT gathered; RELEASE gathered');
  let askedAt = performance.now();
  const isIdle = () => !db.inTransaction && performance.now() - askedAt >= IDLE_MS;
  const tidyWhenIdle = (): void => {
    setTimeout(() => (db.open && isIdle() ? void tidyUp() : db.open && tidyWhenIdle()), LOOK_MS).unref();
  };
  const tidyUp = async (): Promise<void> => {
    try {
      await ahead(putTogether(), () => (db.open && isIdle() ? 'goOn' : 'stop'));
      if (!db.open) return;
      if (!isIdle()) return tidyWhenIdle();
      db.pragma('wal_checkpoint(PASSIVE)');
      db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    } catch (error) {
      noteFailure(error);
      // The log holds everything; a full disk or a query that is underway only puts it off.
      tidyWhenIdle();
    }
  };
  const searchTables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'",
    )
    .pluck()
    .all();
  const tell = (name: string, setting: string, value: number) =>
    db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('${setting}', ${value})`);
  const setSearch = (how: typeof USUAL) => {
    for (const name of searchTables) for (const [setting, value] of Object.entries(how)) tell(name, setting, value);
  };
  const changesSoFar = db.prepare<[], number>('SELECT total_changes()').pluck();
  /** FTS5 changes fewer than two rows when nothing is left to be put together. */
  const putSomeTogether = (name: string): boolean => {
    const before = changesSoFar.get() ?? 0;
    tell(name, 'merge', PAGES_AT_ONCE);
    return (changesSoFar.get() ?? 0) - before > 1;
  };
  function* putTogether(): Generator<void> {
    for (const name of searchTables) while (putSomeTogether(name)) yield;
    setSearch(USUAL);
  }
  function* goneThrough(goThrough: (most: number) => SomeChanges | undefined): Generator<void> {
    while (goThrough(CHANGES_AT_ONCE)) yield;
  }
  /** Goes through the index of an act's changes. */
  function* lookThrough(seq: number, tables: Iterable<string>): Generator<void> {
    for (const table of tables)
      for (let at: number | undefined = 0; at !== undefined; at = changeAfter.get(seq, table, at)) yield;
  }
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
          tidyWhenIdle();
        }
      }
    },
    /** The steps of an act, with those that go through its changes in between and at its end. */
    *steps<T>(
      steps: Iterator<unknown, T>,
      untaken: () => number,
      goThrough: (most: number) => SomeChanges | undefined,
    ): Generator<void, T> {
      setSearch(RESTING);
      for (;;) {
        const step = steps.next();
        if (step.done || untaken() >= CHANGES_TOGETHER) yield* goneThrough(goThrough);
        if (step.done) return step.value;
        yield;
      }
    },
    /** Steps that take from COMMIT what can be done before it, on an act that has changed rows of these tables. */
    *ease(seq: number, tables: Iterable<string>): Generator<void> {
      writeSearchRows();
      setSearch(UNTIDY);
      yield;
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
