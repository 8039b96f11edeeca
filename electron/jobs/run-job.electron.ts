import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/api/errors';
import type { FromJob, RunJob, ToJob } from './jobs';

/** Built beside main.js (build/electron.vite.config.ts). */
const WORKER = join(import.meta.dirname, 'worker.js');
/** A job that needs more than this has gone wrong; it must not take the whole machine with it. */
const MEMORY_MB = 1_024;
/** How long a cancelled job may clear up after itself. */
const PATIENCE_MS = 2_000;

/** Runs each job in a process of its own, which ends with it. */
export const createRunJob =
  (log: (job: string, error: string) => void): RunJob =>
  (name, input, onProgress, signal) =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(WORKER, [], {
        serviceName: 'Anjuan',
        stdio: 'ignore',
        execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      });
      const say = (message: ToJob) => child.postMessage(message);
      const cancel = () => {
        say({ cancel: true });
        setTimeout(() => child.kill(), PATIENCE_MS).unref();
      };
      const died = (why: string) => {
        log(name, why);
        if (signal.aborted) reject(new AppError('conflict', 'jobCancelled'));
        else reject(new AppError('internal', 'jobDied'));
      };
      child.on('message', (message: FromJob) => {
        if ('progress' in message) return onProgress(message.progress as never);
        if ('answer' in message) resolve(message.answer as never);
        else if ('died' in message) died(message.died);
        else reject(refusalOf(message.refused));
        child.kill();
      });
      child.on('exit', (code) => {
        signal.removeEventListener('abort', cancel);
        died(`exit ${code}`);
      });
      signal.addEventListener('abort', cancel);
      say({ name, input });
      if (signal.aborted) cancel();
    });

const refusalOf = ({ code, reason, details }: { code: string; reason: string; details: object }) =>
  new AppError(code as ErrorCode, reason, details as ErrorDetails);
