import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOpenDialog, type Program, startProgram } from '../../e2e/program';
import { copyByHand } from './by-hand';
import { memoryOf } from './memory';
import { timed } from './timing';

export interface BackupFigures {
  megabytes: number;
  /** Seconds, the median run of each. */
  backup: number;
  byHand: number;
  /** How late main's event loop was, in milliseconds. */
  delayP99: number;
  delayMost: number;
  /** Megabytes of their own of all processes: before, and the most seen meanwhile. */
  before: number;
  most: number;
}

const FILE = 10_000_000;
const LOOK_MS = 250;
const RUNS = 4;
const PASSWORD = 'songfeng-2026';

/** A backup with its reading back through the real program, and beside it cp, fsync and sha256sum of the same files. */
export async function measureBackup(folder: string, megabytes: number): Promise<BackupFigures> {
  const work = mkdtempSync(join(folder, 'backup-'));
  const dataDir = join(work, 'data');
  layScans(join(dataDir, 'blobs'), megabytes);
  const program = await startProgram({ dataDir, now: '2026-11-23T09:00:00+08:00' });
  try {
    const administrator = { name: '许寄北', login: 'xujibei', password: PASSWORD };
    await demand(program, 'company.found', { name: '鸿远小额贷款有限公司', shortName: '鸿', administrator });
    const before = (await memoryOf(program.electron)).own;
    await watchLoop(program);
    const memory = watchMemory(program);
    const runs: { backup: number; byHand: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const [stick, other] = [join(work, `stick-${run}`), join(work, `copy-${run}`)];
      mkdirSync(stick);
      await answerOpenDialog(program, [stick]);
      // Each goes first in its turn: what the disk still has to do falls on whoever comes second.
      const ways: [keyof (typeof runs)[number], () => unknown][] = [
        ['backup', () => demand(program, 'backup.make', { onOwnDisk: true })],
        ['byHand', () => copyByHand(join(dataDir, 'blobs'), other)],
      ];
      const took = { backup: 0, byHand: 0 };
      for (const [way, act] of run % 2 === 0 ? ways : ways.reverse()) {
        execFileSync('sync');
        took[way] = (await timed(act)) / 1000;
      }
      runs.push(took);
      for (const its of [stick, other]) rmSync(its, { recursive: true, force: true });
    }
    const most = await memory();
    runs.sort((a, b) => a.backup / a.byHand - b.backup / b.byHand);
    const middle = runs[Math.floor(runs.length / 2)] ?? { backup: Number.NaN, byHand: Number.NaN };
    return { megabytes, ...middle, ...(await loopDelay(program)), before, most };
  } finally {
    await program.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Files as scans lie, named by what is in them, which no disk can make smaller. */
function layScans(blobs: string, megabytes: number): void {
  for (let laid = 0; laid < megabytes * 1_000_000; laid += FILE) {
    const content = randomBytes(FILE);
    const name = createHash('sha256').update(content).digest('hex');
    mkdirSync(join(blobs, name.slice(0, 2)), { recursive: true });
    writeFileSync(join(blobs, name.slice(0, 2), name), content);
  }
}

async function demand(program: Program, method: string, input: object): Promise<void> {
  const reply = await program.invoke(method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
}

type Watched = { delay?: { percentile(share: number): number; max: number } };

const watchLoop = ({ electron }: Program) =>
  electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    (globalThis as Watched).delay = delay;
  });

const loopDelay = ({ electron }: Program): Promise<{ delayP99: number; delayMost: number }> =>
  electron.evaluate(() => {
    const { delay } = globalThis as Watched;
    return { delayP99: (delay?.percentile(99) ?? Number.NaN) / 1e6, delayMost: (delay?.max ?? Number.NaN) / 1e6 };
  });

/** Looks again and again; what it answers ends it and tells the most. */
function watchMemory({ electron }: Program): () => Promise<number> {
  let most = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      most = Math.max(most, (await memoryOf(electron)).own);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return most;
  };
}
