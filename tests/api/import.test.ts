import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/api/contract';
import type { ImportField, importing } from '../../shared/api/import.contract';
import { liveTables, replayDifferences } from '../db/replay';
import { searchTables } from '../db/search-tables';
import { verdictOf } from '../db/verdict';
import { oleWith, textRows, workbookOf } from '../unit/spreadsheet/made-files';
import { readByPython } from '../unit/spreadsheet/strangers';
import { caughtUp } from './imports';
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
} from './office';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let office: Office;
let people: People;
let files = 0;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

const HEAD = [
  '序号',
  '档号',
  '案卷题名',
  '客户名称',
  '合同编号',
  '金额（万元）',
  'A角',
  'B角',
  '归档日期',
  '结清日期',
  '保管期限',
  '存放位置',
  '页数',
  '状态',
];
const ROW = [
  '1',
  '鸿借字第001号',
  '青禾建材流动资金贷款',
  '青禾建材商贸有限公司',
  '鸿借〔2020〕001号',
  '180',
  '顾行简',
  '罗书意',
  '2020.3.9',
  '2021年3月1日',
  '长期',
  '一室 3柜 2层 7盒',
  '２３５',
  '在库',
];
const row = (n: number, more: Partial<Record<number, string>> = {}) =>
  ROW.map((cell, i) => more[i] ?? cell.replace('001号', `${String(n).padStart(3, '0')}号`).replace(/^1$/, String(n)));

async function open(rows: readonly (readonly string[])[]) {
  const path = join(folder, `台账${++files}.xlsx`);
  office.chosenFiles = [path];
  writeFileSync(path, workbookOf({ sheets: { 台账: textRows(rows) } }));
  expect(await office.call('import.read', {})).toEqual({ read: true });
  const file = await office.call('import.opened', {});
  if (!file) throw new Error('nothing opened');
  const { guess } = file.sheets[file.sheet] ?? {};
  if (!guess) throw new Error('no sheet');
  const { remembered: _, ...how } = guess;
  return { file, plan: { sheet: file.sheet, ...how } };
}
type Plan = InputOf<typeof importing.write>['plan'];
const check = (plan: Plan) => office.call('import.check', { plan });
const rowsOfLedger = async () => (await office.call('ledger.list', { sort: 'archiveNo', descending: false })).rows;
const count = (table: string) =>
  office.ledger.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;
const events = () =>
  office.ledger.db
    .prepare<[], { action: string }>('SELECT action FROM event ORDER BY seq')
    .all()
    .map(({ action }) => action);

describe('a ledger from elsewhere', () => {
  test('is understood by its headings and written as one event, with clients, projects and places', async () => {
    const { file, plan } = await open([['松风公司档案台账'], HEAD, row(1), [], row(2), row(3, { 3: '林远山' })]);
    expect(file.sheets[0]?.guess).toMatchObject({ headingRow: 2, amountUnit: 'wan', remembered: false });
    const wanted: (ImportField | null)[] = [
      null,
      'archiveNo',
      'title',
      'client',
      'contractNo',
      'amount',
      'aManager',
      'bManager',
    ];
    expect(plan.columns.slice(0, 8)).toEqual(wanted);
    expect(await check(plan)).toMatchObject({
      rows: 3,
      ready: 3,
      faulty: 0,
      names: [],
      makes: { received: 3, underway: 0, projects: 3, clients: 2, people: 0, places: 1 },
    });
    const before = events().length;
    expect(await office.call('import.write', { plan })).toEqual({ id: 1, dossiers: 3 });
    expect(events().slice(before)).toEqual(['import.ledger']);
    const [first] = await rowsOfLedger();
    expect(first).toMatchObject({
      archiveNo: '鸿借字第001号',
      client: '青禾建材商贸有限公司',
      contractNo: '鸿借〔2020〕001号',
      className: '借款',
      year: 2020,
      pages: 235,
      items: 0,
      aManager: '顾行简',
      receivedOn: '2020-03-09',
      endedOn: '2021-03-01',
      retention: '30年',
      keepUntil: '2051-03-01',
      place: { room: '一室', cabinet: '3柜', shelf: '2层', box: '7盒' },
      state: 'received',
    });
    expect(await office.call('project.list', {})).toHaveLength(3);
    expect((await office.call('project.list', {})).map(({ amountFen }) => amountFen)).toEqual([
      180_000_000, 180_000_000, 180_000_000,
    ]);
    expect(await office.call('import.opened', {})).toBeNull();
    expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
    expect(replayDifferences(office.ledger.db)).toEqual([]);
  });

  test('may be a csv of the nineties, and its columns are remembered for the next one', async () => {
    const { plan } = await open([HEAD, row(1)]);
    const columns = plan.columns.map((field) => (field === 'pages' ? 'items' : field));
    await office.call('import.write', { plan: { ...plan, columns } });
    const path = join(folder, `${++files}.csv`);
    writeFileSync(path, iconv.encode([HEAD, row(2)].map((cells) => cells.join(',')).join('\r\n'), 'gb18030'));
    office.chosenFiles = [path];
    await office.call('import.read', {});
    const file = await office.call('import.opened', {});
    expect(file).toMatchObject({ encoding: 'gb18030' });
    expect(file?.sheets[0]?.guess).toMatchObject({ remembered: true, columns });
    await office.call('import.write', { plan: { sheet: 0, headingRow: 1, columns, amountUnit: 'wan' } });
    expect((await rowsOfLedger()).map(({ items, pages }) => [items, pages])).toEqual([
      [235, 0],
      [235, 0],
    ]);
  });

  test('refuses a number that another class would once give itself', async () => {
    const head = ['档号', '案卷题名', '客户', '业务类型', '归档日期', '状态'];
    const lines = [
      ['鸿保字第007号', '甲', '青禾', '借款', '2020-03-01', '在库'],
      ['鸿借字第8号', '乙', '青禾', '借款', '2020-03-01', '在库'],
    ];
    const { plan } = await open([head, ...lines]);
    const found = await check(plan);
    expect(found.shown.map(({ row: at, faults }) => [at, faults.map(({ fault }) => fault)])).toEqual([
      [2, ['archiveNoOfOther']],
    ]);
  });

  test('says of every bad row what is wrong and where, and writes nothing while there is one', async () => {
    const bad: [number, string, string][] = [
      [8, '2020-02-30', 'dayNotReal'],
      [8, '上周', 'dayUnreadable'],
      [8, '', 'receivedOnMissing'],
      [5, '很多', 'amountUnreadable'],
      [10, '五年', 'retentionUnknown'],
      [11, '楼上', 'placeUnreadable'],
      [12, '几页', 'numberUnreadable'],
      [13, '借出', 'stateLent'],
      [13, '待归档核对', 'stateUnderReview'],
      [13, '不知道', 'stateUnknown'],
      [13, '整理中', 'archiveNoNotYet'],
      [1, '', 'archiveNoMissing'],
      [1, '某某-7', 'classMissing'],
      [1, '#REF!', 'cellError'],
      [2, 'x'.repeat(201), 'tooLong'],
      [3, '', 'clientMissing'],
      [6, '', 'managerMissing'],
      [6, '罗书意', 'managersSame'],
      [6, '陌生人', 'managerUndecided'],
    ];
    const rows = bad.map(([column, cell], i) => row(i + 1, { [column]: cell }));
    const { plan } = await open([
      HEAD,
      ...rows,
      row(90),
      row(91, { 1: '鸿借字第090号' }),
      row(92, { 4: '鸿借〔2020〕090号' }),
    ]);
    const found = await check(plan);
    const faults = new Map(
      found.shown.map(({ row: at, faults: its }) => [at, its.map(({ fault, column }) => [fault, column])]),
    );
    for (const [i, [column, cell, fault]] of bad.entries()) {
      const its = faults.get(i + 2) ?? [];
      const field = plan.columns[column];
      const where =
        fault === 'classMissing' ? -1 : fault === 'archiveNoMissing' || fault === 'archiveNoNotYet' ? 1 : column;
      expect(its, `${cell} as ${field}`).toContainEqual([fault, fault === 'managersSame' ? 7 : where]);
    }
    expect(faults.get(bad.length + 3)).toEqual([['archiveNoTwice', 1]]);
    expect(faults.get(bad.length + 4)).toEqual([['contractNoTwice', 4]]);
    expect(found).toMatchObject({ rows: bad.length + 3, ready: 1, faulty: bad.length + 2 });
    const before = [events().length, count('dossier'), count('change')];
    expect(await office.reply('import.write', { plan })).toMatchObject({ error: { reason: 'importHasFaults' } });
    expect([events().length, count('dossier'), count('change')]).toEqual(before);
    // One kind only, page by page.
    const days = await office.call('import.check', { plan, fault: 'dayNotReal', limit: 5 });
    expect(days).toMatchObject({ shownOf: 1, shown: [{ row: 2 }] });
  });

  test('gives its bad rows along as a spreadsheet, to be mended where they were made', async () => {
    const { plan } = await open([HEAD, row(1), row(2, { 8: '2020-02-30', 13: '借出' })]);
    await check(plan);
    office.savePath = join(folder, 'faults.xlsx');
    const words = {
      'heading--rowNo': '行号',
      'heading--faults': '哪里不对',
      'field--state': '状态',
      'kind--stateLent': '借出',
      'mark--colon': '：',
    };
    await office.call('export.save', { list: { name: 'importFaults' }, format: 'xlsx', words });
    const { rows } = readByPython(office.savePath);
    expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
      ['行号', '哪里不对', '序号', '档号'],
      [3, expect.stringContaining('状态：借出'), '2', '鸿借字第002号'],
    ]);
    // The same file, mended, is understood again: its first two columns mean nothing.
    office.chosenFiles = [office.savePath];
    await office.call('import.read', {});
    expect((await office.call('import.opened', {}))?.sheets[0]?.guess.columns.slice(0, 4)).toEqual([
      null,
      null,
      null,
      'archiveNo',
    ]);
  });

  test('is mended cell by cell, row by row and name by name, and then written', async () => {
    const { plan } = await open([
      HEAD,
      row(1, { 6: '陌生人', 8: '三月九日' }),
      row(2, { 6: '陌生人', 7: '张 三' }),
      row(3, { 6: '无此人', 4: '' }),
      ['合计', '', '', '', '', '540'],
    ]);
    const mended = [{ row: 2, column: 8, text: '2020-03-09' }];
    const people: Plan['people'] = [
      { name: '陌生人', is: 'left' },
      { name: '张三', is: 2 },
      { name: '无此人', is: 'nobody' },
    ];
    const whole = { ...plan, mended, people, leftOut: [5] };
    expect((await check(plan)).names.map(({ name, rows }) => [name, rows])).toEqual([
      ['陌生人', 2],
      ['张三', 1],
      ['无此人', 1],
    ]);
    expect(await check(whole)).toMatchObject({ faulty: 0, makes: { people: 1, projects: 2 } });
    await office.call('import.write', { plan: whole });
    const rows = await rowsOfLedger();
    expect(
      rows.map(({ aManager, bManager, contractNo, remarks }) => [aManager, bManager, contractNo, remarks]),
    ).toEqual([
      ['陌生人', '罗书意', '鸿借〔2020〕001号', ''],
      ['陌生人', '顾行简', '鸿借〔2020〕002号', ''],
      [undefined, undefined, undefined, '金额 1800000 元；A、B角 无此人、罗书意'],
    ]);
    await signIn(office, LOGINS.admin);
    const staff = await office.call('people.staff', {});
    expect(staff.filter(({ name }) => name === '陌生人')).toMatchObject([{ employment: 'left' }]);
    expect(await office.reply('people.signIn', { login: '陌生人', password: 'x' })).toMatchObject({ ok: false });
  });

  test('keeps its numbers, and the next one given counts on from them', async () => {
    const { plan } = await open([HEAD, row(7), row(8, { 1: '鸿借字第8号' }), row(9, { 1: '旧档-9', 4: '' })]);
    const classId = (await office.call('recordClass.list', {})).find(({ code }) => code === 'loan')?.id;
    await office.call('import.write', { plan: { ...plan, classId } });
    await signIn(office, LOGINS.a);
    const { projectId } = await registerProject(office, people);
    const dossierId = await compileSample(office, projectId);
    expect(await acceptAtArchive(office, await bringToArchive(office, dossierId))).toBe('鸿借字第009号');
    expect(await office.call('dossier.show', { id: 1 })).toMatchObject({ imported: true, items: [], pageCount: 235 });
  });
});

describe('an import that is not finished', () => {
  test('leaves nothing when it is cancelled while it writes, and nobody else writes or reads meanwhile', async () => {
    const { plan } = await open([HEAD, ...Array.from({ length: 3_000 }, (_, i) => row(i + 1))]);
    const dump = () => JSON.stringify([...liveTables(office.ledger.db)].map(([table, its]) => [table, [...its]]));
    await check(plan);
    const [before, searched] = [dump(), searchTables(office.ledger.db)];
    const writing = office.reply('import.write', { plan });
    const isWriting = async () => (await office.call('import.progress', {}))?.doing === 'writing';
    while (!(await isWriting())) await setImmediate();
    expect(await office.reply('client.register', { kind: 'person', name: '林远山' })).toMatchObject({
      error: { code: 'busy', reason: 'ledgerBusy' },
    });
    const reading = office.call('ledger.list', {});
    await office.call('import.cancel', {});
    expect(await writing).toMatchObject({ error: { reason: 'jobCancelled' } });
    expect(await reading).toMatchObject({ total: 0 });
    expect(dump()).toBe(before);
    expect(searchTables(office.ledger.db)).toEqual(searched);
    expect(await office.call('search.find', { text: '鸿借字第' })).toEqual([]);
    expect(events().at(-1)).toBe('import.cancel');
    expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
    expect(await office.call('import.write', { plan })).toMatchObject({ dossiers: 3_000 });
    await caughtUp(office);
    expect(await office.call('search.find', { text: '鸿借字第2999号' })).toMatchObject([
      { hits: [{ dossierId: 2_999 }] },
    ]);
    expect(searchTables(office.ledger.db)).toMatchObject({ search_dossier: { records: 3_000 } });
  });

  test('is forgotten when somebody else sits down at the window', async () => {
    const { plan } = await open([HEAD, row(1)]);
    await office.call('people.signOut', {});
    await signIn(office, LOGINS.archivist);
    expect(await office.call('import.opened', {})).not.toBeNull();
    await signIn(office, LOGINS.a);
    expect(await office.reply('import.opened', {})).toMatchObject({ error: { code: 'notAllowed' } });
    await signIn(office, LOGINS.archivist);
    expect(await office.reply('import.check', { plan })).toMatchObject({ ok: true });
    await office.call('import.cancel', {});
    expect(await office.reply('import.check', { plan })).toMatchObject({ error: { reason: 'importNoFile' } });
  });

  test('is refused with the sentence of its file', async () => {
    const path = join(folder, `${++files}.xls`);
    writeFileSync(path, oleWith('Root Entry', 'Workbook'));
    office.chosenFiles = [path];
    const before = events().length;
    expect(await office.reply('import.read', {})).toMatchObject({ error: { reason: 'importOldXls' } });
    expect(events()).toHaveLength(before);
  });
});

describe('undoing an import', () => {
  const undo = (id: number) => office.reply('import.undo', { id, reason: '拿错了文件', signature: PIN });
  const businessRows = () => ['archive_number', 'dossier', 'project', 'client', 'place'].map((table) => count(table));

  test('takes everything away again that came with it, and shows that it was there', async () => {
    const { plan } = await open([HEAD, row(1), row(2)]);
    const before = businessRows();
    const { id } = await office.call('import.write', { plan });
    expect(businessRows()).not.toEqual(before);
    expect(await undo(id)).toMatchObject({ ok: true, data: { dossiers: 2 } });
    expect(businessRows()).toEqual(before);
    expect(await office.call('import.list', {})).toMatchObject([
      { undoneBy: '沈砚秋', undoReason: '拿错了文件', dossiers: 2 },
    ]);
    expect(await undo(id)).toMatchObject({ error: { reason: 'importAlreadyUndone' } });
    expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
    expect(replayDifferences(office.ledger.db)).toEqual([]);
    // The same numbers may come again with the right file.
    const again = await open([HEAD, row(1), row(2)]);
    await office.call('import.write', { plan: again.plan });
    expect((await rowsOfLedger()).map(({ archiveNo }) => archiveNo)).toEqual(['鸿借字第001号', '鸿借字第002号']);
  });

  test('is refused, with the record that stands in the way, once somebody has built on it', async () => {
    const { plan } = await open([HEAD, row(1), row(2)]);
    const { id } = await office.call('import.write', { plan });
    const refusal = async () => ((await undo(id)) as { error?: { reason: string; details: object } }).error;
    const dossierId = (await rowsOfLedger())[1]?.id ?? 0;
    await office.call('ledger.place', { id: dossierId, ...PLACE });
    expect(await refusal()).toMatchObject({
      reason: 'importBuiltUpon',
      details: { name: '鸿借字第002号 青禾建材流动资金贷款', who: '沈砚秋', day: '2026-03-02' },
    });
  });

  test('is refused once a project was registered for a client that came with it, or a number counts on', async () => {
    const { plan } = await open([HEAD, row(1)]);
    const { id } = await office.call('import.write', { plan });
    const [client] = (await office.call('client.list', {})).rows;
    const manager = { aManagerId: people.a, bManagerId: people.b };
    const its = { name: '续贷', businessType: 'loan' as const, contractNo: '新1号', amountFen: 1, ...manager };
    await office.call('project.register', { clientId: client?.id ?? 0, ...its });
    expect(await undo(id)).toMatchObject({
      error: { reason: 'importBuiltUpon', details: { name: '青禾建材商贸有限公司' } },
    });
  });

  test('is refused once a number was given that counts on from its numbers', async () => {
    const { plan } = await open([HEAD, row(1)]);
    const { id } = await office.call('import.write', { plan });
    await signIn(office, LOGINS.a);
    const { projectId } = await registerProject(office, people, 5);
    await acceptAtArchive(office, await bringToArchive(office, await compileSample(office, projectId)));
    expect(await undo(id)).toMatchObject({ error: { reason: 'importBuiltUpon', details: { name: '鸿借字第002号' } } });
  });

  test('looks through all that has happened since, however much that is', async () => {
    const first = await office.call('import.write', { plan: (await open([HEAD, row(1)])).plan });
    const others = Array.from({ length: 400 }, (_, i) => row(100 + i, { 3: '松江五金商行' }));
    await office.call('import.write', { plan: (await open([HEAD, ...others])).plan });
    const dossierId = (await rowsOfLedger()).find(({ archiveNo }) => archiveNo === '鸿借字第001号')?.id ?? 0;
    await office.call('ledger.place', { id: dossierId, ...PLACE });
    expect(await undo(first.id)).toMatchObject({
      error: { reason: 'importBuiltUpon', details: { name: '鸿借字第001号 青禾建材流动资金贷款' } },
    });
    expect(await undo(first.id + 1)).toMatchObject({ data: { dossiers: 400 } });
    expect((await rowsOfLedger()).map(({ archiveNo }) => archiveNo)).toEqual(['鸿借字第001号']);
  });

  test('needs the PIN of the person who does it', async () => {
    const { plan } = await open([HEAD, row(1)]);
    const { id } = await office.call('import.write', { plan });
    expect(await office.reply('import.undo', { id, reason: 'x', signature: '111222' })).toMatchObject({
      error: { reason: 'wrongSecret', details: { field: 'signature' } },
    });
    expect(count('dossier')).toBe(1);
  });
});
