import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Made, textRows, workbookOf } from '../unit/spreadsheet/made-files';
import { guessedPlan, type Plan } from './imports';
import { foundCompany, LOGINS, type Office, openOffice, type People, signIn } from './office';

let office: Office;
let people: People;
beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

type Rows = readonly (readonly string[])[];
/** Reads a workbook with these sheets; answers how the program understands it. */
async function read(sheets: Readonly<Record<string, Rows>>, more: Partial<Made> = {}): Promise<Plan> {
  const made = Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, textRows(rows)]));
  const path = join(office.dataDir, 'ledger.xlsx');
  writeFileSync(path, workbookOf({ ...more, sheets: made }));
  office.chosenFiles = [path];
  await office.call('import.read', {});
  return guessedPlan(office);
}
/** Row by row which faults there are, each with its column. */
const faults = async (plan: Plan) =>
  Object.fromEntries(
    (await office.call('import.check', { plan })).shown.map(({ row, faults: its }) => [
      row,
      its.map(({ fault, column, about }) => [fault, column, about]),
    ]),
  );
const titles = async () =>
  (await office.call('ledger.list', { sort: 'title', descending: false })).rows.map(({ title }) => title);

const HEAD = ['档号', '题名', '客户', '合同号', 'A角', 'B角', '归档日期', '年度', '密级', '业务类型', '状态'];
const HERE = ['顾行简', '罗书意', '2019-03-09', '2019', '普通', '借款', '在库'];
const line = (no: string, title: string, rest: readonly string[] = HERE) => [
  no,
  title,
  '松江五金商行',
  `合${no}`,
  ...rest,
];
const but = (at: number, cell: string) => HERE.map((its, i) => (i === at ? cell : its));

describe('a row is refused with what is wrong and where', () => {
  test('unreadable letters, year, secrecy and class, and a title or year that nothing says', async () => {
    const plan = await read({
      台账: [
        HEAD,
        line('旧1', '乱\u007f码'),
        line('旧2', '某卷', but(3, '去年')),
        line('旧3', '某卷', but(4, '很密')),
        line('旧4', '某卷', but(5, '没有的门类')),
        ['旧5', '', '', '', '', '', '2019-03-09', '2019', '', '借款', '在库'],
        ['', '某卷', '', '', '', '', '', '', '', '采购档案', '整理中'],
      ],
    });
    const found = await faults(plan);
    expect(found[2]).toContainEqual(['charactersUnreadable', 1, expect.anything()]);
    expect(found[3]).toContainEqual(['yearUnreadable', 7, '去年']);
    expect(found[4]).toContainEqual(['secrecyUnknown', 8, '很密']);
    expect(found[5]).toContainEqual(['classUnknown', 9, '没有的门类']);
    expect(found[6]).toContainEqual(['titleMissing', 1, '']);
    expect(found[7]).toContainEqual(['yearMissing', 7, '']);
  });

  test('a number and a contract that the ledger has already', async () => {
    await office.call('import.write', { plan: await read({ 台账: [HEAD, line('旧1', '甲')] }) });
    const plan = await read({
      台账: [
        HEAD,
        line('旧1', '又一卷').map((its, i) => (i === 3 ? '另一合同' : its)),
        ['旧9', '乙', ...line('旧1', '').slice(2)],
      ],
    });
    expect(await faults(plan)).toEqual({
      2: [['archiveNoInLedger', 0, '旧1']],
      3: [['contractNoInLedger', 3, '合旧1']],
    });
  });

  test('papers on their way with a manager who has left', async () => {
    await signIn(office, LOGINS.admin);
    const gone = {
      id: people.a,
      name: '顾行简',
      departmentId: 1,
      login: LOGINS.a,
      positions: ['projectManager' as const],
    };
    await office.call('people.change', { ...gone, employment: 'left' });
    await signIn(office, LOGINS.archivist);
    const underway = ['', '在办', '松江五金商行', '合1', '顾行简', '罗书意', '', '2026', '', '借款', '整理中'];
    expect(await faults(await read({ 台账: [HEAD, underway] }))).toEqual({ 2: [['managerGone', 4, '顾行简']] });
  });

  test('a place of which a part is missing, and one that there is not when none may be added', async () => {
    const head = [...HEAD, '库室', '柜', '层', '盒'];
    const plan = await read({
      台账: [
        head,
        [...line('旧1', '甲'), '一室', '03柜', '', '07盒'],
        [...line('旧2', '乙'), '一室', '03柜', '2层', '07盒'],
      ],
    });
    expect(await faults(plan)).toEqual({ 2: [['placeIncomplete', 13, '']] });
    expect(await faults({ ...plan, addPlaces: false })).toEqual({
      2: [['placeIncomplete', 13, '']],
      3: [['placeUnknown', 14, '一室 03柜 2层 07盒']],
    });
    await office.call('place.addBoxes', { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' });
    expect((await faults({ ...plan, addPlaces: false }))[3]).toBeUndefined();
  });

  test('a day for all that have none, and a contract without managers kept in the remarks', async () => {
    const rows = [HEAD, ['旧1', '甲', '', '合1', '', '', '', '2019', '', '借款', '在库']];
    const plan = await read({ 台账: rows });
    expect(await faults(plan)).toEqual({
      2: [
        ['receivedOnMissing', 6, ''],
        ['managerMissing', 4, ''],
        ['managerMissing', 5, ''],
      ],
    });
    const decided: Plan = { ...plan, receivedOn: '2019-12-31', withoutManagers: 'noProject' };
    expect(await faults(decided)).toEqual({});
    await office.call('import.write', { plan: decided });
    expect((await office.call('ledger.list', {})).rows).toMatchObject([
      { receivedOn: '2019-12-31', remarks: '合同号 合1' },
    ]);
  });
});

describe('a dossier that is lent', () => {
  const LENT = ['档号', '题名', '归档日期', '业务类型', '状态', '借阅人', '借出日期', '应还日期', '备注'];
  const rows = [
    LENT,
    ['旧1', '甲', '2019-03-09', '借款', '借出', '贺知舟', '2026-02-20', '2026-03-01', '封面破损'],
    ['旧2', '乙', '2019-03-09', '借款', '部分借出', '贺知舟', '', '', ''],
    ['旧3', '丙', '2019-03-09', '借款', '已借出', '', '', '', ''],
    // Who had it once is nobody's business any more.
    ['旧4', '丁', '2019-03-09', '借款', '在库', '贺知舟', '2020-01-02', '', ''],
  ];

  test('is refused, since no spreadsheet has its slip', async () => {
    const plan = await read({ 台账: rows });
    expect(plan.columns.slice(5, 8)).toEqual(['lentTo', 'lentOn', 'backBy']);
    const refused = [['stateLent', 4, '']];
    expect(await faults(plan)).toEqual({ 2: refused, 3: refused, 4: refused });
  });

  test('stands on the shelf with its borrower in the remarks once the person has agreed', async () => {
    await office.call('import.write', { plan: { ...(await read({ 台账: rows })), lent: 'onShelf' } });
    const { rows: found } = await office.call('ledger.list', { sort: 'archiveNo', descending: false });
    expect(found.map(({ title, state, remarks }) => [title, state, remarks])).toEqual([
      ['甲', 'received', '导入时借出：贺知舟，2026-02-20 借出，应还 2026-03-01；封面破损'],
      ['乙', 'received', '导入时部分借出：贺知舟'],
      ['丙', 'received', '导入时借出'],
      ['丁', 'received', ''],
    ]);
  });

  test('as this program itself writes it in a file of its ledger, in both languages', async () => {
    for (const head of [
      LENT,
      ['Archive no.', 'Title', 'Received on', 'Class', 'State', 'Lent to', 'Lent on', 'To be back'],
    ])
      expect((await read({ 台账: [head, ...rows.slice(1)] })).columns.slice(5, 8)).toEqual([
        'lentTo',
        'lentOn',
        'backBy',
      ]);
  });
});

describe('which sheet, and which row has the headings', () => {
  const TWO = {
    说明: [['本表由档案室编制'], ['请勿改动']],
    借款: [HEAD, line('旧1', '甲')],
    担保: [['松风公司担保台账'], HEAD, line('旧2', '乙', but(5, '担保')), line('旧3', '丙', but(5, '担保'))],
  };

  test('is guessed, and is whatever the person says', async () => {
    const plan = await read(TWO);
    const file = await office.call('import.opened', {});
    expect(file?.sheets.map(({ name, rows, guess }) => [name, rows, guess.headingRow])).toEqual([
      ['说明', 2, 0],
      ['借款', 2, 1],
      ['担保', 4, 2],
    ]);
    expect(plan.sheet).toBe(1);
    const guess = file?.sheets[2]?.guess;
    const other: Plan = { sheet: 2, headingRow: guess?.headingRow ?? 0, columns: guess?.columns ?? [] };
    expect(await office.call('import.check', { plan: other })).toMatchObject({ rows: 2, ready: 2, faulty: 0 });
    await office.call('import.write', { plan: other });
    expect(await titles()).toEqual(['丙', '乙']);
  });

  test('of a sheet without headings every row counts; below a later heading row, only what follows it', async () => {
    const plan = await read({ 借款: [line('旧1', '甲'), line('旧2', '乙'), line('旧3', '丙')] });
    expect(plan.headingRow).toBe(0);
    const columns = (await read({ 借款: [HEAD, line('旧9', '戊')] })).columns;
    await read({ 借款: [line('旧1', '甲'), line('旧2', '乙'), line('旧3', '丙')] });
    expect(await office.call('import.check', { plan: { sheet: 0, headingRow: 0, columns } })).toMatchObject({
      ready: 3,
    });
    const below: Plan = { sheet: 0, headingRow: 2, columns };
    expect(await office.call('import.check', { plan: below })).toMatchObject({ rows: 1, ready: 1 });
    await office.call('import.write', { plan: below });
    expect(await titles()).toEqual(['丙']);
  });

  test('headings that span several columns and rows are understood in each of them', async () => {
    const head = ['档号', '题名', '', '存放位置', '', '', '', '归档日期', '业务类型'];
    const below = ['', '', '', '库室', '柜', '层', '盒', '', ''];
    const row = ['旧1', '甲', '', '一室', '03柜', '2层', '07盒', '2019-03-09', '借款'];
    const after =
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C2"/><mergeCell ref="D1:G1"/><mergeCell ref="H1:H2"/><mergeCell ref="I1:I2"/></mergeCells>';
    const plan = await read({ 台账: [head, below, row] }, { after });
    const file = await office.call('import.opened', {});
    expect(file?.sheets[0]?.head[0]?.cells.slice(3, 7)).toEqual(['存放位置', '存放位置', '存放位置', '存放位置']);
    expect(file?.sheets[0]?.head[1]?.cells.slice(0, 2)).toEqual(['档号', '题名']);
    // Where both rows are headings the lower one says more.
    const headingRow = 2;
    const cells = file?.sheets[0]?.head[1]?.cells ?? [];
    expect(cells).toEqual(['档号', '题名', '题名', '库室', '柜', '层', '盒', '归档日期', '业务类型']);
    const columns: Plan['columns'] = [
      'archiveNo',
      'title',
      null,
      'room',
      'cabinet',
      'shelf',
      'box',
      'receivedOn',
      'className',
    ];
    expect(plan.columns).toHaveLength(9);
    await office.call('import.write', { plan: { ...plan, headingRow, columns } });
    expect((await office.call('ledger.list', {})).rows).toMatchObject([
      { title: '甲', place: { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' } },
    ]);
  });
});

test('a reading that is given up leaves no file behind, and the next one is read as ever', async () => {
  const rows = [HEAD, ...Array.from({ length: 20_000 }, (_, i) => line(`旧${i}`, `卷${i}`))];
  const path = join(office.dataDir, 'large.xlsx');
  writeFileSync(path, workbookOf({ sheets: { 台账: textRows(rows) } }));
  office.chosenFiles = [path];
  const reading = office.reply('import.read', {});
  while ((await office.call('import.progress', {}))?.doing !== 'reading') await setImmediate();
  await office.call('import.cancel', {});
  expect(await reading).toMatchObject({ error: { reason: 'jobCancelled' } });
  expect(await office.call('import.opened', {})).toBeNull();
  const last = office.ledger.db.prepare('SELECT action FROM event ORDER BY seq DESC LIMIT 1').pluck().get();
  expect(last).toBe('import.cancel');
  await office.call('import.write', { plan: await read({ 台账: [HEAD, line('旧1', '甲')] }) });
  expect(await titles()).toEqual(['甲']);
});
