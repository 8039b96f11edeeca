import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { OfficeDay } from './office-day';
import { finds, fontsLeftOut, structureOf, textOf } from './paper';
import { answerSaveDialog, type Program, startProgram } from './program';

const CLERK = 'mengtinglan';
const EXECUTIVE = 'xujibei';
const HEAD = 'luzhiwei';

let program: Program;
let day: OfficeDay;
test.beforeAll(async () => {
  program = await startProgram({ now: '2026-03-02T16:00:00+08:00', size: { width: 1366, height: 768 } });
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

const press = (key: string) => program.page.keyboard.press(key);
const type = (text: string) => program.page.keyboard.insertText(text);
const open = async (hash: string, heading: string | RegExp) => {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await expect(program.page.locator('.frame h1').first()).toContainText(heading);
};
const heading = () => program.page.locator('.frame h1').first();
/** The case in the window, taken on by somebody else. */
const asSomebodyElse = async (login: string) => {
  const hash = await program.page.evaluate(() => window.location.hash);
  await day.signIn(login);
  await open(hash, '诉〔2026〕004号');
};
const nextIs = (step: string) => expect(program.page.locator('.lead')).toContainText(`下一步：${step}`);

test('a complaint is written down while the client is on the telephone, and goes on step by step with the keyboard alone', async () => {
  await day.foundDemonstration();
  await day.signIn(CLERK);
  await open('#/complaints', '投诉');
  await press('Control+n');
  await expect(heading()).toContainText('登记投诉');
  await expect(program.page.locator('#complainant')).toBeFocused();
  // Who, how to reach them, what happened; the rest comes later.
  await type('钱女士𠮷');
  await press('Tab');
  await type('13700000000');
  await press('Tab');
  await type('预约后无人接待，等了一个小时');
  await press('Control+Enter');
  await expect(heading()).toContainText('诉〔2026〕004号');
  await nextIs('申诉评审');
  // The clerk sees that it is not for her to go on, and whose turn it is.
  await expect(program.page.locator('.complaint-step')).toContainText('这一步不由您办理');
  await expect(program.page.locator('.complaint-step')).toContainText('许寄北');

  await asSomebodyElse(EXECUTIVE);
  await expect(program.page.locator('.complaint-step')).toContainText('申诉评审');
  // What is missing is named, and nothing typed is lost.
  await press('Control+Enter');
  await expect(program.page.getByRole('alert')).toContainText('请填写');
  for (const answer of ['Space', 'Space', 'Space']) {
    await press(answer);
    await press('Tab');
  }
  await press('Control+Enter');
  await nextIs('指定承办人');
  await expect(program.page.locator('.lead')).toContainText('紧急申诉三个工作日内答复');
  await expect(program.page.locator('.lead')).toContainText('还剩 3 个工作日');
});

test('the handling of a closed complaint is printed with every step, whoever took it, and what was decided', async () => {
  await day.signIn(HEAD);
  await open('#/print/complaint-handling/1', '投诉处理表');
  const file = join(mkdtempSync(join(tmpdir(), 'anjuan-paper-')), 'complaint.pdf');
  await expect(program.page.locator('.sheet-complaint-handling').first()).toBeVisible();
  await answerSaveDialog(program, file);
  await press('Control+s');
  await expect(program.page.getByRole('status').filter({ hasText: 'complaint.pdf' })).toBeVisible({ timeout: 20_000 });
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  const text = textOf(file);
  const steps = ['受理登记', '核实定性', '开始调查', '调查结果', '处理意见', '批准', '执行', '答复客户', '结案归档'];
  const more = [
    '诉〔2026〕001号',
    '周女士',
    '13900000000',
    '回避核查',
    '陆知微',
    '许寄北',
    '预约登记后未通知复核岗',
    '已签字',
  ];
  for (const part of [...steps, ...more]) expect(finds(text, part), part).toBe(true);
});
