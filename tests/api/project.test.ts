import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { number } from '../../shared/dossier/pagination';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  registerProject,
  signIn,
} from './office';

let office: Office;
let people: People;
let project: { id: number; clientId: number };

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { projectId, clientId } = await registerProject(office, people);
  project = { id: projectId, clientId };
});
afterEach(() => office.close());

const corrected = (change: Record<string, unknown>) => ({
  ...project,
  name: '流动资金贷款 180 万元',
  businessType: 'loan' as const,
  contractNo: '鸿借〔2026〕001号',
  amountFen: 180_000_000,
  guarantors: '',
  aManagerId: people.a,
  bManagerId: people.b,
  disbursedOn: '2026-03-02',
  ...change,
});

test('a corrected day of disbursement moves the deadline while the papers are with A', async () => {
  const id = await compileSample(office, project.id);
  expect(await office.reply('project.correct', corrected({ disbursedOn: '2026-03-06' }))).toMatchObject({ ok: true });
  expect(await office.call('dossier.show', { id })).toMatchObject({ aToBDueOn: '2026-03-11', workingDaysLeft: 7 });
});

test('a limit that moves with a corrected day is told in the dossier’s history, from when to when', async () => {
  const id = await compileSample(office, project.id);
  const before = (await office.call('dossier.show', { id })).aToBDueOn;
  await office.call('project.correct', corrected({ disbursedOn: '2026-03-06' }));
  const [event] = await office.call('audit.history', { table: 'dossier', id, limit: 1 });
  expect(event).toMatchObject({ action: 'project.correct' });
  const moved = event?.changes.find(({ table, column }) => table === 'dossier' && column === 'due_on');
  expect(moved).toMatchObject({ before, after: (await office.call('dossier.show', { id })).aToBDueOn });
});

test('once a list is signed, nothing that stands on it or sets its limit can be corrected; the guarantors can', async () => {
  const id = await compileSample(office, project.id);
  await bringToArchive(office, id);
  for (const change of [{ disbursedOn: '2026-03-06' }, { disbursedOn: undefined }, { contractNo: '鸿借〔2026〕009号' }])
    expect(await office.reply('project.correct', corrected(change))).toMatchObject({
      error: { code: 'conflict', reason: 'projectAlreadySigned' },
    });
  expect(await office.reply('project.correct', corrected({ guarantors: '林远山' }))).toMatchObject({ ok: true });
});

test('the settlement of the business is entered when it comes, and the retention counts from it', async () => {
  const id = await compileSample(office, project.id);
  expect(await office.call('dossier.show', { id })).toMatchObject({ retention: '30年' });
  await bringToArchive(office, id);
  await office.call('project.correct', corrected({ endedOn: '2028-02-29' }));
  expect(await office.call('dossier.show', { id })).toMatchObject({ endedOn: '2028-02-29', keepUntil: '2058-02-28' });
});

test('where nothing was disbursed the end set the limit: it stays once a list is signed', async () => {
  await office.call('project.correct', corrected({ disbursedOn: undefined, endedOn: '2026-03-02' }));
  await bringToArchive(office, await compileSample(office, project.id));
  const change = corrected({ disbursedOn: undefined, endedOn: '2026-03-09' });
  expect(await office.reply('project.correct', change)).toMatchObject({ error: { reason: 'projectAlreadySigned' } });
});

describe('a dossier without a project', () => {
  const rules = { classId: 6, title: '财务管理制度', year: 2026 };

  test('is opened in its class, and whoever opened it answers for it and may list its papers', async () => {
    const { id } = await office.call('dossier.open', rules);
    const view = await office.call('dossier.show', { id });
    expect(view).toMatchObject({
      className: '制度文件',
      retention: '永久',
      keeper: '顾行简',
      holder: 'b',
      compilable: true,
    });
    expect(view.expectedArchiveNo).toBe('鸿制字〔2026〕第001号');
    const items = [{ part: 'approval' as const, title: '制度正文', pages: 12 }];
    await office.call('dossier.compile', { id, revision: 0, items });
    await signIn(office, LOGINS.b);
    expect(await office.call('dossier.show', { id })).toMatchObject({ compilable: false, pageCount: 12 });
    expect((await office.call('ledger.list', { filter: { classId: 6 } })).rows).toMatchObject([{ keeper: '顾行简' }]);
  });

  test.each([
    ['neither project nor class', { title: '卷', year: 2026 }, 'projectOrClassNeeded'],
    ['a class that needs a project', { ...rules, classId: 1 }, 'classNeedsProject'],
    ['a class that is not there', { ...rules, classId: 99 }, 'noSuchClass'],
    ['a term that is not there', { ...rules, retentionId: 99 }, 'noSuchRetention'],
    ['a client that is not there', { ...rules, clientId: 99 }, 'noSuchClient'],
  ])('is refused with %s', async (_, input, reason) => {
    expect(await office.reply('dossier.open', input)).toMatchObject({ error: { reason } });
  });

  test('has its end of the business from its own heading, a project’s dossier from the project', async () => {
    const { id } = await office.call('dossier.open', { ...rules, classId: 7 });
    const heading = { title: '打印机采购', retentionId: 3, secrecy: 'ordinary' as const, endedOn: '2026-05-01' };
    await office.call('dossier.retitle', { id, ...heading });
    expect(await office.call('dossier.show', { id })).toMatchObject({ keepUntil: '2036-05-01', retention: '10年' });
    const ofProject = await compileSample(office, project.id);
    const refused = await office.reply('dossier.retitle', { id: ofProject, ...heading });
    expect(refused).toMatchObject({ error: { reason: 'projectSaysEnd' } });
  });

  test('its volumes follow each other without a gap, and pages run anew in each', async () => {
    const { id } = await office.call('dossier.open', rules);
    const item = (title: string, volume: number) => ({ part: 'approval' as const, title, pages: 3, volume });
    for (const volumes of [[2], [1, 3], [1, 2, 1]]) {
      const items = volumes.map((volume, i) => item(`件${i}`, volume));
      expect(await office.reply('dossier.compile', { id, revision: 0, items })).toMatchObject({
        error: { reason: 'volumesOutOfOrder' },
      });
    }
    await office.call('dossier.compile', { id, revision: 0, items: [item('甲', 1), item('乙', 2), item('丙', 2)] });
    const view = await office.call('dossier.show', { id });
    expect(view).toMatchObject({ volumes: 2, itemCount: 3, pageCount: 9 });
    expect(number(view.items).map(({ no, pageFrom }) => [no, pageFrom])).toEqual([
      [1, 1],
      [2, 1],
      [3, 4],
    ]);
  });
});
