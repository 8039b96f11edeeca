import { expect, test } from '@playwright/test';
import { ARCHIVIST, OfficeDay } from './office-day';
import { type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共8天。1月30日（周六）、2月20日（周六）上班。
国务院办公厅
2026年11月20日`;

let program: Program;
let day: OfficeDay;
test.beforeEach(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
});
test.afterEach(() => program.close());

test('the archivist keeps the working days with the keyboard: one day, and a whole notice', async () => {
  const { keyboard } = program.page;
  const focused = () => program.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await day.signIn(ARCHIVIST);
  await day.tabTo('档案规则');
  await keyboard.press('Enter');
  await expect(program.page.locator('h1').first()).toHaveText('档案清单');
  await day.tabTo('工作日历');
  await keyboard.press('Enter');
  await expect(program.page.locator('h1').first()).toContainText('工作日历');
  await day.see('2026 年的安排已知（程序自带的官方安排）：放假 33 天，周末上班 6 天。');

  // From today, 2 March, to Friday the 6th.
  await day.tabTo('3月2日（周一） 工作日 今天');
  for (let i = 0; i < 4; i += 1) await keyboard.press('ArrowRight');
  expect(await focused()).toBe('3月6日（周五） 工作日');
  await keyboard.press('Enter');
  await day.see('2026-03-06（周五）');
  await day.tabTo('名称');
  await keyboard.type('公司春游');
  await keyboard.press('Control+Enter');
  await day.see(/已写入，\d+ 个期限随之改动/);
  await expect.poll(focused).toBe('3月6日（周五） 放假 公司春游');

  await keyboard.press('PageDown');
  await day.see('2027 年的放假安排还没有录入');
  await keyboard.press('Control+n');
  await expect(program.page.getByRole('dialog').locator('textarea')).toBeFocused();
  await program.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), NOTICE);
  await keyboard.press('Control+v');
  await day.see('有 1 处没有读懂');
  await day.see('写的天数与日期对不上。');
  // It is kept while one looks something up.
  await keyboard.press('Escape');
  await expect(program.page.getByRole('dialog')).toBeHidden();
  await keyboard.press('Control+n');
  await day.see('写的天数与日期对不上。');
  await keyboard.press('Control+a');
  await program.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), NOTICE.replace('共8天', '共7天'));
  await keyboard.press('Control+v');
  await day.see('读出 2027 年的安排：放假 10 天，周末上班 2 天。');
  await keyboard.press('Control+Enter');
  await day.see('2027 年的安排已知（据粘贴的通知）');
  await day.see('已知到 2027 年。');
});
