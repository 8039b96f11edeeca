import { mkdir, rename, rm, rmdir, stat, statfs } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import {
  asTargetError,
  type BagInfo,
  bagName,
  copyFile,
  demandGoingOn,
  filesBelow,
  hashFile,
  type Listed,
  PARTIAL,
  syncFolder,
  writeDurably,
  writeManifest,
  writeStream,
} from './bag';
import { DECLARATION, GUIDE_FILE, guide, writeInfo } from './bag-words';
import { exportedTables, openCopy, settleCopy, whereItEnds } from './ledger-copy';
import { SEALED, sealed, sealFile } from './seal';

export interface BagSource {
  /** A copy of the ledger that nobody works on; it is settled in place. */
  copy: string;
  /** The folder of files by their hash. */
  blobs: string;
  /** Where the bag goes; it must be there. */
  target: string;
  /** The folder of the company in it, made where there is none; without one the bag lies in `target` itself. */
  folder?: string;
  /** The disk that was there when it began (`st_dev`): where a stick was pulled out, another one may lie below. */
  device: number;
  /** All but what is read from the copy itself. */
  info: Omit<BagInfo, 'seq' | 'head' | 'schema'>;
}

/** What a backup is doing; bytes of this step, where there are any. */
export interface WriteProgress {
  step: 'checking' | 'copying' | 'readingBack' | 'finishing';
  done: number;
  total: number;
}

export interface WrittenBag extends Pick<BagInfo, 'seq' | 'head'> {
  /** The name of its folder. */
  name: string;
  bytes: number;
  files: number;
  /** Scans whose content is not what their name says: taken along as they are. */
  altered: string[];
}

/** QUALITY.md, "Backup": so much more must be free than is written. */
const ROOM = 1.2;
export const roomFor = (bytes: number): number => Math.ceil(bytes * ROOM);
/** FAT32 takes no larger file. */
const FAT_FILE = 4 * 1_024 ** 3 - 1;
/** f_type of FAT as Linux reports it; exFAT and NTFS take more. */
const FAT = 0x4d44;
const SHA256 = /^[0-9a-f]{2}\/([0-9a-f]{64})$/;

type Told = (progress: WriteProgress) => void;

/**
 * Writes a bag (docs/backup-format.md), reads it back from where it was written, and gives it its name only then: until that its
 * folder ends in `.partial`. Whatever goes wrong, nothing stays that looks like a backup.
 */
export async function writeBag(source: BagSource, told: Told, signal: AbortSignal): Promise<WrittenBag> {
  told({ step: 'checking', done: 0, total: 0 });
  const db = openCopy(source.copy, false);
  try {
    settleCopy(db);
    const info = { ...source.info, ...whereItEnds(db) };
    demandGoingOn(signal);
    const inside = insideOf(source);
    const name = join(inside, bagName(info));
    const folder = join(source.target, `${name}${PARTIAL}`);
    try {
      return await fill(folder, db, { ...source, info, inside }, told, signal);
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      // Only when nothing lies in it.
      if (inside !== '') await rmdir(join(source.target, inside)).catch(() => undefined);
      throw asTargetError(error, source.target);
    }
  } finally {
    db.close();
  }
}

async function fill(
  folder: string,
  db: Database,
  source: Omit<BagSource, 'info'> & { info: BagInfo; inside: string },
  told: Told,
  signal: AbortSignal,
): Promise<WrittenBag> {
  const { copy, blobs, target, device, info, inside } = source;
  await demandSameDisk(target, device);
  const scans = info.scansApart ? [] : await scansIn(blobs);
  const ledger = await stat(copy);
  const total = scans.reduce((sum, { bytes }) => sum + bytes, ledger.size);
  await demandRoom(target, total, Math.max(ledger.size, ...scans.map(({ bytes }) => bytes)));
  await demandNone(folder.slice(0, -PARTIAL.length), target);
  if (inside !== '') await makeIfNone(join(target, inside));
  await rm(folder, { recursive: true, force: true });
  // One by one: a place that is gone is not made anew on whatever disk there is, and a read-only one says that it is.
  for (const its of ['', 'data', 'data/blobs']) await mkdir(join(folder, its));
  await mkdir(join(folder, 'data/export'));
  const payload: (Listed & { bytes: number })[] = [];
  const altered: string[] = [];
  let done = 0;
  const copied = (bytes: number) => {
    done += bytes;
    told({ step: 'copying', done, total });
  };
  const take = async (from: string, path: string): Promise<string> => {
    const { content, ...its } = await put(from, folder, path, info.recipient, copied, signal);
    payload.push(its);
    return content;
  };
  await take(copy, 'data/ledger.sqlite');
  for (const { path, sha256 } of scans) {
    await mkdir(join(folder, 'data/blobs', path.slice(0, 2)), { recursive: true });
    const content = await take(join(blobs, path), `data/blobs/${path}`);
    if (content !== sha256) altered.push(path);
  }
  for (const { name, content } of info.scansApart ? [] : exportedTables(db)) {
    const path = `data/export/${name}.csv${info.recipient ? SEALED : ''}`;
    const its = info.recipient ? sealed(content, info.recipient) : content;
    payload.push({ path, ...(await writeStream(join(folder, path), its, signal)) });
  }
  const sum = { bytes: payload.reduce((all, { bytes }) => all + bytes, 0), files: payload.length };
  const tags = await writeTags(folder, payload, info, sum);
  await readBack(folder, [...payload, ...tags], sum.bytes, told, signal);
  told({ step: 'finishing', done: 0, total: 0 });
  // Last of all: a bag without it is none.
  await writeDurably(join(folder, 'tagmanifest-sha256.txt'), writeManifest(tags));
  await syncAll(folder);
  demandGoingOn(signal);
  // Before it has its name: what lies on another disk is cleared away again.
  await demandSameDisk(target, device);
  await rename(folder, folder.slice(0, -PARTIAL.length));
  if (inside !== '') await syncFolder(join(target, inside));
  await syncFolder(target);
  await demandSameDisk(target, device);
  return { name: posix.join(inside, bagName(info)), seq: info.seq, head: info.head, ...sum, altered };
}

/** Whoever chooses the folder of the company itself means this one and not another in it. */
const insideOf = ({ target, folder }: BagSource): string =>
  folder === undefined || basename(target) === folder ? '' : folder;

async function makeIfNone(folder: string): Promise<void> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Nothing is ever written over a backup. */
async function demandNone(folder: string, target: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there) throw new AppError('conflict', 'stickHasIt', { path: target });
}

/** A file as it goes into the bag, encrypted where there is a key to encrypt it to; `content` is the hash of what is in it. */
async function put(
  from: string,
  folder: string,
  path: string,
  recipient: string | undefined,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Listed & { bytes: number; content: string }> {
  if (recipient !== undefined) {
    const its = `${path}${SEALED}`;
    return { path: its, ...(await sealFile(from, join(folder, its), recipient, onBytes, signal)) };
  }
  const copied = await copyFile(from, join(folder, path), onBytes, signal);
  return { path, ...copied, content: copied.sha256 };
}

async function demandSameDisk(target: string, device: number): Promise<void> {
  if ((await stat(target)).dev !== device) throw new AppError('storage', 'stickGone', { path: target });
}

/** Files by their hash; what is still on its way in is not there yet. */
async function scansIn(blobs: string): Promise<{ path: string; sha256: string; bytes: number }[]> {
  const found: { path: string; sha256: string; bytes: number }[] = [];
  for await (const { path, isFile } of filesBelow(blobs)) {
    const sha256 = SHA256.exec(path)?.[1];
    if (sha256 && isFile) found.push({ path, sha256, bytes: (await stat(join(blobs, path))).size });
  }
  return found;
}

async function demandRoom(target: string, bytes: number, largest: number): Promise<void> {
  const { bavail, bsize, type } = await statfs(target);
  const free = bavail * bsize;
  if (free < roomFor(bytes))
    throw new AppError('storage', 'stickTooSmall', {
      path: target,
      needed: megabytes(roomFor(bytes)),
      free: megabytes(free),
    });
  if (type === FAT && largest > FAT_FILE) throw new AppError('storage', 'stickFileTooLarge', { path: target });
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);

async function writeTags(
  folder: string,
  payload: readonly Listed[],
  info: BagInfo,
  sum: { bytes: number; files: number },
): Promise<Listed[]> {
  const texts: readonly (readonly [string, string])[] = [
    ['bagit.txt', DECLARATION],
    ['bag-info.txt', writeInfo(info, sum)],
    [GUIDE_FILE, guide(info)],
    ['manifest-sha256.txt', writeManifest(payload)],
  ];
  const tags: Listed[] = [];
  for (const [path, text] of texts) tags.push({ path, sha256: await writeDurably(join(folder, path), text) });
  return tags;
}

/** A stick that says "written" is believed only when it gives the same bytes back. */
async function readBack(folder: string, files: readonly Listed[], total: number, told: Told, signal: AbortSignal) {
  let done = 0;
  for (const { path, sha256 } of files) {
    const found = await hashFile(
      join(folder, path),
      (bytes) => {
        done += bytes;
        told({ step: 'readingBack', done: Math.min(done, total), total });
      },
      signal,
    );
    if (found.sha256 !== sha256) throw new AppError('storage', 'stickReadsOther', { file: path });
  }
}

/** Folders from the inside out: the names in them are as durable as the files. */
async function syncAll(folder: string): Promise<void> {
  const folders = new Set<string>();
  for await (const { path } of filesBelow(folder)) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
  }
  for (const inner of [...folders].sort((a, b) => b.length - a.length)) await syncFolder(join(folder, inner));
  await syncFolder(folder);
}
