import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import type { Context } from '../ipc/context';
import { afterEach, inTurns } from '../ipc/in-turns';
import { createLongWrite, type SomeChanges } from './long-write';
import { asStorageError } from './storage-errors';

/** One row that a commit changed, as the generated triggers wrote it. */
export interface Change {
  id: number;
  tableName: string;
  rowId: number;
  before: string | null;
  after: string | null;
}

export interface EventRow {
  seq: number;
  at: string;
  actorId: number | null;
  session: string | null;
  action: string;
  input: string;
  reason: string | null;
  prev: string;
  hash: string;
}

export interface Head {
  seq: number;
  hash: string;
}

/** What an event remembers of the call: never a password or a PIN. */
export type Remembered = Readonly<Record<string, unknown>>;

/** Runs `fn` in one durable transaction as one event, never inside another; see docs/journal-format.md. */
export type Commit = <T>(ctx: Context, action: string, input: Remembered, fn: () => T, reason?: string) => T;

/**
 * The same for an act of many thousand rows: `steps` writes them a few at a time, and between its steps the windows are
 * answered. Nobody else writes meanwhile (`ledgerBusy`), and nobody should read: what is there may be taken back.
 */
export type CommitInTurns = <T>(
  ctx: Context,
  action: string,
  input: Remembered,
  steps: () => Iterator<unknown, T>,
  reason?: string,
) => Promise<T>;

export const NO_HASH = '0'.repeat(64);
/** A clock that goes back by less than this is a correction, not a jump. */
const TOLERATED_MS = 60_000;
/** A hash takes long texts faster than many short ones. */
const LETTERS_AT_ONCE = 16_384;
/** A long act that has made no more changes is short after all. */
const FEW_CHANGES = 300;
/** JSON with sorted keys and no white space, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

const orDash = (value: string | number | null) => (value === null ? '-' : String(value));

/** The hash of an event over itself, the event before it and its changes (docs/journal-format.md, "Hash"). */
export function hashEvent(event: Omit<EventRow, 'hash'>, changes: Iterable<Change>): string {
  const { add, digest } = beginHash(event);
  add(changes);
  return digest();
}

/** The same, piece by piece. */
export function beginHash(event: Omit<EventRow, 'hash'>) {
  const hash = createHash('sha256');
  const line = (text: string) => hash.update(text).update('\n');
  line('anjuan-event-1');
  line(event.prev);
  line(String(event.seq));
  line(event.at);
  line(orDash(event.actorId));
  line(orDash(event.session));
  line(event.action);
  line(event.input);
  line(event.reason === null ? '-' : JSON.stringify(event.reason));
  const add = (changes: Iterable<Change>) => {
    let lines = '';
    for (const { id, tableName, rowId, before, after } of changes) {
      lines += `${id} ${tableName} ${rowId}\n${before ?? '-'}\n${after ?? '-'}\n`;
      if (lines.length < LETTERS_AT_ONCE) continue;
      hash.update(lines);
      lines = '';
    }
    hash.update(lines);
  };
  return { add, addLines: (lines: Buffer) => void hash.update(lines), digest: () => hash.digest('hex') };
}

/** The lines of a hash, put together where the changes are. By id, not by event: those of a long act are asked for piece by piece. */
const TAKE = `SELECT max(id) AS last, CAST(group_concat(line, '') AS BLOB) AS lines, group_concat(DISTINCT name) AS tables
  FROM (SELECT id, table_name AS name,
          id || ' ' || table_name || ' ' || row_id || char(10) || coalesce(before, '-') || char(10) || coalesce(after, '-') || char(10) AS line
        FROM change WHERE id > ? ORDER BY id) HAVING count(*) > 0`;

/** Opens and closes an act inside its transaction: the changes that the triggers write wait for their event. */
function createEventWriter(db: Database) {
  const lastEvent = db.prepare<[], Head & { at: string }>('SELECT seq, hash, at FROM event ORDER BY seq DESC LIMIT 1');
  const taking = db.prepare<[number], { last: number; lines: Buffer; tables: string }>(TAKE);
  const lastSettled = db.prepare<[number], { id: number }>(
    `SELECT coalesce((SELECT min(id) - 1 FROM change WHERE event_seq = ?), (SELECT max(id) FROM change), 0) AS id`,
  );
  const lastChange = db.prepare<[], number | null>('SELECT max(id) FROM change').pluck();
  const addEvent = db.prepare<EventRow>(
    `INSERT INTO event (seq, at, actor_id, session, action, input, reason, prev, hash)
     VALUES (@seq, @at, @actorId, @session, @action, @input, @reason, @prev, @hash)`,
  );
  /** The last change of the events before this one. */
  const settledBefore = (seq: number) => lastSettled.get(seq)?.id ?? 0;
  const waiting = () => (lastChange.get() ?? 0) - settledBefore((lastEvent.get()?.seq ?? 0) + 1);
  /** `take` answers the changes since it was last asked; `close` writes the event when all are taken. */
  const open = (ctx: Pick<Context, 'at' | 'actor'>, action: string, input: Remembered, reason?: string) => {
    const last = lastEvent.get();
    const event = {
      seq: (last?.seq ?? 0) + 1,
      at: ctx.at,
      actorId: ctx.actor?.staffId ?? null,
      session: ctx.actor?.session ?? null,
      action,
      input: canonicalJson(input),
      reason: reason ?? null,
      prev: last?.hash ?? NO_HASH,
    };
    const hash = beginHash(event);
    let taken = settledBefore(event.seq);
    const take = (): SomeChanges | undefined => {
      const its = taking.get(taken);
      if (!its) return undefined;
      hash.addLines(its.lines);
      const some = { first: taken + 1, last: its.last, tables: its.tables.split(',') };
      taken = its.last;
      return some;
    };
    const close = () => void addEvent.run({ ...event, hash: hash.digest() });
    return { seq: event.seq, take, close };
  };
  return { lastEvent, waiting, open };
}

/** Rows that were changed in the running transaction and that no event stands for yet. */
export const countWaiting = (db: Database): number => createEventWriter(db).waiting();

/** Writes the program's own event for the rows that a migration has changed; none when it changed none. */
export function closeMigration(db: Database, at: string, version: number): void {
  const { waiting, open } = createEventWriter(db);
  if (waiting() === 0) return;
  const { take, close } = open({ at, actor: undefined }, 'ledger.migrate', { version });
  take();
  close();
}

export interface Journal {
  commit: Commit;
  commitInTurns: CommitInTurns;
  /** A transaction that is no act and writes no business table (SQL refuses that). Answers whether it could be. */
  aside(write: () => void): boolean;
  /** Resolves when no long act is underway; at once when there is none. */
  settled(): Promise<void>;
  /** Whether a long act is underway. */
  isBusy(): boolean;
  /** Somebody has asked for something: what nobody should have to wait for is put off. */
  noteAsked(): void;
  head(): Head;
  /** A disk that failed beside the ledger, under a scan, is the ledger's own: nothing more is written before a restart. */
  noteFailure(error: unknown): void;
}

/**
 * The one way to write. `follow` is told the changes inside their transaction, in their order, and whether a long act makes them;
 * `publish` is told the changed tables after COMMIT.
 */
export function createJournal(
  db: Database,
  follow: (changes: SomeChanges, isLong: boolean) => void,
  publish: (tables: readonly string[]) => void,
): Journal {
  const { lastEvent, open } = createEventWriter(db);

  const write = db.transaction(
    (ctx: Context, action: string, input: Remembered, fn: () => unknown, reason?: string) => {
      const { take, close } = open(ctx, action, input, reason);
      const answer = fn();
      const changes = take();
      close();
      if (changes) follow(changes, false);
      return { answer, tables: [...(changes?.tables ?? []), 'event'] };
    },
  );

  // After a failed write or fsync nobody knows what the disk holds: reading goes on, writing needs a restart that checks it.
  let diskFailed = false;
  let underway: Promise<unknown> | undefined;

  const demandWritable = (action: string) => {
    if (diskFailed) throw new AppError('storage', 'restartNeeded');
    if (underway) throw new AppError('busy', 'ledgerBusy');
    // An act inside an act would divide its changes between two events.
    if (db.inTransaction) throw new Error(`${action} inside another act`);
  };
  const noteFailure = (error: unknown) => {
    diskFailed ||= asStorageError(error).reason === 'diskError';
  };
  const long = createLongWrite(db, noteFailure);

  const noted = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      noteFailure(error);
      throw error;
    }
  };
  const commitOnce = (ctx: Context, action: string, input: Remembered, fn: () => unknown, reason?: string) => {
    demandWritable(action);
    const { answer, tables } = noted(() => write.immediate(ctx, action, input, fn, reason));
    publish(tables);
    return answer;
  };
  const aside = (fn: () => void): boolean => {
    if (diskFailed || underway || !db.open || db.inTransaction) return false;
    long.noteWritten();
    noted(() => db.transaction(fn).immediate());
    return true;
  };

  const noteClockJump = (ctx: Context) => {
    const last = lastEvent.get();
    if (last && Date.parse(ctx.at) < Date.parse(last.at) - TOLERATED_MS)
      commitOnce({ ...ctx, actor: undefined }, 'clock.wentBack', { from: last.at, to: ctx.at }, () => undefined);
  };

  const commit: Commit = <T>(ctx: Context, action: string, input: Remembered, fn: () => T, reason?: string): T => {
    noteClockJump(ctx);
    return commitOnce(ctx, action, input, fn, reason) as T;
  };

  const writeInTurns: CommitInTurns = async (ctx, action, input, steps, reason) => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const { seq, take, close } = open(ctx, action, input, reason);
      const all = { first: 0, last: 0, tables: new Set(['event']) };
      const hashed = () => {
        const some = take();
        all.first ||= some?.first ?? 0;
        all.last = some?.last ?? all.last;
        for (const name of some?.tables ?? []) all.tables.add(name);
      };
      const answer = await inTurns(afterEach(steps(), hashed));
      const tables = [...all.tables];
      if (all.last > 0) follow({ ...all, tables }, all.last - all.first >= FEW_CHANGES);
      await inTurns(long.ease(seq, tables));
      await long.toDisk();
      close();
      db.exec('COMMIT');
      publish(tables);
      return answer;
    } catch (error) {
      noteFailure(error);
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  const commitInTurns: CommitInTurns = async (ctx, action, input, steps, reason) => {
    demandWritable(action);
    noteClockJump(ctx);
    const act = long.around(() => writeInTurns(ctx, action, input, steps, reason));
    underway = act.catch(() => undefined);
    try {
      return await act;
    } finally {
      underway = undefined;
    }
  };
  return {
    commit,
    commitInTurns,
    aside,
    settled: async () => void (await underway),
    isBusy: () => underway !== undefined,
    noteAsked: long.noteAsked,
    noteFailure,
    head: () => lastEvent.get() ?? { seq: 0, hash: NO_HASH },
  };
}
