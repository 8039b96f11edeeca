import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PIN,
  PLACE,
  registerProject,
  signIn,
  tickAll,
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

describe('one loan goes from paper to shelf', () => {
  test('the sample has 38 coded items with 235 pages and 2 annex items with 16', async () => {
    const { rows } = await office.call('ledger.list', {});
    expect(rows[0]).toMatchObject({ items: 38, pages: 235, state: 'collecting' });
    const view = await office.call('dossier.show', { id: dossierId });
    expect(view.items.filter((item) => item.part === 'annex')).toHaveLength(2);
    expect(view.items).toHaveLength(40);
  });

  test('A must hand over by Thursday 2026-03-05, B by Monday 2026-03-09 at the latest', async () => {
    const view = await office.call('dossier.show', { id: dossierId });
    expect(view).toMatchObject({
      aToBDueOn: '2026-03-05',
      bToArchiveDueOn: '2026-03-09',
      workingDaysLeft: 3,
      lateDays: 0,
    });
    office.at('2026-03-07T09:00:00+08:00');
    const desk = (await signIn(office, LOGINS.a)) && (await office.call('desk.show', {}));
    expect(desk.mine).toMatchObject([{ kind: 'giveToB', lateDays: 2, dossierId }]);
  });

  test('three people sign, the number is 鸿借字第001号, contracts are numbered after it', async () => {
    const toArchive = await bringToArchive(office, dossierId);
    expect(await acceptAtArchive(office, toArchive)).toBe('鸿借字第001号');
    const view = await office.call('dossier.show', { id: dossierId });
    expect(view).toMatchObject({ state: 'received', archiveNo: '鸿借字第001号', place: PLACE });
    const codes = view.items.flatMap((item) => item.contractCode ?? []);
    expect(codes).toEqual([1, 2, 3, 4, 5, 6].map((n) => `鸿借字第001号-合${n}`));
    const { signatures } = await office.call('handover.show', { id: toArchive });
    expect(signatures.map((s) => [s.role, s.staffId])).toEqual([
      ['giver', people.b],
      ['a', people.a],
      ['b', people.b],
      ['archivist', people.archivist],
    ]);
    expect(new Set(signatures.slice(1).map((s) => s.contentHash)).size).toBe(1);
  });

  test('what was signed cannot change, by the program or by SQL', async () => {
    const toArchive = await bringToArchive(office, dossierId);
    await acceptAtArchive(office, toArchive);
    const { revision, items } = await office.call('dossier.show', { id: dossierId });
    expect(await office.reply('dossier.compile', { id: dossierId, revision, items: [] })).toMatchObject({
      ok: false,
      error: { code: 'conflict', reason: 'alreadyReceived' },
    });
    expect(items).toHaveLength(40);
    const { db } = office.ledger;
    expect(() => db.prepare("UPDATE handover_item SET title = 'x'").run()).toThrow(/signed/);
    expect(() => db.prepare('DELETE FROM signature').run()).toThrow(/signature/);
    expect(() => db.prepare("UPDATE archive_number SET text = 'x'").run()).toThrow(/never changed/);
  });

  test('a page too few sends the papers back to B with the reason, and no number is used up', async () => {
    const toArchive = await bringToArchive(office, dossierId);
    await signIn(office, LOGINS.archivist);
    await tickAll(office, toArchive);
    const { items } = await office.call('handover.show', { id: toArchive });
    const first = items[0]?.id ?? 0;
    await office.call('handover.check', { id: toArchive, found: [{ itemId: first, pagesFound: 1, remark: '少一页' }] });
    const signatures = { a: PIN, b: PIN, archivist: PIN };
    expect(await office.reply('handover.acceptAtArchive', { id: toArchive, place: PLACE, signatures })).toMatchObject({
      error: { reason: 'itemsDiffer', details: { count: 1 } },
    });
    await office.call('handover.sendBack', { id: toArchive, reason: '借款申请书少一页', signature: PIN });
    const desk = (await signIn(office, LOGINS.b)) && (await office.call('desk.show', {}));
    expect(desk.mine).toMatchObject([{ kind: 'giveToArchive', sentBackBecause: '借款申请书少一页' }]);
    const { revision } = await office.call('dossier.show', { id: dossierId });
    const again = await office.call('handover.give', { dossierId, kind: 'bToArchive', revision, signature: PIN });
    expect(await acceptAtArchive(office, again.id)).toBe('鸿借字第001号');
  });

  test('a wrong PIN of one of the three accepts nothing and says whose it was', async () => {
    const toArchive = await bringToArchive(office, dossierId);
    await signIn(office, LOGINS.archivist);
    await tickAll(office, toArchive);
    const before = office.app.journal.head().seq;
    const signatures = { a: PIN, b: '999999', archivist: PIN };
    expect(await office.reply('handover.acceptAtArchive', { id: toArchive, place: PLACE, signatures })).toMatchObject({
      error: { code: 'notAllowed', reason: 'wrongSecret', details: { name: '罗书意', field: 'signatures.b' } },
    });
    expect(await office.call('dossier.show', { id: dossierId })).toMatchObject({ state: 'underReview' });
    // The failed attempt itself is an event, and the only one.
    expect(office.app.journal.head().seq).toBe(before + 1);
    expect(await acceptAtArchive(office, toArchive)).toBe('鸿借字第001号');
  });

  test('the archivist finds it by one character, by part of a number and by pinyin initials', async () => {
    await bringToArchive(office, dossierId).then((id) => acceptAtArchive(office, id));
    const kinds = async (text: string) => (await office.call('search.find', { text })).map((group) => group.kind);
    expect(await kinds('鸿')).toContain('dossier');
    expect(await kinds('001')).toContain('dossier');
    expect(await kinds('hjz')).toContain('dossier');
    expect(await kinds('qinghe')).toContain('client');
    expect(await kinds('䶮')).toEqual(['dossierItem']);
    expect(await kinds('𠮷')).toEqual(['dossierItem']);
    expect(await kinds('4127')).toEqual(['dossierItem']);
    expect(await kinds('AJ-D-000001')).toEqual(['dossier']);
    expect(await kinds('没有这个')).toEqual([]);
  });

  test('the history of the dossier tells who did what', async () => {
    await bringToArchive(office, dossierId).then((id) => acceptAtArchive(office, id));
    const history = await office.call('audit.history', { table: 'dossier', id: dossierId });
    expect(history.map((event) => [event.action, event.actor])).toEqual([
      ['handover.acceptAtArchive', '沈砚秋'],
      ['handover.give.bToArchive', '罗书意'],
      ['handover.acceptAtB', '罗书意'],
      ['handover.give.aToB', '顾行简'],
      ['dossier.compile', '顾行简'],
      ['dossier.open', '顾行简'],
    ]);
    expect(history[0]?.about).toBe('移〔2026〕002号');
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });
});
