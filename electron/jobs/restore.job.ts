import { type StagedBag, stageBag, takeScans } from '../backup/restore-stage';
import { type Salvaged, salvage } from '../backup/salvage';
import type { BagProgress } from '../backup/verify-bag';
import { seldom } from './backup.job';
import type { Job } from './job';

/** `key` opens an encrypted one. */
export interface BagToRead {
  folder: string;
  into: string;
  key?: string | undefined;
}

/** Checks every file of a backup and lays a copy of its ledger ready. */
export const readBackup: Job<BagToRead, BagProgress, StagedBag> = (its, onProgress, signal) =>
  stageBag(its, seldom(onProgress), signal);

/** Copies the scans of a backup beside the ledger that lies ready. */
export const readScans: Job<BagToRead & { manifest: string }, BagProgress, { scans: number }> = (
  its,
  onProgress,
  signal,
) => takeScans(its, seldom(onProgress), signal);

/** Writes what can still be read of a damaged ledger. */
export const salvageLedger: Job<{ file: string; into: string }, BagProgress, Salvaged> = (its, _onProgress, signal) =>
  salvage(its, signal);
