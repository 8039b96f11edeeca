import { expect, test } from '@playwright/test';
import { ARCHIVIST, OfficeDay } from './office-day';
import { type Program, startProgram } from './program';

let program: Program;
let day: OfficeDay;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 } });
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

const press = (key: string) => program.page.keyboard.press(key);
const manual = () => program.page.locator('.manual article');
const heading = () => manual().locator('h2');
const speak = (language: 'zh-CN' | 'en') =>
  program.page.evaluate((its) => localStorage.setItem('anjuan.language', its), language);

test('before anybody is signed in F1 says how to begin, and Esc gives the field back', async () => {
  const { page } = program;
  await expect(page.locator('input').first()).toBeVisible();
  await page.locator('input').first().fill('松风');
  await press('F1');
  await expect(heading()).toHaveText(/^第一次使用、登录、锁定\s*本页$/);
  await press('Escape');
  await expect(manual()).toBeHidden();
  await expect(page.locator('input').first()).toBeFocused();
  await expect(page.locator('input').first()).toHaveValue('松风');
});

test('F1 opens the section of the page, in Chinese and in English, and closes it again', async () => {
  const { page } = program;
  await day.foundDemonstration();
  await day.signIn(ARCHIVIST);
  const pages = [
    ['#/backup', /^备份\s*本页$/, /^Backup\s*this page$/],
    ['#/titles/slips', /^出入库单和登记簿\s*本页$/, /^Slips and the register\s*this page$/],
    ['#/', /^工作台\s*本页$/, /^Desk\s*this page$/],
  ] as const;
  for (const language of ['zh-CN', 'en'] as const) {
    await speak(language);
    await page.reload();
    for (const [address, chinese, english] of pages) {
      await page.evaluate((its) => {
        window.location.hash = its;
      }, address);
      await expect(page.locator('main')).toHaveAttribute('data-page', address.slice(1));
      await press('F1');
      await expect(heading()).toHaveText(language === 'en' ? english : chinese);
      await press('F1');
      await expect(manual()).toBeHidden();
    }
  }
  await speak('zh-CN');
  await page.reload();
});

test('over a form F1 keeps what was typed, and the form neither closes nor acts meanwhile', async () => {
  const { page } = program;
  await page.evaluate(() => {
    window.location.hash = '#/clients';
  });
  await expect(page.locator('main')).toHaveAttribute('data-page', '/clients');
  await press('Control+n');
  const form = page.getByRole('dialog', { name: '登记客户' });
  const name = form.getByRole('textbox').first();
  await expect(name).toBeFocused();
  await page.keyboard.insertText('溪山印社');
  await press('F1');
  await expect(heading()).toHaveText(/^客户与项目\s*本页$/);
  await press('Control+Enter');
  await press('Escape');
  await expect(manual()).toBeHidden();
  await expect(form).toBeVisible();
  await expect(form.getByRole('alert')).toHaveCount(0);
  await expect(name).toHaveValue('溪山印社');
  await expect(name).toBeFocused();
  await press('Escape');
  await expect(form).toBeHidden();
});

test('what is being typed into the in-volume list is still there afterwards', async () => {
  const { page } = program;
  const reply = await program.invoke('ledger.list', { filter: { state: 'collecting' } });
  const { rows } = (reply.ok ? reply.data : { rows: [] }) as { rows: { id: number }[] };
  await page.evaluate((id) => {
    window.location.hash = `#/dossier/${id}`;
  }, rows[0]?.id);
  const grid = page.getByRole('grid').first();
  await grid.getByText('在此录入').first().click();
  await page.keyboard.insertText('会议纪要');
  await press('F1');
  await expect(heading()).toHaveText(/^案卷和卷内目录\s*本页$/);
  await press('F1');
  await expect(manual()).toBeHidden();
  await expect(page.locator('main input:focus, main textarea:focus')).toHaveCount(1);
  // What was begun stands as its own line, as when one goes on; the keys are in the list and type the next one.
  await page.keyboard.insertText('表决票');
  await press('Enter');
  await expect(grid).toContainText(/会议纪要.*表决票/);
});

test('in the search F1 says how to search', async () => {
  await press('Control+k');
  await expect(program.page.getByRole('combobox')).toBeFocused();
  await press('F1');
  await expect(heading()).toHaveText(/^查找和到处能用的按键\s*本页$/);
  await press('Control+k');
  await expect(manual()).toBeHidden();
  await expect(program.page.getByRole('combobox')).toBeFocused();
  await press('Escape');
});

test('a word is found in all sections, and a link leads on', async () => {
  const { page } = program;
  await page.getByRole('button', { name: /^帮助/ }).click();
  await page.keyboard.insertText('监销人');
  await expect(manual().locator('mark').first()).toHaveText('监销人');
  await press('Enter');
  await expect(heading()).toHaveText('鉴定、销毁、移出');
  await manual().getByRole('button', { name: '催还和借出明细' }).click();
  await expect(heading()).toHaveText('催还和借出明细');
  await page.getByRole('button', { name: '全部章节' }).click();
  await expect(manual().getByRole('button')).toHaveCount(33);
  await press('Control+l');
  await expect(page.locator('input[type=password]')).toBeFocused();
  await expect(manual()).toBeHidden();
});
