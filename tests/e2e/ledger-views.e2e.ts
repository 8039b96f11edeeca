import { expect, test } from '@playwright/test';
import { ARCHIVIST, OfficeDay } from './office-day';
import { type Program, startProgram } from './program';

let program: Program;
let day: OfficeDay;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 } });
  day = new OfficeDay(program);
  await day.foundDemonstration();
  await day.signIn(ARCHIVIST);
});
test.afterAll(async () => program.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
const toLedger = async () => {
  await press('Alt+2');
  await expect(program.page.locator('.frame h1').first()).toHaveText('档案台账');
  await expect(program.page.locator('.ledger')).toBeFocused();
};
const shot = (name: string) => program.page.screenshot({ path: `/tmp/views-shots/${name}.png` });

test('shots', async () => {
  await toLedger();
  await shot('1-ledger');
  await press('Control+Shift+f');
  await expect(program.page.locator('.ant-drawer .conditions')).toBeVisible();
  await program.page.waitForTimeout(600);
  await shot('2-more');
  await press('Escape');
  await program.page.waitForTimeout(500);
  await press('Control+Shift+l');
  await program.page.waitForTimeout(800);
  await shot('3-columns');
  await press('Escape');
  await program.page.waitForTimeout(500);
  await press('Control+s');
  await program.page.waitForTimeout(800);
  await shot('4-keep');
  await program.page.keyboard.type('全部的');
  await press('Control+Enter');
  await program.page.waitForTimeout(800);
  await press('Control+o');
  await program.page.waitForTimeout(800);
  await shot('5-menu');
  await press('Escape');
  await program.page.getByText('合计', { exact: true }).first().click();
  await program.page.waitForTimeout(800);
  await shot('6-totals');
});
