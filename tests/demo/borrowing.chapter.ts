import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RecallRow } from '../../shared/api/borrowing-book.contract';
import type { BorrowingRow } from '../../shared/api/borrowing-slip.contract';
import { pngOf } from '../api/files';
import { ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, PASSWORD, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';
import { chooseScans } from './attachments.chapter';

/** What is out and late, notes that call it back, copies for a court, and the year in numbers. Begins and ends with the archivist. */
export async function lookAtBorrowing(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const { ask } = program;
  const go = async (hash: string, seen: string) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await day.see(seen);
  };
  await ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
  await page.reload();
  await go('#/borrowing', '借阅人');
  await album.take('borrowings', '借阅：什么在外，谁在等，哪些逾期');
  const { rows } = await ask<{ rows: BorrowingRow[] }>('borrowing.list', { which: 'overdue' });
  const late = rows.find(({ borrower }) => borrower === '顾行简');
  await go(`#/borrowing/${late?.id}`, '借阅事项');
  await album.take('borrowing', '出借单：逐项状态、签字和经过');
  await go(`#/attachments/borrowing/${late?.id}`, '这张出借单还没有照片');
  await chooseScans(program, [['借出时的外观.png', pngOf('as lent', 900, 1200)]]);
  await album.take('slip-photos', '出借单上的照片：借出、归还时什么样');
  await go(`#/print/borrowing-slip/${late?.id}`, '第二联');
  await keepPdf(day, album, program, 'borrowing-slip', '档案资料出借单，一式两联', [
    ...['档案资料出借单', '借阅人', '顾行简', '客户投诉处理流程', '应还日期', '第一联', '第二联', late?.no ?? ''],
  ]);
  await go(`#/print/out-card/${late?.id}`, '代卷卡');
  await keepPdf(day, album, program, 'out-card', '代卷卡，站在架上的空位', [
    ...['代卷卡', '档号', '题名', '借阅人', '顾行简', late?.no ?? ''],
  ]);

  await go('#/borrowing/recalls', '已开的催还通知单');
  await page.keyboard.press('Control+n');
  await expect(page.locator('.sheet-recall-notice').first()).toBeVisible();
  const note = (await ask<RecallRow[]>('borrowingBook.recalls')).find(({ borrower }) => borrower === '顾行简');
  await keepPdf(day, album, program, 'recall-notice', '催还通知单：一人一份，到期的都在上面', [
    ...['催还通知单', '顾行简', '共 1 件', '客户投诉处理流程', '借出日', '应还日', '逾期天数', '签收', note?.no ?? ''],
  ]);
  await go('#/borrowing/recalls', note?.no ?? '');
  await album.take('recalls', '催还：谁有什么到期，已催过谁');
  await go('#/borrowing/new', '填写出借单');
  await album.take('new-borrowing', '新办出借单：借什么、为什么、多久');
  await go('#/borrowing/terms', '借阅期限');
  await album.take('borrowing-terms', '借阅期限：按门类和职务，几天归还');
  await go('#/borrowing/lent?which=copies', '深圳市南山区人民法院');
  await album.take('copies', '复印件登记：给了谁，凭什么函，几份');
  await go('#/borrowing/statistics', '按期率');
  await album.take('borrowing-statistics', '借阅统计：每个数字都能点开');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.sheet-borrowing-statistics').first()).toBeVisible();
  await keepPdf(day, album, program, 'borrowing-statistics', '借阅统计表，带图', [
    ...['借阅统计表', '按部门', '按借阅人', '按月份', '借得最多的档案', '深圳市南山区人民法院', '业务一部'],
  ]);
}

export async function keepPdf(
  day: OfficeDay,
  album: Album,
  program: Program,
  form: string,
  words: string,
  parts: readonly string[],
): Promise<void> {
  await expect(program.page.locator(`.sheet-${form}`).first()).toBeVisible();
  await album.take(`preview-${form}`, words);
  const file = join(FOLDER, `${form}.pdf`);
  await answerSaveDialog(program, file);
  await program.page.keyboard.press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  for (const part of parts) expect(finds(textOf(file), part), part).toBe(true);
}
