import { expect, test } from '@playwright/test';
import { ARCHIVIST, OfficeDay } from './office-day';
import { type Program, startProgram } from './program';

let program: Program;
let day: OfficeDay;
test.beforeEach(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 } });
  day = new OfficeDay(program);
});
test.afterEach(() => program.close());

test('the archivist changes a checklist with the keyboard: lines, order, paste; the old version stays', async () => {
  const { keyboard } = program.page;
  const focused = () => program.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const titles = () =>
    program.page
      .locator('[data-line] input[maxlength]')
      .evaluateAll((all) => all.map((its) => (its as HTMLInputElement).value));
  await day.foundDemonstration();
  await day.signIn(ARCHIVIST);
  await day.tabTo('档案规则');
  await keyboard.press('Enter');
  await expect(program.page.locator('h1').first()).toHaveText('档案清单');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(program.page.locator('h1').first()).toContainText('担保项目档案清单');
  await day.see('第 1 版');

  await day.tabTo('一、立项审批资料 第 1 件');
  await keyboard.press('Enter');
  await expect.poll(focused).toBe('一、立项审批资料 第 2 件');
  await keyboard.type('Application annex');
  await keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await titles()).slice(0, 2)).toEqual(['Application annex', '担保申请书']);
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('一、立项审批资料 第 2 件');
  await keyboard.press('Control+Delete');
  await expect.poll(async () => (await titles()).includes('担保申请书')).toBe(false);

  await day.tabTo('附件 新增一件');
  await program.electron.evaluate(({ clipboard }) => clipboard.writeText('客户名片\t1\n产品样本\t2\n\n'));
  await keyboard.press('Control+v');
  await expect.poll(async () => (await titles()).slice(-3)).toEqual(['客户名片', '产品样本', '']);
  await keyboard.press('ArrowDown');
  await keyboard.type('xyz');
  await expect.poll(async () => (await titles()).slice(-2)).toEqual(['xyz', '']);
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await day.see('增加 4 件，去掉 1 件');

  // What was typed is still there after a look elsewhere.
  await keyboard.press('Alt+1');
  await expect(program.page.locator('h1').first()).toHaveText('工作台');
  await day.tabTo('档案规则');
  await keyboard.press('Enter');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await day.see('增加 4 件，去掉 1 件');
  await keyboard.press('Control+Enter');
  await expect(program.page.locator('h1').first()).toContainText('第 2 版');

  await day.tabTo('版本');
  await day.tabTo('第 1 版');
  await keyboard.press('Enter');
  await day.see('这是旧版，只供查看，现行的是第 2 版。');
  await day.see('担保申请书');
  await expect(program.page.locator('[data-line]')).toHaveCount(0);
});
