import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../shared/api/errors';
import {
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PIN,
  registerProject,
  signIn,
} from './office';

let office: Office;
let people: People;
let projectId: number;
let dossierId: number;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  ({ projectId } = await registerProject(office, people));
  dossierId = await compileSample(office, projectId);
});
afterEach(() => office.close());

const SENTENCES = ['zh-CN', 'en'].map(
  (language): Record<string, string> =>
    JSON.parse(readFileSync(new URL(`../../renderer/i18n/${language}/errors.json`, import.meta.url), 'utf8')),
);
const written = () =>
  office.ledger.db
    .prepare('SELECT (SELECT count(*) FROM change) AS changes, (SELECT count(*) FROM event) AS events')
    .get();

/** Refused with a reason that has its sentence in both languages, and nothing at all is written. */
async function refused(name: string, input: unknown): Promise<string> {
  const before = written();
  const reply: Reply = await office.reply(name, input);
  expect(written()).toEqual(before);
  if (reply.ok) throw new Error(`${name} was not refused`);
  const { reason, details } = reply.error;
  for (const sentences of SENTENCES) {
    expect(sentences[reason], reason).toBeTruthy();
    if (reason !== 'inputInvalid') continue;
    expect(sentences[`fault--${details.fault}`], String(details.fault)).toBeTruthy();
    const field = String(details.field).split('.').at(-1);
    expect(sentences[`field--${field}`], field).toBeTruthy();
  }
  return reason === 'inputInvalid' ? `${details.field} ${details.fault}` : reason;
}

const item = (rest: object = {}) => ({ part: 'approval', title: '借款申请书', pages: 1, ...rest });
const compile = async (items: unknown[]) =>
  refused('dossier.compile', {
    id: dossierId,
    revision: (await office.call('dossier.show', { id: dossierId })).revision,
    items,
  });

describe('an in-volume list with something wrong in it is not written at all', () => {
  test.each([
    ['a title of 10 000 characters', { title: '长'.repeat(10_000) }, 'items.1.title too_big'],
    ['an empty title', { title: ' ' }, 'items.1.title too_small'],
    ['a title with control characters', { title: '合同\u0000' }, 'items.1.title invalid_format'],
    ['−1 pages', { pages: -1 }, 'items.1.pages too_small'],
    ['1.5 pages', { pages: 1.5 }, 'items.1.pages invalid_type'],
    ['99 999 pages', { pages: 99_999 }, 'items.1.pages too_big'],
    ['pages in full-width digits', { pages: '１２' }, 'items.1.pages invalid_type'],
    ['pages that are no number', { pages: Number.NaN }, 'items.1.pages invalid_type'],
    ['2026-02-30', { datedOn: '2026-02-30' }, 'items.1.datedOn invalid_format'],
    ['a date as a spreadsheet counts', { datedOn: '46083' }, 'items.1.datedOn invalid_format'],
    ['a part that does not exist', { part: '第六部分' }, 'items.1.part invalid_value'],
    ['no copies', { copies: 0 }, 'items.1.copies too_small'],
    ['the row of another dossier', { id: 9_999 }, 'itemOfAnotherDossier'],
  ])('%s', async (_, wrong, fault) => {
    expect(await compile([item(), item(wrong), item()])).toBe(fault);
    const { items } = await office.call('dossier.show', { id: dossierId });
    expect(items).toHaveLength(40);
  });
  test('10 001 rows', async () => {
    expect(await compile(Array.from({ length: 10_001 }, () => item()))).toBe('items too_big');
  });
  test('the same row twice', async () => {
    const { items } = await office.call('dossier.show', { id: dossierId });
    const id = items[0]?.id;
    expect(await compile([item({ id }), item({ id })])).toBe('itemTwice');
  });
  test('a list that somebody else has changed meanwhile', async () => {
    expect(await refused('dossier.compile', { id: dossierId, revision: 0, items: [] })).toBe('listChangedMeanwhile');
  });
  test('5 000 pasted rows are read and written in a few seconds', async () => {
    const text = `部分\t题名\t日期\t页数\n${Array.from({ length: 5_000 }, (_, i) => `合同\t合同${i}\t2026年2月13日\t${1 + (i % 9)}`).join('\n')}`;
    const began = performance.now();
    const { items, refused: unread } = await office.call('dossier.readPaste', { text });
    expect([items.length, unread.length]).toEqual([5_000, 0]);
    const list = items.map(({ line: _, remarkSaysUnsigned: __, ...read }) => read);
    await office.call('dossier.compile', { id: dossierId, revision: 1, items: list });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await office.call('dossier.show', { id: dossierId })).items).toHaveLength(5_000);
  });
});

describe('clients, projects and people', () => {
  test('what cannot be is refused', async () => {
    const { clientId } = await office.call('project.show', { id: projectId });
    const project = {
      clientId,
      name: '流动资金贷款',
      businessType: 'loan',
      contractNo: '鸿借〔2026〕002号',
      amountFen: 100,
      aManagerId: people.a,
      bManagerId: people.b,
    };
    const register = (wrong: object) => refused('project.register', { ...project, ...wrong });
    expect(await register({ bManagerId: people.a })).toBe('sameManagers');
    expect(await register({ clientId: 999 })).toBe('noSuchClient');
    expect(await register({ aManagerId: 999 })).toBe('noSuchStaff');
    expect(await register({ contractNo: '鸿借〔2026〕001号' })).toBe('contractNoTaken');
    expect(await register({ disbursedOn: '2026-03-02', endedOn: '2026-03-01' })).toBe('endsBeforeItBegins');
    expect(await register({ disbursedOn: '2026-02-30' })).toBe('disbursedOn invalid_format');
    expect(await register({ amountFen: 0.5 })).toBe('amountFen invalid_type');
    expect(await register({ amountFen: -1 })).toBe('amountFen too_small');
    expect(await refused('client.register', { kind: 'person', name: '' })).toBe('name too_small');
    expect(await refused('client.register', { kind: 'person', name: '长'.repeat(10_000) })).toBe('name too_big');
    expect(await refused('dossier.open', { projectId, title: '再立一卷', year: 2026 })).toBe('projectHasDossier');
    expect(await refused('dossier.open', { projectId, title: '再立一卷', year: 20_260 })).toBe('year too_big');
    expect(await refused('dossier.open', { projectId: 999, title: '没有项目', year: 2026 })).toBe('noSuchProject');
    expect(await refused('dossier.show', { id: 999 })).toBe('noSuchDossier');
    await signIn(office, LOGINS.admin);
    const engage = (wrong: object) =>
      refused('people.engage', { name: '新人', departmentId: 1, positions: ['employee'], ...wrong });
    expect(await engage({ departmentId: 99 })).toBe('noSuchDepartment');
    expect(await engage({ inChargeOf: [99] })).toBe('noSuchDepartment');
    expect(await engage({ login: 'GUXINGJIAN' })).toBe('loginTaken');
    expect(await engage({ password: 'songfeng-2026' })).toBe('passwordWithoutLogin');
    expect(await engage({ positions: [] })).toBe('positions too_small');
    expect(await refused('people.addDepartment', { name: '综合管理部' })).toBe('departmentExists');
  });

  test('a list that names a checklist that does not exist is not opened', async () => {
    await signIn(office, LOGINS.a);
    const second = await registerProject(office, people, 2);
    expect(
      await refused('dossier.open', { projectId: second.projectId, title: '立卷', year: 2026, checklistId: 99 }),
    ).toBe('noSuchChecklist');
  });

  test('a corrected day of disbursement moves the deadline of its dossier', async () => {
    const { id, clientId, name, businessType, contractNo, amountFen } = await office.call('project.show', {
      id: projectId,
    });
    await office.call('project.correct', {
      id,
      clientId,
      name,
      businessType,
      contractNo,
      amountFen,
      aManagerId: people.a,
      bManagerId: people.b,
      disbursedOn: '2026-03-09',
    });
    expect(await office.call('dossier.show', { id: dossierId })).toMatchObject({
      aToBDueOn: '2026-03-12',
      workingDaysLeft: 8,
    });
  });
});

test('a failure in the middle of a commit leaves nothing half written', async () => {
  const { db } = office.ledger;
  const before = written();
  expect(() =>
    office.app.journal.commit(
      { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined },
      'test',
      {},
      () => {
        db.prepare("UPDATE client SET name = 'halb'").run();
        throw new Error('in the middle');
      },
    ),
  ).toThrow('in the middle');
  expect(written()).toEqual(before);
  expect(db.prepare("SELECT count(*) AS n FROM client WHERE name = 'halb'").get()).toEqual({ n: 0 });
});

test('a refusal that writes would be noticed', async () => {
  // A wrong PIN is refused, and it is written down: the check above must see that.
  const give = { dossierId, kind: 'aToB', revision: 1, signature: '999999' };
  await expect(refused('handover.give', give)).rejects.toThrow();
  await expect(refused('client.list', {})).rejects.toThrow('was not refused');
  expect((await office.reply('handover.give', { ...give, signature: PIN })).ok).toBe(true);
});
