import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { activeChoice } from './choices';
import { A, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { count, finds, fontsLeftOut, pagesOf, structureOf, textOf } from './paper';
import { answerSaveDialog, PIN, type Program, startProgram } from './program';
import { CUSTODIAN, SafeOffice } from './safe-office';

/** The sample as Excel puts it on the clipboard, with a rare name and one quantity that cannot be. */
const SAMPLE = readFileSync(new URL('../fixtures/titles-001.tsv', import.meta.url), 'utf8').replace('苏文清', '𠮷㐂䶮');
const BAD = SAMPLE.replace('青禾建材商贸有限公司\t2\t', '青禾建材商贸有限公司\t2.5\t');
const CERTIFICATES = SAMPLE.trim()
  .split('\r\n')
  .slice(1)
  .map((line) => line.split('\t')[2] ?? '');

let program: Program;
let day: OfficeDay;
let office: SafeOffice;
let projectId: number;
test.beforeAll(async () => {
  program = await startProgram({
    size: { width: 1366, height: 768 },
    before: async (asks) => {
      office = new SafeOffice(asks);
      projectId = await office.found();
      await office.registerSafe('一号柜', 2, 3);
    },
  });
  office.asks = program;
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
/** Lists are numbered in the order in which they are given. */
const numberOf = (list: number) => `权交〔2026〕${String(list).padStart(3, '0')}号`;
const heading = (text: string | RegExp) => expect(pageHeading(program.page)).toHaveText(text);
const go = (hash: string) =>
  program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
const shot = (name: string) =>
  process.env.ANJUAN_SHOTS
    ? program.page.screenshot({ path: join(process.env.ANJUAN_SHOTS, `${name}.png`) })
    : undefined;

// The first one: nothing has been handed over yet.
test('titles go from a pasted block into the safe by keyboard: given, compared, signed by four, and on paper', async () => {
  await day.signIn(A);
  await go('#/titles/handovers');
  await day.see('没有等着接收的清单');
  await shot('1-empty');
  await press('Control+n');
  await heading('新开权证移交清单');
  await expect(program.page.locator('#title-project')).toBeFocused();
  await program.page.keyboard.type('青禾');
  await expect(activeChoice(program.page)).toContainText('鸿借〔2026〕001号');
  await press('Enter');
  await program.electron.evaluate(({ clipboard }, block) => clipboard.writeText(block), BAD);
  await day.tabTo('第 1 行 权证种类');
  await press('Control+v');
  await day.see('数量 「2.5」不行：数量是 1 到 999 的整数');
  await day.see(/现有 5 件 5 本/);
  await shot('2-pasted');

  // What cannot be handed over has the keys; mended, it can. The draft outlives the window.
  await press('Control+Enter');
  await day.see('请先改好标红的行');
  await expect(program.page.locator('[data-cell="5-quantity"]')).toBeFocused();
  await program.page.keyboard.type('2');
  await day.see(/现有 6 件 7 本/);
  await program.page.reload();
  await day.see(/现有 6 件 7 本/);
  await expect(async () => {
    await press('Control+Enter');
    await expect(program.page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await shot('3-give');
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await heading(/权证移交清单 权交〔2026〕001号/);

  // From the desk of the custodian.
  await day.signIn(CUSTODIAN);
  await day.takeUp('流动资金贷款');
  await heading(/权证移交清单 权交〔2026〕001号/);
  await expect(program.page.locator('[data-line="0"]')).toBeFocused();
  for (let i = 0; i < 5; i += 1) await press(i % 2 ? 'Space' : 'Enter');
  await day.see(/已核 5\/6/);
  // Only one of two is there, it is typed at once.
  await press('1');
  await expect(program.page.locator('#compare-quantity')).toHaveValue('1');
  await press('Enter');
  await day.see('清单 2 本，实有 1 本');
  await day.see('有 1 件不符，不能入柜：请退回 A角。');
  await shot('4-compare');
  // The second one turns up.
  await expect(program.page.locator('[data-line="5"]')).toBeFocused();
  await press('Space');
  await day.see(/已核 6\/6，不符 0/);
  await expect(async () => {
    await press('Control+Enter');
    await expect(program.page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(program.page.locator('.title-safe input:checked')).toBeFocused();
  await press('ArrowRight');
  await day.tabTo('顾行简');
  for (const pin of [PIN, '999333', PIN, PIN]) {
    await program.page.keyboard.type(pin);
    await shot('5-sign');
    await press('Enter');
  }
  await expect(program.page.locator('.field-error')).toHaveCount(1);
  await shot('6-wrong');
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await day.see(/接收入库/);
  await expect(program.page.getByRole('dialog')).toHaveCount(0);
  await shot('7-in');
  const titles = (await program.invoke('title.list')) as {
    data: { pieces: number; rows: { standings: { compartment: string }[] }[] };
  };
  expect(titles.data.pieces).toBe(7);
  expect(titles.data.rows.every(({ standings: [its] }) => its?.compartment === '1-2')).toBe(true);

  // On paper in three copies.
  await press('Control+p');
  await day.see(/共 \d+ 张 A4 纸/);
  const file = join(program.dataDir, 'title-handover.pdf');
  await answerSaveDialog(program, file);
  await day.tabTo('存为 PDF');
  await press('Enter');
  await day.see(`已存为 PDF：${file}`);
  const text = textOf(file);
  const wanted = [
    ...CERTIFICATES,
    '𠮷㐂䶮',
    '客户财产权属证明原件',
    '暂字第001号',
    '共6件7本',
    '唐晚晴',
    '罗书意',
    '顾行简',
  ];
  expect(wanted.filter((its) => !finds(text, its))).toEqual([]);
  for (const mark of ['第一联', '第二联', '第三联', 'A角保存', 'B角保存', '权证管理员保存'])
    expect(finds(text, mark)).toBe(true);
  expect(count(text, 'AJ-Q-000001')).toBe(pagesOf(file));
  expect(fontsLeftOut(file)).toEqual([]);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
});

test('by keyboard a list is sent back with its difference, given again, taken back by A, and its certificates are free', async () => {
  await office.signIn(A);
  const certificateNo = '粤（2021）深圳市不动产权第0052233号';
  const fields = { kind: 'clientOwnership', name: '不动产权证书', certificateNo, owner: '林远山', quantity: 2 };
  const given = { projectId, obtainedOn: '2026-03-02', lines: [fields], signature: PIN };
  const { id } = await office.call('titleHandover.give', given);

  await day.signIn(CUSTODIAN);
  await day.takeUp('流动资金贷款');
  await heading(new RegExp(`权证移交清单 ${numberOf(id)}`));
  await expect(program.page.locator('[data-line="0"]')).toBeFocused();
  await press('1');
  await expect(program.page.locator('#compare-quantity')).toHaveValue('1');
  await press('Enter');
  await day.see('清单 2 本，实有 1 本');
  await day.tabTo('退回 A角');
  await press('Enter');
  // What differs stands there already as the reason.
  await expect(program.page.getByRole('dialog').getByLabel('原因')).toBeFocused();
  await expect(program.page.getByLabel('原因')).toHaveValue(/清单 2 本，实有 1 本/);
  await press('Tab');
  await program.page.keyboard.type('999333');
  await press('Enter');
  await expect(program.page.locator('.field-error')).toHaveCount(1);
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await day.see(/唐晚晴 2026-03-02 退回：/);
  await shot('8-sent-back');

  await day.signIn(A);
  await go(`#/titles/handovers/${id}`);
  await day.see(/唐晚晴 2026-03-02 退回：/);
  await day.tabTo('改好后重新移交');
  await press('Enter');
  await heading('新开权证移交清单');
  await day.see(/现有 1 件 2 本/);
  await expect(async () => {
    await press('Control+Enter');
    await expect(program.page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await heading(new RegExp(`权证移交清单 ${numberOf(id + 1)}`));

  await day.tabTo('撤回');
  await press('Enter');
  await expect(program.page.getByRole('dialog').getByLabel('原因')).toBeFocused();
  await program.page.keyboard.insertText('客户要换一本');
  await press('Tab');
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await day.see('顾行简 2026-03-02 撤回：客户要换一本');
  await shot('9-withdrawn');
  const { pieces } = await office.call<{ pieces: number }>('title.list', { text: certificateNo });
  expect(pieces).toBe(0);
  const lists = await office.call<{ id: number; no: string; state: string }[]>('titleHandover.list', {});
  expect(lists.flatMap((its) => (its.id < id ? [] : `${its.no} ${its.state}`)).sort()).toEqual([
    `${numberOf(id)} sentBack`,
    `${numberOf(id + 1)} withdrawn`,
  ]);
  await office.call('titleHandover.give', given);
});

test('whoever does not hand titles over reads on the page for a new list who does', async () => {
  await day.signIn(CUSTODIAN);
  await go('#/titles/handovers/new');
  await day.see('您不用开移交清单');
  await expect(program.page.locator('.refusal, .ant-alert-error')).toHaveCount(0);
});
