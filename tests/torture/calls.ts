import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As in calls.c. */
const MODES = { off: 0, count: 1, stop: 2, kill: 3, failOnce: 4, failOn: 5 } as const;
const [CALL, CALL_LENGTH, FOLDER, FOLDER_LENGTH, SIZE] = [32, 32, 64, 448, 512];

export interface Order {
  mode: keyof typeof MODES;
  /** The call, counted from 1, that is killed or refused. */
  at?: number;
  error?: 'EIO' | 'ENOSPC';
}

/** What stands between a process and the system. Made once; a process finds it in its environment. */
export interface Calls {
  readonly env: Record<string, string>;
  /** For a process that does not give itself an order. */
  order(its: Order): void;
  /** How many calls there were since. */
  count(): number;
  /** Lets every call through: a process that is started finds the order of the one before. */
  rest(): void;
  drop(): void;
}

/** The compiled library, and the file by which it is told what to do with calls below `folder`. */
export function standBetween(folder: string): Calls {
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-calls-'));
  const [library, control] = [join(dir, 'calls.so'), join(dir, 'control')];
  execFileSync('gcc', [
    '-O2',
    '-shared',
    '-fPIC',
    '-o',
    library,
    fileURLToPath(new URL('calls.c', import.meta.url)),
    '-ldl',
  ]);
  const bytes = Buffer.alloc(SIZE);
  if (Buffer.byteLength(folder) >= FOLDER_LENGTH) throw new Error(`too long a path: ${folder}`);
  bytes.write(folder, FOLDER);
  writeFileSync(control, bytes);
  return {
    env: { LD_PRELOAD: library, ANJUAN_CALLS: control },
    order: (its) => orderCalls(its, control),
    count: () => lookAtCalls(control).count,
    rest: () => orderCalls({ mode: 'off' }, control),
    drop: () => rmSync(dir, { recursive: true, force: true }),
  };
}

export const whyNoCalls = (): string | undefined =>
  process.platform === 'linux' && spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status === 0
    ? undefined
    : 'gcc is not installed';

/** Tells what stands between this process, or another one, and the system. */
export function orderCalls({ mode, at = 0, error = 'EIO' }: Order, control = process.env.ANJUAN_CALLS ?? ''): void {
  const bytes = Buffer.alloc(FOLDER);
  for (const [i, value] of [MODES.off, at, constants.errno[error], 0].entries())
    bytes.writeBigInt64LE(BigInt(value), i * 8);
  const fd = openSync(control, 'r+');
  writeSync(fd, bytes, 0, bytes.length, 0);
  bytes.writeBigInt64LE(BigInt(MODES[mode]));
  // Last of all: from here on it counts.
  writeSync(fd, bytes, 0, 8, 0);
  closeSync(fd);
}

/** How many calls there were since the order, and which was met. */
export function lookAtCalls(control = process.env.ANJUAN_CALLS ?? ''): { count: number; call: string } {
  const bytes = Buffer.alloc(FOLDER);
  const fd = openSync(control, 'r');
  readSync(fd, bytes, 0, bytes.length, 0);
  closeSync(fd);
  const name = bytes.subarray(CALL, CALL + CALL_LENGTH);
  return { count: Number(bytes.readBigInt64LE(24)), call: name.subarray(0, name.indexOf(0)).toString() };
}
