import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ADMINISTRATOR, OfficeDay } from './office-day';
import { startProgram } from './program';

test('the demonstration is left from the settings: its ledger is put aside, the first run begins again', async () => {
  const program = await startProgram({ size: { width: 1366, height: 768 } });
  const day = new OfficeDay(program);
  const { page } = program;
  await day.foundDemonstration();
  await day.signIn(ADMINISTRATOR);
  await day.tabTo('设置');
  await page.keyboard.press('Enter');
  await day.tabTo('结束演示');
  await page.keyboard.press('Enter');
  await day.see('不会再打开');
  await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible();
  await day.tabTo('结束演示');
  await page.keyboard.press('Enter');
  await day.see('第一次使用');
  expect(readdirSync(program.dataDir).filter((file) => file.endsWith('.sqlite'))).toEqual([
    expect.stringMatching(/^demonstration-2026-03-02T.*\.sqlite$/),
    'ledger.sqlite',
  ]);
  // The new ledger is a whole one: the demonstration can be had again.
  await day.tabTo('装入演示公司');
  await page.keyboard.press('Enter');
  await day.see('演示公司的人员');
  await program.close();
});
