import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import { csvOf } from '../spreadsheet/csv';
import type { Cell } from '../spreadsheet/table';
import { demandGoingOn, writeDurably } from './bag';
import { openCopy, UNTOLD } from './ledger-copy';

export interface Salvaged {
  rows: number;
  /** Tables of which not every row could be read. */
  faulty: string[];
}

const ROWS_AT_ONCE = 100;

/** Writes a csv of each table of a damaged ledger with the rows that can still be read, from both ends; `file` is a copy. */
export async function salvage({ file, into }: { file: string; into: string }, signal: AbortSignal): Promise<Salvaged> {
  const db = openCopy(file, false);
  try {
    const tables = tablesOf(db);
    await mkdir(into, { recursive: true });
    const found: { name: string; rows: number; whole: boolean }[] = [];
    for (const name of tables) {
      demandGoingOn(signal);
      found.push({ name, ...(await writeTable(db, name, join(into, `${name}.csv`))) });
    }
    await writeDurably(join(into, 'README.txt'), readme(found));
    return {
      rows: found.reduce((sum, { rows }) => sum + rows, 0),
      faulty: found.filter(({ whole }) => !whole).map(({ name }) => name),
    };
  } finally {
    db.close();
  }
}

function tablesOf(db: Database): string[] {
  try {
    const names = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
      )
      .pluck()
      .all();
    const told = names.filter((name) => !UNTOLD.has(name) && !name.startsWith('search_'));
    if (told.length > 0) return told;
  } catch {
    // The list of tables itself is damaged: the sentence below says so.
  }
  throw new AppError('storage', 'nothingReadable');
}

async function writeTable(db: Database, name: string, path: string): Promise<{ rows: number; whole: boolean }> {
  const columns = readable(() =>
    db.prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)').all(name),
  );
  if (!columns || columns.length === 0) return { rows: 0, whole: false };
  const reader = createReader(db, name);
  const slices = async function* () {
    for (const slice of reader.slices())
      yield slice.map((row) => columns.map((column) => (row[column.name] ?? undefined) as Cell));
  };
  const kindOf = (type: string) => (type === 'INTEGER' ? 'number' : 'text');
  const headings = columns.map((its) => ({ heading: its.name, kind: kindOf(its.type), width: 10 }) as const);
  const handle = await open(path, 'wx');
  try {
    for await (const piece of csvOf({ name, columns: headings, slices: slices() }, 'utf8'))
      await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return reader.outcome();
}

type StoredRow = Record<string, unknown> & { rowid_: number };

/** Rows by their numbers, upwards to the first page that cannot be read, then downwards from the end to the next such page. */
function createReader(db: Database, table: string) {
  const up = `SELECT *, rowid AS rowid_ FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_AT_ONCE}`;
  const down = `SELECT *, rowid AS rowid_ FROM "${table}" WHERE rowid < ? AND rowid > ? ORDER BY rowid DESC LIMIT ${ROWS_AT_ONCE}`;
  const one = up.replace(`LIMIT ${ROWS_AT_ONCE}`, 'LIMIT 1');
  let rows = 0;
  let whole = true;
  const page = (sql: string, ...from: number[]) => readable(() => db.prepare<number[], StoredRow>(sql).all(...from));
  const slices = function* (): Generator<StoredRow[]> {
    let last = Number.MIN_SAFE_INTEGER;
    for (;;) {
      // Where a hundred cannot be read together, the ones before the bad page still can.
      const slice = page(up, last) ?? page(one, last);
      if (slice === undefined) break;
      if (slice.length === 0) return;
      rows += slice.length;
      last = slice.at(-1)?.rowid_ ?? last;
      yield slice;
    }
    whole = false;
    for (let first = Number.MAX_SAFE_INTEGER; ; ) {
      const slice = page(down, first, last);
      if (!slice || slice.length === 0) return;
      rows += slice.length;
      first = slice.at(-1)?.rowid_ ?? first;
      yield slice;
    }
  };
  return { slices, outcome: () => ({ rows, whole }) };
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const readme = (tables: readonly { name: string; rows: number; whole: boolean }[]): string =>
  `案卷 Anjuan：从损坏的台账里读出的内容 / What could be read of a damaged ledger

每张表一个 csv（UTF-8），可以用 Excel、WPS 打开。标着「不全」的表有读不出的行。
One csv a table (UTF-8). A table marked "incomplete" has rows that cannot be read.

${tables.map(({ name, rows, whole }) => `${name}: ${rows}${whole ? '' : '  不全 incomplete'}`).join('\n')}
`;
