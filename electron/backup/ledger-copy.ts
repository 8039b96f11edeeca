import SqliteDatabase, { type Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import { journalledTables } from '../db/journal-triggers';
import { MIGRATIONS } from '../db/migrate';
import { APPLICATION_ID, hasExpectedSchema } from '../db/open';
import { asStorageError } from '../db/storage-errors';
import { csvOf } from '../spreadsheet/csv';
import type { Cell } from '../spreadsheet/table';

/** In nobody's list: hashes of passwords and PINs stay in the database. */
export const UNTOLD = new Set(['credential', 'attempt']);
const ROWS_AT_ONCE = 1_000;
const NEWEST = Math.max(...MIGRATIONS.map(({ version }) => version));

/** Opens a copy of a ledger that no program works on. */
export function openCopy(path: string, readonly: boolean): Database {
  const nativeBinding = process.env.ANJUAN_SQLITE_BINDING;
  const tooOld = Number(process.versions.napi) < 10;
  const binding = tooOld && nativeBinding ? { nativeBinding } : {};
  const db = new SqliteDatabase(path, { readonly, fileMustExist: true, ...binding });
  // Somebody else may have written into it what should run when it is read.
  db.pragma('trusted_schema = OFF');
  return db;
}

/** Looks into a bag's ledger: what SQLite cannot read there is the bag's fault, and nothing against the ledger in use. */
export function lookInto<T>(path: string, readonly: boolean, look: (db: Database) => T): T {
  const db = openCopy(path, readonly);
  try {
    return look(db);
  } catch (error) {
    const { reason, details } = asStorageError(error);
    if (reason !== 'databaseDamaged' && reason !== 'notOurFile') throw error;
    throw new AppError('conflict', 'bagLedgerDamaged', { detail: details.detail ?? reason });
  } finally {
    db.close();
  }
}

/** Makes the copy one plain file that any SQLite opens, and looks through all of it. */
export function settleCopy(db: Database): void {
  db.pragma('journal_mode = DELETE');
  demandWhole(db);
}

/** Throws when SQLite finds a damaged page, a row that breaks a CHECK, or one that points nowhere. */
export function demandWhole(db: Database): void {
  const found = db.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') throw new AppError('storage', 'databaseDamaged', { detail: String(found) });
  const loose = db.pragma('foreign_key_check') as unknown[];
  if (loose.length > 0) throw new AppError('storage', 'databaseDamaged', { detail: `foreign keys: ${loose.length}` });
}

/** The last event of the journal in it, and how its tables are made. */
export function whereItEnds(db: Database): { seq: number; head: string; schema: number } {
  const last = db
    .prepare<[], { seq: number; head: string }>('SELECT seq, hash AS head FROM event ORDER BY seq DESC LIMIT 1')
    .get();
  if (!last) throw new AppError('conflict', 'noCompanyYet');
  return { ...last, schema: Number(db.pragma('user_version', { simple: true })) };
}

/** Throws when a file that calls itself a ledger is none of ours, is newer than this program, or holds more than it should. */
export function demandOurs(db: Database, said: { seq: number; head: string; schema: number }): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new AppError('conflict', 'bagNotOurs');
  const schema = Number(db.pragma('user_version', { simple: true }));
  if (schema > NEWEST) throw new AppError('conflict', 'bagNewer');
  // Before anything is read from it: a view could stand in the place of a table.
  if (!hasExpectedSchema(db, schema)) throw new AppError('conflict', 'bagSchemaAltered');
  const found = whereItEnds(db);
  if (found.seq !== said.seq || found.head !== said.head || found.schema !== said.schema)
    throw new AppError('conflict', 'bagHeadDiffers', { seq: found.seq });
}

/** Every table of the office that can be read in a spreadsheet, piece by piece. */
export function* exportedTables(db: Database): Generator<{ name: string; content: AsyncIterable<Uint8Array> }> {
  for (const name of journalledTables(db)) {
    if (UNTOLD.has(name) || name.startsWith('search_')) continue;
    const columns = db
      .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
      .all(name);
    const rows = db.prepare<[], Record<string, Cell | null>>(`SELECT * FROM "${name}"`);
    const slices = async function* (): AsyncGenerator<Cell[][]> {
      let slice: Cell[][] = [];
      for (const row of rows.iterate()) {
        slice.push(columns.map((column) => row[column.name] ?? undefined));
        if (slice.length < ROWS_AT_ONCE) continue;
        yield slice;
        slice = [];
      }
      yield slice;
    };
    const kindOf = (type: string) => (type === 'INTEGER' ? 'number' : 'text');
    yield {
      name,
      content: csvOf(
        {
          name,
          columns: columns.map((its) => ({ heading: its.name, kind: kindOf(its.type), width: 10 })),
          slices: slices(),
        },
        'utf8',
      ),
    };
  }
}
