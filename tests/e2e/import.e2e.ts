import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { oleWith, textRows, workbookOf } from '../unit/spreadsheet/made-files';
import { chooseInList, takeChoice } from './choices';
import { ARCHIVIST, OfficeDay } from './office-day';
import { answerOpenDialog, PIN, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
const folder = mkdtempSync(join(tmpdir(), 'anjuan-import-'));
const HEAD = [
  '业务类型',
  '档号',
  '案卷题名',
  '客户名称',
  '合同编号',
  '金额（万元）',
  'A角',
  'B角',
  '归档日期',
  '保管期限',
  '存放位置',
  '页数',
  '状态',
  '出自',
];
const row = (n: number, more: Readonly<Record<number, string>> = {}) =>
  [
    '贷款',
    `旧鸿借字第${n}号`,
    `旧台账第${n}卷`,
    '松江五金商行',
    `旧合${n}号`,
    '80',
    '顾行简',
    '罗书意',
    '2019.3.9',
    '长期',
    '旧库 1柜 2层 3盒',
    '120',
    '在库',
    '旧册甲',
  ].map((cell, i) => more[i] ?? cell);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
  await day.signIn(ARCHIVIST);
});
test.afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (key: string) => program.page.keyboard.press(key);
async function choose(name: string, bytes: Buffer) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await answerOpenDialog(program, [path]);
  await press('Control+n');
}

test('an old .xls is refused with what to do instead', async () => {
  await press('Alt+2');
  await expect(program.page.locator('h1').first()).toHaveText('档案台账');
  await day.tabTo('导入台账');
  await press('Enter');
  await expect(program.page.locator('h1').first()).toHaveText('导入台账');
  await choose('旧台账.xls', oleWith('Root Entry', 'Workbook'));
  await day.see('这是老格式的 .xls 文件');
});

test('a ledger is read, mended and written with the keyboard alone', async () => {
  const { page } = program;
  const rows = [
    HEAD,
    row(1),
    row(2, { 8: '2019-02-30' }),
    row(3, { 1: '鸿借字第903号', 6: '贺知舟' }),
    row(4, { 12: '借出' }),
  ];
  await choose('旧台账.xlsx', workbookOf({ sheets: { 台账: textRows(rows) } }));
  await day.see('4 行里有 3 行有错');
  await day.see('没有「2019-02-30」这一天');
  // What no heading says is said by hand; whoever chose it wrongly chooses again.
  const source = page.locator('.import-columns tr').filter({ hasText: '出自' }).locator('.import-means');
  await expect(source).toContainText('不导入');
  await day.tabTo('N 出自');
  await chooseInList(page, '备注');
  await expect(source).toContainText('备注');
  await day.tabTo('借出的案卷先按「在库」导入');
  await press('Space');
  await day.see('4 行里有 2 行有错');
  // What was decided stays when the page is left.
  await day.tabTo('文件里的姓名「贺知舟」');
  await press('ArrowDown');
  await takeChoice(page);
  await day.see('4 行里有 1 行有错');
  await press('Escape');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
  await day.tabTo('导入台账');
  await press('Enter');
  await day.see('4 行里有 1 行有错');
  await day.tabTo('改第 3 行的归档日期');
  await press('Control+a');
  await page.keyboard.type('2019-02-28');
  await press('Enter');
  await day.see('4 行都可以导入：在库 4 卷');
  await press('Control+Enter');
  await day.see('把 4 卷写入台账？');
  await expect(page.locator('.ant-modal:focus-within')).toBeVisible();
  await day.tabTo('写入台账');
  await press('Enter');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
  await day.see('鸿借字第903号');
});

test('numbers that are left out or written otherwise are named on the page of numbers, each with its dossier', async () => {
  const { page } = program;
  await day.tabTo('档号登记');
  await press('Enter');
  await expect(page.locator('h1').first()).toHaveText('档号登记');
  const faults = page.locator('.number-faults li');
  await expect(faults.filter({ hasText: '缺号' })).toContainText('鸿借字第902号');
  const unlike = faults.filter({ hasText: '旧鸿借字第2号' });
  await expect(unlike).toContainText('格式不符');
  await unlike.getByRole('link').first().press('Enter');
  await expect(page.locator('h1').first()).toContainText('旧台账第2卷');
  await day.see('旧册甲');
  await press('Alt+2');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
});

test('the whole import is undone with a reason and a signature', async () => {
  const { page } = program;
  await day.tabTo('导入台账');
  await press('Enter');
  await day.see('旧台账.xlsx');
  await day.tabTo('撤销这次导入');
  await press('Enter');
  await expect(page.locator('.ant-modal input').first()).toBeFocused();
  await page.keyboard.type('拿错了文件');
  await press('Tab');
  await page.keyboard.type(PIN);
  await press('Enter');
  await day.see('沈砚秋：拿错了文件');
  await press('Escape');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
  await expect(page.getByText('鸿借字第903号')).toHaveCount(0);
});

test('the sheet and the row of headings are chosen, and a writing that is stopped leaves nothing', async () => {
  const { page } = program;
  const many = Array.from({ length: 30_000 }, (_, i) => row(i + 1_000, { 3: `松江商行${i % 700}` }));
  const sheets = {
    说明: textRows([['鸿远小额贷款有限公司档案台账'], ['整理人：顾行简']]),
    台账: textRows([['二〇一九年'], HEAD, ...many]),
  };
  await day.tabTo('导入台账');
  await press('Enter');
  await choose('旧台账-多表.xlsx', workbookOf({ sheets }));
  await day.see('30,000 行都可以导入');
  // The same headings are understood as they were the last time, though that import was undone.
  await expect(page.locator('.import-columns tr').filter({ hasText: '出自' })).toContainText('备注');
  // The other sheet has no headings; back on the first one its row is looked for again.
  const sheet = page.getByLabel('工作表');
  await day.tabTo('工作表');
  await chooseInList(page, '说明');
  await expect(page.getByText('30,000 行都可以导入')).toHaveCount(0);
  await sheet.focus();
  await chooseInList(page, '台账');
  await day.see('30,000 行都可以导入');
  await day.tabTo('标题在第几行');
  await expect(page.getByLabel('标题在第几行')).toHaveValue('2');
  await press('Control+a');
  await page.keyboard.type('1');
  await expect(page.getByText('30,000 行都可以导入')).toHaveCount(0);
  await press('Control+a');
  await page.keyboard.type('2');
  await day.see('30,000 行都可以导入');
  await press('Control+Enter');
  await expect(page.locator('.ant-modal:focus-within')).toBeVisible();
  await day.tabTo('写入台账');
  await press('Enter');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '正在写入' })).toBeVisible();
  await page.locator('.import-progress button').focus();
  await press('Enter');
  await day.see('已取消，什么都没有写入');
  await press('Escape');
  await press('Escape');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
  await expect(page.locator('.lead')).not.toContainText('30');
});
