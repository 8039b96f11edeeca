import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countByPersonAndMonth } from '../../electron/features/handover/lateness.service';
import type { InputOf } from '../../shared/api/contract';
import type { handover, StepRow } from '../../shared/api/handover.contract';
import {
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  type People,
  PIN,
  registerProject,
  signIn,
  tickAll,
} from './office';

let office: Office;
let people: People;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await office.call('people.engage', {
    ...{ name: '许寄北', departmentId: 1, login: 'xujibei', positions: ['generalManager'] },
    ...{ password: PASSWORD, pin: PIN },
  });
  await signIn(office, LOGINS.a);
});
afterEach(() => office.close());

const compile = async (n: number, disbursedOn = '2026-03-02') =>
  compileSample(office, (await registerProject(office, people, n, disbursedOn)).projectId);
const give = async (dossierId: number, kind: 'aToB' | 'bToArchive') => {
  const { revision } = await office.call('dossier.show', { id: dossierId });
  return (await office.call('handover.give', { dossierId, kind, revision, signature: PIN })).id;
};
const steps = (asked: InputOf<(typeof handover)['steps']> = {}) => office.call('handover.steps', asked);
const march = async (staffId: number) =>
  (await office.call('handover.lateness', { year: 2026 })).find(
    (row) => row.staffId === staffId && row.month === '2026-03',
  );

describe('who was late', () => {
  test('counts what was given late, what is late and not given, and what is not due yet', async () => {
    const inTime = await compile(1);
    await give(inTime, 'aToB');
    const late = await compile(2);
    await compile(3);
    office.at('2026-03-09T10:00:00+08:00');
    await signIn(office, LOGINS.a);
    await give(late, 'aToB');
    await compile(4, '2026-03-09');
    // Due Thursday 03-05: four days late, two of them working days.
    const none = { inTime: 0, lateGiven: 0, lateOpen: 0, open: 0, extended: 0, lateDays: 0, lateWorkingDays: 0 };
    expect(await march(people.a)).toEqual({
      ...none,
      ...{ staffId: people.a, staff: '顾行简', month: '2026-03' },
      ...{ due: 4, inTime: 1, lateGiven: 1, lateOpen: 1, open: 1, lateDays: 8, lateWorkingDays: 4 },
    });
    // B owes the first to the archive since Wednesday 03-04, and has time for the second until 03-11.
    expect(await march(people.b)).toMatchObject({ due: 2, lateOpen: 1, open: 1, lateDays: 5, lateWorkingDays: 3 });
  });

  test('each number opens the list that it counts', async () => {
    const late = await compile(1);
    await compile(2);
    office.at('2026-03-09T10:00:00+08:00');
    await signIn(office, LOGINS.a);
    await give(late, 'aToB');
    const row = await march(people.a);
    const month = { from: '2026-03-01', to: '2026-03-31', staffId: people.a };
    for (const which of ['inTime', 'lateGiven', 'lateOpen', 'open', 'extended'] as const)
      expect([which, (await steps({ ...month, which })).total]).toEqual([which, row?.[which]]);
    expect((await steps({ ...month, which: 'all' })).total).toBe(row?.due);
    const { rows, total } = await steps();
    expect(total).toBe(2);
    expect(rows.map(({ kind, givenOn, no, lateDays }) => [kind, givenOn, no, lateDays])).toEqual([
      ['aToB', undefined, undefined, 4],
      ['aToB', '2026-03-09', '移〔2026〕001号', 4],
    ]);
    expect(await steps({ which: 'late', from: '2026-04-01' })).toEqual({ rows: [], total: 0 });
  });

  test('what was sent back or taken back is owed again', async () => {
    const id = await compile(1);
    const first = await give(id, 'aToB');
    await signIn(office, LOGINS.b);
    await office.call('handover.sendBack', { id: first, reason: '缺页', signature: PIN });
    expect(await march(people.a)).toMatchObject({ due: 1, open: 1, inTime: 0 });
    const again = await give(id, 'aToB');
    expect(await march(people.a)).toMatchObject({ due: 1, inTime: 1 });
    await office.call('handover.withdraw', { id: again, reason: '漏页', signature: PIN });
    expect(await march(people.a)).toMatchObject({ due: 1, open: 1 });
    expect(await march(people.b)).toBeUndefined();
  });

  test('what was put off is late against the new day, and counted apart', async () => {
    const id = await compile(1);
    const asked = await office.call('extension.ask', { dossierId: id, newDueOn: '2026-03-10', reason: '印章在外地' });
    await signIn(office, 'xujibei');
    await office.call('extension.grant', { id: asked.id, signature: PIN });
    office.at('2026-03-09T10:00:00+08:00');
    await signIn(office, LOGINS.a);
    expect(await march(people.a)).toMatchObject({ due: 1, open: 1, extended: 1, lateDays: 0 });
    await give(id, 'aToB');
    expect(await march(people.a)).toMatchObject({ due: 1, inTime: 1, extended: 1 });
    const { rows } = await steps({ which: 'extended' });
    expect(rows).toMatchObject([{ dueOn: '2026-03-10', extendedFrom: '2026-03-05', lateDays: 0 }]);
  });

  test('what lies with the archivist or on the shelf is no longer owed', async () => {
    const id = await compile(1);
    const toB = await give(id, 'aToB');
    await signIn(office, LOGINS.b);
    await tickAll(office, toB);
    await office.call('handover.acceptAtB', { id: toB, signature: PIN });
    await give(id, 'bToArchive');
    office.at('2026-03-20T10:00:00+08:00');
    await signIn(office, LOGINS.b);
    expect((await steps()).total).toBe(0);
    expect(await march(people.b)).toMatchObject({ due: 1, inTime: 1 });
  });
});

const step: fc.Arbitrary<StepRow> = fc
  .record({
    staffId: fc.integer({ min: 1, max: 3 }),
    month: fc.constantFrom('2026-03', '2026-04'),
    given: fc.boolean(),
    lateDays: fc.constantFrom(0, 0, 1, 9),
    extended: fc.boolean(),
  })
  .map(({ staffId, month, given, lateDays, extended }) => ({
    ...{ dossierId: 1, dossier: '卷', client: '', byKeeper: false, kind: 'aToB', staffId, staff: `人${staffId}` },
    ...{ dueOn: `${month}-05`, lateDays, lateWorkingDays: lateDays },
    ...(given && { givenOn: `${month}-05` }),
    ...(extended && { extendedFrom: `${month}-01` }),
  }));

test('every step is counted once for its person and month, in one column', () => {
  fc.assert(
    fc.property(fc.array(step), (all) => {
      const rows = countByPersonAndMonth(all);
      expect(rows.reduce((sum, row) => sum + row.due, 0)).toBe(all.length);
      for (const row of rows) expect(row.inTime + row.lateGiven + row.lateOpen + row.open).toBe(row.due);
      expect(rows.reduce((sum, row) => sum + row.lateDays, 0)).toBe(all.reduce((sum, its) => sum + its.lateDays, 0));
      expect(new Set(rows.map(({ staffId, month }) => `${staffId} ${month}`)).size).toBe(rows.length);
    }),
  );
});
