import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Change, type EventRow, hashEvent, NO_HASH } from '../../electron/db/journal';
import { openLedger } from '../../electron/db/open';
import type { JournalVerdict } from '../../shared/api/audit.contract';
import { printedByPython } from '../setup/python';
import { verdictOf } from './verdict';

export const VERIFIER = fileURLToPath(new URL('verify_journal.py', import.meta.url));

type Row = Record<string, string | number | null>;

/** A copy of a ledger in a folder of its own, changed with the sqlite3 command line behind the program's back. */
export interface LedgerCopy {
  readonly dir: string;
  /** Runs SQL with the sqlite3 command line. */
  sql(text: string): void;
  rows<T extends object = Row>(query: string): T[];
  /** What its integrity check says, CHECKs included: SQLite reads none of those in a file that it may not write. */
  integrity(): string;
  /** Takes all triggers away, does `act` (SQL does it in the same run), and puts them back, so that the schema looks untouched. */
  withoutTriggers(act: string | (() => void)): void;
}

const folders: string[] = [];

export function copyLedgerOf(dataDir: string): LedgerCopy {
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-copy-'));
  folders.push(dir);
  mkdirSync(join(dir, 'blobs'));
  const file = join(dir, 'ledger.sqlite');
  copyFileSync(join(dataDir, 'ledger.sqlite'), file);
  // A copy need not outlive the power.
  const sql = (text: string) =>
    void execFileSync('sqlite3', ['-bail', '-cmd', 'PRAGMA synchronous = OFF', file], { input: text });
  const rows = <T>(query: string): T[] => {
    const text = execFileSync('sqlite3', ['-readonly', '-json', file, query], { maxBuffer: 1e9 }).toString();
    return text.trim() === '' ? [] : (JSON.parse(text) as T[]);
  };
  const integrity = () => execFileSync('sqlite3', [file, 'PRAGMA integrity_check'], { encoding: 'utf8' }).trim();
  // At one stroke: dropping 500 of them one by one takes three times as long.
  const inSchema = (text: string) => `PRAGMA writable_schema = ON; ${text}; PRAGMA writable_schema = RESET`;
  const kept = `${file}.triggers`;
  const away = inSchema(`ATTACH ${quote(kept)} AS kept;
    CREATE TABLE kept.away AS SELECT * FROM main.sqlite_schema WHERE type = 'trigger';
    DELETE FROM main.sqlite_schema WHERE type = 'trigger'; DETACH kept`);
  const back = inSchema(
    `ATTACH ${quote(kept)} AS kept; INSERT INTO main.sqlite_schema SELECT * FROM kept.away; DETACH kept`,
  );
  const withoutTriggers = (act: string | (() => void)) => {
    if (typeof act === 'string') sql([away, act, back].join(';\n'));
    else {
      sql(away);
      act();
      sql(back);
    }
    rmSync(kept);
  };
  return { dir, sql, rows, integrity, withoutTriggers };
}

/** Removes every copy made. */
export function throwCopiesAway(): void {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** What the program says when it opens the copy and checks its journal. */
export function programSays(copy: LedgerCopy): JournalVerdict {
  const ledger = openLedger(copy.dir);
  try {
    return verdictOf(ledger.db);
  } finally {
    ledger.close();
  }
}

/** What the stranger's verifier says; `script` is another one than the shipped in negative controls. */
export function strangerSays(copy: LedgerCopy, anchors: readonly string[] = [], script = VERIFIER) {
  return JSON.parse(printedByPython(script, join(copy.dir, 'ledger.sqlite'), ...anchors)) as JournalVerdict & {
    signatures?: number;
  };
}

/** A verifier that lacks one of its checks, as a file beside the copy. */
export function writeVerifier(copy: LedgerCopy, source: string): string {
  const script = join(copy.dir, 'verifier.py');
  writeFileSync(script, source);
  return script;
}

export const quote = (value: string | number | null) =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** A forger's work: computes every hash anew from the first event on, so that the chain fits what stands there. */
export function rechain(copy: LedgerCopy): void {
  const events = copy.rows<EventRow>(
    'SELECT seq, at, actor_id AS actorId, session, action, input, reason, prev, hash FROM event ORDER BY seq',
  );
  const changes = copy.rows<Change & { seq: number }>(
    'SELECT id, event_seq AS seq, table_name AS tableName, row_id AS rowId, before, after FROM change ORDER BY id',
  );
  let prev = NO_HASH;
  const statements = events.map((event) => {
    const its = changes.filter((change) => change.seq === event.seq);
    const hash = hashEvent({ ...event, prev }, its);
    const statement = `UPDATE event SET prev = '${prev}', hash = '${hash}' WHERE seq = ${event.seq};`;
    prev = hash;
    return statement;
  });
  copy.sql(`BEGIN;\n${statements.join('\n')}\nCOMMIT;`);
}

/** SQL that takes the changes of all events after `seq` back, newest first, and cuts those events off. */
export function cutTail(copy: LedgerCopy, seq: number): string {
  const changes = copy.rows<{ id: number; t: string; row: number; before: string | null; after: string | null }>(
    `SELECT id, table_name AS t, row_id AS row, before, after FROM change WHERE event_seq > ${seq} ORDER BY id DESC`,
  );
  const undo = changes.map(({ t, row, before }) => {
    const remove = `DELETE FROM "${t}" WHERE id = ${row};`;
    if (before === null) return remove;
    const columns = Object.entries(JSON.parse(before) as Row);
    const names = columns.map(([name]) => `"${name}"`).join(', ');
    return `${remove} INSERT INTO "${t}" (${names}) VALUES (${columns.map(([, value]) => quote(value)).join(', ')});`;
  });
  return `${undo.join('\n')}\nDELETE FROM change WHERE event_seq > ${seq}; DELETE FROM event WHERE seq > ${seq};`;
}
