import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import type { BagCounts } from '../../shared/api/restore.contract';
import { type BagInfo, copyFile, demandGoingOn, syncFolder } from './bag';
import { demandOurs, demandWhole, lookInto } from './ledger-copy';
import { recipientOf, SEALED, unsealFile } from './seal';
import { type BagProgress, lookAtBag, verifyBag } from './verify-bag';

/** A bag of which every file was read, and whose ledger lies ready to be looked at. */
export interface StagedBag {
  info: BagInfo & { bytes: number; files: number };
  /** Hash of its list of files: whether it is still the same bag when the scans are taken from it. */
  manifest: string;
  counts: BagCounts;
  /** Scans that the ledger knows and that are not in the bag. */
  missingScans: number;
}

const MANIFEST = 'manifest-sha256.txt';
const SCAN = /^([0-9a-f]{64}) {2}data\/blobs\/([0-9a-f]{2}\/([0-9a-f]{64}))(\.age)?$/;
type Told = (progress: BagProgress) => void;

/** Checks a bag in full and lays a copy of its ledger into `into`, which is emptied first. `key` opens an encrypted one. */
export async function stageBag(
  { folder, into, key }: { folder: string; into: string; key?: string | undefined },
  told: Told,
  signal: AbortSignal,
): Promise<StagedBag> {
  await demandKey(folder, key);
  const info = await verifyBag(folder, told, signal);
  const text = await readFile(join(folder, MANIFEST), 'utf8');
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  const copy = join(into, 'ledger.sqlite');
  const file = `data/ledger.sqlite${info.recipient ? SEALED : ''}`;
  const { sha256 } = await take(folder, file, copy, info.recipient && key, signal);
  // Between the check and the copy somebody may have laid another one there.
  if (!text.split('\n').includes(`${sha256}  ${file}`)) throw new AppError('conflict', 'bagFileAltered', { file });
  await syncFolder(into);
  // Not read-only: SQLite reads no CHECK of a file that it may not write.
  return lookInto(copy, false, (db) => {
    if (info.recipient) demandOurs(db, info);
    demandWhole(db);
    demandGoingOn(signal);
    return { info, manifest: hashOf(text), counts: countsOf(db), missingScans: missingScans(db, text, info) };
  });
}

/** An encrypted bag is opened by its own key, and that is known before all of it is read. */
async function demandKey(folder: string, key: string | undefined): Promise<void> {
  const recipient = (await lookAtBag(folder))?.recipient;
  if (recipient === undefined) return;
  if (key === undefined) throw new AppError('notAllowed', 'backupKeyMissing', { field: 'key' });
  if ((await recipientOf(key)) !== recipient) throw new AppError('notAllowed', 'backupKeyWrong', { field: 'key' });
}

/** Copies one file out of the bag, opened where there is a key; answers the hash of what was read. */
const take = (folder: string, file: string, to: string, key: string | undefined, signal: AbortSignal) =>
  key
    ? unsealFile(join(folder, file), to, key, file, signal)
    : copyFile(join(folder, file), to, () => undefined, signal);

/** Takes the scans of a bag that was checked into `into/blobs`. */
export async function takeScans(
  { folder, into, manifest, key }: { folder: string; into: string; manifest: string; key?: string | undefined },
  told: Told,
  signal: AbortSignal,
): Promise<{ scans: number }> {
  const text = await readFile(join(folder, MANIFEST), 'utf8');
  if (hashOf(text) !== manifest) throw new AppError('conflict', 'bagFileAltered', { file: MANIFEST });
  const blobs = join(into, 'blobs');
  await rm(blobs, { recursive: true, force: true });
  await mkdir(blobs);
  const listed = text.split('\n').flatMap((line) => {
    const [, sha256 = '', path = '', , ending = ''] = SCAN.exec(line) ?? [];
    return path === '' ? [] : [{ sha256, path, file: `data/blobs/${path}${ending}` }];
  });
  let done = 0;
  for (const { sha256, path, file } of listed) {
    await mkdir(join(blobs, path.slice(0, 2)), { recursive: true });
    const taken = await take(folder, file, join(blobs, path), key, signal);
    if (taken.sha256 !== sha256) throw new AppError('conflict', 'bagFileAltered', { file });
    done += 1;
    told({ done, total: listed.length });
  }
  for (const { path } of listed) await syncFolder(join(blobs, path.slice(0, 2)));
  await syncFolder(blobs);
  await syncFolder(into);
  return { scans: listed.length };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An older ledger knows fewer tables. */
const hasTable = (db: Database, table: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;

const count = (db: Database, table: string): number =>
  hasTable(db, table) ? Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()) : 0;

const countsOf = (db: Database): BagCounts => ({
  clients: count(db, 'client'),
  dossiers: count(db, 'dossier'),
  items: count(db, 'dossier_item'),
  titles: count(db, 'title'),
  borrowings: count(db, 'borrowing'),
  scans: count(db, 'attachment'),
  staff: count(db, 'staff'),
});

/** Not there, or with another content than its name says; in an encrypted bag that shows only when it is read. */
function missingScans(db: Database, manifest: string, { scansApart }: BagInfo): number {
  if (scansApart || !hasTable(db, 'attachment')) return 0;
  const there = new Set(
    manifest.split('\n').flatMap((line) => {
      const [, content, , name, ending] = SCAN.exec(line) ?? [];
      return ending !== undefined || content === name ? [name] : [];
    }),
  );
  const known = db.prepare<[], string>('SELECT DISTINCT sha256 FROM attachment WHERE removed_at IS NULL').pluck();
  let missing = 0;
  for (const sha256 of known.iterate()) if (!there.has(sha256)) missing += 1;
  return missing;
}
