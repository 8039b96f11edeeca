import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  outcomeOf,
  type People,
  PIN,
  PLACE,
  registerProject,
  signIn,
  tickAll,
} from './office';

/** What somebody inside the office tries: to hide a paper, to take a number, to show one thing and sign another. */
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

const show = () => office.call('dossier.show', { id: dossierId });
const compile = async (items: unknown[]) =>
  office.reply('dossier.compile', { id: dossierId, revision: (await show()).revision, items });

describe('a loan officer cannot make a paper disappear', () => {
  test('by sending one row of the list twice over another', async () => {
    const { items } = await show();
    const rows = items.map(({ contractCode: _, ...row }) => row);
    const [first, second] = rows;
    const doubled = [first, { ...second, id: first?.id }, ...rows.slice(2), { part: 'annex', title: '附页', pages: 1 }];
    expect(outcomeOf(await compile(doubled))).toBe('itemTwice');
    expect((await show()).items).toHaveLength(40);
  });

  test('by filing a required paper in the annex, which nobody counts', async () => {
    const { id } = (await office.call('checklist.list', {}))[0] ?? { id: 0 };
    const second = await registerProject(office, people, 2);
    const opened = await office.call('dossier.open', {
      projectId: second.projectId,
      title: '流动资金贷款',
      year: 2026,
      checklistId: id,
    });
    const list = [{ part: 'annex' as const, title: '流动资金借款合同', pages: 12 }];
    await office.call('dossier.compile', { id: opened.id, revision: 0, items: list });
    expect((await office.call('dossier.show', { id: opened.id })).missing).toContain('流动资金借款合同');
  });

  test('by letters that nobody sees: zero-width ones in a number, turning ones in a title', async () => {
    const { clientId, ...fields } = (await office.call('project.show', { id: projectId })) as never as {
      clientId: number;
      contractNo: string;
    };
    const twin = {
      clientId,
      name: '流动资金贷款',
      businessType: 'loan',
      contractNo: `${fields.contractNo.slice(0, 3)}\u200b${fields.contractNo.slice(3)}`,
      amountFen: 1,
      aManagerId: people.a,
      bManagerId: people.b,
    };
    expect(await office.outcome('project.register', twin)).toBe('contractNoTaken');
    await office.call('dossier.compile', {
      id: dossierId,
      revision: (await show()).revision,
      items: [{ part: 'approval', title: '\u202e书请申款借', pages: 1 }],
    });
    expect((await show()).items[0]?.title).toBe('书请申款借');
    const pasted = await office.call('dossier.readPaste', { text: '\u200b\t\t\n借\u2060款申请书' });
    expect(pasted.items.map((item) => item.title)).toEqual(['借款申请书']);
    expect(pasted.refused).toHaveLength(1);
  });
});

test('an archivist cannot write another finding while A and B sign', async () => {
  const id = await bringToArchive(office, dossierId);
  await signIn(office, LOGINS.archivist);
  await tickAll(office, id);
  const { items, itemCount } = await office.call('handover.show', { id });
  const signing = office.reply('handover.acceptAtArchive', {
    id,
    place: PLACE,
    signatures: { a: PIN, b: PIN, archivist: PIN },
  });
  const finding = { itemId: items[0]?.id ?? 0, pagesFound: items[0]?.pages ?? 0, remark: '原件另存' };
  await office.call('handover.check', { id, found: [finding] });
  expect(outcomeOf(await signing)).toBe('findingsChangedMeanwhile');
  expect(await office.call('handover.show', { id })).toMatchObject({ state: 'given', itemCount });
  expect(await acceptAtArchive(office, id)).toBe('鸿借字第001号');
});

test('an administrator cannot put another name under what was signed', async () => {
  const id = await bringToArchive(office, dossierId);
  await acceptAtArchive(office, id);
  await signIn(office, LOGINS.admin);
  const renamed = { id: people.b, name: '王某', login: LOGINS.b, departmentId: 1, employment: 'active' as const };
  await office.call('people.change', { ...renamed, positions: ['projectManager'] });
  await signIn(office, LOGINS.archivist);
  const { signatures } = await office.call('handover.show', { id });
  expect(signatures.map((signature) => signature.name)).toEqual(['罗书意', '顾行简', '罗书意', '沈砚秋']);
});

test('a day taken away from a row is taken away in the ledger, too', async () => {
  const { items } = await show();
  const rows = items.map(({ contractCode: _, ...row }) => row);
  expect(rows[0]?.datedOn).toBeDefined();
  const { datedOn: _, ...undated } = rows[0] ?? { datedOn: '' };
  expect(outcomeOf(await compile([undated, ...rows.slice(1)]))).toBe('done');
  expect((await show()).items[0]).not.toHaveProperty('datedOn');
});

describe('numbers and limits cannot be bent', () => {
  test('a project corrected to another type takes its dossier along: the number is of that type', async () => {
    const {
      id,
      client: _c,
      aManager: _a,
      bManager: _b,
      dossierId: _d,
      ...fields
    } = await office.call('project.show', {
      id: projectId,
    });
    await office.call('project.correct', { id, ...fields, businessType: 'guarantee' });
    expect(await show()).toMatchObject({ className: '担保', expectedArchiveNo: '鸿保字第001号' });
    expect(await acceptAtArchive(office, await bringToArchive(office, dossierId))).toBe('鸿保字第001号');
  });

  test('a short name with a pattern’s own signs stands in the number as it is', async () => {
    await signIn(office, LOGINS.admin);
    await office.call('company.changeSettings', { name: '鸿远', shortName: "$'$&", idleMinutes: 5 });
    await signIn(office, LOGINS.a);
    expect((await show()).expectedArchiveNo).toBe("$'$&借字第001号");
  });

  test('a year that nobody means is refused, in a field and in a paste', async () => {
    const {
      id,
      client: _c,
      aManager: _a,
      bManager: _b,
      dossierId: _d,
      ...fields
    } = await office.call('project.show', {
      id: projectId,
    });
    const reply = await office.reply('project.correct', { id, ...fields, disbursedOn: '9026-03-02' });
    expect(reply).toMatchObject({
      error: { reason: 'inputInvalid', details: { field: 'disbursedOn', fault: 'invalid_format' } },
    });
    const { refused } = await office.call('dossier.readPaste', { text: '题名\t日期\n合同\t9026-03-02' });
    expect(refused[0]?.faults).toMatchObject([{ column: 'datedOn', reason: 'dayNotReal' }]);
  });
});

describe('when the disk has failed', () => {
  const breakDisk = () => {
    const ctx = { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined };
    const failing = () => {
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    };
    expect(() => office.app.journal.commit(ctx, 'test', {}, failing)).toThrow();
  };

  test('nothing is written any more, not even a refusal, and everything can be read', async () => {
    const { seq } = office.app.journal.head();
    breakDisk();
    expect(outcomeOf(await compile([{ part: 'annex', title: '附页', pages: 1 }]))).toBe('restartNeeded');
    expect(await office.outcome('people.addDepartment', { name: '风险部' })).toBe('restartNeeded');
    expect(await office.outcome('ledger.list')).toBe('done');
    expect(office.app.journal.head().seq).toBe(seq);
  });

  test('the window can still be locked and left', async () => {
    breakDisk();
    expect(await office.outcome('people.lock')).toBe('done');
    expect(await office.outcome('ledger.list')).toBe('locked');
    expect(await office.outcome('people.signOut')).toBe('restartNeeded');
    expect(await office.outcome('ledger.list')).toBe('notSignedIn');
  });
});
