import { join } from 'node:path';
import { expect } from '@playwright/test';
import { A, ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import { count, finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, PASSWORD, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';

/** Lists of titles that were handed over: all of them, one that was taken in, its paper in three copies, and a new one. */
export async function handTitlesOver(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const { ask } = program;
  const signIn = async (login: string) => {
    await ask('people.signIn', { login, password: PASSWORD });
    await page.reload();
  };
  const show = async (hash: string, heading: string | RegExp) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await expect(pageHeading(page)).toHaveText(heading);
  };
  await signIn(ARCHIVIST);
  await show('#/titles/handovers', '权证移交');
  const [list] = await ask<{ id: number; no: string }[]>('titleHandover.list', { which: 'all' });
  await album.take('title-handovers', '权证移交清单');
  await show(`#/titles/handovers/${list?.id}`, new RegExp(list?.no ?? ''));
  await album.take('title-handover', '一张权证移交清单');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.sheet-title-handover').first()).toBeVisible();
  await album.take('preview-title-handover', '权证移交清单，一式三份');
  const file = join(FOLDER, 'title-handover.pdf');
  await answerSaveDialog(program, file);
  await page.keyboard.press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  const text = textOf(file);
  for (const words of ['权证移交清单', list?.no ?? '', '权证种类', '权证号', '权利人', '数量', '第一联', '第三联'])
    expect(finds(text, words), words).toBe(true);
  expect(count(text, '权证管理员')).toBeGreaterThanOrEqual(3);
  await signIn(A);
  await show('#/titles/handovers/new', '新开权证移交清单');
  await album.take('title-handover-new', '新开权证移交清单');
  await page.keyboard.press('Escape');
}
