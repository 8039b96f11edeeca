import { expect, test } from '@playwright/test';
import { chooseTyped } from './choices';
import { OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { finds, textOf } from './paper';
import { answerSaveDialog, PIN, type Program, startProgram } from './program';
import { CUSTODIAN, SafeOffice } from './safe-office';

let program: Program;
let day: OfficeDay;
let office: SafeOffice;
let projectId: number;
test.beforeEach(async () => {
  program = await startProgram({
    size: { width: 1366, height: 768 },
    before: async (asks) => {
      office = new SafeOffice(asks);
      projectId = await office.found();
    },
  });
  office.asks = program;
  day = new OfficeDay(program);
  await office.signIn(CUSTODIAN);
  await program.page.reload();
});
test.afterEach(() => program.close());

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => program.page.keyboard.press(key)), Promise.resolve());
const heading = () => pageHeading(program.page);
const dialog = () => program.page.getByRole('dialog');

const choose = (name: string) => chooseTyped(program.page, name);

async function go(hash: string): Promise<void> {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
}

/** Fills in the form of a new safe and lets all three sign. */
async function register(): Promise<void> {
  await press('Control+n');
  await expect(dialog()).toBeVisible();
  await day.tabTo('名称');
  await program.page.keyboard.insertText('一号柜');
  await press('Tab');
  await program.page.keyboard.insertText('档案室');
  await day.tabTo('钥匙保管人');
  await choose('唐晚晴');
  await press('Tab');
  await choose('何循之');
  await press('Tab');
  await choose('江柏屿');
  await press('Tab');
  await program.page.keyboard.insertText('新柜启用');
  for (let i = 0; i < 3; i += 1) {
    await press('Tab');
    await program.page.keyboard.type(PIN);
  }
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
}

test('a safe with the keyboard alone: registered, looked into, its key handed over, its day closed and printed', async () => {
  await go('#/titles/safes');
  await day.see('还没有登记保险柜');
  await register();
  await expect(heading()).toContainText('钥匙 唐晚晴 · 密码 何循之');
  await expect(program.page.locator('.compartment')).toHaveCount(20);

  const [safe] = await office.call<{ compartments: { id: number }[] }[]>('safe.list');
  const [first = 0, second = 0] = safe?.compartments.map(({ id }) => id) ?? [];
  const [title = 0] = await office.bring(projectId, first, ['粤（2021）深圳市不动产权第0031876号', 'B-2', 'B-3']);
  await office.bring(projectId, second, ['粤（2018）深圳市不动产权第0107742号']);
  await office.lend(title, '2026-03-06');
  await expect(program.page.locator('.lead')).toContainText('现在柜内 3 本，外出 1 本');

  // By the arrows from one compartment to the next, Enter into the list beside, and back.
  await program.page.locator('.compartment[aria-pressed="true"]').focus();
  await expect(program.page.locator('.compartment[aria-pressed="true"]')).toContainText('外出 1');
  await press('ArrowRight');
  await expect(program.page.locator('.compartment[aria-pressed="true"]')).toContainText('1-2');
  await press('Enter');
  await expect(program.page.locator('.safe-side tbody tr').first()).toBeFocused();
  await press('Escape');
  await expect(program.page.locator('.compartment[aria-pressed="true"]')).toBeFocused();

  // A part of a number lights up where it lies; so does it in full-width.
  await press('Control+f');
  await program.page.keyboard.insertText('００３１８');
  await expect(program.page.locator('.compartment-lit')).toHaveCount(1);
  await press('Enter');
  await expect(program.page.locator('.compartment[aria-pressed="true"]')).toContainText('1-1');

  await handKeyOver();
  await closeDay();
});

async function handKeyOver(): Promise<void> {
  await go('#/titles/safes?view=keys');
  await day.see('保管中');
  await leaveAndEmpty();
  await day.tabTo('新保管人');
  await choose('沈砚秋');
  await press('Tab');
  await choose('江柏屿');
  await press('Tab');
  await program.page.keyboard.insertText('岗位调整');
  await day.tabTo('交出人');
  for (const secret of [PIN, '999333', PIN]) {
    await program.page.keyboard.type(secret);
    await press('Tab');
  }
  await press('Control+Enter');
  // One of the three was wrong: it has the keys, the others stay as they are.
  await expect(program.page.locator('.field-error')).toBeVisible();
  await program.page.keyboard.type(PIN);
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(heading()).toContainText('钥匙 沈砚秋');
  await expect(program.page.locator('tbody tr')).toHaveCount(3);
}

/** What was typed into a form and left stands there again, and is taken out in one go. */
async function leaveAndEmpty(): Promise<void> {
  const reason = dialog().getByLabel('原因');
  await press('Control+Enter');
  await expect(dialog()).toBeVisible();
  await day.tabTo('原因');
  await program.page.keyboard.insertText('写错了');
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
  await press('Control+Enter');
  await expect(reason).toHaveValue('写错了');
  await dialog().getByRole('button', { name: '清空重填' }).click();
  await expect(reason).toHaveValue('');
  await expect(dialog().getByRole('button', { name: '清空重填' })).toHaveCount(0);
  // The keys go on where the form begins.
  await expect(dialog().locator('input').first()).toBeFocused();
}

async function closeDay(): Promise<void> {
  await office.signIn('shenyanqiu');
  await program.page.reload();
  await expect(program.page.locator('header.top')).toContainText('沈砚秋');
  await go('#/titles/safes?view=days');
  await expect(program.page.locator('.safe-balance-table tfoot')).toContainText('合计');
  await press('Control+Enter');
  await expect(dialog()).toBeVisible();
  await expect(dialog().getByLabel('沈砚秋 签字')).toBeFocused();
  await program.page.keyboard.type(PIN);
  await press('Tab');
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await expect(heading()).toContainText('保险柜日结单');
  const path = `${program.dataDir}/closing.pdf`;
  await answerSaveDialog(program, path);
  await press('Control+s');
  await expect(
    program.page.locator('output, [role="status"]').filter({ hasText: 'closing.pdf' }).first(),
  ).toBeVisible();
  const text = textOf(path);
  const [{ id } = { id: 0 }] = await office.call<{ id: number }[]>('safe.closings');
  const { event } = await office.call<{ event: { seq: number; code: string } }>('safe.closing', { id });
  const code = event.code.replace(/(.{4})(?=.)/g, '$1 ');
  for (const words of [
    '一号柜',
    '期初',
    '期末 3 本',
    '客户财产权属证明原件',
    '沈砚秋',
    '何循之',
    `第 ${event.seq} 条`,
    code,
  ])
    expect(finds(text, words), words).toBe(true);
  await checkPaper(event.seq, code);
}

/** Whoever has the paper sees that the ledger still agrees with it. */
async function checkPaper(seq: number, code: string): Promise<void> {
  await go('#/audit/slip');
  await expect(program.page.locator('#seq')).toBeFocused();
  await program.page.keyboard.insertText(String(seq));
  await press('Tab');
  await program.page.keyboard.insertText(code);
  await press('Enter');
  await day.see('到这一条为止的记录，都与打印这张纸时相同');
}
