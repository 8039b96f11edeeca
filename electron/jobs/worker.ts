import { AppError } from '../../shared/api/errors';
import type { Job } from './job';
import { type FromJob, JOBS, type ToJob } from './jobs';

/** The process in which a job runs: one job, and then it ends. */
const cancelled = new AbortController();
const say = (message: FromJob) => process.parentPort.postMessage(message);

async function run({ name, input }: Exclude<ToJob, { cancel: true }>): Promise<void> {
  try {
    const job = JOBS[name] as Job<unknown, unknown, unknown>;
    say({ answer: await job(input, (progress) => say({ progress }), cancelled.signal) });
  } catch (error) {
    if (!(error instanceof AppError)) say({ died: error instanceof Error ? (error.stack ?? error.message) : '' });
    else say({ refused: { code: error.code, reason: error.reason, details: error.details } });
  }
}

process.parentPort.on('message', ({ data }: { data: ToJob }) => {
  if ('cancel' in data) cancelled.abort();
  else void run(data);
});
