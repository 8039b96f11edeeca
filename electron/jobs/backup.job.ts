import type { BagInfo } from '../backup/bag';
import { type BagProgress, verifyBag } from '../backup/verify-bag';
import { type BagSource, type WriteProgress, type WrittenBag, writeBag } from '../backup/write-bag';
import type { Job } from './job';

/** Told so often that a bar moves, and so seldom that nobody is kept from the work by it. */
const TELL_MS = 200;

/** Writes a backup and reads it back. */
export const writeBackup: Job<BagSource, WriteProgress, WrittenBag> = (source, onProgress, signal) =>
  writeBag(source, seldom(onProgress), signal);

/** Checks every file of a backup. */
export const verifyBackup: Job<{ folder: string }, BagProgress, BagInfo & { bytes: number; files: number }> = (
  { folder },
  onProgress,
  signal,
) => verifyBag(folder, seldom(onProgress), signal);

export function seldom<P extends object>(tell: (progress: P) => void): (progress: P) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let step: unknown;
  return (progress) => {
    const now = performance.now();
    const its = 'step' in progress ? progress.step : undefined;
    if (its === step && now - toldAt < TELL_MS) return;
    toldAt = now;
    step = its;
    tell(progress);
  };
}
