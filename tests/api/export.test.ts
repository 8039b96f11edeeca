import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportedList } from '../../shared/api/export.contract';
import { readByPython } from '../unit/spreadsheet/strangers';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  registerProject,
  signIn,
} from './office';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-export-'));
const texts = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`../../renderer/i18n/${language}/${file}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
const wordsOf = (language: string) => ({ ...texts(language, 'audit'), ...texts(language, 'export') });

let office: Office;
let dossierId: number;
let files = 0;

beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const first = await registerProject(office, people);
  await registerProject(office, people, 2);
  await office.call('client.register', {
    kind: 'person',
    name: '=HYPERLINK("http://example.invalid")',
    remarks: '\u0000=1+1\r\n=2',
  });
  dossierId = await compileSample(office, first.projectId);
  await acceptAtArchive(office, await bringToArchive(office, dossierId));
});
afterAll(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exported(list: ExportedList, format: 'xlsx' | 'csv' | 'csvGb18030' = 'xlsx', language = 'zh-CN') {
  office.savePath = join(folder, `${++files}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
  const answer = await office.call('export.save', { list, format, words: wordsOf(language) });
  expect(answer.path).toBe(office.savePath);
  const encoding = { xlsx: [], csv: ['utf-8-sig'], csvGb18030: ['gb18030'] }[format];
  return { ...readByPython(office.savePath, ...encoding), said: answer.rows };
}
const lastEvent = () =>
  office.ledger.db
    .prepare<[], { action: string; input: string }>('SELECT action, input FROM event ORDER BY seq DESC LIMIT 1')
    .get();

describe('a list that is taken along', () => {
  test('the ledger has a row for each dossier of the list, with numbers as numbers and days as days', async () => {
    const { rows, formulas, said, sheet, frozen } = await exported({ name: 'ledger' });
    const list = await office.call('ledger.list', {});
    expect([rows.length - 1, said, formulas, sheet, frozen]).toEqual([list.total, list.total, 0, '档案台账', 'A2']);
    const row = Object.fromEntries((rows[0] ?? []).map((heading, i) => [heading, rows[1]?.[i]]));
    expect(row).toMatchObject({
      档号: '鸿借字第001号',
      客户: '青禾建材商贸有限公司',
      档案门类: '借款',
      件数: 38,
      页数: 235,
      A角: '顾行简',
      归档日期: 46_083,
      保管期限: '30年',
      盒: '07盒',
      状态: '在库',
    });
  });

  test('it is narrowed and sorted as the list on the screen is', async () => {
    expect((await exported({ name: 'ledger', filter: { year: 1999 } })).said).toBe(0);
    const names = (await exported({ name: 'clients', text: '青禾' })).rows.slice(1).map(([name]) => name);
    const list = await office.call('client.list', { text: '青禾' });
    expect(names).toEqual(list.rows.map(({ name }) => name));
  });

  test.each<[ExportedList['name'], () => ExportedList, number]>([
    ['volume', () => ({ name: 'volume', dossierId }), 40],
    ['handovers', () => ({ name: 'handovers' }), 2],
    ['clients', () => ({ name: 'clients' }), 3],
    ['projects', () => ({ name: 'projects' }), 2],
  ])('%s, in both languages and all formats', async (_, list, count) => {
    for (const format of ['xlsx', 'csv', 'csvGb18030'] as const)
      for (const language of ['zh-CN', 'en']) {
        const { rows, said } = await exported(list(), format, language);
        expect([rows.length - 1, said]).toEqual([count, count]);
        expect(rows.flat().filter((cell) => /^(heading|value|action|position|mark)--/.test(String(cell)))).toEqual([]);
      }
  });

  test('a client named like a formula is a name', async () => {
    const find = (rows: (string | number | null)[][]) => rows.find(([name]) => String(name).includes('HYPERLINK'));
    const xlsx = await exported({ name: 'clients' });
    expect(xlsx.formulas).toBe(0);
    expect(find(xlsx.rows)).toEqual(
      expect.arrayContaining(['=HYPERLINK("http://example.invalid")', '\u0000=1+1\r\n=2']),
    );
    const csv = await exported({ name: 'clients' }, 'csv');
    expect(find(csv.rows)).toEqual(
      expect.arrayContaining(['\'=HYPERLINK("http://example.invalid")', "'\u0000=1+1\r\n=2"]),
    );
  });

  test('amounts are in yuan', async () => {
    const { rows } = await exported({ name: 'projects' });
    expect(rows[1]?.[rows[0]?.indexOf('金额（元）') ?? -1]).toBe(1_800_000);
  });

  test('staff and the audit log need their own permission', async () => {
    await signIn(office, LOGINS.admin);
    expect((await exported({ name: 'staff' })).said).toBe(4);
    await office.call('people.allow', { position: 'systemAdmin', permission: 'audit.read', allowed: true });
    const log = await exported({ name: 'audit' });
    const list = await office.call('audit.list', {});
    // The export itself was noted after the list was read.
    expect(log.said).toBe(list.total - 1);
    expect(log.rows.flat()).toContain('导出了清单');
    const [noted] = (await office.call('audit.list', {})).events;
    expect(noted).toMatchObject({ action: 'export.save', about: `${files}.xlsx` });
    await signIn(office, LOGINS.archivist);
  });
});

describe('an export', () => {
  test('is an event with list, filter, rows and name of the file', async () => {
    await exported({ name: 'ledger', filter: { text: '青禾' } });
    const event = lastEvent();
    expect(event?.action).toBe('export.save');
    expect(JSON.parse(event?.input ?? '')).toMatchObject({
      list: 'ledger',
      rows: 1,
      format: 'xlsx',
      fileName: `${files}.xlsx`,
      filter: { filter: { text: '青禾' } },
    });
  });

  test('leaves no trace when no place was chosen', async () => {
    const before = lastEvent();
    office.savePath = undefined;
    expect(await office.call('export.save', { list: { name: 'ledger' }, format: 'csv' })).toEqual({});
    expect(lastEvent()).toEqual(before);
  });

  test('that cannot be written is refused, and an older file stays', async () => {
    office.savePath = join(folder, 'gone', 'a.csv');
    const reply = await office.reply('export.save', { list: { name: 'ledger' }, format: 'csv' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'storage', reason: 'fileNotWritten' } });
  });

  test('of a dossier that does not exist is refused before anything is asked', async () => {
    const reply = await office.reply('export.save', { list: { name: 'volume', dossierId: 99 }, format: 'csv' });
    expect(reply).toMatchObject({ ok: false, error: { reason: 'noSuchDossier' } });
  });

  test('is refused to who may not read the list, and that is noted', async () => {
    const reply = await office.reply('export.save', { list: { name: 'audit' }, format: 'csv' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
    expect(lastEvent()).toMatchObject({
      action: 'permission.refused',
      input: '{"list":"audit","method":"export.save"}',
    });
  });

  test('tells its progress, lets others work, and can be given up without a file', async () => {
    const add = office.ledger.db.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
       INSERT INTO client (kind, name, code, legal_representative, phone, address, remarks, owner_id)
       SELECT 'person', '客户' || i, 'C' || i, '', '', '', '', 1 FROM n`,
    );
    const ctx = { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined };
    office.app.journal.commit(ctx, 'client.register', {}, () => add.run());
    office.savePath = join(folder, 'long.xlsx');
    const saving = office.reply('export.save', { list: { name: 'clients' }, format: 'xlsx' });
    let progress = null as { done: number; total: number } | null;
    while ((progress?.done ?? 0) < 400) {
      await setImmediate();
      progress = await office.call('export.progress', {});
    }
    expect(progress?.total).toBe(20_003);
    expect(await office.reply('export.progress', {}, 2)).toMatchObject({ ok: false });
    const second = await office.reply('export.save', { list: { name: 'ledger' }, format: 'csv' });
    expect(second).toMatchObject({ ok: false, error: { code: 'busy', reason: 'exportUnderway' } });
    await office.call('export.cancel', {});
    expect(await saving).toEqual({ ok: true, data: {} });
    expect(existsSync(office.savePath)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
    expect(await office.call('export.progress', {})).toBeNull();
    expect(await office.reply('export.cancel', {})).toMatchObject({ error: { reason: 'noExportUnderway' } });
  });
});
