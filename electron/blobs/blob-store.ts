import { createHash, randomBytes } from 'node:crypto';
import { constants, lstatSync, mkdirSync, rmSync, unlinkSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/api/errors';
import { asStorageError } from '../db/storage-errors';

const INCOMING = '.incoming';
const SHA256 = /^[0-9a-f]{64}$/;
/** So much at once: short enough that the windows are answered in between. */
const READ_BYTES = 262_144;
// Windows has no links that an open could follow unasked.
const READ_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** What lies where a file should be. */
export type Found = { sha256: string; bytes: number } | 'missing' | 'unreadable';

/** A file on its way in, under a name that nobody chose. */
export interface IncomingBlob {
  write(bytes: Uint8Array): Promise<void>;
  /** Durable under its hash from here on; `isNew` when no such file was there. */
  keep(): Promise<{ sha256: string; bytes: number; isNew: boolean }>;
  drop(): Promise<void>;
}

/** Files by the hash of what is in them: `ab/abcdef…`. One content is there once, and a name from outside never becomes a path. */
export interface BlobStore {
  receive(): Promise<IncomingBlob>;
  read(sha256: string, from: number, length: number): Promise<Uint8Array>;
  /** Reads the whole file; `onBytes` hears how far and stops it by throwing. */
  find(sha256: string, onBytes: (bytes: number) => void): Promise<Found>;
  /** Every path below the folder, files on their way in left out. */
  paths(): AsyncIterable<string>;
  /** Takes a file back that no row came to name. */
  takeBack(sha256: string): void;
}

/** Also throws away what a crash has left half received: only the program that holds the ledger may open its files. */
export function openBlobStore(folder: string): BlobStore {
  const incoming = join(folder, INCOMING);
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(incoming, { recursive: true, force: true });
    mkdirSync(incoming);
  } catch (error) {
    throw asStorageError(error, folder);
  }
  const pathOf = (sha256: string): string => {
    if (!SHA256.test(sha256)) throw new Error(`no hash: ${sha256.slice(0, 80)}`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const find = (sha256: string, onBytes: (bytes: number) => void) => findAt(pathOf(sha256), onBytes);
  return {
    receive: () => receive(join(incoming, randomBytes(16).toString('hex')), pathOf, find),
    read: (sha256, from, length) => readSlice(pathOf(sha256), from, length),
    find,
    paths: () => walk(folder),
    takeBack: (sha256) => {
      unlinkSync(pathOf(sha256));
    },
  };
}

async function receive(
  path: string,
  pathOf: (sha256: string) => string,
  find: (sha256: string, onBytes: (bytes: number) => void) => Promise<Found>,
): Promise<IncomingBlob> {
  const handle = await open(path, 'wx').catch(asStorage);
  const hash = createHash('sha256');
  let bytes = 0;
  const drop = async () => {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true }).catch(() => undefined);
  };
  const keep = async () => {
    await syncNow(handle);
    await handle.close();
    const sha256 = hash.digest('hex');
    const found = await find(sha256, () => undefined);
    if (typeof found === 'object' && found.sha256 === sha256) return { sha256, bytes, isNew: false };
    // What lies there and is not what it should be is replaced by what it should be.
    await moveDurably(path, pathOf(sha256));
    return { sha256, bytes, isNew: found === 'missing' };
  };
  return {
    write: async (slice) => {
      await handle.writeFile(slice).catch(asStorage);
      hash.update(slice);
      bytes += slice.byteLength;
    },
    keep: () => keep().catch(asStorage).finally(drop),
    drop,
  };
}

/** The name is as durable as the file: the folder is synced as well, where the system knows how. */
async function moveDurably(from: string, to: string): Promise<void> {
  const folder = join(to, '..');
  const made = await mkdir(folder).then(
    () => true,
    () => false,
  );
  // A link in its place would lead what is written out of the folder of files.
  if (!lstatSync(folder).isDirectory()) throw new AppError('storage', 'fileInTheWay', { path: folder });
  await rename(from, to);
  await syncFolder(folder);
  if (made) await syncFolder(join(folder, '..'));
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and writes names through by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await syncNow(handle).finally(() => handle.close());
}

/**
 * After a failed sync nobody knows what the disk holds, a full disk included: what could not be written counts as written from then
 * on (Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020). So nothing more is written until a restart.
 */
const syncNow = (handle: FileHandle): Promise<void> =>
  handle.sync().catch((error: NodeJS.ErrnoException) => {
    throw new AppError('storage', 'diskError', { detail: error.code ?? error.message });
  });

async function readSlice(path: string, from: number, length: number): Promise<Uint8Array> {
  const handle = await open(path, READ_ONLY).catch(notThere);
  try {
    const slice = new Uint8Array(length);
    const { bytesRead } = await handle.read(slice, 0, length, from).catch(asStorage);
    return slice.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function findAt(path: string, onBytes: (bytes: number) => void): Promise<Found> {
  let handle: FileHandle;
  try {
    handle = await open(path, READ_ONLY);
  } catch (error) {
    return isMissing(error) ? 'missing' : 'unreadable';
  }
  try {
    if (!(await handle.stat()).isFile()) return 'unreadable';
    return await hashOf(handle, onBytes);
  } finally {
    await handle.close();
  }
}

async function hashOf(handle: FileHandle, onBytes: (bytes: number) => void): Promise<Found> {
  const hash = createHash('sha256');
  const slice = new Uint8Array(READ_BYTES);
  for (let bytes = 0; ; ) {
    const read = await handle.read(slice, 0, READ_BYTES, bytes).catch(() => undefined);
    if (!read) return 'unreadable';
    if (read.bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
    hash.update(slice.subarray(0, read.bytesRead));
    bytes += read.bytesRead;
    onBytes(bytes);
  }
}

async function* walk(folder: string): AsyncIterable<string> {
  for (const { name, isDirectory } of await entriesOf(folder)) {
    if (name === INCOMING) continue;
    if (!isDirectory) yield name;
    else for (const inner of await entriesOf(join(folder, name))) yield `${name}/${inner.name}`;
  }
}

async function entriesOf(folder: string): Promise<{ name: string; isDirectory: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(String((error as { code?: unknown }).code));

function notThere(error: unknown): never {
  if (isMissing(error)) throw new AppError('storage', 'attachmentFileMissing');
  throw new AppError('storage', 'attachmentFileUnreadable');
}

function asStorage(error: unknown): never {
  throw asStorageError(error);
}
