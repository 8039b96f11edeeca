import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Act, prepareActs } from './acts';
import { type Between, officeBetween } from './between';
import { whyNoCalls } from './calls';
import { startOffice } from './child';
import { folderFor, putBack } from './folders';
import { type Found, lookAt } from './look';
import type { ActSaid, DoAct } from './office-child';
import { tell, tellSkipped } from './report';
import { isFull, sizeOf, spread } from './sizes';

const why = whyNoCalls();
if (why) tellSkipped('D4', 'a kill at every call of the system', why);

let between: Between;
let prepared: string;
let acts: Act[] = [];
/** The last event before an act: the prepared ledger's, and that somebody signed in. */
let base: number;
beforeAll(async () => {
  if (why) return;
  between = await officeBetween('kill-points');
  prepared = folderFor('prepared');
  acts = await prepareActs(prepared);
  base = lookAt(prepared).seq + 1;
}, 120_000);
afterAll(() => {
  if (why) return;
  between.drop();
  rmSync(prepared, { recursive: true, force: true });
});

const start = (act: Act, order?: DoAct['order']) => {
  putBack(prepared, between.dataDir);
  between.calls.rest();
  return startOffice<ActSaid>(between.office, { do: 'act', dataDir: between.dataDir, act, order } satisfies DoAct, {
    env: between.calls.env,
  });
};
const isAnswered = (said: readonly ActSaid[]) => said.some((its) => 'reply' in its && its.reply.ok);

/** Is the process stopped? Nothing when it is gone. */
function isStopped(pid: number): boolean | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('T');
  } catch {
    return undefined;
  }
}

interface Seen {
  /** Which call the process would have been killed at, from 1. */
  at: number;
  answered: boolean;
  found: Found;
}

/**
 * Lets the process come to each of its calls, stops it there, and looks at the files as a kill at this moment would leave them: the
 * system keeps what was written, nothing else is left of a killed process.
 */
async function seeEachCall(act: Act, every: number): Promise<{ seen: Seen[]; calls: number }> {
  const { child, said, ended } = start(act, { mode: 'stop' });
  const pid = child.pid ?? 0;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const seen: Seen[] = [];
  let at = 0;
  while (!over) {
    // Whoever was told to go on is not stopped any more when `kill` has returned: it has come to its next call.
    if (!isStopped(pid)) {
      await wait(1);
      continue;
    }
    at += 1;
    if (at % every === 0) seen.push({ at, answered: isAnswered(said), found: lookAt(between.dataDir) });
    child.kill('SIGCONT');
  }
  expect(isAnswered(said), act.name).toBe(true);
  return { seen, calls: at };
}

/** Neither half of an act, nor less than was answered. `events` is how many an act makes. */
function faultsOf({ at, answered, found }: Seen, act: Act, events = 1): string[] {
  const made = found.seq - base;
  const isWhole = made === 0 || made === events;
  const says = (what: string) => `${act.name}, call ${at}: ${what}`;
  return [
    ...found.faults.map(says),
    ...(isWhole ? [] : [says(`${made} of ${events} events`)]),
    ...(answered && made !== events ? [says('answered and not there')] : []),
  ];
}

describe.skipIf(why)('a process that is killed at any call of the system', () => {
  test('has done an act wholly or not at all', async () => {
    const chosen = isFull ? acts : spread(acts, 3);
    // An act has forty such calls.
    const every = isFull ? 1 : Math.ceil(40 / sizeOf('points'));
    const faults: string[] = [];
    let looked = 0;
    let points = 0;
    const killAt: { act: Act; at: number }[] = [];
    for (const act of chosen) {
      const { seen, calls: count } = await seeEachCall(act, every);
      expect(count, act.name).toBeGreaterThan(20);
      faults.push(...seen.flatMap((its) => faultsOf(its, act)));
      looked += seen.length;
      points += count;
      killAt.push(...Array.from({ length: count }, (_, i) => ({ act, at: i + 1 })));
    }
    tell({
      id: 'D4',
      what: `stop at a call that writes, syncs, cuts, renames or removes, of ${chosen.length} kinds of acts, and a look at the files`,
      count: looked,
      result: `of ${points} such calls; ${faults.length} acts half done or lost`,
    });
    expect(looked).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    // And really killed, to see that it is the same.
    const kills = spread(killAt, sizeOf('killPoints'));
    for (const { act, at } of kills) {
      const { said, ended } = start(act, { mode: 'kill', at });
      expect(await ended, `${act.name}, call ${at}`).toBe('SIGKILL');
      faults.push(...faultsOf({ at, answered: isAnswered(said), found: lookAt(between.dataDir) }, act));
    }
    tell({
      id: 'D4',
      what: 'SIGKILL at such a call',
      count: kills.length,
      result: `${faults.length} acts half done or lost`,
    });
    expect(faults).toEqual([]);
  }, 3_600_000);

  test('is caught when its act is two', async () => {
    const [first, second] = ['client.register', 'dossier.compile'].map((name) => acts.find((act) => act.name === name));
    if (!first || !second) throw new Error('no such acts');
    const both: Act = { ...first, andThen: second };
    const { seen } = await seeEachCall(both, 10);
    const faults = seen.flatMap((its) => faultsOf(its, both, 2));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(/1 of 2 events/);
  }, 600_000);
});
