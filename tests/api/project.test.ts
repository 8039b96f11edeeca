import { afterEach, beforeEach, expect, test } from 'vitest';
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
  businessType: 'loan',
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

test('once a list is signed, nothing that stands on it or sets its limit can be corrected; the guarantors can', async () => {
  const id = await compileSample(office, project.id);
  await bringToArchive(office, id);
  for (const change of [{ disbursedOn: '2026-03-06' }, { endedOn: '2026-12-31' }, { contractNo: '鸿借〔2026〕009号' }])
    expect(await office.reply('project.correct', corrected(change))).toMatchObject({
      error: { code: 'conflict', reason: 'projectAlreadySigned' },
    });
  expect(await office.reply('project.correct', corrected({ guarantors: '林远山' }))).toMatchObject({ ok: true });
});
