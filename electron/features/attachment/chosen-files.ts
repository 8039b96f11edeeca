import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { MOST_BYTES, type RefusedFile, SLICE_BYTES } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';
import type { BlobStore } from '../../blobs/blob-store';
import type { KeptFile } from './attachment.repo';
import { demandSize, HEAD_BYTES, kindOf, shownName } from './attachment.rules';
import type { FileWork } from './files-at-work';

export interface TakenFile {
  file: KeptFile;
  isNew: boolean;
}

/** Without waiting for a writer where somebody chose a pipe. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads the files that a person chose into the store, one after the other; the ones that cannot be taken are named with the
 * reason. Given up in the middle, nothing of them stays.
 */
export async function takeChosen(
  paths: readonly string[],
  store: BlobStore,
  work: FileWork,
): Promise<{ taken: TakenFile[]; refused: RefusedFile[] }> {
  const taken: TakenFile[] = [];
  const refused: RefusedFile[] = [];
  for (const path of paths) {
    Object.assign(work, { name: shownName(basename(path), 'pdf'), done: 0, total: 0 });
    try {
      taken.push(await take(path, store, work));
    } catch (error) {
      const known = error instanceof AppError ? error : unreadable(work.name);
      if (work.isGivenUp) {
        for (const { file, isNew } of taken) if (isNew) store.takeBack(file.sha256);
        throw known;
      }
      refused.push({ name: work.name, reason: known.reason, details: { name: work.name, ...known.details } });
    }
  }
  return { taken, refused };
}

async function take(path: string, store: BlobStore, work: FileWork): Promise<TakenFile> {
  const handle = await open(path, READ_ONLY).catch(() => undefined);
  if (!handle) throw unreadable(work.name);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw unreadable(work.name);
    demandSize(stat.size, work.name);
    work.total = stat.size;
    const slice = new Uint8Array(SLICE_BYTES);
    const first = await handle.read(slice, 0, HEAD_BYTES, 0);
    const kind = kindOf(slice.subarray(0, first.bytesRead), work.name);
    const incoming = await store.receive();
    try {
      for (let from = 0; ; ) {
        const { bytesRead } = await handle.read(slice, 0, SLICE_BYTES, from);
        if (bytesRead === 0) break;
        await incoming.write(slice.subarray(0, bytesRead));
        from += bytesRead;
        // It may be growing while it is read.
        if (from > MOST_BYTES) demandSize(from, work.name);
        work.reached(from);
      }
      const { isNew, ...content } = await incoming.keep();
      return { file: { ...content, name: shownName(basename(path), kind), kind }, isNew };
    } finally {
      await incoming.drop();
    }
  } finally {
    await handle.close();
  }
}

const unreadable = (name: string) => new AppError('storage', 'chosenFileUnreadable', { name });
