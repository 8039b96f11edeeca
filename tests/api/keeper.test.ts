import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
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

/** A dossier without a project: its keeper gives it straight to the archive. */
let office: Office;
let people: People;
let dossierId: number;
const RULES = { classId: 6, title: '财务管理制度', year: 2026 };

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  dossierId = (await office.call('dossier.open', RULES)).id;
  const items = [{ part: 'approval' as const, title: '制度正文', pages: 12 }];
  await office.call('dossier.compile', { id: dossierId, revision: 0, items });
});
afterEach(() => office.close());

const give = (signature = PIN) =>
  office.call('handover.give', { dossierId, kind: 'bToArchive', revision: 1, signature });
const accept = (id: number, signatures: object = { b: PIN, archivist: PIN }) =>
  office.reply('handover.acceptAtArchive', { id, place: PLACE, signatures });

describe('the keeper of a dossier without a project', () => {
  test('gives it straight to the archive, and signs with the archivist when it is accepted', async () => {
    const { id } = await give();
    await signIn(office, LOGINS.archivist);
    await tickAll(office, id);
    expect(await accept(id)).toMatchObject({ ok: true, data: { archiveNo: '鸿制字〔2026〕第001号' } });
    const list = await office.call('handover.show', { id });
    expect(list).toMatchObject({ byKeeper: true, bManager: '顾行简', client: '', state: 'accepted', lateDays: 0 });
    expect(list.aManagerId).toBeUndefined();
    expect(list.signatures.map(({ role, name }) => [role, name])).toEqual([
      ['giver', '顾行简'],
      ['b', '顾行简'],
      ['archivist', '沈砚秋'],
    ]);
    expect(await office.call('dossier.show', { id: dossierId })).toMatchObject({
      state: 'received',
      holder: 'archive',
    });
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('signs with the own PIN, and there is no step from A to B', async () => {
    const input = { dossierId, revision: 1, signature: PIN };
    expect(await office.outcome('handover.give', { ...input, kind: 'aToB' })).toBe('notThisStep');
    expect(await office.outcome('handover.give', { ...input, kind: 'bToArchive', signature: '000000' })).toBe(
      'wrongSecret',
    );
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: '2026-04-01', reason: '忙' })).toBe(
      'noLimitToExtend',
    );
  });

  test('has it back when the archivist sends it back or when it is taken back, and it shows on the desk', async () => {
    const first = await give();
    await signIn(office, LOGINS.archivist);
    expect((await office.call('desk.show', {})).mine).toMatchObject([{ kind: 'checkAtArchive', byKeeper: true }]);
    await office.call('handover.sendBack', { id: first.id, reason: '缺附件', signature: PIN });
    await signIn(office, LOGINS.a);
    expect((await office.call('desk.show', {})).mine).toMatchObject([
      { kind: 'giveToArchive', staff: '顾行简', client: '', sentBackBecause: '缺附件' },
    ]);
    const second = await give();
    await office.call('handover.withdraw', { id: second.id, reason: '漏页', signature: PIN });
    expect(await office.call('dossier.show', { id: dossierId })).toMatchObject({
      ...{ holder: 'b', state: 'collecting', compilable: true, keeper: '顾行简' },
    });
    await give();
  });

  test('cannot accept it, though he or she be an archivist: somebody else has to', async () => {
    await signIn(office, LOGINS.archivist);
    const own = await office.call('dossier.open', RULES);
    const items = [{ part: 'approval' as const, title: '制度正文', pages: 1 }];
    await office.call('dossier.compile', { id: own.id, revision: 0, items });
    const asked = { dossierId: own.id, kind: 'bToArchive', revision: 1, signature: PIN } as const;
    const { id } = await office.call('handover.give', asked);
    expect(await office.call('handover.show', { id })).toMatchObject({ notCheckableBecause: 'archivistIsManager' });
    expect(await accept(id)).toMatchObject({ error: { reason: 'archivistIsManager' } });
  });

  test('is whom the archivist opens it for', async () => {
    expect(await office.outcome('dossier.open', { ...RULES, keeperId: people.b })).toBe('onlyArchivistNamesKeeper');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('dossier.open', { ...RULES, keeperId: 99 })).toBe('noSuchStaff');
    const { id } = await office.call('dossier.open', { ...RULES, keeperId: people.b });
    expect(await office.call('dossier.show', { id })).toMatchObject({ keeper: '罗书意' });
    await signIn(office, LOGINS.b);
    expect(await office.call('dossier.show', { id })).toMatchObject({ compilable: true });
  });

  test('clears a supplement list of the archivist before it is accepted', async () => {
    const { id } = await give();
    await signIn(office, LOGINS.archivist);
    const about = await office.call('supplement.ofDossier', { dossierId });
    expect(about.responsibles).toEqual([{ id: people.a, name: '顾行简', role: 'keeper' }]);
    const lines = [{ title: '批准文件', fault: 'missing' as const }];
    const asked = { dossierId, responsibleId: people.a, dueOn: '2026-03-04', lines, signature: PIN };
    const list = await office.call('supplement.issue', asked);
    await tickAll(office, id);
    expect(await accept(id)).toMatchObject({ error: { reason: 'supplementOpen' } });
    const [line] = (await office.call('supplement.show', { id: list.id })).lines;
    const lineId = line?.id ?? 0;
    await office.call('supplement.handIn', { id: list.id, lines: [{ lineId, pages: 2 }], signature: PIN });
    await office.call('supplement.confirm', { id: list.id, lines: [{ lineId, pagesFound: 2 }], signature: PIN });
    expect(await accept(id)).toMatchObject({ ok: true });
  });
});

test('the papers of a project still need A, B and the archivist', async () => {
  const { projectId } = await registerProject(office, people);
  const id = await bringToArchive(office, await compileSample(office, projectId));
  await signIn(office, LOGINS.archivist);
  await tickAll(office, id);
  expect(await accept(id)).toMatchObject({ error: { reason: 'signatureOfANeeded' } });
  expect(await accept(id, { a: '000000', b: PIN, archivist: PIN })).toMatchObject({ error: { reason: 'wrongSecret' } });
  expect(await accept(id, { a: PIN, b: PIN, archivist: PIN })).toMatchObject({ ok: true });
});
