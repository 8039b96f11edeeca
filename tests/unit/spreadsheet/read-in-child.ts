import { setImmediate } from 'node:timers/promises';
import { readTable } from '../../../electron/jobs/read-table.job';
import { AppError } from '../../../shared/api/errors';

export interface Outcome {
  reason?: string;
  rows: number;
  /** Processor time, which does not grow when the machine is busy with something else. */
  cpuSeconds: number;
  /** The most memory of the process so far, beyond what it had before the first file. */
  megabytes: number;
}

/** Reads one file after the other in a process of its own, where memory can be measured. */
export async function readFiles({ files }: { files: string[] }): Promise<Outcome[]> {
  const megabytes = () => process.resourceUsage().maxRSS / 1024;
  const before = megabytes();
  const outcomes: Outcome[] = [];
  for (const path of files) {
    const startedAt = process.cpuUsage();
    let rows = 0;
    let reason: string | undefined;
    try {
      await readTable(
        { path },
        (told) => {
          rows += told.rows.rows.length;
        },
        new AbortController().signal,
      );
    } catch (error) {
      reason = error instanceof AppError ? error.reason : String(error);
    }
    await setImmediate();
    const { user, system } = process.cpuUsage(startedAt);
    outcomes.push({
      ...(reason !== undefined && { reason }),
      rows,
      cpuSeconds: (user + system) / 1e6,
      megabytes: megabytes() - before,
    });
  }
  return outcomes;
}
