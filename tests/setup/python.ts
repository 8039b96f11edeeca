import { spawnSync } from 'node:child_process';

const asked = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
/** The interpreter itself: what the shell finds as python3 may be a script that looks for it each time, which takes ten times as long. */
export const PYTHON = asked.stdout?.trim() || 'python3';
/** Without what is installed beside it, and without leaving compiled files behind. */
export const STANDARD_LIBRARY = ['-S', '-B'] as const;

/** What a script prints that has Python's standard library and nothing else. Throws its complaint when it prints nothing. */
export function printedByPython(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(PYTHON, [...STANDARD_LIBRARY, ...args], { encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return stdout;
}
