import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseInList, chooseTyped } from './choices';
import { OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { finds, fontsLeftOut, textOf } from './paper';
import { answerSaveDialog, PASSWORD, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

const EXECUTIVE = 'xujibei';
const HEAD = 'luzhiwei';
const PERSON = 'guxingjian';

let program: Program;
let day: OfficeDay;
test.beforeAll(async () => {
  program = await startProgram({
    now: '2026-03-02T16:00:00+08:00',
    size: { width: 1366, height: 768 },
    before: foundDemonstration,
  });
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

const press = (key: string) => program.page.keyboard.press(key);
const type = (text: string) => program.page.keyboard.insertText(text);
const open = async (hash: string, heading: string) => {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await expect(pageHeading(program.page)).toContainText(heading);
};
const focused = (selector: string) => expect(program.page.locator(selector)).toBeFocused();

test('a penalty is proposed on the scale, answered by the person, decided and printed, with the keyboard alone', async () => {
  const { page } = program;
  await day.signIn(HEAD);
  await open('#/complaints/penalties/new?case=2', '提出奖惩');
  await expect(page.locator('#staffId')).toBeVisible();
  await page.locator('#staffId').focus();
  await focused('#staffId');
  await chooseTyped(page, '顾行简');
  await press('Tab');
  await focused('#measure');
  await chooseInList(page, '30.00–100.00 元');
  await press('Tab');
  await focused('#amount');
  // Outside the scale it is refused, and it is said what the scale is.
  await type('500');
  await press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('标准是 30–100 元');
  await press('Control+a');
  await type('80');
  await press('Control+Enter');
  await expect(pageHeading(page)).toContainText('罚〔2026〕002号');
  await expect(page.locator('main')).toContainText('许寄北');

  const hash = await page.evaluate(() => window.location.hash);
  await day.signIn(PERSON);
  await open(hash, '罚〔2026〕002号');
  await focused('.penalty-form textarea');
  await type('当时正在接待另一位客户𠮷');
  await press('Tab');
  await type(PASSWORD);
  await press('Enter');
  await expect(page.locator('.penalty-words')).toContainText('本人 2026-03-02 填写并签字');

  await day.signIn(EXECUTIVE);
  await open(hash, '罚〔2026〕002号');
  await focused('.penalty-form input[type=radio] >> nth=0');
  for (const _ of ['day', 'opinion', 'signature']) await press('Tab');
  await type(PASSWORD);
  await press('Control+Enter');
  await expect(page.locator('.lead')).toContainText('已决定');
  await press('Control+p');
  await expect(page.locator('.sheet-penalty-notice').first()).toBeVisible();
  const file = join(mkdtempSync(join(tmpdir(), 'anjuan-paper-')), 'notice.pdf');
  await answerSaveDialog(program, file);
  await press('Control+s');
  await expect(page.getByRole('status').filter({ hasText: 'notice.pdf' })).toBeVisible({ timeout: 20_000 });
  expect(fontsLeftOut(file)).toEqual([]);
  const text = textOf(file);
  const words = ['处罚通知单', '罚〔2026〕002号', '顾行简', '捌拾元整', '当时正在接待另一位客户', '许寄北'];
  for (const part of words) expect(finds(text, part), part).toBe(true);
});

test('a limit is put off: the head asks, the general manager signs, and the earlier limit stays to be seen', async () => {
  const { page } = program;
  await day.signIn(HEAD);
  await open('#/complaints/2', '诉〔2026〕002号');
  const ask = page.getByRole('button', { name: '申请延期：一个工作日内开始调查' });
  await expect(ask).toBeVisible();
  await ask.focus();
  await press('Enter');
  await focused('.ant-drawer input >> nth=0');
  await type('2026-03-05');
  await press('Tab');
  await type('当事人外出');
  await press('Control+Enter');
  await expect(page.locator('.extension-side')).toContainText('申请延到');
  await day.signIn(EXECUTIVE);
  await open('#/', '工作台');
  await expect(page.locator('.duties').filter({ hasText: '批复延期申请' })).toContainText('诉〔2026〕002号');
  await open('#/complaints/2', '诉〔2026〕002号');
  const answer = page.getByRole('button', { name: '批复' });
  await expect(answer).toBeVisible();
  await answer.focus();
  await press('Enter');
  await day.see('陆知微 申请延期');
  await day.tabTo('签字');
  await type(PASSWORD);
  await press('Enter');
  await expect(page.locator('.extension-side')).toContainText('原 02-25');
  await expect(page.locator('.lead')).not.toContainText('一个工作日内开始调查：2026-02-25');
});
