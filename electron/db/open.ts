import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import { finishSwap } from '../backup/restore-swap';
import { type Clock, clockFrom } from '../ipc/context';
import { keepPlans } from './kept-plans';
import { MIGRATIONS, migrate } from './migrate';
import usualSchema from './schema.sha256?raw';
import { asStorageError } from './storage-errors';

/** 'AnJu' in ASCII: tells our files from other people's databases. */
export const APPLICATION_ID = 0x416e4a75;

/** QUALITY.md, "Database": each is set and read back on every open, in this order. */
export const SETTINGS: readonly (readonly [name: string, set: string | number, read: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', 0, 0],
  // 64 MB: the search index of a million items jumps about in its file.
  ['cache_size', -65536, -65536],
  ['busy_timeout', 5000, 5000],
];

const OLDEST_SQLITE = '3.51.3';
const NEWEST = Math.max(...MIGRATIONS.map(({ version }) => version));

export interface Ledger {
  db: Database;
  close(): void;
}

/** Puts a closed ledger aside under another name, so that the next opening makes an empty one. */
export function setAsideLedger(dataDir: string, name: string): void {
  const file = join(dataDir, 'ledger.sqlite');
  renameSync(file, join(dataDir, name));
  // After an unclean end the newest commits are in the write-ahead log; SQLite deletes one that lies beside an empty file.
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, join(dataDir, `${name}-wal`));
  // Its files go with it: to another ledger they would be strays.
  if (existsSync(join(dataDir, 'blobs'))) renameSync(join(dataDir, 'blobs'), join(dataDir, `${name}-blobs`));
}

/** Opens the ledger of a data folder, making or migrating it; throws an `AppError` that says what is wrong with it. */
export function openLedger(dataDir: string, settings = SETTINGS, clock: Clock = clockFrom()): Ledger {
  makeFolder(dataDir);
  // What a restore had begun is ended first: from then on the folder holds the old ledger or the new one.
  finishSwap(dataDir);
  mkdirSync(join(dataDir, 'blobs'), { recursive: true });
  const file = join(dataDir, 'ledger.sqlite');
  const isNew = !existsSync(file);
  if (!isNew) refuseForeignFile(file);
  const wasClosedCleanly = !existsSync(`${file}-wal`);
  const db = connect(file);
  try {
    // Before any setting: some are written into the file, and a stranger's file stays as it is.
    if (!isNew) refuseForeignDatabase(db, file);
    applySettings(db, settings);
    if (isNew) db.pragma(`application_id = ${APPLICATION_ID}`);
    if (!wasClosedCleanly) quickCheck(db);
    migrate(db, (version) => copyLedger(db, file, version), MIGRATIONS, clock);
    // A migration switches foreign keys off and on again.
    assertSettings(db, settings);
    if (!hasExpectedSchema(db)) throw new AppError('storage', 'schemaAltered', { path: file });
  } catch (error) {
    db.close();
    throw asStorageError(error, file);
  }
  return { db, close: () => close(db) };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    // Root may write into a folder marked read-only, but not onto a disk mounted so or full: only a try tells.
    const probe = join(dataDir, '.writable');
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    const its = asStorageError(error, dataDir);
    throw its.code === 'storage' ? its : new AppError('storage', 'folderNotWritable', { path: dataDir });
  }
  // SQLite's locks and fsync cannot be relied on over a network.
  if (NETWORK_FILESYSTEMS.has(statfsSync(dataDir).type) || dataDir.startsWith('\\\\'))
    throw new AppError('storage', 'folderOnNetwork', { path: dataDir });
}

/** f_type of NFS, SMB, CIFS and SMB2 as Linux reports them. */
const NETWORK_FILESYSTEMS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/** better-sqlite3 on a Node-API 9 runtime needs a binding built for it; build/setup.mjs names it in the environment. */
function connect(file: string): Database {
  const nativeBinding = process.env.ANJUAN_SQLITE_BINDING;
  const tooOld = Number(process.versions.napi) < 10;
  try {
    return keepPlans(new SqliteDatabase(file, tooOld && nativeBinding ? { nativeBinding } : {}));
  } catch (error) {
    throw asStorageError(error, file);
  }
}

function refuseForeignFile(file: string): void {
  const header = Buffer.alloc(16);
  const fd = openSync(file, 'r');
  const length = readSync(fd, header, 0, 16, 0);
  closeSync(fd);
  if (length > 0 && header.toString('latin1') !== 'SQLite format 3\0')
    throw new AppError('storage', 'notOurFile', { path: file });
}

function refuseForeignDatabase(db: Database, file: string): void {
  const id = db.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return;
  // A crash between making the file and its first migration leaves a database without any table: it is still ours to fill.
  const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get() ?? { n: 0 };
  if (id === 0 && n === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
  else throw new AppError('storage', 'notOurFile', { path: file });
}

function applySettings(db: Database, settings: typeof SETTINGS): void {
  for (const [name, set] of settings) db.pragma(`${name} = ${set}`);
  // EXCLUSIVE takes its lock with the first read; a second program must fail here and not in the middle of the day.
  db.pragma('user_version');
  const { version } = db.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get() ?? {
    version: '0',
  };
  if (version.localeCompare(OLDEST_SQLITE, 'en', { numeric: true }) < 0)
    throw new AppError('storage', 'sqliteTooOld', { version });
}

/** Reads every setting back (better-sqlite3 has reopened WAL files at synchronous=NORMAL); throws if one does not hold. */
export function assertSettings(db: Database, settings = SETTINGS): void {
  for (const [name, , read] of settings) {
    const found = db.pragma(name, { simple: true });
    if (found !== read) throw new AppError('storage', 'settingNotHeld', { setting: name, found: String(found) });
  }
}

function quickCheck(db: Database): void {
  const result = db.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok') throw new AppError('storage', 'databaseDamaged', { detail: String(result) });
}

/** A verified copy beside the ledger before its schema changes. */
function copyLedger(db: Database, file: string, version: number): void {
  const copy = `${file}.before-v${version}`;
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(file, copy);
  const check = connect(copy);
  const ok = check.pragma('integrity_check(1)', { simple: true });
  check.close();
  if (ok !== 'ok') throw new AppError('storage', 'copyDamaged', { path: copy });
}

function close(db: Database): void {
  if (!db.open) return;
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Fingerprint of the whole schema, triggers included: two ledgers of one version have the same. */
export function schemaFingerprint(db: Database): string {
  const rows = db
    .prepare<[], { sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')
    .all();
  return createHash('sha256')
    .update(rows.map((row) => row.sql).join('\n'))
    .digest('hex');
}

const expected = new Map<number, string>();

/** What the migrations make, up to a version; they never change while we run. A version that there never was has none. */
export function expectedFingerprint(version = NEWEST): string | undefined {
  if (!MIGRATIONS.some((its) => its.version === version)) return undefined;
  const known = expected.get(version);
  if (known !== undefined) return known;
  const fresh = connect(':memory:');
  try {
    migrate(
      fresh,
      () => undefined,
      MIGRATIONS.filter((its) => its.version <= version),
    );
    const made = schemaFingerprint(fresh);
    expected.set(version, made);
    return made;
  } finally {
    fresh.close();
  }
}

/**
 * Whether the schema is what the migrations make: a dropped trigger or an added view in the file shows as a difference. It was written
 * down what they make (a test holds it to them), since making it anew takes a third of the start; another SQLite may write it otherwise.
 */
export function hasExpectedSchema(db: Database, version = NEWEST): boolean {
  const found = schemaFingerprint(db);
  return (version === NEWEST && found === usualSchema.trim()) || found === expectedFingerprint(version);
}
