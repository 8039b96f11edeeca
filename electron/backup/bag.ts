import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/api/errors';
import { asStorageError } from '../db/storage-errors';

/** What a bag says of itself in `bag-info.txt`. */
export interface BagInfo {
  company: string;
  ledgerId: string;
  /** The moment of the copy, as an instant. */
  at: string;
  madeBy: string;
  version: string;
  /** `user_version` of the ledger in it. */
  schema: number;
  /** The journal's last event in it. */
  seq: number;
  head: string;
  /** Of a copy beside the ledger: its scans lie where they always do, and not in it. */
  scansApart?: true;
  /** The public key that every file in `data/` is encrypted to. */
  recipient?: string;
}

/** One file of a bag: its path from the bag's folder, with slashes. */
export interface Listed {
  path: string;
  sha256: string;
}

/** Long enough to be quick on a stick, short enough to be given up at once. */
const PIECE = 1_048_576;
export const PARTIAL = '.partial';

export function demandGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('conflict', 'jobCancelled');
}

/** `<date>T<time>_<8 of the ledger's id>_<number of the last event>`: sorts by age, and is legal on FAT. */
export const bagName = ({ at, ledgerId, seq }: Pick<BagInfo, 'at' | 'ledgerId' | 'seq'>): string =>
  `${officeMinute(at)}_${ledgerId.slice(0, 8)}_${seq}`;

const OFFICE_MS = 8 * 3_600_000;
/** The minute on the office's clock, for a name: 2026-11-23T1530. */
const officeMinute = (at: string): string =>
  new Date(Date.parse(at) + OFFICE_MS).toISOString().slice(0, 16).replace(':', '');

/** The whole hash of a file, read piece by piece. */
export async function hashFile(path: string, onBytes: (bytes: number) => void, signal: AbortSignal) {
  const hash = createHash('sha256');
  const bytes = await readPieces(path, signal, (piece) => {
    hash.update(piece);
    onBytes(piece.length);
  });
  return { sha256: hash.digest('hex'), bytes };
}

/** Copies a file durably: it is on the disk, as far as the disk says so, when this returns. */
export async function copyFile(from: string, to: string, onBytes: (bytes: number) => void, signal: AbortSignal) {
  const hash = createHash('sha256');
  const target = await open(to, 'wx');
  try {
    const bytes = await readPieces(from, signal, async (piece) => {
      hash.update(piece);
      await target.writeFile(piece);
      onBytes(piece.length);
    });
    await target.sync();
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await target.close();
  }
}

/** Used again for the next file: a piece for each of thousands would wait to be cleared away. */
const spare: Uint8Array[] = [];

async function readPieces(
  path: string,
  signal: AbortSignal,
  take: (piece: Uint8Array) => void | Promise<void>,
): Promise<number> {
  const handle = await open(path, 'r');
  const piece = spare.pop() ?? new Uint8Array(PIECE);
  try {
    for (let bytes = 0; ; ) {
      demandGoingOn(signal);
      const { bytesRead } = await handle.read(piece, 0, PIECE, bytes);
      if (bytesRead === 0) return bytes;
      await take(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    spare.push(piece);
    await handle.close();
  }
}

/** Writes what comes, durably. */
export async function writeStream(path: string, content: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx');
  let bytes = 0;
  try {
    for await (const piece of content) {
      demandGoingOn(signal);
      hash.update(piece);
      bytes += piece.length;
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Writes a small file durably. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<string> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return createHash('sha256').update(content).digest('hex');
}

/** The same for one that may be there: at every moment it is the old one or the new one. */
export async function replaceDurably(path: string, content: string): Promise<void> {
  const next = `${path}.new`;
  await rm(next, { force: true });
  await writeDurably(next, content);
  await rename(next, path);
  await syncFolder(dirname(path));
}

/** A new name is as durable as its file only when its folder is synced, where the system and the stick know how. */
export async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch {
    return;
  }
  try {
    await handle.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP' && error.code !== 'EPERM') throw error;
    });
  } finally {
    await handle.close();
  }
}

/** A manifest as sha256sum reads it, in the order of the paths. */
export const writeManifest = (files: readonly Listed[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');

/** Every file below a folder, as paths with slashes; links and other strange things are named as they are. */
export async function* filesBelow(folder: string, at = ''): AsyncIterable<{ path: string; isFile: boolean }> {
  for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
    const path = at === '' ? entry.name : `${at}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, path);
    else yield { path, isFile: entry.isFile() };
  }
}

/** Takes a bag away; from the first moment on it is none any more. */
export async function removeBag(folder: string): Promise<void> {
  await rename(folder, `${folder}${PARTIAL}`);
  await rm(`${folder}${PARTIAL}`, { recursive: true, force: true });
}

/** What a full, a read-only and a pulled stick say, in our words. */
export function asTargetError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (code === 'ENOSPC') return new AppError('storage', 'stickFull', { path });
  if (code === 'ENOTEMPTY' || code === 'EEXIST') return new AppError('conflict', 'stickHasIt', { path });
  if (code === 'EFBIG') return new AppError('storage', 'stickFileTooLarge', { path });
  if (['EROFS', 'EACCES', 'EPERM'].includes(code)) return new AppError('storage', 'stickNotWritable', { path });
  if (code === 'ENAMETOOLONG') return new AppError('storage', 'stickPathTooLong', { path });
  if (['ENOENT', 'ENODEV', 'ENXIO', 'EIO', 'ENOTCONN', 'ECONNABORTED', 'ENOTDIR', 'ESTALE'].includes(code))
    return new AppError('storage', 'stickGone', { path });
  return asStorageError(error, path);
}
