import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, type ErrorDetails } from '../../shared/api/errors';
import { type BagInfo, filesBelow, hashFile, type Listed, PARTIAL } from './bag';
import { DECLARATION, readInfo } from './bag-words';
import { demandOurs, lookInto } from './ledger-copy';
import { SEALED } from './seal';

export interface BagProgress {
  /** Bytes read so far, and in all. */
  done: number;
  total: number;
}

const TAG_MANIFEST = 'tagmanifest-sha256.txt';
const MANIFEST = 'manifest-sha256.txt';

const refused = (reason: string, details: ErrorDetails = {}): AppError => new AppError('conflict', reason, details);

/** Reads the labels of a bag without checking anything; nothing where the folder is no bag of ours. */
export async function lookAtBag(folder: string): Promise<(BagInfo & { bytes: number; files: number }) | undefined> {
  const text = await readFile(join(folder, 'bag-info.txt'), 'utf8').catch(() => '');
  const info = readInfo(text);
  if (!info) return undefined;
  const { oxum, ...its } = info;
  return { ...its, ...oxum };
}

/**
 * Checks every file of a bag against its manifests: nothing altered, missing, added, or outside of it. Throws an `AppError` that
 * names the first that is wrong; answers what the bag says of itself.
 */
export async function verifyBag(
  folder: string,
  onProgress: (progress: BagProgress) => void,
  signal: AbortSignal,
): Promise<BagInfo & { bytes: number; files: number }> {
  if (folder.endsWith(PARTIAL)) throw refused('bagUnfinished');
  const declaration = await readFile(join(folder, 'bagit.txt'), 'utf8').catch(() => undefined);
  if (declaration !== DECLARATION) throw refused('bagNotABag');
  const tags = await readManifest(folder, TAG_MANIFEST);
  const payload = await readManifest(folder, MANIFEST);
  await demandExactly(folder, tags, payload);
  const info = await demandInfo(folder);
  demandLedger(payload, info);
  const total = info.oxum.bytes;
  let done = 0;
  const told = (bytes: number) => {
    done += bytes;
    onProgress({ done: Math.min(done, total), total });
  };
  // The tags first: what the manifest says must be believed before the payload is compared with it.
  for (const its of tags) await demandUnaltered(folder, its, () => undefined, signal);
  let bytes = 0;
  for (const its of payload) bytes += await demandUnaltered(folder, its, told, signal);
  if (bytes !== info.oxum.bytes || payload.length !== info.oxum.files) throw refused('bagSumDiffers');
  const { oxum, ...said } = info;
  // What is in an encrypted one is seen by nobody but whoever brings the key.
  if (said.recipient !== undefined) return { ...said, ...oxum };
  lookInto(join(folder, 'data/ledger.sqlite'), true, (ledger) => demandOurs(ledger, said));
  return { ...said, ...oxum };
}

/** The ledger is there; in an encrypted bag nothing lies open. */
function demandLedger(payload: readonly Listed[], { recipient }: BagInfo): void {
  const ending = recipient === undefined ? '' : SEALED;
  const file = `data/ledger.sqlite${ending}`;
  if (!payload.some(({ path }) => path === file)) throw refused('bagFileMissing', { file });
  const open = payload.find(({ path }) => !path.endsWith(ending));
  if (open) throw refused('bagFileExtra', { file: open.path });
}

async function demandInfo(folder: string) {
  const info = readInfo(await readFile(join(folder, 'bag-info.txt'), 'utf8').catch(() => ''));
  if (!info) throw refused('bagNotOurs');
  return info;
}

async function readManifest(folder: string, name: string): Promise<Listed[]> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => {
    throw refused('bagFileMissing', { file: name });
  });
  // Nothing else lists the manifest of the tags: a piece that was cut off it is seen by its last line alone.
  if (!text.endsWith('\n')) throw refused('bagManifestUnreadable', { file: name });
  const listed = text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (sha256 === '') throw refused('bagManifestUnreadable', { file: name });
      if (isOutside(path)) throw refused('bagPathOutside', { file: path });
      return { path, sha256 };
    });
  if (new Set(listed.map(({ path }) => path)).size !== listed.length)
    throw refused('bagManifestUnreadable', { file: name });
  return listed;
}

/** Also paths that are inside on one system and outside on another. */
const isOutside = (path: string): boolean =>
  /^[A-Za-z]:|\\|\p{Cc}/u.test(path) || path.split('/').some((part) => part === '..' || part === '' || part === '.');

/** Every file is listed and every listed one is there; a link is no file of a bag. */
async function demandExactly(folder: string, tags: readonly Listed[], payload: readonly Listed[]): Promise<void> {
  const found = new Map<string, boolean>();
  for await (const { path, isFile } of filesBelow(folder)) found.set(path, isFile);
  found.delete(TAG_MANIFEST);
  const listed = new Set([...tags, ...payload].map(({ path }) => path));
  if (payload.some(({ path }) => !path.startsWith('data/')) || tags.some(({ path }) => path.startsWith('data/')))
    throw refused('bagManifestUnreadable', { file: MANIFEST });
  for (const path of listed) if (!found.has(path)) throw refused('bagFileMissing', { file: path });
  for (const [path, isFile] of found) {
    if (!isFile) throw refused('bagPathOutside', { file: path });
    if (!listed.has(path)) throw refused('bagFileExtra', { file: path });
  }
  // The other two that a bag needs were read before: those are there.
  if (!found.has('bag-info.txt')) throw refused('bagFileMissing', { file: 'bag-info.txt' });
}

async function demandUnaltered(
  folder: string,
  { path, sha256 }: Listed,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const found = await hashFile(join(folder, path), onBytes, signal);
  if (found.sha256 !== sha256) throw refused('bagFileAltered', { file: path });
  return found.bytes;
}
