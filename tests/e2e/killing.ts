import { readdirSync, readFileSync } from 'node:fs';
import type { Program } from './program';

/** The program's main process and everything it started. */
export function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const below = (parent: number): number[] =>
    parents.filter(([, its]) => its === parent).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

/** Linux: the number after the name in brackets and the state. */
function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
}

/** SIGKILL to all of them at once, the main process first: nobody gets to tidy up. */
export async function killAll({ electron }: Program, all = family(electron.process().pid ?? 0)): Promise<void> {
  const main = electron.process();
  const gone = new Promise((resolve) => main.once('exit', resolve));
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It died with its parent.
    }
  }
  if (main.exitCode === null && main.signalCode === null) await gone;
}

/** What is left of a process that was started as a group of its own. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All have ended by themselves.
  }
}

/** Until no process works in a folder any more: those that a killed one had started end a moment after it. */
export async function allGone(folder: string): Promise<void> {
  const isThere = () =>
    readdirSync('/proc').some((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    });
  while (isThere()) await new Promise((resolve) => setTimeout(resolve, 20));
}
