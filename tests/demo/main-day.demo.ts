import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { A, ADMINISTRATOR, ARCHIVIST, B, OfficeDay, PLACE, SAMPLE, TITLES } from '../e2e/office-day';
import { finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, makePort, type Program, startProgram } from '../e2e/program';
import { readByPython } from '../unit/spreadsheet/strangers';
import { Album, FOLDER } from './album';
import { attachScans } from './attachments.chapter';
import { backUpToStick } from './backup.chapter';
import { lookAtBorrowing } from './borrowing.chapter';
import { lookAtComplaints } from './complaints.chapter';
import { disposeOfOld } from './disposal.chapter';
import { putOffAndSupply } from './handover-limits.chapter';
import { readOldLedger } from './import.chapter';
import { keepLabels } from './labels.chapter';
import { lookAtLedger } from './ledger-views.chapter';
import { lookAtRecords } from './records.chapter';
import { handOverLeaver } from './staff-handover.chapter';
import { handTitlesOver } from './titles-lists.chapter';
import { moveTitles } from './titles-moves.chapter';
import { lookIntoSafes } from './titles-safes.chapter';
import { countSafes } from './titles-stocktake.chapter';

const LOAN = '流动资金贷款 180 万元';
const NUMBER = '鸿借字第001号';

test('the office’s main day with the demonstration company', async () => {
  const port = makePort();
  const program = await startProgram({ size: { width: 1366, height: 768 }, sticks: port });
  const day = new OfficeDay(program);
  const album = new Album(program.page);
  const { page } = program;
  try {
    await album.take('first-run', '第一次使用：建立公司，或装入演示公司');
    await day.foundDemonstration();
    await album.take('sign-in', '登录');
    await listTheLoan(day, album, program);
    await handOver(day, album, program);
    await keepForms(day, album, program);
    await keepLabels(day, album, program);
    await putOffAndSupply(day, album, program);
    await handTitlesOver(day, album, program);
    await lookIntoSafes(day, album, program);
    await moveTitles(day, album, program);
    await countSafes(day, album, program);
    await lookAtBorrowing(day, album, program);
    await lookAtComplaints(day, album, program);
    await lookRound(day, album, program);
    // Looking round ends with the administrator, who lets somebody leave.
    await handOverLeaver(day, album, program);
    await readOldLedger(day, album, program);
    await backUpToStick(day, album, program, port);
    await page.keyboard.press('Control+l');
    await day.see('窗口已锁定');
    await album.take('locked', '锁定');
    album.close();
  } finally {
    await program.close();
    rmSync(port, { recursive: true, force: true });
  }
});

async function listTheLoan(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await day.signIn(A);
  await album.take('desk-of-a', 'A 角的工作台');
  await page.keyboard.press('Alt+6');
  await expect(page.locator('h1').first()).toHaveText('客户与项目');
  await album.take('clients', '客户与项目');
  await day.openDossier('青禾');
  await album.take('dossier-from-checklist', '按清单新立一卷：应有的文件已列出');
  await day.paste(SAMPLE);
  await day.see('读出 40 行');
  await album.take('paste', '从表格粘贴整块：先读给人看');
  await page.keyboard.press('Control+Enter');
  await day.see('已全部写入');
  await album.take('dossier', '卷内目录');
  await page.keyboard.press('F1');
  await expect(page.locator('.manual h2')).toHaveText(/案卷和卷内目录/);
  await album.take('manual', '按 F1 看本页的说明');
  await page.keyboard.press('F1');
  await expect(page.locator('.manual')).toHaveCount(0);
  await attachScans(day, album, program);
  await page.keyboard.press('Control+Enter');
  await day.see('签字并移交');
  await album.take('give-to-b', 'A 角签字移交');
  await page.keyboard.press('Escape');
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();
  await day.give();
}

async function handOver(day: OfficeDay, album: Album, { page }: Program): Promise<void> {
  await day.signIn(B);
  await album.take('desk-of-b', 'B 角的工作台');
  await day.takeUp(LOAN);
  await day.agreeWithAll(40);
  await album.take('check-at-b', 'B 角逐件核对');
  await day.acceptAtB();
  await day.takeUp(LOAN);
  await day.give();
  await day.signIn(ARCHIVIST);
  await album.take('desk', '档案管理员的工作台');
  await day.takeUp(LOAN);
  await day.agreeWithAll(40);
  await album.take('check-at-archive', '档案管理员逐件核对');
  await page.keyboard.press('Control+Enter');
  await day.see('接收入库并编号');
  await album.take('three-signatures', '三方签字');
  await page.keyboard.press('Escape');
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();
  await day.acceptAtArchive();
  await day.see(NUMBER);
  await album.take('number-given', '给号');
  await page.keyboard.press('Enter');
  await day.see(PLACE.join(' '));
  await album.take('dossier-received', '已归档的案卷');
}

/** The three forms through the program's own preview, checked as a stranger would check them. */
async function keepForms(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const keep = async (form: string, words: string) => {
    await expect(page.locator(`.sheet-${form}`).first()).toBeVisible();
    await album.take(`preview-${form}`, words);
    const file = join(FOLDER, `${form}.pdf`);
    await answerSaveDialog(program, file);
    await page.keyboard.press('Control+s');
    await day.see(file);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file)).toEqual([]);
    return textOf(file);
  };
  await page.keyboard.press('Control+p');
  const list = await keep('volume-list', '卷内文件目录');
  for (const words of [...TITLES, '38 件', '235 页', NUMBER]) expect(finds(list, words), words).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeVisible();
  // The grid keeps Tab for its cells; F6 leaves it.
  await page.keyboard.press('F6');
  await day.tabTo('预览封面');
  await page.keyboard.press('Enter');
  const cover = await keep('dossier-cover', '案卷封面');
  for (const words of [LOAN, NUMBER, '38 件', '235 页']) expect(finds(cover, words), words).toBe(true);
  await day.find('移〔2026〕013');
  await page.keyboard.press('Enter');
  await day.see('移交清单');
  await page.keyboard.press('Control+p');
  const handover = await keep('handover-list', '档案移交清单，一式三份');
  for (const words of [...TITLES, '第一联', '第二联', '第三联', NUMBER])
    expect(finds(handover, words), words).toBe(true);
}

async function lookRound(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await day.find('hjz');
  await album.take('search', '按拼音首字母查找');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Alt+2');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
  await day.see(NUMBER);
  await album.take('ledger', '档案台账');
  await takeLedgerAlong(day, album, program);
  await lookAtLedger(day, album, program);
  await lookAtRecords(album, program);
  await page.keyboard.press('Alt+3');
  await expect(page.locator('h1').first()).toHaveText('移交');
  await album.take('handovers', '移交');
  await keepChecklists(day, album, page);
  await keepWorkingDays(day, album, page);
  await disposeOfOld(day, album, program);
  await day.signIn(ADMINISTRATOR);
  for (const [title, name, words] of [
    ['设置', 'settings', '设置'],
    ['人员与权限', 'people', '人员与权限'],
    ['操作日志', 'audit', '操作日志'],
  ] as const) {
    await day.tabTo(title);
    await page.keyboard.press('Enter');
    await expect(page.locator('h1').first()).toHaveText(title);
    await album.take(name, words);
  }
}

/** The ledger on paper and as a spreadsheet. */
async function takeLedgerAlong(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const pdf = join(FOLDER, 'ledger.pdf');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.sheet-ledger').first()).toBeVisible();
  await album.take('preview-ledger', '档案台账，打印预览');
  await answerSaveDialog(program, pdf);
  await page.keyboard.press('Control+s');
  await day.see(pdf);
  expect(structureOf(pdf)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(pdf)).toEqual([]);
  expect(finds(textOf(pdf), NUMBER)).toBe(true);
  await page.keyboard.press('Escape');
  const xlsx = join(FOLDER, 'ledger.xlsx');
  await answerSaveDialog(program, xlsx);
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await album.take('export', '导出台账');
  await page.keyboard.press('Enter');
  await day.see(xlsx);
  await album.take('exported', '台账已导出为 Excel 表格');
  const { rows, formulas } = readByPython(xlsx);
  expect([rows.flat().includes(NUMBER), formulas]).toEqual([true, 0]);
}

/** The lists, and one of them on its way to the next version. */
async function keepChecklists(day: OfficeDay, album: Album, page: Program['page']): Promise<void> {
  await day.tabTo('档案规则');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1').first()).toHaveText('档案清单');
  await album.take('checklists', '档案清单');
  await expect(page.locator('tbody tr').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await day.tabTo('一、立项审批资料 新增一件');
  await page.keyboard.insertText('反担保方案说明');
  await day.see('增加 1 件');
  await album.take('checklist', '修改清单：定稿后成为新的版本');
}

/** The year as it stands, and next year's notice on its way in. */
async function keepWorkingDays(day: OfficeDay, album: Album, page: Program['page']): Promise<void> {
  await day.tabTo('档案规则');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1').first()).toHaveText('档案清单');
  await day.tabTo('工作日历');
  await page.keyboard.press('Enter');
  await day.see('已知到 2026 年');
  await album.take('calendar', '工作日历');
  await page.keyboard.press('PageDown');
  await day.see('2027 年的放假安排还没有录入');
  await page.keyboard.press('Control+n');
  await page.keyboard.insertText(
    '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月30日（周六）、2月20日（周六）上班。',
  );
  await day.see('读出 2027 年的安排');
  await album.take('calendar-notice', '粘贴放假通知：先读给人看');
  await page.keyboard.press('Control+Enter');
  await day.see('已知到 2027 年');
}
