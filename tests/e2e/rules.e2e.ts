import { expect, test } from '@playwright/test';
import { chooseInList } from './choices';
import { ARCHIVIST, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
  await day.signIn(ARCHIVIST);
});
test.afterAll(() => program.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
const type = (text: string) => program.page.keyboard.insertText(text);
const drawer = () => program.page.locator('.ant-drawer-open');
const inDrawer = () => expect(drawer().locator('input:focus')).toHaveCount(1);
const closed = () => expect(program.page.locator('.ant-drawer-open, .ant-modal-wrap:visible')).toHaveCount(0);
const row = (text: string) => program.page.locator('tbody tr').filter({ hasText: text });
const go = async (hash: string, title: string) => {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await expect(pageHeading(program.page)).toContainText(title);
};
/** Opens a row of the page's table. */
const open = async (text: string) => {
  await row(text).press('Enter');
  await inDrawer();
};
/** What is asked a second time is answered by the button that has the keys. */
const confirm = async (question: string, act: string) => {
  await day.see(question);
  await program.page.locator('.ant-modal-wrap:visible').getByRole('button', { name: act }).press('Enter');
  await closed();
};
/** In use, out of use, and in use again. */
async function retireAndTakeUp(text: string, question: string): Promise<void> {
  await open(text);
  await day.tabTo('停用');
  await press('Enter');
  await confirm(question, '停用');
  await expect(row(text)).toContainText('已停用');
  await open(text);
  await day.tabTo('重新启用');
  await press('Enter');
  await closed();
  await expect(row(text)).toContainText('使用中');
}

test('a term of retention is added, revised, retired and taken up again with the keyboard', async () => {
  await go('#/retentions', '保管期限');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await press('Control+n');
  await inDrawer();
  await type('15年');
  await day.tabTo('多少年');
  await press('Control+a');
  await program.page.keyboard.type('15');
  await day.tabTo('依据');
  await type('档案管理制度 第二十条');
  await press('Control+Enter');
  await closed();
  await expect(row('15年')).toContainText('档案管理制度 第二十条');
  await expect(row('15年')).toContainText('15 年');

  // Other years are asked about, with how many dossiers are kept to another day then.
  await open('30 年');
  await day.tabTo('多少年');
  await press('Control+a');
  await program.page.keyboard.type('20');
  await press('Control+Enter');
  await confirm('由30 年改为20 年？', '写入');
  await expect(row('30 年')).toContainText('20 年');
  await expect(program.page.locator('output').filter({ hasText: '卷的到期日重新算过' })).toBeVisible();
  await retireAndTakeUp('15年', '停用「15年」？');
});

test('a class of records is added with its own numbers, retired and taken up again', async () => {
  await go('#/classes', '档案门类');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await press('Control+n');
  await inDrawer();
  await type('工程资料');
  await day.tabTo('编号用字');
  await type('工');
  await expect(program.page.locator('.number-example b')).toHaveText('鸿工字〔2026〕第001号');
  await press('Control+Enter');
  await closed();
  await expect(row('工程资料')).toContainText('鸿工字〔2026〕第001号');
  await expect(row('工程资料')).toContainText('每年从 1 编起');
  await retireAndTakeUp('工程资料', '停用「工程资料」？');
});

test('secrecy is set on the dossier, stands in its head and history, and narrows the ledger', async () => {
  const { page } = program;
  const reply = await program.invoke('ledger.list', { filter: { state: 'received', title: '担保' } });
  const [{ id = 0, title = '' } = {}] = reply.ok ? (reply.data as { rows: { id: number; title: string }[] }).rows : [];
  await go(`#/dossier/${id}`, title);
  await expect(pageHeading(page)).not.toContainText('密级');
  await page.getByRole('button', { name: '更正期限、密级、备注' }).press('Enter');
  await expect(drawer()).toBeVisible();
  await day.tabTo('密级');
  await chooseInList(page, '机密');
  await day.tabTo('原因');
  await type('客户要求');
  await press('Control+Enter');
  await closed();
  await expect(pageHeading(page)).toContainText('密级 机密');
  await expect(page.locator('aside').filter({ hasText: '客户要求' }).first()).toContainText('密级 由 普通 改为 机密');

  await press('Alt+2');
  await expect(page.locator('.ledger')).toBeFocused();
  await press('Control+Shift+f');
  await inDrawer();
  await day.tabTo('密级');
  await type('机密');
  await press('Enter', 'Control+Enter');
  await closed();
  await day.see('密级：机密');
  await expect(page.locator('.ledger-body [role=row]')).toHaveCount(1);
  await expect(page.locator('.ledger-body [role=row]')).toContainText(title);
});
