import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Database } from 'better-sqlite3';
import { LOGINS, openOffice, signIn } from '../../api/office';
import { SEED_NOW } from '../seed/seed';
import { timed } from './timing';

export interface JournalFigures {
  events: number;
  changes: number;
  seconds: number;
  /** Of these, on a processor. */
  processor: number;
  /** The same of whoever only reads every event and change and hashes them one by one. */
  bare: number;
  /** Megabytes of the process: before, and the most seen meanwhile. */
  before: number;
  most: number;
  /** The most of them in which something lay that was still needed; asked for with `lean` only. */
  needed: number;
  /** The same before the check began: the program keeps the movements of titles in memory, however little is checked. */
  held: number;
  /** The longest time in milliseconds for which the process answered nobody else meanwhile. */
  longestBlock: number;
}

export interface JournalToCheck {
  dataDir: string;
  lean?: true;
  hoard?: true;
}

const BEAT_MS = 5;
const REST_MS = 500;
const SAME_MB = 0.05;
const secondsSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const MEGABYTE = 1_048_576;
const megabytes = () => process.memoryUsage().rss / MEGABYTE;

/**
 * What is still needed once what is not has been thrown away. How much of the rest V8 has not thrown away yet is its own affair: the
 * memory of the process differs by a tenth from run to run. Looked at ever more seldom, since each look stops the work.
 */
function createLook() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const needed = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / MEGABYTE;
  };
  let most = 0;
  let next = performance.now();
  let pause = 50;
  return {
    most: () => most,
    /** Once nothing is read in the background any more. */
    atRest: async (): Promise<number> => {
      for (let before = Number.POSITIVE_INFINITY, now = needed(); ; now = needed()) {
        if (Math.abs(now - before) < SAME_MB) return now;
        before = now;
        await sleep(REST_MS);
      }
    },
    look: () => {
      if (performance.now() < next) return;
      most = Math.max(most, needed());
      pause *= 1.2;
      next = performance.now() + pause;
    },
  };
}

/**
 * Verifies the whole journal through dispatch while a heart beats beside it: the longest pause is what others had to wait. For whoever
 * compares memory `lean` leaves SQLite's cache small, and `hoard` is what must be caught: all of it is read at once, too.
 */
export async function measureJournal({ dataDir, lean, hoard }: JournalToCheck): Promise<JournalFigures> {
  const office = openOffice(SEED_NOW, undefined, dataDir);
  let last = performance.now();
  let longestBlock = 0;
  let most = 0;
  const memory = lean && createLook();
  let heart: NodeJS.Timeout | undefined;
  const beat = () => {
    most = Math.max(most, megabytes());
    if (memory) memory.look();
    longestBlock = Math.max(longestBlock, performance.now() - last - BEAT_MS);
    last = performance.now();
  };
  try {
    await signIn(office, LOGINS.admin);
    const before = office.ledger.db.prepare<[], { changes: number }>('SELECT max(id) AS changes FROM change').get();
    if (lean) office.ledger.db.pragma('cache_size = -2000');
    const held = memory ? await memory.atRest() : 0;
    const all = hoard && readAll(office.ledger.db);
    const usedBefore = process.cpuUsage();
    const atFirst = megabytes();
    last = performance.now();
    heart = setInterval(beat, BEAT_MS);
    let events = 0;
    const ms = await timed(async () => {
      const verdict = await office.call('audit.verify', {});
      if (!verdict.whole) throw new Error(`the seeded journal is not whole: ${JSON.stringify(verdict)}`);
      events = verdict.events;
    });
    beat();
    const processor = secondsSince(usedBefore);
    if (all?.length === 0) throw new Error('nothing was seeded');
    return {
      ...{ events, changes: before?.changes ?? 0, longestBlock },
      ...{ before: atFirst, most, needed: memory ? memory.most() : 0, held },
      ...{ seconds: ms / 1000, processor, bare: readBare(office.ledger.db) },
    };
  } finally {
    clearInterval(heart);
    office.close();
  }
}

/** What no check can do without. */
function readBare(db: Database): number {
  const before = process.cpuUsage();
  for (const table of ['event', 'change'])
    for (const row of db.prepare<[], unknown[]>(`SELECT * FROM ${table} ORDER BY 1`).raw().iterate())
      createHash('sha256').update(row.join('\n')).digest('hex');
  return secondsSince(before);
}

function readAll(db: Database): unknown[] {
  const changes = db.prepare<[], { before: string | null; after: string | null }>('SELECT before, after FROM change');
  return changes.all().map((its) => [its, JSON.parse(its.before ?? 'null'), JSON.parse(its.after ?? 'null')]);
}
