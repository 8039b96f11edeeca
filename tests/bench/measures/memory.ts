import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

export interface Memory {
  megabytes: number;
  /** PSS shares out what several processes map together; RSS counts it in each. */
  counted: 'PSS' | 'RSS';
}

/** What all processes of the application have in memory. */
export async function memoryOf(electron: ElectronApplication): Promise<Memory> {
  const metrics = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, memory }) => ({ pid, kilobytes: memory.workingSetSize })),
  );
  const root = electron.process().pid ?? 0;
  try {
    return { megabytes: sum(familyOf(root).map(pssOf)) / 1024, counted: 'PSS' };
  } catch {
    return { megabytes: sum(metrics.map(({ kilobytes }) => kilobytes)) / 1024, counted: 'RSS' };
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}

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
