import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runnerImport } from 'vite';
import { type Calls, standBetween, whyNoCalls } from '../torture/calls';
import type { Prepared } from '../torture/exchanged';
import { folderFor, putBack } from '../torture/folders';
import { tell, tellSkipped } from '../torture/report';
import { isFull, sizeOf, spread } from '../torture/sizes';
import { allGone, killAll, killGroup } from './killing';
import { answerOpenDialog, commandLine, PASSWORD, type Program, startProgram } from './program';

const why = whyNoCalls();
if (why) tellSkipped('D7', 'a kill of the program in the middle of a migration and of a restore', why);
test.skip(why !== undefined, why ?? '');

const NOW = '2026-03-02T10:00:00+08:00';
const KILLS = sizeOf('windowKills');

/** The ledger's own code, which asks for SQL files as texts, is loaded as the builder would. */
const exchanged = async () =>
  (await runnerImport<typeof import('../torture/exchanged')>('tests/torture/exchanged.ts')).module;

let folder: string;
let dataDir: string;
let calls: Calls;
test.beforeAll(() => {
  folder = folderFor('killed');
  dataDir = join(folder, 'data');
  calls = standBetween(dataDir);
});
test.afterAll(() => {
  calls.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls to be killed at: from the middle on, where things are put in place, or all the way through before a release. */
function pointsOf(count: number): number[] {
  expect(count).toBeGreaterThan(20);
  const all = Array.from({ length: count }, (_, i) => i + 1);
  return spread(isFull ? all : all.slice(Math.floor(count / 2)), KILLS);
}

/** A call of a helper's kills only that one: whoever waits for it kills the program with it at once. */
async function until(gone: Promise<unknown>, isSo: () => boolean): Promise<void> {
  let over = false;
  void gone.then(() => {
    over = true;
  });
  while (!over && !isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Chromium's own files say nothing about the ledger. */
async function leftBehind(): Promise<void> {
  await allGone(dataDir);
  rmSync(join(dataDir, 'profile'), { recursive: true, force: true });
  calls.rest();
}

test('killed in the middle of a migration the program opens the ledger whole at its next start', async () => {
  test.setTimeout(KILLS * 30_000 + 60_000);
  const { prepareMigration, reopened } = await exchanged();
  const its = prepareMigration(false);
  putBack(its.before, dataDir);
  calls.order({ mode: 'count' });
  const undisturbed = await startProgram({ dataDir, now: NOW, env: calls.env });
  const count = calls.count();
  calls.rest();
  await undisturbed.close();
  const faults: string[] = [];
  for (const at of pointsOf(count)) {
    putBack(its.before, dataDir);
    calls.order({ mode: 'kill', at });
    const { command, args } = commandLine(dataDir);
    const env = { ...process.env, ...calls.env, ANJUAN_NOW: NOW };
    const main = spawn(command, args, { env, stdio: 'ignore', detached: true });
    const gone = once(main, 'exit');
    await until(gone, () => calls.count() >= at);
    killGroup(main.pid ?? 0);
    expect(await gone, `call ${at}`).toEqual([null, 'SIGKILL']);
    await leftBehind();
    const found = reopened(dataDir);
    if (found.state !== its.next || found.faults.length > 0) faults.push(`call ${at}: ${found.faults.join(', ')}`);
  }
  tell({
    id: 'D7',
    what: 'SIGKILL of the program in the middle of a migration',
    count: KILLS,
    result: `at ${KILLS} of ${count} calls of the system; ${faults.length} ledgers other than after an undisturbed one`,
  });
  expect(faults).toEqual([]);
  its.drop();
});

/** Looks a backup through and has two people sign; ends when it is done, or when the program is gone. */
async function restore(program: Program): Promise<void> {
  const { ask } = program;
  await ask('restore.open');
  type Signers = { first: { staffId: number }[]; second: { staffId: number }[] };
  const { first, second } = await ask<Signers>('restore.opened');
  const firstId = first[0]?.staffId;
  const secondId = second.find(({ staffId }) => staffId !== firstId)?.staffId;
  await ask('restore.carryOut', { firstId, secondId, signatures: { first: PASSWORD, second: PASSWORD } });
}

async function readyToRestore({ before, bag = '' }: Prepared): Promise<Program> {
  putBack(before, dataDir);
  calls.rest();
  const program = await startProgram({ dataDir, now: NOW, env: calls.env, soon: true });
  await program.invoke('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  await answerOpenDialog(program, [bag]);
  return program;
}

async function killWith(program: Program, at: number): Promise<void> {
  const gone = once(program.electron.process(), 'exit');
  const restoring = restore(program).catch(() => undefined);
  await until(gone, () => calls.count() >= at);
  await killAll(program);
  await Promise.all([gone, restoring]);
}

test('killed in the middle of a restore the program has exactly the old ledger or exactly the new one', async () => {
  test.setTimeout(KILLS * 60_000 + 60_000);
  const { prepareRestore, reopened } = await exchanged();
  const its = await prepareRestore();
  const undisturbed = await readyToRestore(its);
  calls.order({ mode: 'count' });
  await restore(undisturbed);
  const count = calls.count();
  calls.rest();
  await undisturbed.close();
  const found = { old: 0, new: 0 };
  const faults: string[] = [];
  for (const at of pointsOf(count)) {
    const program = await readyToRestore(its);
    calls.order({ mode: 'kill', at });
    await killWith(program, at);
    await leftBehind();
    const after = reopened(dataDir);
    const isOld = after.state === its.old && after.aside === undefined;
    const isNew = after.state === its.next && after.aside === its.old;
    found[isNew ? 'new' : 'old'] += 1;
    if (after.faults.length > 0 || !(isOld || isNew)) faults.push(`call ${at}: ${after.faults.join(', ')}`);
  }
  tell({
    id: 'D7',
    what: 'SIGKILL of the program in the middle of a restore',
    count: KILLS,
    result: `at ${KILLS} of ${count} calls of the system: ${found.old} times exactly the old ledger, ${found.new} times exactly the new one; ${faults.length} faults`,
  });
  expect(faults).toEqual([]);
  expect(found.new).toBeGreaterThan(0);
  expect(found.old).toBeGreaterThan(0);
  // Negative control: a folder whose scans went with the other ledger is neither.
  rmSync(join(dataDir, 'blobs'), { recursive: true });
  expect([its.old, its.next]).not.toContain(reopened(dataDir).state);
  its.drop();
});
