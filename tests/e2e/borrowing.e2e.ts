import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BorrowingOffice } from './borrowing-office';
import { OfficeDay } from './office-day';
import { count, finds, pagesOf, textOf } from './paper';
import { answerSaveDialog, PIN, type Program, startProgram } from './program';

let program: Program;
let office: BorrowingOffice;
let day: OfficeDay;

test.beforeEach(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 } });
  office = new BorrowingOffice(program);
  day = new OfficeDay(program);
  await office.open();
});
test.afterEach(() => program.close());

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => program.page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => program.page.keyboard.type(text);
const heading = () => program.page.locator('.frame h1').first();
const dialog = () => program.page.getByRole('dialog');
const picture = async (name: string) => {
  if (process.env.ANJUAN_PICTURES)
    await program.page.screenshot({ path: join(process.env.ANJUAN_PICTURES, `${name}.png`) });
};

/** Somebody else sits down, on that page. */
async function sitDown(login: string, hash: string, title: string): Promise<void> {
  await office.signIn(login);
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await program.page.reload();
  await expect(heading()).toContainText(title);
}
/** A scanner is a keyboard that is faster than anybody. */
async function scan(code: string): Promise<void> {
  await type(code);
  await press('Enter');
}
const SLIP = 'AJ-J-000001';
const NO = '借〔2026〕001号';

test('a dossier and a title go their whole circle by keyboard and scanner', async () => {
  await sitDown('guxingjian', '#/borrowing/new', '填写出借单');
  await expect(program.page.locator('#borrowing-find')).toBeFocused();
  await scan(`AJ-D-${String(office.dossierId).padStart(6, '0')}`);
  await expect(
    program.page.locator('.borrowing-new tbody tr').filter({ hasText: '流动资金贷款 180 万元' }),
  ).toBeVisible();
  await scan(`AJ-T-${String(office.titleId).padStart(6, '0')}`);
  await expect(program.page.locator('.borrowing-new tbody tr')).toHaveCount(2);
  await program.page.locator('#purpose').focus();
  await type('贷后检查核对合同原件');
  await picture('new');
  // What is typed stays when the page is left.
  await press('Escape');
  await expect(heading()).not.toContainText('填写出借单');
  await program.page.evaluate(() => {
    window.location.hash = '#/borrowing/new';
  });
  await expect(program.page.locator('#purpose')).toHaveValue('贷后检查核对合同原件');
  await press('Control+Enter');
  await expect(heading()).toContainText(NO);
  await expect(program.page.locator('.lead')).toContainText('江柏屿');
  await picture('submitted');

  await sitDown('jiangbaiyu', '#/', '工作台');
  await expect(program.page.locator('.duties')).toContainText(NO);
  await picture('desk');
  await press('Control+k');
  await expect(program.page.locator('.palette input')).toBeFocused();
  await scan(SLIP);
  await expect(heading()).toContainText(NO);
  await press('Control+Enter');
  await expect(dialog().getByLabel('意见')).toBeFocused();
  await type('同意');
  await press('Tab');
  await expect(dialog().locator('input[type=password]')).toBeFocused();
  await picture('approve');
  await type(PIN);
  await press('Enter');
  await expect(program.page.locator('.lead')).toContainText('等档案室出借');

  await sitDown('shenyanqiu', '#/borrowing', '借阅');
  await expect(program.page.locator('tr').filter({ hasText: NO })).toBeFocused();
  await picture('list');
  await scan(SLIP);
  await expect(heading()).toContainText(NO);
  await lend();
  await expect(program.page.locator('.lead')).toContainText('在 顾行简 处');
  await picture('lent');

  await sitDown('shenyanqiu', `#/dossier/${office.dossierId}`, '流动资金贷款');
  await expect(program.page.locator('.record-borrowings')).toContainText('在 顾行简 处');
  await picture('dossier');
  await sitDown('shenyanqiu', `#/titles/${office.titleId}`, '不动产权');
  await expect(program.page.locator('.record-borrowings')).toContainText('在 顾行简 处');
  await picture('title');

  await sitDown('shenyanqiu', '#/', '工作台');
  await scan(SLIP);
  await expect(heading()).toContainText(NO);
  await giveBack();
  await expect(program.page.locator('.lead')).toContainText('全部归还');
  await picture('closed');
});

/** Everybody signs, one after the other; the two who open the safe are chosen first. */
async function lend(): Promise<void> {
  await press('Control+Enter');
  await expect(dialog()).toContainText('出借 ');
  await expect(dialog().getByRole('checkbox').first()).toBeFocused();
  await choose('开柜人', '唐晚晴');
  await choose('监柜人', '何循之');
  await signAll(4);
  await picture('lend');
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
}
async function giveBack(): Promise<void> {
  await press('Control+Enter');
  await expect(dialog()).toContainText('归还 ');
  await expect(dialog().getByRole('checkbox').first()).toBeFocused();
  await choose('开柜人', '唐晚晴');
  await choose('监柜人', '何循之');
  await choose('检查人', '罗书意');
  await signAll(4);
  await picture('giveBack');
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
}
async function choose(field: string, name: string): Promise<void> {
  await day.tabTo(field);
  await type(name);
  await expect(program.page.locator('.ant-select-item-option-active').filter({ hasText: name }).first()).toBeVisible();
  await press('Enter');
  await expect(program.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')).toHaveCount(0);
}
async function signAll(signatures: number): Promise<void> {
  const fields = dialog().locator('input[type=password]');
  await expect(fields).toHaveCount(signatures);
  await fields.first().focus();
  for (let i = 0; i < signatures; i += 1) {
    await type(PIN);
    await press('Tab');
  }
}

test('the slip is printed in two copies, and a card stands in the gap', async () => {
  await office.signIn('jiangbaiyu');
  const things = [
    { kind: 'dossier', id: office.dossierId },
    { kind: 'title', id: office.titleId },
  ];
  const slip = { things, purpose: '审计抽查', way: 'takeAway', contact: '分机 806', remarks: '原件' };
  const outsider = { outsiderName: '王审计', outsiderOrganisation: '审计事务所', outsiderDocument: '审函〔2026〕12号' };
  const { id } = await office.call('borrowing.submit', { ...slip, ...outsider });
  await office.signIn('shenyanqiu');
  const people = { custodianId: office.id('唐晚晴'), secondId: office.id('何循之') };
  const signatures = { archivist: PIN, borrower: PIN, custodian: PIN, second: PIN };
  await office.call('borrowing.lend', { id, ...people, signatures });
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-slip-'));
  const print = async (form: string) => {
    const path = join(folder, `${form}.pdf`);
    await answerSaveDialog(program, path);
    await office.call('print.savePdf', { form, id });
    return path;
  };
  const file = await print('borrowing-slip');
  const text = textOf(file);
  const fields = [
    '档案资料出借单',
    NO,
    '江柏屿',
    '分机 806',
    '审计抽查',
    '王审计',
    '审计事务所',
    '审函〔2026〕12号',
    '借出',
    '30 天',
    '公司领导直接借阅',
  ];
  const lines = [
    '鸿借字第001号',
    '流动资金贷款 180 万元',
    '一室 03柜 2层 07盒',
    '粤（2026）深圳市不动产权第0031876号',
    SLIP,
  ];
  for (const part of [...fields, ...lines, '第一联', '第二联', '沈砚秋']) expect(finds(text, part), part).toBe(true);
  expect(pagesOf(file)).toBe(2);
  expect(count(text, '档案资料出借单')).toBeGreaterThanOrEqual(2);
  const card = textOf(await print('out-card'));
  for (const part of ['代卷卡', '鸿借字第001号', '江柏屿', '审计事务所', '审函〔2026〕12号', '2026年3月2日', NO])
    expect(finds(card, part), part).toBe(true);
  if (process.env.ANJUAN_PICTURES) console.log(folder);
});
