import { expect, test } from '@playwright/test';
import { OfficeDay } from './office-day';
import { startProgram, PASSWORD } from './program';

test('smoke', async () => {
  const program = await startProgram({ size: { width: 1366, height: 768 } });
  const { page } = program;
  await program.invoke('company.foundDemonstration');
  await program.invoke('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  await page.reload();
  await expect(page.locator('.frame')).toBeVisible();
  const go = async (hash: string, name: string) => {
    await page.evaluate((its) => { window.location.hash = its; }, hash);
    await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/disposal-shots/${name}.png` });
  };
  await go('#/disposal', 'due-empty');
  await go('#/transfer', 'transfers-empty');
  await page.keyboard.press('Control+n');
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/disposal-shots/new-transfer.png` });
  await page.keyboard.press('Escape');
  await go('#/disposal/appraise', 'appraise-empty');
  await go('#/ledger', 'ledger');
  await program.close();
});
