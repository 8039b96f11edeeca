import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toEnd } from '../../electron/features/audit/audit.rules';
import { walkSupplements } from '../../electron/features/supplement/signature-check';
import { createSupplementRepo } from '../../electron/features/supplement/supplement.repo';
import {
  acceptAtArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PIN,
  registerProject,
  signIn,
  tickAll,
} from './office';

let office: Office;
let people: People;
let dossierId: number;
let toB: number;
const SPOUSE = {
  title: '借款人配偶同意书',
  fault: 'missing',
  part: 'clientPapers',
  basis: '贷款项目档案清单',
} as const;
const STOCK = { title: '仓库存货盘点表', fault: 'unsigned', part: 'contracts', basis: '管理制度第八条' } as const;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  dossierId = await compileSample(office, projectId);
  const { revision } = await office.call('dossier.show', { id: dossierId });
  toB = (await office.call('handover.give', { dossierId, kind: 'aToB', revision, signature: PIN })).id;
  await signIn(office, LOGINS.b);
});
afterEach(() => office.close());

const input = (change: object = {}) => ({
  ...{ dossierId, responsibleId: people.a, dueOn: '2026-03-04', lines: [SPOUSE, STOCK], signature: PIN },
  ...change,
});
const issue = async (change: object = {}) => (await office.call('supplement.issue', input(change))).id;
const show = (id: number) => office.call('supplement.show', { id });
const lineIds = async (id: number) => (await show(id)).lines.map((line) => line.id);
const handIn = (id: number, lines: { lineId: number; pages: number }[], signature = PIN) =>
  office.outcome('supplement.handIn', { id, lines, signature });
const confirm = (id: number, lines: { lineId: number; pagesFound: number }[], signature = PIN) =>
  office.outcome('supplement.confirm', { id, lines, signature });
const acceptAtB = async () => {
  await tickAll(office, toB);
  await office.call('handover.acceptAtB', { id: toB, signature: PIN });
};
const giveToArchive = async () => {
  const { revision } = await office.call('dossier.show', { id: dossierId });
  return office.outcome('handover.give', { dossierId, kind: 'bToArchive', revision, signature: PIN });
};
/** Handed in by A and confirmed by whoever is signed in. */
const clear = async (id: number) => {
  const ids = await lineIds(id);
  expect(
    await handIn(
      id,
      ids.map((lineId) => ({ lineId, pages: 2 })),
    ),
  ).toBe('done');
  expect(
    await confirm(
      id,
      ids.map((lineId) => ({ lineId, pagesFound: 2 })),
    ),
  ).toBe('done');
};

describe('a supplement list', () => {
  test('is made by B while checking, cleared by A, and then B may hand over', async () => {
    const id = await issue();
    expect(await show(id)).toMatchObject({
      ...{ no: '补〔2026〕001号', side: 'b', checker: '罗书意', responsible: '顾行简', handoverId: toB, state: 'open' },
      ...{ open: 2, handedIn: 0, lateDays: 0, receivable: true, dueOn: '2026-03-04' },
    });
    await acceptAtB();
    expect(await giveToArchive()).toBe('supplementOpen');
    await clear(id);
    const view = await show(id);
    expect(view).toMatchObject({ state: 'closed', closedOn: '2026-03-02', open: 0, receivable: false });
    expect(view.lines[0]).toMatchObject({
      state: 'cleared',
      deliveries: [{ pages: 2, handedOn: '2026-03-02', giver: '顾行简', receiver: '罗书意', pagesFound: 2 }],
    });
    expect(await giveToArchive()).toBe('done');
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('proposes what the checklist misses and what nobody signed, once', async () => {
    await signIn(office, LOGINS.a);
    const second = await registerProject(office, people, 2);
    const checklistId = (await office.call('checklist.list', {}))[0]?.id ?? 0;
    const opened = { projectId: second.projectId, title: '贷款', year: 2026, checklistId };
    const { id: other } = await office.call('dossier.open', opened);
    const { items } = await office.call('dossier.show', { id: other });
    const [first, next] = items;
    const kept = [
      { ...first, pages: 2, signatureComplete: false },
      { ...next, pages: 1 },
    ].map(({ contractCode: _, ...item }) => item as never);
    await office.call('dossier.compile', { id: other, revision: 0, items: kept });
    await office.call('handover.give', { dossierId: other, kind: 'aToB', revision: 1, signature: PIN });
    await signIn(office, LOGINS.b);
    const before = await office.call('supplement.ofDossier', { dossierId: other });
    expect(before).toMatchObject({ issuable: true, responsibles: [{ id: people.a, role: 'a' }], dueOn: '2026-03-04' });
    expect(before.checklist).toMatchObject({ version: 1 });
    expect(before.proposals.filter(({ fault }) => fault === 'unsigned')).toMatchObject([{ title: first?.title }]);
    expect(before.proposals.length).toBeGreaterThan(10);
    const [missing] = before.proposals;
    const { title = '', fault = 'missing', part = 'approval' } = missing ?? {};
    const lines = [{ title, fault, part }];
    await office.call('supplement.issue', { ...input({ lines }), dossierId: other });
    const after = await office.call('supplement.ofDossier', { dossierId: other });
    expect(after.proposals).toHaveLength(before.proposals.length - 1);
    expect(after.rows).toMatchObject([{ open: 1 }]);
  });

  test('is numbered through the year, and lists can be found by who has to clear them and whether they are late', async () => {
    const first = await issue();
    const second = await issue({ lines: [SPOUSE], dueOn: '2026-03-09' });
    expect((await show(second)).no).toBe('补〔2026〕002号');
    office.at('2026-03-06T09:00:00+08:00');
    await signIn(office, LOGINS.b);
    const ids = async (asked: object) => (await office.call('supplement.list', asked)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual([second, first]);
    expect(await ids({ which: 'late' })).toEqual([first]);
    expect(await ids({ which: 'closed' })).toEqual([]);
    expect(await ids({ which: 'all', responsibleId: people.b })).toEqual([]);
    expect((await office.call('supplement.list', { responsibleId: people.a })).total).toBe(2);
    expect((await show(first)).lateDays).toBe(2);
  });

  test('of the archivist is cleared by B, and stands in the way of the archive too', async () => {
    await acceptAtB();
    expect(await giveToArchive()).toBe('done');
    expect(await office.outcome('supplement.issue', input())).toBe('notThisStep');
    const toArchive = (await office.call('handover.list', { openOnly: true }))[0]?.id ?? 0;
    await signIn(office, LOGINS.archivist);
    const id = await issue({ responsibleId: people.b, lines: [STOCK] });
    expect(await show(id)).toMatchObject({ side: 'archive', checker: '沈砚秋', responsible: '罗书意' });
    await expect(acceptAtArchive(office, toArchive)).rejects.toThrow('supplementOpen');
    await signIn(office, LOGINS.b);
    const [lineId = 0] = await lineIds(id);
    expect(await handIn(id, [{ lineId, pages: 3 }])).toBe('done');
    expect(await confirm(id, [{ lineId, pagesFound: 3 }])).toBe('onlyCheckerReceives');
    await signIn(office, LOGINS.archivist);
    expect(await confirm(id, [{ lineId, pagesFound: 3 }])).toBe('done');
    expect(await acceptAtArchive(office, toArchive)).toBe('鸿借字第001号');
    expect(await office.outcome('supplement.issue', input())).toBe('alreadyReceived');
  });
});

describe('making a list', () => {
  test('is for who checks, and only once there is something to check', async () => {
    await signIn(office, LOGINS.a);
    expect(await office.outcome('supplement.issue', input())).toBe('onlyCheckerIssues');
    await office.call('handover.withdraw', { id: toB, reason: '漏页', signature: PIN });
    await signIn(office, LOGINS.b);
    expect(await office.outcome('supplement.issue', input())).toBe('nothingToCheckYet');
    expect(await office.call('supplement.ofDossier', { dossierId })).toMatchObject({
      issuable: false,
      notIssuableBecause: 'nothingToCheckYet',
    });
  });

  test('needs a line, a person who had the papers, a day to come, and the PIN', async () => {
    expect(await office.outcome('supplement.issue', input({ lines: [] }))).toBe('inputInvalid');
    expect(await office.outcome('supplement.issue', input({ lines: [{ ...SPOUSE, title: ' ' }] }))).toBe(
      'inputInvalid',
    );
    expect(await office.outcome('supplement.issue', input({ responsibleId: people.archivist }))).toBe(
      'wrongResponsible',
    );
    expect(await office.outcome('supplement.issue', input({ responsibleId: people.b }))).toBe('wrongResponsible');
    expect(await office.outcome('supplement.issue', input({ dueOn: '2026-03-01' }))).toBe('dueOnIsPast');
    expect(await office.outcome('supplement.issue', input({ signature: '000000' }))).toBe('wrongSecret');
    expect(await office.outcome('supplement.issue', input({ dossierId: 99 }))).toBe('noSuchDossier');
    expect((await office.call('supplement.list', { which: 'all' })).total).toBe(0);
  });
});

describe('clearing a line', () => {
  test('needs the responsible person’s signature and the pages that were handed in', async () => {
    const id = await issue();
    const [first = 0, second = 0] = await lineIds(id);
    expect(await handIn(id, [{ lineId: first, pages: 0 }])).toBe('inputInvalid');
    expect(await handIn(id, [{ lineId: first, pages: 2 }], '000000')).toBe('wrongSecret');
    expect(await handIn(id, [{ lineId: 99, pages: 2 }])).toBe('noSuchSupplementLine');
    expect(await confirm(id, [{ lineId: first, pagesFound: 2 }])).toBe('supplementLineMoved');
    expect(await handIn(id, [{ lineId: first, pages: 2 }])).toBe('done');
    expect(await handIn(id, [{ lineId: first, pages: 2 }])).toBe('supplementLineMoved');
    expect(await confirm(id, [{ lineId: first, pagesFound: 1 }])).toBe('supplementPagesDiffer');
    expect(await confirm(id, [{ lineId: first, pagesFound: 2 }], '000000')).toBe('wrongSecret');
    expect(await confirm(id, [{ lineId: first, pagesFound: 2 }])).toBe('done');
    expect(await show(id)).toMatchObject({ state: 'open', open: 1, handedIn: 0 });
    expect(await handIn(99, [{ lineId: second, pages: 2 }])).toBe('noSuchSupplement');
  });

  test('that is not as it should be goes back, and can be handed in again', async () => {
    const id = await issue({ lines: [SPOUSE] });
    const [lineId = 0] = await lineIds(id);
    const giveBack = (reason: string) =>
      office.outcome('supplement.giveBack', { id, lineIds: [lineId], reason, signature: PIN });
    expect(await giveBack('缺章')).toBe('supplementLineMoved');
    await handIn(id, [{ lineId, pages: 2 }]);
    expect(await giveBack(' ')).toBe('inputInvalid');
    expect(await giveBack('缺章')).toBe('done');
    expect((await show(id)).lines[0]).toMatchObject({
      state: 'open',
      deliveries: [{ state: 'returned', remark: '缺章' }],
    });
    await clear(id);
    expect((await show(id)).lines[0]?.deliveries.map(({ state }) => state)).toEqual(['returned', 'confirmed']);
  });

  test('can be given up by the checker with a reason; then nothing stands in the way', async () => {
    const id = await issue();
    const [first = 0, second = 0] = await lineIds(id);
    const withdraw = (ids: number[], reason = '重复') =>
      office.outcome('supplement.withdraw', { id, lineIds: ids, reason, signature: PIN });
    await handIn(id, [{ lineId: first, pages: 2 }]);
    expect(await withdraw([first])).toBe('supplementLineMoved');
    expect(await withdraw([second], '')).toBe('inputInvalid');
    expect(await withdraw([second])).toBe('done');
    await confirm(id, [{ lineId: first, pagesFound: 2 }]);
    expect(await show(id)).toMatchObject({ state: 'closed' });
    expect(await withdraw([second])).toBe('supplementClosed');
    expect(await handIn(id, [{ lineId: second, pages: 2 }])).toBe('supplementClosed');
    await acceptAtB();
    expect(await giveToArchive()).toBe('done');
  });

  test('is for the side that made the list', async () => {
    const id = await issue();
    const [lineId = 0] = await lineIds(id);
    await handIn(id, [{ lineId, pages: 2 }]);
    const lines = [{ lineId, pagesFound: 2 }];
    for (const login of [LOGINS.a, LOGINS.archivist]) {
      await signIn(office, login);
      expect(await confirm(id, lines)).toBe('onlyCheckerReceives');
    }
    await signIn(office, LOGINS.admin);
    expect(await confirm(id, lines)).toBe('notAllowed');
  });
});

test('what was signed on a supplement list never changes, and a change behind the program’s back is found', async () => {
  const id = await issue();
  const [first = 0, second = 0] = await lineIds(id);
  await handIn(id, [{ lineId: first, pages: 2 }]);
  await confirm(id, [{ lineId: first, pagesFound: 2 }]);
  await office.call('supplement.withdraw', { id, lineIds: [second], reason: '重复', signature: PIN });
  const { db } = office.ledger;
  for (const sql of [
    "UPDATE supplement_list SET due_on = '2026-04-01'",
    "UPDATE supplement_list SET state = 'open', closed_on = NULL",
    'DELETE FROM supplement_list',
    "UPDATE supplement_line SET title = 'x'",
    "UPDATE supplement_line SET state = 'open', closed_on = NULL WHERE ordinal = 1",
    'DELETE FROM supplement_line',
    `INSERT INTO supplement_line (list_id, ordinal, title, fault, basis, part, state) VALUES (${id}, 3, 'x', 'missing', '', 'annex', 'open')`,
    'UPDATE supplement_delivery SET pages = 9',
    'DELETE FROM supplement_delivery',
  ])
    expect(() => db.exec(sql), sql).toThrow(/never changes/);
  const walk = () => toEnd(walkSupplements(createSupplementRepo(db)));
  expect(walk()).toBeUndefined();
  for (const [trigger, sql] of [
    ['supplement_list_signed', "UPDATE supplement_list SET due_on = '2026-04-01'"],
    ['supplement_line_signed', "UPDATE supplement_line SET title = 'x' WHERE ordinal = 1"],
    ['supplement_line_signed', "UPDATE supplement_line SET reason = 'x' WHERE ordinal = 2"],
    ['supplement_delivery_signed', "UPDATE supplement_delivery SET remark = 'x'"],
  ] as const) {
    db.exec(`BEGIN; DROP TRIGGER ${trigger}; ${sql}`);
    expect(walk(), sql).toBeGreaterThan(0);
    db.exec('ROLLBACK');
  }
});

describe('what was confirmed', () => {
  const unwritten = async () =>
    (await office.call('supplement.ofDossier', { dossierId })).unwritten.map(({ title, pages }) => [title, pages]);
  const write = async (rows: object[]) => {
    const { revision, items } = await office.call('dossier.show', { id: dossierId });
    const known = items.map(({ contractCode: _, ...item }) => item);
    await office.call('dossier.compile', { id: dossierId, revision, items: [...known, ...rows] as never });
  };

  test('is offered for the in-volume list until it stands there with all its pages', async () => {
    const id = await issue({ lines: [SPOUSE] });
    expect(await unwritten()).toEqual([]);
    await acceptAtB();
    await clear(id);
    expect(await unwritten()).toEqual([[SPOUSE.title, 2]]);
    const row = { part: 'clientPapers', title: '借款人配偶 同意书', pages: 1 };
    await write([row]);
    expect(await unwritten()).toEqual([[SPOUSE.title, 2]]);
    const { revision, items } = await office.call('dossier.show', { id: dossierId });
    const mended = items.map(({ contractCode: _, ...item }) =>
      item.pages === 1 && item.title === row.title ? { ...item, pages: 2 } : item,
    );
    await office.call('dossier.compile', { id: dossierId, revision, items: mended as never });
    expect(await unwritten()).toEqual([]);
  });

  test('and only lacked its signature is offered until the list says that it is signed', async () => {
    const id = await issue({ lines: [STOCK] });
    await acceptAtB();
    await write([{ part: 'contracts', title: STOCK.title, pages: 5, signatureComplete: false }]);
    await clear(id);
    expect(await unwritten()).toEqual([[STOCK.title, 2]]);
    const { revision, items } = await office.call('dossier.show', { id: dossierId });
    const signed = items.map(({ contractCode: _, ...item }) => ({ ...item, signatureComplete: true }));
    await office.call('dossier.compile', { id: dossierId, revision, items: signed as never });
    expect(await unwritten()).toEqual([]);
  });
});
