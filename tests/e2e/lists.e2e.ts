import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readByPython } from '../unit/spreadsheet/strangers';
import { chooseInMenu } from './choices';
import { ADMINISTRATOR, ARCHIVIST, OfficeDay } from './office-day';
import { finds, fontsLeftOut, structureOf, textOf } from './paper';
import { answerSaveDialog, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
const folder = mkdtempSync(join(tmpdir(), 'anjuan-lists-'));

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
const rowsOnScreen = async () => {
  const reply = await program.invoke('ledger.list', { filter: { text: '建材' } });
  if (!reply.ok) throw new Error(reply.error.reason);
  return reply.data as { total: number; pages: number; rows: { title: string; archiveNo?: string }[] };
};

/** Ctrl+E, down to the format, Enter. */
async function exportAs(format: 'xlsx' | 'csv', name: string): Promise<string> {
  const file = join(folder, `${name}.${format}`);
  await answerSaveDialog(program, file);
  await chooseInMenu(program.page, 'Control+e', format === 'xlsx' ? 'Excel 表格（xlsx）' : 'csv（UTF-8）');
  await day.see(file);
  return file;
}

test('the ledger is printed as it is filtered, on lying sheets', async () => {
  const { page } = program;
  await press('Alt+2');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
  await press('Control+f');
  await page.keyboard.type('建材');
  const { total, pages, rows } = await rowsOnScreen();
  await day.see(`筛出 ${total} 卷`);
  await press('Control+p');
  await expect(page.locator('.sheet-ledger').first()).toBeVisible();
  await day.see('含“建材”');
  const file = join(folder, 'ledger.pdf');
  await answerSaveDialog(program, file);
  await press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(
    /Pages: +1\n[\s\S]*Page size: +84[12]\.?\d* x 59[45]/,
  );
  const text = textOf(file);
  for (const words of ['档案台账', '筛选条件', '含“建材”', `共${total}卷`, `${pages}页`, '第1页共1页', '日志'])
    expect(finds(text, words), words).toBe(true);
  for (const { title, archiveNo = '' } of rows)
    expect([finds(text, title), finds(text, archiveNo)]).toEqual([true, true]);
  await press('Escape');
  await expect(page.locator('h1').first()).toHaveText('档案台账');
});

test('every list is exported by the keyboard from its own page', async () => {
  const { page } = program;
  const { total, rows } = await rowsOnScreen();
  const ledger = readByPython(await exportAs('xlsx', 'ledger'));
  expect([ledger.rows.length - 1, ledger.formulas, ledger.sheet]).toEqual([total, 0, '档案台账']);
  expect(ledger.rows[0]?.slice(0, 3)).toEqual(['档号', '题名', '客户']);
  expect(ledger.rows.slice(1).map(([, title]) => title)).toEqual(rows.map(({ title }) => title));
  const csv = readByPython(await exportAs('csv', 'ledger'), 'utf-8-sig');
  expect(csv.rows.map(([, title]) => title)).toEqual(ledger.rows.map(([, title]) => title));

  for (const [key, heading, name] of [
    ['Alt+3', '移交', 'handovers'],
    ['Alt+6', '客户与项目', 'clients'],
  ] as const) {
    await press(key);
    await expect(page.locator('h1').first()).toHaveText(heading);
    await expect(page.locator('tbody tr').first()).toBeVisible();
    expect(readByPython(await exportAs('xlsx', name)).rows.length).toBeGreaterThan(1);
  }
  await press('Alt+2');
  await expect(page.getByRole('grid')).toBeFocused();
  await press('Enter');
  await expect(page.locator('h1').first()).not.toHaveText('档案台账');
  await expect(page.getByRole('grid')).toBeVisible();
  expect(readByPython(await exportAs('xlsx', 'volume')).rows[0]?.[3]).toBe('题名');
});

test('Esc closes the formats and stays on the page', async () => {
  const { page } = program;
  const title = await page.locator('h1').textContent();
  await press('Control+e');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('menuitem').first()).toBeHidden();
  await expect(page.locator('h1').first()).toHaveText(title ?? '');
});

test('a list without a form of its own goes to paper as its page is filtered', async () => {
  const { page } = program;
  await page.evaluate(() => {
    window.location.hash = '#/handover/steps?which=inTime&year=2026';
  });
  await expect(page.locator('h1').first()).toContainText('移交明细');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const onScreen = await page.locator('tbody tr').count();
  await press('Control+p');
  await expect(page.locator('.sheet-office-list').first()).toBeVisible();
  await expect(page.locator('h1').first()).toContainText('移交期限明细表');
  const file = join(folder, 'steps.pdf');
  await answerSaveDialog(program, file);
  await press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  const text = textOf(file);
  const conditions = ['按时；2026-01-01 起；2026-12-31 止', `共 ${onScreen} 行`, 'A角移交B角'];
  for (const words of ['移交期限明细表', ...conditions]) expect(finds(text, words), words).toBe(true);
  await press('Escape');
  await expect(page.locator('tbody tr')).toHaveCount(onScreen);
});

test('each tab of a page prints its own list with the same key', async () => {
  const { page } = program;
  await page.evaluate(() => {
    window.location.hash = '#/disposal';
  });
  await expect(page.locator('h1').first()).toContainText('鉴定与销毁');
  for (const [tab, sheet] of [
    ['到期待鉴定', 'due-list'],
    ['销毁清册', 'office-list'],
  ] as const) {
    await page.locator('.ant-segmented-item', { hasText: tab }).click();
    await press('Control+p');
    await expect(page.locator(`.sheet-${sheet}`).first()).toBeVisible();
    await press('Escape');
    await expect(page.locator('h1').first()).toContainText('鉴定与销毁');
  }
});

test('what the office works by goes to paper and into a file from its own pages', async () => {
  const { page } = program;
  for (const [hash, heading, paper, word] of [
    ['#/classes', '档案门类', '档案门类一览表', '{short}{type}字第{seq:3}号'],
    ['#/retentions', '保管期限', '保管期限表', '永久'],
    ['#/checklists', '档案清单', '档案清单一览表', '贷款项目档案清单'],
    ['#/checklists/1', '贷款项目档案清单', '档案清单', '借款申请书'],
    ['#/calendar?year=2026', '工作日历', '放假与调休安排表', '2026-02-14'],
    ['#/borrowing/terms', '借阅期限', '借阅期限表', '全部门类'],
    ['#/titles/stocktakes', '盘点', '权证盘点一览表', '与屏幕上相同'],
  ] as const) {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await expect(page.locator('h1').first()).toContainText(heading);
    await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
    await press('Control+p');
    await expect(page.locator('h1').first()).toContainText(`${paper}打印预览`);
    await expect(page.locator('.sheet-office-list').first()).toContainText(word);
    await press('Escape');
    await expect(page.locator('h1').first()).toContainText(heading);
    if (hash.startsWith('#/checklists/') || hash.startsWith('#/calendar'))
      expect(
        readByPython(await exportAs('xlsx', paper))
          .rows.flat()
          .map(String)
          .join(' '),
      ).toContain(hash.startsWith('#/calendar') ? '周末上班' : word);
  }
});

test('the administrator takes the staff along', async () => {
  const { page } = program;
  await day.signIn(ADMINISTRATOR);
  await day.tabTo('设置');
  await press('Enter');
  await expect(page.locator('h1').first()).toHaveText('设置');
  await day.tabTo('人员与权限');
  await press('Enter');
  await expect(page.locator('h1').first()).toHaveText('人员与权限');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const { rows } = readByPython(await exportAs('xlsx', 'staff'));
  expect(rows.flat()).toContain('沈砚秋');
});

test('who may see everything has ten places, each with its key', async () => {
  for (const permission of ['people.manage', 'audit.read'])
    await program.invoke('people.allow', { position: 'archivist', permission, allowed: true });
  await day.signIn(ARCHIVIST);
  await expect(program.page.locator('.rail a')).toHaveCount(10);
  await press('Alt+0');
  await expect(program.page.locator('h1').first()).toHaveText('设置');
  await expect(program.page.locator('.area-nav a')).toHaveText(['设置', '人员与权限', '操作日志']);
  await expect(program.page.locator('.rail a[aria-current="page"]')).toHaveText('设置');
  await press('Alt+2');
  await expect(program.page.locator('h1').first()).toHaveText('档案台账');
  await press('Alt+1');
  await expect(program.page.locator('h1').first()).toHaveText('工作台');
});
