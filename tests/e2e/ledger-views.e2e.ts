import { expect, test } from '@playwright/test';
import { chooseInMenu } from './choices';
import { A, ARCHIVIST, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
  await day.signIn(ARCHIVIST);
});
test.afterAll(async () => program.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
const headings = () => program.page.locator('.ledger-head [role=columnheader]');
const numbers = () => program.page.locator('.ledger-body [role=row]');
const viewButton = () => program.page.getByRole('button', { name: /^视图：/ });
const dialog = () => program.page.getByRole('dialog');

/** From another page, so that the list takes the focus. */
async function toLedger(): Promise<void> {
  // Over an open dialog the key belongs to nobody.
  await expect(program.page.locator('.ant-drawer-open, .ant-modal-wrap:visible')).toHaveCount(0);
  await press('Alt+1');
  await expect(pageHeading(program.page)).toHaveText('工作台');
  await press('Alt+2');
  await expect(pageHeading(program.page)).toHaveText('档案台账');
  await expect(program.page.locator('.ledger')).toBeFocused();
}

const chooseView = (name: string) => chooseInMenu(program.page, 'Control+o', name);

const found = async (filter: object): Promise<number> => {
  const reply = await program.invoke('ledger.list', { filter });
  if (!reply.ok) throw new Error(reply.error.reason);
  return (reply.data as { total: number }).total;
};

test('each column has a condition of its own: words, a person, a span of days and of days late', async () => {
  const { page } = program;
  await toLedger();
  await press('Control+Shift+f');
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  const set = async (label: string, text: string) => {
    await day.tabTo(label);
    await page.keyboard.insertText(text);
  };
  await set('题名含有', '贷款');
  await set('合同号含有', '2026');
  await day.tabTo('A角');
  await page.keyboard.type('顾行简');
  await press('Enter');
  await set('办理期限，从', '2026-01-01');
  await set('逾期天数，到', '30');
  await press('Control+Enter');
  await expect(dialog()).toBeHidden();
  for (const words of ['题名：含“贷款”', '合同号：含“2026”', 'A角：顾行简', '办理期限 2026-01-01 起', '逾期天数 30 止'])
    await expect(page.getByRole('button', { name: `去掉条件：${words}` })).toBeVisible();
  const staff = await program.invoke('people.staff');
  const aManagerId = (staff.ok ? (staff.data as { id: number; name: string }[]) : []).find(
    ({ name }) => name === '顾行简',
  )?.id;
  const total = await found({ title: '贷款', contractNo: '2026', aManagerId, dueFrom: '2026-01-01', lateTo: 30 });
  expect(total).toBeGreaterThan(0);
  await day.see(`筛出 ${total} 卷`);
  await expect(numbers()).toHaveCount(total);
  await press('Control+Shift+f');
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  await day.tabTo('清空');
  await press('Enter');
  await press('Control+Enter');
  await day.see(`筛出 ${await found({})} 卷`);
});

test('further conditions are set by the keyboard, stand there in words, and are taken away', async () => {
  const { page } = program;
  await toLedger();
  await press('Control+Shift+f');
  await expect(dialog()).toBeVisible();
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  await day.tabTo('页数，从');
  await page.keyboard.type('80');
  await day.tabTo('备注含有');
  await press('Control+Enter');
  await expect(dialog()).toBeHidden();
  await day.see('页数 80 起');
  const total = await found({ pagesFrom: 80 });
  await day.see(`筛出 ${total} 卷`);
  await expect(numbers()).toHaveCount(total);
  await day.tabTo('去掉条件：页数 80 起');
  await press('Enter');
  await expect(page.getByText('页数 80 起')).toBeHidden();
  await day.see(`筛出 ${await found({})} 卷`);
});

test('a filter is kept under a name and is there after signing out and in, with its own key', async () => {
  const { page } = program;
  await toLedger();
  await press('Control+f');
  await page.keyboard.type('担保');
  const total = await found({ text: '担保' });
  await day.see(`筛出 ${total} 卷`);
  await press('Control+s');
  await expect(dialog()).toBeVisible();
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  await page.keyboard.type('担保的');
  await press('Control+Enter');
  await expect(dialog()).toBeHidden();
  await expect(viewButton()).toContainText('担保的');
  await expect(viewButton()).not.toContainText('已改动');
  await press('Control+f', 'Control+a');
  await page.keyboard.type('建材');
  await expect(viewButton()).toContainText('已改动');

  await day.signIn(A);
  await toLedger();
  await expect(viewButton()).toContainText('全部');
  await day.see(`筛出 ${await found({})} 卷`);

  await day.signIn(ARCHIVIST);
  await toLedger();
  await day.see(`筛出 ${await found({})} 卷`);
  await press('Control+1');
  await expect(viewButton()).toContainText('担保的');
  await day.see(`筛出 ${total} 卷`);
  await chooseView('全部台账');
  await day.see(`筛出 ${await found({})} 卷`);
});

test('Enter takes the entry that is marked, though the focus comes late on a busy computer', async () => {
  const { page } = program;
  await toLedger();
  await page.evaluate(() => {
    const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => setTimeout(() => real(callback), 600) as unknown as number;
    Object.assign(window, { real });
  });
  await press('Control+o');
  await expect(page.locator('.ant-dropdown-menu:focus-within')).toBeVisible();
  // The first press marks the first entry, the second the next; the focus follows neither yet.
  const marked = page.locator('.ant-dropdown-menu-item-active');
  await press('ArrowUp');
  await expect(marked).toHaveText('管理视图…');
  await expect(page.locator('.ant-dropdown-menu-item:focus')).toHaveText('管理视图…');
  await press('ArrowUp', 'Enter');
  await expect(dialog()).toContainText('存为视图');
  await page.evaluate(() => {
    window.requestAnimationFrame = (window as unknown as { real: typeof window.requestAnimationFrame }).real;
  });
  await press('Escape');
  await expect(dialog()).toBeHidden();
});

test('the ledger opens with the chosen view, and an unused one is deleted', async () => {
  const { page } = program;
  await toLedger();
  await chooseView('管理视图…');
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  await day.tabTo('打开台账时用它');
  await press('Space');
  await expect(page.getByRole('checkbox', { name: '打开台账时用它' })).toBeChecked();
  await press('Escape');
  await expect(dialog()).toBeHidden();
  await day.signIn(A);
  await toLedger();
  await day.signIn(ARCHIVIST);
  await toLedger();
  await expect(viewButton()).toContainText('担保的');
  await chooseView('管理视图…');
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  await day.tabTo('删除视图：担保的');
  await press('Enter');
  await day.see('删除视图「担保的」？');
  await day.tabTo('删除');
  await press('Enter');
  await day.see('还没有保存过视图');
  await press('Escape');
  await expect(page.getByText('还没有保存过视图')).toBeHidden();
  await expect(viewButton()).toContainText('全部');
  await chooseView('全部台账');
});

test('columns are chosen, moved and made wider by the keyboard, and stay after signing out and in', async () => {
  const { page } = program;
  await toLedger();
  const before = await headings().allTextContents();
  await press('Control+Shift+l');
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  await day.tabTo('客户');
  await press('Alt+ArrowUp');
  await day.tabTo('保管期限');
  await press('Space', 'Control+Enter');
  await expect(dialog()).toBeHidden();
  const wanted = ['档号', '客户', '题名', ...before.slice(3), '保管期限'];
  await expect(headings()).toHaveText(wanted);
  await expect(numbers().first()).toContainText('年');

  const edge = page.locator('.ledger-head .ledger-edge').first();
  const box = await edge.boundingBox();
  if (!box) throw new Error('no edge to draw');
  const width = async () => (await headings().first().boundingBox())?.width ?? 0;
  const narrow = await width();
  await page.mouse.move(box.x + 3, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 63, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeCloseTo(narrow + 60, -1);

  await day.signIn(A);
  await toLedger();
  await expect(headings()).toHaveText(before);
  await day.signIn(ARCHIVIST);
  await toLedger();
  await expect(headings()).toHaveText(wanted);
  await expect.poll(width).toBeCloseTo(narrow + 60, -1);
  await press('Control+Shift+l');
  await expect(dialog().locator('input:focus')).toHaveCount(1);
  await day.tabTo('恢复默认的列');
  await press('Enter');
  await expect(headings()).toHaveText(before);
});
