import { type StagedBag, stageBag, takeScans } from '../backup/restore-stage';
import { type Salvaged, salvage } from '../backup/salvage';
import type { BagProgress } from '../backup/verify-bag';
import { seldom } from './backup.job';
import type { Job } from './job';

/** Checks every file of a backup and lays a copy of its ledger ready. */
export const readBackup: Job<{ folder: string; into: string }, BagProgress, StagedBag> = (
  { folder, into },
  onProgress,
  signal,
) => stageBag(folder, into, seldom(onProgress), signal);

/** Copies the scans of a backup beside the ledger that lies ready. */
export const readScans: Job<{ folder: string; into: string; manifest: string }, BagProgress, { scans: number }> = (
  its,
  onProgress,
  signal,
) => takeScans(its, seldom(onProgress), signal);

/** Writes what can still be read of a damaged ledger. */
export const salvageLedger: Job<{ file: string; into: string }, BagProgress, Salvaged> = (its, _onProgress, signal) =>
  salvage(its, signal);
