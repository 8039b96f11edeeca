import { readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clockFrom, contextAt } from '../../electron/ipc/context';
import type { FilesVerdict } from '../../shared/api/attachment.contract';
import { pdfOf, pngOf, send, sha256 } from './files';
import { foundCompany, LOGINS, type Office, openOffice, outcomeOf, PASSWORD, registerProject, signIn } from './office';
import { act, CUSTODIAN, KEEPER, officeWithTitles, SAMPLE_TITLES } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  // What the disk has lost goes to the diary as well.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => {
  vi.restoreAllMocks();
  office.close();
});

const titleId = () => its.titles[0] ?? 0;
const scanOf = (id = titleId()) => ({ kind: 'title', id }) as const;
const list = () => office.call('attachment.ofTitle', { titleId: titleId() });
const fileOf = (bytes: Uint8Array) => join(office.dataDir, 'blobs', sha256(bytes).slice(0, 2), sha256(bytes));
const added = async (name = '正面.png', bytes = pngOf('front')) => {
  await send(office, scanOf(), name, bytes);
  return (await list()).rows.at(-1)?.id ?? 0;
};
describe('scans of a title', () => {
  test('are added by its custodian, lie under their hash, and are turned and taken away with a reason', async () => {
    const bytes = pngOf('front');
    const id = await added('正面.png', bytes);
    expect(readFileSync(fileOf(bytes)).equals(bytes)).toBe(true);
    expect(await list()).toMatchObject({ rows: [{ id, name: '正面.png', subject: scanOf(), addedBy: '唐晚晴' }] });
    expect(Buffer.from(await office.call('attachment.read', { id, from: 0, length: 1_000 })).equals(bytes)).toBe(true);
    await office.call('attachment.rotate', { id, rotation: 90 });
    expect((await list()).rows[0]).toMatchObject({ rotation: 90 });
    expect(await office.outcome('attachment.remove', { id, reason: ' ' })).toBe('inputInvalid');
    await office.call('attachment.remove', { id, reason: '扫描不清楚' });
    expect(await list()).toMatchObject({ rows: [], removed: [{ removedBy: '唐晚晴', reason: '扫描不清楚' }] });
    const [latest] = await office.call('audit.history', { table: 'title', id: titleId() });
    expect(latest).toMatchObject({ action: 'attachment.remove', reason: '扫描不清楚', about: '正面.png' });
  });

  test('are not its dossier’s: the dossier’s list stays as it is, and no other title shows them', async () => {
    await signIn(office, LOGINS.a);
    const { id: dossierId } = await office.call('dossier.open', { projectId: its.projectId, title: '卷', year: 2026 });
    const id = await added();
    expect((await office.call('attachment.list', { dossierId })).rows).toEqual([]);
    expect((await office.call('attachment.ofTitle', { titleId: its.titles[1] ?? 0 })).rows).toEqual([]);
    for (const subject of [scanOf(its.titles[1]), { kind: 'dossier', id: dossierId }])
      expect(await office.outcome('attachment.assign', { id, subject })).toBe('itemOfAnotherDossier');
    await send(office, { kind: 'dossier', id: dossierId }, 'a.png', pngOf('of the dossier'));
    const [scan] = (await office.call('attachment.list', { dossierId })).rows;
    expect(await office.outcome('attachment.assign', { id: scan?.id, subject: scanOf() })).toBe('itemOfAnotherDossier');
  });

  test('of a title that is not there are refused, and no file stays', async () => {
    expect(outcomeOf(await send(office, scanOf(999), 'a.png', pngOf('a')))).toBe('noSuchTitle');
    expect(await office.outcome('attachment.ofTitle', { titleId: 999 })).toBe('noSuchTitle');
    expect(readdirSync(join(office.dataDir, 'blobs'), { recursive: true })).not.toContain(sha256(pngOf('a')));
  });

  test('are printed with the number of the certificate', async () => {
    const id = await added();
    expect(await office.call('print.form', { form: 'attachment', id })).toMatchObject({
      frame: { barcode: `AJ-T-${String(titleId()).padStart(6, '0')}` },
      attachment: { record: '不动产权证书', number: SAMPLE_TITLES[0]?.certificateNo, recordKind: 'title' },
    });
  });

  test('stay when the title goes back to its owner', async () => {
    await added();
    await signIn(office, LOGINS.archivist);
    const shown = await office.call('project.show', { id: its.projectId });
    const { dossierId: _, client: __, aManager: ___, bManager: ____, ...fields } = shown;
    await office.call('project.correct', { ...fields, endedOn: '2026-03-02' });
    await signIn(office, CUSTODIAN);
    await office.call('titleMove.release', { ...act(its.people), titleIds: [titleId()], party: '林远山' });
    expect((await list()).rows).toHaveLength(1);
    expect(outcomeOf(await send(office, scanOf(), '退还收据.pdf', pdfOf('receipt')))).toBe('done');
    expect((await list()).rows).toHaveLength(2);
  });
});

describe('who may', () => {
  test('add: whoever keeps titles, and A and B of the project; others see them and are told who does', async () => {
    await signIn(office, LOGINS.admin);
    await office.call('people.engage', {
      ...{ name: '另一位', departmentId: 1, login: 'lingyiwei', positions: ['projectManager'], password: PASSWORD },
    });
    const answers: [string, string][] = [];
    for (const login of [CUSTODIAN, LOGINS.archivist, LOGINS.a, LOGINS.b, 'lingyiwei', KEEPER]) {
      await signIn(office, login);
      answers.push([login, outcomeOf(await send(office, scanOf(), 'a.png', pngOf(login)))]);
    }
    expect(answers.map(([, answer]) => answer)).toEqual([
      ...['done', 'done', 'done', 'done'],
      ...['onlyKeepersAttach', 'onlyKeepersAttach'],
    ]);
    await signIn(office, 'lingyiwei');
    const { rows, closedBecause } = await list();
    expect([rows.length, closedBecause]).toEqual([4, 'onlyKeepersAttach']);
    const id = rows[0]?.id ?? 0;
    for (const [name, input] of [
      ['attachment.rotate', { id, rotation: 90 }],
      ['attachment.remove', { id, reason: '不要了' }],
    ] as const)
      expect(await office.outcome(name, input)).toBe('onlyKeepersAttach');
  });

  test('a custodian adds nothing to a dossier', async () => {
    await signIn(office, LOGINS.a);
    const { projectId } = await registerProject(office, its.people, 2);
    const { id } = await office.call('dossier.open', { projectId, title: '卷', year: 2026 });
    await signIn(office, CUSTODIAN);
    expect(outcomeOf(await send(office, { kind: 'dossier', id }, 'a.png', pngOf('a')))).toBe('onlyManagersAttach');
  });

  test('look: not without the right to read titles; a dossier’s scan not without the right to read dossiers', async () => {
    const id = await added();
    const attempts = [
      ['attachment.ofTitle', { titleId: titleId() }],
      ['attachment.read', { id, from: 0, length: 10 }],
      ['print.form', { form: 'attachment', id }],
    ] as const;
    await signIn(office, LOGINS.b);
    for (const [name, input] of attempts) expect([name, await office.outcome(name, input)]).toEqual([name, 'done']);
    await signIn(office, LOGINS.admin);
    const withdrawn = { position: 'projectManager', permission: 'title.read', allowed: false } as const;
    await office.call('people.allow', withdrawn);
    await signIn(office, LOGINS.b);
    for (const [name, input] of attempts)
      expect([name, await office.outcome(name, input)]).toEqual([name, 'notAllowed']);

    await signIn(office, LOGINS.a);
    const { id: dossierId } = await office.call('dossier.open', { projectId: its.projectId, title: '卷', year: 2026 });
    await send(office, { kind: 'dossier', id: dossierId }, 'a.png', pngOf('of the dossier'));
    const [scan] = (await office.call('attachment.list', { dossierId })).rows;
    const look = () => office.outcome('attachment.read', { id: scan?.id, from: 0, length: 10 });
    expect(await look()).toBe('done');
    await signIn(office, LOGINS.admin);
    await office.call('people.allow', { ...withdrawn, permission: 'dossier.read' });
    await signIn(office, LOGINS.b);
    expect(await look()).toBe('notAllowed');
  });
});

test('the check of the files names a title’s missing file by its certificate', async () => {
  const bytes = pngOf('lost');
  const id = await added('正面.png', bytes);
  unlinkSync(fileOf(bytes));
  await signIn(office, LOGINS.admin);
  const { faults }: FilesVerdict = await office.call('attachment.check', {});
  const record = SAMPLE_TITLES[0]?.certificateNo;
  expect(faults).toEqual([
    {
      fault: 'missing',
      path: `${sha256(bytes).slice(0, 2)}/${sha256(bytes)}`,
      of: [{ id, name: '正面.png', recordKind: 'title', recordId: titleId(), record }],
    },
  ]);
});

test('the table itself: a title’s scan has a title and no dossier, and never becomes another title’s', async () => {
  const id = await added();
  const { db } = office.ledger;
  const insert = (dossier: string, subject: string) =>
    `INSERT INTO attachment (dossier_id, subject_kind, subject_id, name, kind, sha256, bytes, added_at, added_by)
     SELECT ${dossier}, ${subject}, name, kind, sha256, bytes, added_at, added_by FROM attachment WHERE id = ${id}`;
  const ctx = contextAt(clockFrom('2026-03-02T17:00:00+08:00'), 1);
  const attempt = (sql: string) => office.app.journal.commit(ctx, 'test.try', {}, () => db.exec(sql));
  expect(() => attempt(insert('NULL', "'title', 999"))).toThrow(/title that is there/);
  expect(() => attempt(insert('NULL', "'dossier', 1"))).toThrow(/CHECK/);
  expect(() => attempt(insert('1', `'title', ${titleId()}`))).toThrow(/CHECK/);
  expect(() => attempt(`UPDATE attachment SET subject_id = ${its.titles[1]} WHERE id = ${id}`)).toThrow(/stays/);
});
