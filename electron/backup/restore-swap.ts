import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Below the data folder: where a ledger is made ready that is to take the place of the present one. */
export const STAGE = 'restore';
/** From the moment that it lies there the new ledger counts; until then the old one. */
const PHASE = 'restore.phase';
/** A ledger, and what SQLite may have left beside it. */
const LEDGER = ['ledger.sqlite', 'ledger.sqlite-wal', 'ledger.sqlite-shm', 'ledger.sqlite-journal'];

export interface Swap {
  /** The folder, below the data folder, in which the present ledger stays. */
  aside: string;
  /** Whether scans come with the new ledger; else those that are there stay where they are. */
  scans: boolean;
}

/** Told before each step; what it throws is a crash. */
export type AtStep = (step: string) => void;
const nobody: AtStep = () => undefined;

/**
 * Puts what lies ready in `restore/` in the place of the present ledger, which nobody may have open. Every step is a rename inside
 * one folder; whatever ends the program in between, `finishSwap` goes on at the next start.
 */
export function swapIn(dataDir: string, swap: Swap, at: AtStep = nobody): void {
  at('stage');
  syncFolder(join(dataDir, STAGE));
  at('phase');
  const phase = join(dataDir, PHASE);
  writeDurably(`${phase}.new`, JSON.stringify(swap));
  at('phaseName');
  renameSync(`${phase}.new`, phase);
  syncFolder(dataDir);
  at('begun');
  finishSwap(dataDir, at);
}

/** Ends what a swap had begun; without one, clears away what a restore that was never signed left lying. */
export function finishSwap(dataDir: string, at: AtStep = nobody): void {
  const swap = readSwap(dataDir);
  if (swap) {
    const stage = join(dataDir, STAGE);
    // While the new ledger lies here, what stands in its place is the old one.
    if (existsSync(join(stage, 'ledger.sqlite'))) moveAll(dataDir, stage, swap, at);
    syncFolder(dataDir);
    at('swapped');
    rmSync(join(dataDir, PHASE));
    syncFolder(dataDir);
    at('over');
  }
  for (const left of [STAGE, `${PHASE}.new`]) rmSync(join(dataDir, left), { recursive: true, force: true });
}

function moveAll(dataDir: string, stage: string, { aside, scans }: Swap, at: AtStep): void {
  const old = join(dataDir, aside);
  mkdirSync(old, { recursive: true });
  const move = (from: string, to: string, name: string) => {
    if (!existsSync(join(from, name))) return;
    at(`${to === old ? 'old' : 'new'} ${name}`);
    renameSync(join(from, name), join(to, name));
  };
  for (const name of LEDGER) move(dataDir, old, name);
  // Once they have come, what stands there is the new ones.
  if (scans && existsSync(join(stage, 'blobs'))) {
    move(dataDir, old, 'blobs');
    move(stage, dataDir, 'blobs');
  }
  syncFolder(old);
  syncFolder(dataDir);
  // Last of all: by it one sees how far it is.
  move(stage, dataDir, 'ledger.sqlite');
}

function readSwap(dataDir: string): Swap | undefined {
  const phase = join(dataDir, PHASE);
  return existsSync(phase) ? (JSON.parse(readFileSync(phase, 'utf8')) as Swap) : undefined;
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows opens no folders, and writes names through by itself. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
