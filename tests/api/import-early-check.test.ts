import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Job } from '../../electron/jobs/job';
import { JOBS, type RunJob } from '../../electron/jobs/jobs';
import type { TableProgress } from '../../electron/jobs/read-table.job';
import { guessedPlan, layLedger, oldRows, type Plan } from './imports';
import { foundCompany, LOGINS, type Office, openOffice, registerProject, signIn } from './office';

// Rows are checked while they are read, as the file is most likely meant: nobody must see a difference.
let office: Office;
beforeEach(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  await registerProject(office, people);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

const FAULTY = [
  ['旧001号', '又一卷', '松江五金商行', '旧合901', '顾行简', '罗书意', '2019-03-09', '旧库 1柜 2层 3盒', '借款'],
  ['旧902号', '无此人', '松江五金商行', '旧合902', '无名氏', '罗书意', '2019-02-30', '旧库 1柜 2层 3盒', '借款'],
];
const check = (plan: Plan) => office.call('import.check', { plan, limit: 100 });

async function readLedger(rows: readonly (readonly string[])[]): Promise<Plan> {
  layLedger(office, rows);
  await office.call('import.read', {});
  return guessedPlan(office);
}

test('what was checked while the file was read is what a check finds afterwards', async () => {
  const plan = await readLedger([...oldRows(1, 60), ...FAULTY, ...oldRows(61, 30)]);
  const early = await check(plan);
  expect(early).toMatchObject({ rows: 92, ready: 90, faulty: 2, shownOf: 2 });
  // With an event in between everything is checked anew.
  await office.call('import.read', {});
  await office.call('client.register', { kind: 'person', name: '沈青' });
  expect(await check(plan)).toEqual(early);
});

test('what somebody has written since the file was read stands in the way', async () => {
  const plan = await readLedger(oldRows(1, 60));
  expect(await check(plan)).toMatchObject({ ready: 60, faulty: 0 });
  await office.call('import.write', { plan });
  const again = await readLedger([...oldRows(100, 60), ...oldRows(1, 1)]);
  expect(await check(again)).toMatchObject({ ready: 60, faulty: 1 });
  await office.call('import.undo', { id: 1, reason: '重来', signature: '260302' });
  expect(await check(again)).toMatchObject({ ready: 61, faulty: 0 });
});

test('a plan that the person changes is checked as it was changed', async () => {
  const plan = await readLedger([...oldRows(1, 60), ...FAULTY]);
  const mended = { ...plan, mended: [{ row: 62, column: 0, text: '旧903号' }], leftOut: [63] };
  expect(await check(mended)).toMatchObject({ rows: 61, ready: 61, faulty: 0 });
});

test('no row is lost when the last rows come in the same moment as the rows before them', async () => {
  office.close();
  office = openOffice(undefined, undefined, undefined, toldAtOnce);
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
  const plan = await readLedger(oldRows(1, 60));
  expect(await check(plan)).toMatchObject({ rows: 60, ready: 60 });
  expect(await office.call('import.write', { plan })).toMatchObject({ dossiers: 60 });
});

/** Messages of another process may come several in one moment: here all rows do, at first so many as a heading is looked for in. */
const toldAtOnce: RunJob = async (name, input, onProgress, signal) => {
  const told: TableProgress[] = [];
  const job = JOBS[name] as Job<unknown, TableProgress, unknown>;
  const answer = await job(input, (progress) => told.push(progress), signal);
  for (const { share, rows } of told)
    for (let from = 0; from < rows.numbers.length; from += 40) {
      const some = (its: readonly (number | string)[]) => its.slice(from, from + 40);
      const piece = { ...rows, numbers: some(rows.numbers), rows: some(rows.rows) };
      (onProgress as (progress: unknown) => void)({ share, rows: piece });
    }
  return answer as never;
};
