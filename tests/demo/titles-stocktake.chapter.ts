import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { StocktakeView } from '../../shared/api/stocktake.contract';
import { ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import { finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, PASSWORD, PIN, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';

const EXECUTIVE = 'xujibei';

/** A stocktake from the counting desk to its signed form: one title is not found. Begins and ends with the archivist. */
export async function countSafes(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const { ask } = program;
  const sitDown = async (login: string, hash: string) => {
    await ask('people.signIn', { login, password: PASSWORD });
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await page.reload();
    await expect(pageHeading(page)).toContainText('权证盘点');
  };
  await sitDown(ARCHIVIST, '#/titles/stocktakes');
  await album.take('stocktakes', '盘点：哪次在进行，以前查出过什么');
  const staff = await ask<{ id: number; name: string }[]>('people.staff');
  const idOf = (name: string) => staff.find((one) => one.name === name)?.id;
  const counters = { firstCounterId: idOf('沈砚秋'), secondCounterId: idOf('温如言') };
  const plan = '季末盘点：逐格清点，两人同时在场';
  const { id } = await ask<{ id: number }>('stocktake.start', { scope: 'full', plan, ...counters });
  const hash = `#/titles/stocktakes/${id}`;
  await sitDown(ARCHIVIST, hash);
  await keepPdf(day, album, program, 'counting-sheet', '空白清点单，格位带条码', ['权证清点单', '监盘人']);
  type Titles = { rows: { id: number; standings: { place: string; compartmentId?: number; quantity: number }[] }[] };
  const { rows } = await ask<Titles>('title.list', { which: 'here' });
  for (const row of rows.slice(1))
    for (const { compartmentId, quantity } of row.standings)
      if (compartmentId !== undefined)
        await ask('stocktake.count', {
          ...{ id, compartmentId, quantity, certificate: `AJ-T-${String(row.id).padStart(6, '0')}` },
        });
  await album.take('stocktake-counting', '清点：对着看不见的清单逐件扫码');
  await ask('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
  const { lines } = await ask<StocktakeView>('stocktake.show', { id });
  const words = { cause: '正在柜外办理复印，未登记', action: '当日追回并补登记' };
  const explained = lines.filter(({ differs }) => differs).map((line) => ({ lineId: line.id, ...words }));
  await ask('stocktake.explain', { id, lines: explained });
  await sitDown(EXECUTIVE, hash);
  const { contentHash: seen } = await ask<StocktakeView>('stocktake.show', { id });
  await ask('stocktake.close', { id, seen, signature: PIN });
  await sitDown(ARCHIVIST, hash);
  await day.see('签字结案');
  await album.take('stocktake', '盘点结果：账面与实盘，差异说明与处理');
  await keepPdf(day, album, program, 'stocktake', '权证盘点表', [
    '权证盘点表',
    '账面数',
    '差异数',
    '缺失',
    '监盘人签字',
  ]);
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
  await page.keyboard.press('Escape');
  await expect(pageHeading(page)).toContainText('权证盘点');
}
