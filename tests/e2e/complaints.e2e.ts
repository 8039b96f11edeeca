import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pngOf } from '../api/files';
import { chooseTyped } from './choices';
import { OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { finds, fontsLeftOut, structureOf, textOf } from './paper';
import { answerSaveDialog, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

const CLERK = 'mengtinglan';
const EXECUTIVE = 'xujibei';
const HEAD = 'luzhiwei';

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

/** Keys that were pressed, and letters that were typed. */
const keys = { pressed: 0, letters: 0 };
const press = (key: string) => {
  keys.pressed += 1;
  return program.page.keyboard.press(key);
};
const type = (text: string) => {
  keys.letters += [...text].length;
  return program.page.keyboard.insertText(text);
};
const open = async (hash: string, heading: string | RegExp) => {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await expect(pageHeading(program.page)).toContainText(heading);
};
const heading = () => pageHeading(program.page);
/** The case in the window, taken on by somebody else. */
const asSomebodyElse = async (login: string) => {
  const hash = await program.page.evaluate(() => window.location.hash);
  await day.signIn(login);
  await open(hash, '诉〔2026〕004号');
};
const nextIs = (step: string) => expect(program.page.locator('.lead')).toContainText(`下一步：${step}`);

test('a complaint is written down while the client is on the telephone, and goes on step by step with the keyboard alone', async () => {
  await day.signIn(CLERK);
  await open('#/complaints', '投诉');
  Object.assign(keys, { pressed: 0, letters: 0 });
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
  console.log(`a complaint is registered with ${keys.pressed} keys and ${keys.letters} letters of what was said`);
  // Four keys; whoever types two letters a second is done within a minute.
  expect(keys.pressed).toBe(4);
  expect(keys.letters).toBeLessThan(60);
  // Most complaints of late were about service: that is what it is about unless somebody says otherwise.
  await nextIs('核实定性');
  // The clerk sees that it is not for her to go on, and whose turn it is.
  await expect(program.page.locator('.complaint-step')).toContainText('这一步不由您办理');
  await expect(program.page.locator('.complaint-step')).toContainText('许寄北');

  await asSomebodyElse(EXECUTIVE);
  await expect(program.page.locator('.complaint-step')).toContainText('核实定性');
  // What is missing is named, and nothing typed is lost.
  await press('Control+Enter');
  await expect(program.page.getByRole('alert')).toContainText('请填写');
  for (const answer of ['Space', 'Space']) {
    await press(answer);
    await press('Tab');
  }
  await press('Control+Enter');
  await nextIs('开始调查');
  await expect(program.page.locator('.lead')).toContainText('一个工作日内开始调查');
  await expect(program.page.locator('.lead')).toContainText('还剩 1 个工作日');
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

test('a call is noted on a case in two keys and its words, put right by another note, and both stand on the page', async () => {
  await day.signIn(EXECUTIVE);
  await open('#/complaints/2', '诉〔2026〕002号');
  const contacts = program.page.getByRole('region', { name: '往来与通话' });
  await expect(contacts).toContainText('只增不改');
  await press('Alt+n');
  await expect(program.page.locator('#contact-said')).toBeFocused();
  await type('来电催问，答应周三前回复');
  await press('Control+Enter');
  await expect(contacts.locator('li')).toContainText('来电催问，答应周三前回复');
  await expect(contacts.locator('li')).toContainText('2026-03-02 16:');
  await contacts.getByRole('button', { name: '更正' }).focus();
  await press('Enter');
  await expect(program.page.locator('#contact-said')).toBeFocused();
  await press('Control+a');
  await type('来电催问，答应周四前回复');
  await press('Control+Enter');
  await expect(contacts.locator('li')).toHaveCount(2);
  await expect(contacts.locator('li').first()).toContainText('更正 2026-03-02');
  await expect(contacts.locator('li.corrected')).toContainText('答应周三前回复');
});

test('who stands in for a step of the case that nobody of its own people can take is said once, above the steps', async () => {
  await open('#/complaints/3', '诉〔2026〕003号');
  const standIns = program.page.getByRole('region', { name: '代办' });
  await expect(standIns).toHaveText(/^客户反馈：现在没有人担任客户关系经理、员工，由总经理 许寄北 代为办理。$/);
  await expect(program.page.locator('.complaint-steps')).not.toContainText('代为办理');
});

test('a client is found by typing and linked to a case, whose page then has the complaint', async () => {
  await open('#/complaints/2', '诉〔2026〕002号');
  const client = program.page.getByRole('region', { name: '客户档案' });
  await client.getByRole('button', { name: '关联客户' }).focus();
  await press('Enter');
  const dialog = program.page.getByRole('dialog');
  await expect(dialog).toContainText('是哪位客户的投诉');
  await program.page.locator('#case-client').focus();
  await chooseTyped(program.page, '青');
  await dialog.getByRole('button', { name: '关联客户' }).focus();
  await press('Enter');
  await expect(client.getByRole('link')).toBeVisible();
  await client.getByRole('link').focus();
  await press('Enter');
  await expect(program.page.getByRole('link', { name: '诉〔2026〕002号' })).toBeVisible();
});

test('a number of the statistics opens the list that it counts, and a picture pasted into a case is kept', async () => {
  await open('#/complaints/statistics', '投诉统计');
  const overdue = program.page.locator('.statistics-total a.late').first();
  const count = await overdue.textContent();
  await overdue.focus();
  await press('Enter');
  await expect(heading()).toContainText('投诉明细');
  await expect(program.page.locator('.lead')).toContainText(`共 ${count} 件`);
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await press('Enter');
  await expect(heading()).toContainText('诉〔2026〕002号');
  await press('Alt+a');
  await expect(program.page.locator('.page')).toContainText('这件投诉还没有证据');
  const png = [...pngOf('pasted')];
  await program.page.evaluate((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], '短信截图.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, png);
  await expect(program.page.getByRole('navigation', { name: '附件' })).toContainText('短信截图.png');
  await press('Escape');
  await expect(program.page.getByRole('region', { name: '证据' })).toContainText('全部 1 份');
});

test('two hundred pieces of evidence on one case are turned over by the keyboard, and beside the case stand the first of them', async () => {
  await day.signIn(EXECUTIVE);
  const png = [...pngOf('one of many')];
  const sent = await program.page.evaluate(async (bytes) => {
    const { bridge } = window as unknown as {
      bridge: { invoke(name: string, input: unknown): Promise<{ ok: boolean; data?: { ticket: string } }> };
    };
    const file = new Uint8Array(bytes);
    let count = 0;
    for (let at = 1; at <= 200; at += 1) {
      const name = `照片${at}.png`;
      const begun = await bridge.invoke('attachment.begin', {
        ...{ subject: { kind: 'complaint', id: 3 }, name, bytes: file.byteLength },
      });
      const ticket = begun.data?.ticket ?? '';
      await bridge.invoke('attachment.append', { ticket, from: 0, slice: file });
      if ((await bridge.invoke('attachment.add', { ticket })).ok) count += 1;
    }
    return count;
  }, png);
  expect(sent).toBe(200);
  await open('#/complaints/3', '诉〔2026〕003号');
  const strip = program.page.getByRole('region', { name: '证据' });
  await expect(strip).toContainText('全部 200 份');
  await expect(strip.locator('li')).toHaveCount(6);
  await press('Alt+a');
  await expect(program.page.locator('.page')).toContainText('第 1 / 200 份');
  await press('ArrowRight');
  await expect(program.page.locator('.page')).toContainText('第 2 / 200 份');
  await press('ArrowLeft');
  await expect(program.page.locator('.page')).toContainText('第 1 / 200 份');
});
