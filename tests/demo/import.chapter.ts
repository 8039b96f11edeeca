import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import { answerOpenDialog, PIN, type Program } from '../e2e/program';
import { textRows, workbookOf } from '../unit/spreadsheet/made-files';
import type { Album } from './album';

const HEAD = [
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
  '状态',
];
const row = (n: number, more: Readonly<Record<number, string>> = {}) =>
  [
    ...[
      `鸿借字第${900 + n}号`,
      `松江五金商行流动资金贷款 ${n}0 万元`,
      '松江五金商行',
      `鸿借〔2019〕${n}号`,
      `${n}0`,
      '顾行简',
    ],
    ...['罗书意', '2019.3.9', '长期', '旧库 1柜 2层 3盒', '在库'],
  ].map((cell, i) => more[i] ?? cell);

/** The archivist reads a ledger from elsewhere, sees what is in the way, gives it up, takes a better one, and undoes all of it. */
export async function readOldLedger(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await day.signIn(ARCHIVIST);
  await page.evaluate(() => {
    window.location.hash = '#/import';
  });
  await day.see('还没有导入过');
  await album.take('import', '导入台账：选文件');
  const file = join(program.dataDir, '旧台账2019.xlsx');
  const rows = [HEAD, row(1), row(2, { 7: '2019-02-30', 10: '借出' }), row(3, { 5: '贺知舟', 8: '五年' })];
  writeFileSync(file, workbookOf({ sheets: { 台账: textRows([['鸿远公司档案台账'], ...rows]) } }));
  await answerOpenDialog(program, [file]);
  await page.keyboard.press('Control+n');
  await day.see('3 行里有 2 行有错');
  await album.take('import-faults', '导入台账：各列是什么，哪些行有错、为什么');
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await expect(page.locator('.import-start')).toBeVisible();
  await importAndUndo(day, album, program);
}

async function importAndUndo(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const file = join(program.dataDir, '旧台账2019（改好）.xlsx');
  writeFileSync(file, workbookOf({ sheets: { 台账: textRows([HEAD, ...[1, 2, 3].map((n) => row(n))]) } }));
  await answerOpenDialog(program, [file]);
  await page.keyboard.press('Control+n');
  await day.see('3 行都可以导入：在库 3 卷');
  await album.take('import-ready', '导入台账：都看过了，还没有写');
  await page.keyboard.press('Control+Enter');
  await day.see('把 3 卷写入台账？');
  await expect(page.locator('.ant-modal:focus-within')).toBeVisible();
  await album.take('import-write', '导入台账：写入之前再问一次');
  await day.tabTo('写入台账');
  await page.keyboard.press('Enter');
  await expect(pageHeading(page)).toHaveText('档案台账');
  await expect(page.locator('.ledger-row', { hasText: '鸿借字第903号' })).toBeVisible();
  await album.take('imported', '导入之后的台账');
  await page.evaluate(() => {
    window.location.hash = '#/import';
  });
  await day.see('旧台账2019（改好）.xlsx');
  await album.take('imports', '导入台账：导入过什么，谁导入的');
  await day.tabTo('撤销这次导入');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ant-modal input').first()).toBeFocused();
  await page.keyboard.insertText('拿错了文件');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PIN);
  await album.take('import-undo', '撤销整次导入：写明原因，签字');
  await page.keyboard.press('Enter');
  await day.see('沈砚秋：拿错了文件');
  await album.take('import-undone', '撤销之后：登记还在，台账回到原来');
}
