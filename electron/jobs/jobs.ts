import { verifyBackup, writeBackup } from './backup.job';
import type { Job } from './job';
import { readTable } from './read-table.job';
import { readBackup, readScans, salvageLedger } from './restore.job';

/** Every job by its name. */
export const JOBS = { readTable, writeBackup, verifyBackup, readBackup, readScans, salvageLedger } as const;

export type JobName = keyof typeof JOBS;
type Its<N extends JobName> = (typeof JOBS)[N] extends Job<infer I, infer P, infer A> ? { I: I; P: P; A: A } : never;

/** Runs a job where it holds up nobody; fails with the job's own reason, or with `jobDied`. */
export type RunJob = <N extends JobName>(
  name: N,
  input: Its<N>['I'],
  onProgress: (progress: Its<N>['P']) => void,
  signal: AbortSignal,
) => Promise<Its<N>['A']>;

/** Main asks with `name` and `input`, and may say `cancel` later. */
export type ToJob = { name: JobName; input: unknown } | { cancel: true };
export type FromJob =
  | { progress: unknown }
  | { answer: unknown }
  | { refused: { code: string; reason: string; details: object } }
  | { died: string };
