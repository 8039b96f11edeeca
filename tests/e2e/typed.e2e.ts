import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { DossierView } from '../../shared/api/dossier.contract';
import type { StaffRow } from '../../shared/api/people.contract';
import type { ProjectRow } from '../../shared/api/project.contract';
import { activeChoice, chooseTyped } from './choices';
import { A, ADMINISTRATOR, OfficeDay } from './office-day';
import { PASSWORD, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;

const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
const type = (text: string) => program.page.keyboard.type(text);

test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

test('what is half typed into a list is written on leaving the page and on locking', async () => {
  const { page } = program;
  await day.signIn('zhoumu');
  await day.openDossier('东篱');
  await expect.poll(() => page.url()).toMatch(/dossier\/\d+/);
  const id = Number(/dossier\/(\d+)/.exec(page.url())?.[1]);
  const first = async () => (await program.ask<DossierView>('dossier.show', { id })).items[0]?.title;
  await day.focusGrid();
  await press('Control+Home');
  await type('离页时还没打完');
  await expect(page.locator('.volume-entry')).toHaveValue('离页时还没打完');
  await press('Alt+1');
  await expect(page.locator('h1').first()).toHaveText('工作台');
  await expect.poll(first).toBe('离页时还没打完');

  await page.evaluate((its) => window.location.assign(`#/dossier/${its}`), id);
  await expect(page.getByRole('grid')).toBeVisible();
  await day.focusGrid();
  await press('Control+Home');
  await type('锁定时还没打完');
  await expect(page.locator('.volume-entry')).toHaveValue('锁定时还没打完');
  await press('Control+l');
  await day.see('窗口已锁定');
  await type(PASSWORD);
  await press('Enter');
  await expect(page.getByRole('gridcell', { name: '锁定时还没打完' })).toBeVisible();
  await expect.poll(first).toBe('锁定时还没打完');
});

test('Ctrl+J begins a volume: its pages run from 1 again, and once more puts it back', async () => {
  const { page } = program;
  const [row] = (await program.ask<{ rows: { id: number }[] }>('ledger.list', { filter: { text: '东篱' } })).rows;
  const id = row?.id ?? 0;
  await page.evaluate((its) => window.location.assign(`#/dossier/${its}`), id);
  await expect(page.getByRole('grid')).toBeVisible();
  await day.focusGrid();
  const volumes = () => program.ask<DossierView>('dossier.show', { id }).then((view) => view.volumes);
  await press('Control+Home', 'ArrowDown', 'Control+j');
  await expect.poll(volumes).toBe(2);
  await expect(page.locator('.volume-tag')).toHaveText(['第1册', '第2册']);
  await day.see('分装 2 册');
  await press('Control+j');
  await expect.poll(volumes).toBe(1);
  await expect(page.locator('.volume-tag')).toHaveCount(0);
  await press('Control+z');
  await expect.poll(volumes).toBe(2);
  await page.screenshot({ path: 'out/volumes.png' });
});

/** Types a name into a list of choices, takes it when it is offered, and goes on when the list has closed. */
async function choose(name: string): Promise<void> {
  await chooseTyped(program.page, name);
  await press('Tab');
}

/** Both before the window has drawn anything: a key that bounces. */
const pressTwiceAtOnce = () =>
  program.page.evaluate(() => {
    for (let i = 0; i < 2; i += 1)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      );
  });

test('Ctrl+Enter takes the day and the amount that were just typed, and refuses a day that does not exist', async () => {
  const { page } = program;
  await day.signIn(A);
  const client = (await program.ask<{ rows: { id: number }[] }>('client.list')).rows[0]?.id;
  await page.evaluate((its) => window.location.assign(`#/clients/${its}`), client);
  await day.see('登记项目');
  await press('Control+n');
  await expect(page.locator('.ant-drawer #name')).toBeFocused();
  await type('周转贷款 20 万元');
  await press('Tab', 'Tab');
  await type('鸿借〔2026〕099号');
  await press('Tab');
  await type('20万');
  await press('Tab', 'Tab');
  await choose('顾行简');
  await choose('罗书意');
  await type('2026-2-30');
  await press('Control+Enter');
  await day.see('日历上没有「2026-2-30」这一天');
  await expect(page.locator('#disbursedOn')).toBeFocused();
  await press('Control+a');
  await type('2026.3.2');
  await pressTwiceAtOnce();
  await expect(page.locator('.ant-drawer')).toBeHidden();
  const found = (await program.ask<ProjectRow[]>('project.list')).filter(({ contractNo }) =>
    contractNo.includes('099'),
  );
  expect(found).toMatchObject([{ amountFen: 20_000_000, disbursedOn: '2026-03-02' }]);
});

test('Tab in the open list of positions leaves it, and gives nobody another position', async () => {
  const { page } = program;
  await day.signIn(ADMINISTRATOR);
  await page.evaluate(() => window.location.assign('#/people'));
  await day.see('登记人员');
  await press('Control+n');
  await expect(page.locator('.ant-drawer #name')).toBeFocused();
  await type('方既白');
  await press('Tab');
  await choose('业务一部');
  await type('项目');
  await expect(activeChoice(page)).toContainText('项目经理');
  await press('Enter');
  await expect(page.locator('.ant-select-selection-item', { hasText: '项目经理' })).toBeVisible();
  await press('ArrowDown', 'Tab');
  await expect(page.locator('#login')).toBeFocused();
  await press('Control+Enter');
  await expect(page.locator('.ant-drawer')).toBeHidden();
  const engaged = (await program.ask<StaffRow[]>('people.staff')).find(({ name }) => name === '方既白');
  expect(engaged?.positions).toEqual(['projectManager']);
});

test('what is half typed outlasts the program: a form, and a cell that cannot be read', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'anjuan-kept-'));
  try {
    const before = await startProgram({ dataDir, before: foundDemonstration });
    const first = new OfficeDay(before);
    await first.signIn('zhoumu');
    await first.openDossier('东篱');
    await first.focusGrid();
    for (const key of ['Control+Home', 'Tab', 'Tab']) await before.page.keyboard.press(key);
    await before.page.keyboard.type('三月初');
    await before.page.keyboard.press('Enter');
    await expect(before.page.locator('.volume-faulty')).toContainText('三月初');
    const dossier = before.page.url().split('#')[1];
    await before.page.keyboard.press('Alt+6');
    await expect(before.page.locator('h1').first()).toHaveText('客户与项目');
    await before.page.keyboard.press('Control+n');
    await expect(before.page.locator('.ant-drawer input').first()).toBeVisible();
    await before.page.locator('#name').fill('还没登记完的客户');
    await before.close();

    const after = await startProgram({ dataDir });
    const second = new OfficeDay(after);
    await second.signIn('zhoumu');
    await after.page.keyboard.press('Alt+6');
    await expect(after.page.locator('h1').first()).toHaveText('客户与项目');
    await after.page.keyboard.press('Control+n');
    await expect(after.page.locator('#name')).toHaveValue('还没登记完的客户');
    await after.page.evaluate((hash) => window.location.assign(`#${hash}`), dossier ?? '');
    await expect(after.page.locator('.volume-faulty')).toContainText('三月初');
    await after.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
