import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The office in a process of its own, put together once for many starts. */
export interface Bundle {
  readonly file: string;
  drop(): void;
}

export async function bundleOffice(): Promise<Bundle> {
  // Plain JavaScript, since the bench starts it with Node alone.
  const { bundle } = await import(new URL('../bench/bundle.mjs', import.meta.url).href);
  const folder: string = await bundle(fileURLToPath(new URL('office-child.ts', import.meta.url)));
  return { file: join(folder, 'bundle.mjs'), drop: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Started<T> {
  child: ChildProcess;
  /** Everything it has said so far, in order. */
  said: T[];
  /** The first that is so, or nothing when it ended before. */
  hears(what: (its: T) => boolean): Promise<T | undefined>;
  /** Its code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts it with a job; `before` is what it runs under (strace and its options), `env` what it finds besides. */
export function startOffice<T>(
  { file }: Bundle,
  job: object,
  { before = [], env = {} }: { before?: readonly string[]; env?: Record<string, string> } = {},
): Started<T> {
  const [command = '', ...args] = [...before, process.execPath, file, JSON.stringify(job)];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  const said: T[] = [];
  const waiting: (() => void)[] = [];
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  lines.on('line', (line) => {
    said.push(JSON.parse(line) as T);
    for (const look of waiting) look();
  });
  const closed = new Promise((resolve) => lines.once('close', resolve));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => void closed.then(() => resolve(signal ?? code)));
  });
  const hears = (what: (its: T) => boolean) =>
    new Promise<T | undefined>((resolve) => {
      const look = () => {
        const found = said.find(what);
        if (found !== undefined) resolve(found);
      };
      waiting.push(look);
      look();
      void ended.then(() => resolve(said.find(what)));
    });
  return { child, said, hears, ended };
}
