import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStanding } from '../../electron/search/standing';
import { caughtUp, guessedPlan, layLedger, oldRows } from '../api/imports';
import { foundCompany, LOGINS, openOffice, signIn } from '../api/office';
import type { Moment } from './search-in-child';
import { searchTables } from './search-tables';
import { verdictOf } from './verdict';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Few enough that the pieces of a hurried clock are put together at the end only. */
const ROWS = 650;
const dataDir = mkdtempSync(join(tmpdir(), 'anjuan-search-kill-'));
let bundled: string;
beforeAll(async () => {
  const { bundle } = await import(new URL('../bench/bundle.mjs', import.meta.url).href);
  bundled = await bundle(join(ROOT, 'tests/db/search-in-child.ts'));
});
afterAll(() => {
  for (const folder of [dataDir, bundled]) rmSync(folder, { recursive: true, force: true });
});

/** Answers what was left for the index when the process was killed. */
async function killIn(doing: Moment['doing']): Promise<number> {
  const input = JSON.stringify({ dataDir, doing } satisfies Moment);
  const child = fork(join(ROOT, 'tests/bench/child.mjs'), [join(bundled, 'bundle.mjs'), 'killInSlice', input], {
    execArgv: [],
  });
  let left = Number.NaN;
  child.on('message', ({ said }: { said?: string }) => {
    left = Number(said);
  });
  expect(await new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL');
  return left;
}
const reopened = () => openOffice(undefined, undefined, dataDir);
const pieces = (db: Database) => db.prepare('SELECT count(DISTINCT segid) FROM search_dossier_idx').pluck().get();
const putTogetherByItself = (db: Database) =>
  db.prepare("SELECT v FROM search_dossier_config WHERE k = 'automerge'").pluck().get();

test('a program that is killed while search follows an import goes on from there, and every row is found', async () => {
  const office = reopened();
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
  layLedger(office, oldRows(1, ROWS));
  await office.call('import.read', {});
  await office.call('import.write', { plan: await guessedPlan(office) });
  const all = (await office.call('search.behind', {})).left;
  office.close();

  const left = await killIn('writing');
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  const half = reopened();
  // What stands in the file is what the last whole slice had left, and no piece of it is damaged.
  expect(createStanding(half.ledger.db).left()).toBe(left);
  searchTables(half.ledger.db);
  expect(putTogetherByItself(half.ledger.db)).toBe(0);
  half.close();

  expect(await killIn('puttingTogether')).toBe(0);
  const again = reopened();
  const { db } = again.ledger;
  expect(searchTables(db)).toMatchObject({ search_dossier: { records: ROWS }, search_project: { records: ROWS } });
  expect(verdictOf(db)).toMatchObject({ whole: true });
  expect(putTogetherByItself(db)).toBe(8);
  expect(pieces(db)).toBeGreaterThan(16);
  await signIn(again, LOGINS.archivist);
  for (const no of ['旧001号', '旧300号', '旧650号'])
    expect((await again.call('search.find', { text: no })).flatMap(({ hits }) => hits)).toHaveLength(1);
  // The next act of many rows puts together what was left lying.
  layLedger(again, oldRows(ROWS + 1, 150));
  await again.call('import.read', {});
  await again.call('import.write', { plan: await guessedPlan(again) });
  await caughtUp(again);
  while (Number(pieces(db)) >= 16) await new Promise((resolve) => setImmediate(resolve));
  expect(searchTables(db)).toMatchObject({ search_dossier: { records: ROWS + 150 } });
  again.close();
}, 60_000);
