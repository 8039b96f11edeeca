import { join } from 'node:path';
import { expect } from '@playwright/test';
import { A, ARCHIVIST, B, type OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import { finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, PIN, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';

const GENERAL_MANAGER = 'xujibei';
const DOSSIER = '流动资金贷款 75 万元';
const MISSING = ['借款人配偶同意书', '仓库存货盘点表'];

/** More time asked for and granted, papers on a supplement list, and who was late; ends with the archivist. */
export async function putOffAndSupply(day: OfficeDay, album: Album, program: Program): Promise<void> {
  await askAndGrant(day, album, program);
  await supply(day, album, program);
  await countLateness(day, album, program);
  await day.signIn(ARCHIVIST);
}

const heading = (program: Program, words: string) => expect(pageHeading(program.page)).toContainText(words);

async function askAndGrant(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await day.signIn(A);
  await day.takeUp(DOSSIER);
  await heading(program, DOSSIER);
  await page.getByRole('button', { name: '申请延期' }).click();
  await expect(page.locator('#newDueOn')).toBeFocused();
  await page.keyboard.type('2026-03-10');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('客户的印章在外地，下周才能盖');
  await day.see('延到 03-10');
  await album.take('ask-for-time', '申请延期：原因和新期限');
  await page.keyboard.press('Control+Enter');
  await day.see('申请延到 03-10');
  await day.signIn(GENERAL_MANAGER);
  await album.take('desk-of-approver', '总经理的工作台：等着批的申请');
  await day.takeUp('申请延到 2026-03-10');
  await heading(program, '延期申请');
  await expect(page.locator('tbody tr').first()).toBeFocused();
  await album.take('extensions', '延期申请：等了多久');
  await page.keyboard.press('Enter');
  await day.see('下周才能盖');
  await album.take('grant', '批准人签字，新期限才算数');
  await day.tabTo('签字');
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();
}

async function supply(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await day.signIn(A);
  await day.takeUp(DOSSIER);
  await day.give();
  await day.signIn(B);
  await day.takeUp(DOSSIER);
  await page.getByRole('button', { name: '开补充清单' }).click();
  const title = page.getByPlaceholder('其他资料的名称');
  await expect(title).toBeFocused();
  for (const words of MISSING) {
    await page.keyboard.insertText(words);
    await page.keyboard.press('Enter');
    await expect(title).toHaveValue('');
  }
  await day.see(`已选 ${MISSING.length} 件`);
  await album.take('issue-supplement', '开补充资料清单');
  await day.tabTo('签字（核对人');
  await page.keyboard.type(PIN);
  await page.keyboard.press('Control+Enter');
  await heading(program, '补充资料清单 补');
  for (const [act, done] of [
    ['资料交来', '已交来，待确认'],
    ['确认收到', '全部补齐办结'],
  ] as const) {
    await expect(page.getByRole('button', { name: act })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByPlaceholder('页数').first()).toBeFocused();
    for (const _ of MISSING) {
      await page.keyboard.type('2');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(PIN);
    if (act === '确认收到') await album.take('confirm-supplement', '接收人清点页数，签字确认');
    await page.keyboard.press('Enter');
    await day.see(done);
  }
  await album.take('supplement-list', '补充资料清单：补齐办结');
  await keepPdf(day, album, program, 'supplement-list', '补充资料清单，打印预览', [...MISSING, '罗书意', '顾行简']);
}

async function countLateness(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await page.keyboard.press('Alt+3');
  await heading(program, '移交');
  await page.getByRole('link', { name: '逾期统计' }).click();
  await heading(program, '逾期统计');
  await expect(page.locator('.lateness tbody tr').first()).toBeVisible();
  await album.take('lateness', '逾期统计：按人、按月');
  await keepPdf(day, album, program, 'late-statistics', '移交逾期统计表，打印预览', ['顾行简', '2026-03']);
  const go = (hash: string) =>
    page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
  await go('#/handover/steps?which=all');
  await heading(program, '移交明细');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await album.take('steps', '移交明细：统计里的每个数都打开它所数的');
  await go('#/handover/supplements');
  await heading(program, '补充资料清单');
  await page.locator('.ant-segmented-item', { hasText: '全部' }).click();
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await album.take('supplements', '补充资料清单：谁还欠什么');
}

/** The form through the program's own preview, checked as a stranger would check it. */
async function keepPdf(
  day: OfficeDay,
  album: Album,
  program: Program,
  form: string,
  words: string,
  parts: readonly string[],
): Promise<void> {
  const { page } = program;
  await page.keyboard.press('Control+p');
  await expect(page.locator(`.sheet-${form}`).first()).toBeVisible();
  await album.take(`preview-${form}`, words);
  const file = join(FOLDER, `${form}.pdf`);
  await answerSaveDialog(program, file);
  await page.keyboard.press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  for (const part of parts) expect(finds(textOf(file), part), part).toBe(true);
}
