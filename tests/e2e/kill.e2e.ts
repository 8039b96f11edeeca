import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runnerImport } from 'vite';
import type { Acknowledged, Opening } from '../torture/acknowledged';
import { tell } from '../torture/report';
import { sizeOf } from '../torture/sizes';
import { workUntilKilled } from './driver';
import { family, killAll } from './killing';
import { PASSWORD, type Program, startProgram } from './program';

// What is lost or let through once is not put right by a second go.
test.describe.configure({ retries: 0 });

/** Each of the four kinds of work that a run may begin with comes at least once. */
const KILLS = Math.max(4, sizeOf('kills'));
const DOSSIERS = 60;
const MS_PER_HOUR = 3_600_000;

/** The ledger's own code, which asks for SQL files as texts, is loaded as the builder would. */
const torture = async () =>
  (await runnerImport<typeof import('../torture/acknowledged')>('tests/torture/acknowledged.ts')).module;

/** After `ms`. */
async function killAfter(ms: number, program: Program): Promise<void> {
  const all = family(program.electron.process().pid ?? 0);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await killAll(program, all);
}

interface Reopened extends Opening {
  /** The same ledger opened once more after it was closed as it should be, by the clock; only where it matters. */
  usualMs?: number;
}
const REOPEN_MS = 2_000;

/**
 * Each reopening after a kill takes 2 s at most; where it took longer by the clock the computer did something else, as it shows when it
 * had the processor for less and an ordinary opening right afterwards was as slow.
 */
const isQuick = ({ ms, processorMs, usualMs = 0 }: Reopened): boolean =>
  ms <= REOPEN_MS || (processorMs <= REOPEN_MS && ms <= 2 * usualMs);

const say = (its: Reopened | undefined): string =>
  its === undefined ? 'never' : `${Math.round(its.ms)} ms (${Math.round(its.processorMs)} of a processor)`;

/** Numbers are known only from the answer; the rest can be looked for without one. */
const isKnownBeforehand = ({ kind }: Acknowledged) => kind !== 'given' && kind !== 'received';

interface Claims {
  asked: Acknowledged[];
  answered: Acknowledged[];
}

/** Starts the program, lets the office work, and kills it at a random moment soon after the first answer. */
async function workAndKill(dataDir: string, kill: number, job: object): Promise<Claims> {
  const claims: Claims = { asked: [], answered: [] };
  const now = new Date(Date.parse('2026-03-02T09:00:00+08:00') + kill * MS_PER_HOUR).toISOString();
  const program = await startProgram({ dataDir, now, soon: true });
  let begin: () => void;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  await program.page.exposeFunction('said', (stage: keyof Claims, fact: Acknowledged) => {
    claims[stage].push(fact);
    if (stage === 'answered') begin();
  });
  let failure: unknown;
  const work = program.page.evaluate(workUntilKilled, { ...job, mark: `k${kill}` } as never).catch((error) => {
    failure = error;
  });
  await Promise.race([begun, work]);
  if (claims.answered.length === 0) throw failure ?? new Error('the office did no work');
  await killAfter(Math.random() * 400, program);
  await work;
  return claims;
}

test('killed again and again in the middle of work, the program loses nothing that it said was done', async () => {
  test.setTimeout(KILLS * 15_000);
  const { prepareLedger, lookAfterKill, openAsUsual } = await torture();
  const dataDir = mkdtempSync(join(tmpdir(), 'anjuan-kill-'));
  const job = { ...(await prepareLedger(dataDir, DOSSIERS)), password: PASSWORD };
  const all: Acknowledged[] = [];
  let askedButLost = 0;
  const reopened: Reopened[] = [];
  let events = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const { asked, answered } = await workAndKill(dataDir, kill, job);
    const after = lookAfterKill(dataDir, { answered, asked: asked.filter(isKnownBeforehand) });
    expect(after.missing.answered, `kill ${kill}`).toEqual([]);
    expect(after.faults, `kill ${kill}`).toEqual([]);
    expect(after.events).toBeGreaterThan(events);
    // Negative control: a program that answers before COMMIT would have acknowledged what was only asked for.
    askedButLost += after.missing.asked.length;
    const { reopening } = after;
    reopened.push(isQuick(reopening) ? reopening : { ...reopening, usualMs: openAsUsual(dataDir).ms });
    events = after.events;
    all.push(...answered);
  }
  const { lost } = lookAfterKill(dataDir, { lost: all }).missing;
  const countOf = (kind: Acknowledged['kind']) => all.filter((its) => its.kind === kind).length;
  reopened.sort((a, b) => a.ms - b.ms);
  const middle = reopened[Math.floor(reopened.length / 2)];
  const longest = reopened.at(-1);
  tell({
    id: 'D2',
    what: 'SIGKILL of the program and its helpers while the office works',
    count: KILLS,
    result:
      `${all.length} acknowledged writes (${countOf('moved')} of them slips of titles, ${countOf('counted')} entries of a stocktake), ` +
      `${lost.length} lost, ${events} events without gap, journal whole; reopened in ${say(middle)}, at most ${say(longest)}; ` +
      `of what was only asked for ${askedButLost} are not there`,
  });
  expect(lost).toEqual([]);
  expect(countOf('moved')).toBeGreaterThan(0);
  expect(countOf('askedFor')).toBeGreaterThan(0);
  expect(all.some((its) => its.kind === 'moved' && its.titleId === job.titles.lentId)).toBe(true);
  expect(countOf('counted')).toBeGreaterThan(0);
  expect(reopened.filter((its) => !isQuick(its))).toEqual([]);
  expect(isQuick({ ms: 3_300, processorMs: 900, usualMs: 700 })).toBe(false);
  expect(askedButLost).toBeGreaterThan(0);
  const invented: Acknowledged = { kind: 'received', dossierId: job.dossiers.at(-1) ?? 0, archiveNo: '鸿借字第999号' };
  expect(lookAfterKill(dataDir, { lost: [...all, invented] }).missing.lost).toEqual([invented]);
  rmSync(dataDir, { recursive: true, force: true });
});
