import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

export interface Memory {
  megabytes: number;
  /** PSS shares out what several processes map together; RSS counts it in each. */
  counted: 'PSS' | 'RSS';
  /** What is written to and nobody else's: unlike PSS, the same whether or not a second Electron runs on the computer. */
  own: number;
}

/** What all processes of the application have in memory. */
export async function memoryOf(electron: ElectronApplication): Promise<Memory> {
  const metrics = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, memory }) => ({ pid, kilobytes: memory.workingSetSize })),
  );
  const root = electron.process().pid ?? 0;
  const maps = familyOf(root).map(mapsOf);
  const megabytesOf = (what: string) => sum(maps.map((its) => kilobytesOf(its, what))) / 1024;
  if (megabytesOf('Pss') > 0)
    return { megabytes: megabytesOf('Pss'), counted: 'PSS', own: megabytesOf('Private_Dirty') };
  const megabytes = sum(metrics.map(({ kilobytes }) => kilobytes)) / 1024;
  return { megabytes, counted: 'RSS', own: megabytes };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Nothing for one that has just ended: a job does so at any moment. */
function mapsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    return '';
  }
}

const kilobytesOf = (maps: string, what: string): number =>
  Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(maps)?.[1] ?? 0);

/** The process and all that descend from it. */
function familyOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) }];
      } catch {
        return [];
      }
    });
  const family = [root];
  for (const pid of family) family.push(...parents.filter(({ parent }) => parent === pid).map((child) => child.pid));
  return family;
}
