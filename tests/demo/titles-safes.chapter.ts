import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';

/** What is in the safe, who holds its key, when it was open, a closed day, and its sheet checked again; ends with the archivist. */
export async function lookIntoSafes(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const go = (hash: string) =>
    page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
  await day.signIn(ARCHIVIST);
  await go('#/titles/safes');
  await expect(page.locator('.compartment').first()).toBeVisible();
  await album.take('safe', '保险柜：每个格位里有什么');
  await go('#/titles/safes?view=keys');
  await day.see('保管中');
  await album.take('safe-keys', '钥匙和密码：现在和以前的保管人');
  await keepPdf(day, album, program, 'safe-keys', '钥匙密码登记，打印预览', ['钥匙', '密码']);
  await go('#/titles/safes?view=openings');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await album.take('safe-openings', '开启登记：为什么开，动了什么');
  await keepPdf(day, album, program, 'safe-openings', '保险柜开启登记，打印预览', ['操作人', '监督人']);
  await go('#/titles/safes?view=days');
  await page.locator('.safe-closings tbody tr').first().click();
  await day.see('已日结');
  await album.take('safe-days', '日结和月结');
  await keepPdf(day, album, program, 'safe-closing', '保险柜日结单，打印预览', ['期初', '期末', '日志锚点']);
  await go('#/audit/slip');
  await expect(page.locator('#seq')).toBeVisible();
  await album.take('slip-check', '核对单据：纸与电子账册一致吗');
}

async function keepPdf(
  day: OfficeDay,
  album: Album,
  program: Program,
  form: string,
  words: string,
  parts: readonly string[],
): Promise<void> {
  const { page } = program;
  await page.keyboard.press('Control+p');
  await expect(page.locator(`.sheet-${form}`).first()).toBeVisible();
  await album.take(`preview-${form}`, words);
  const file = join(FOLDER, `${form}.pdf`);
  await answerSaveDialog(program, file);
  await page.keyboard.press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  for (const part of parts) expect(finds(textOf(file), part), part).toBe(true);
}
