import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/api/contract';
import type { ImportField, importing } from '../../shared/api/import.contract';
import { replayDifferences } from '../db/replay';
import { verdictOf } from '../db/verdict';
import { textRows, workbookOf } from '../unit/spreadsheet/made-files';
import { foundCompany, LOGINS, type Office, openOffice, type People, PIN, registerProject, signIn } from './office';

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
});
