import { join } from 'node:path';
import { expect } from '@playwright/test';
import { pdfOf } from '../api/files';
import { ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import { finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, PASSWORD, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';
import { chooseScans } from './attachments.chapter';

interface Slip {
  id: number;
  no: string;
  kind: string;
  party: string;
}

/** Titles and how they moved: the list, one title's life, a dialog, slips, the register, and the papers of each. */
export async function moveTitles(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const { ask } = program;
  await ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
  await page.reload();
  const show = async (hash: string, heading: string | RegExp) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await expect(pageHeading(page)).toHaveText(heading);
  };
  const keep = async (form: string, words: string, expected: readonly string[]) => {
    await page.keyboard.press('Control+p');
    await expect(page.locator(`.sheet-${form}`).first()).toBeVisible();
    await album.take(`preview-${form}`, words);
    const file = join(FOLDER, `${form}.pdf`);
    await answerSaveDialog(program, file);
    await page.keyboard.press('Control+s');
    await day.see(file);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file)).toEqual([]);
    const text = textOf(file);
    for (const one of expected) expect(finds(text, one), one).toBe(true);
    await page.keyboard.press('Escape');
  };

  await show('#/titles', '权证台账');
  await album.take('titles', '权证台账');
  await page.keyboard.press(' ');
  await album.take('titles-chosen', '选中一件，能办什么');
  await page.keyboard.press('Escape');
  await keep('title-list', '权证台账（打印）', ['权证台账', '现在在哪里']);

  const { rows } = await ask<{ rows: { id: number; certificateNo: string }[] }>('title.list', { which: 'out' });
  await show(`#/titles/${rows[0]?.id}`, new RegExp(rows[0]?.certificateNo.slice(-6) ?? ''));
  await album.take('title', '一件权证的来龙去脉');
  const { rows: here } = await ask<{ rows: typeof rows }>('title.list', { which: 'here', kind: 'clientOwnership' });
  await show(`#/titles/${here[0]?.id}`, new RegExp(here[0]?.certificateNo.slice(-6) ?? ''));
  await page.keyboard.press('Alt+r');
  await expect(page.getByRole('dialog')).toBeVisible();
  await album.take('title-to-registry', '权证出库办理登记，双人签字');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Alt+l');
  await expect(page.locator('.borrowing-new tbody tr')).toHaveCount(1);
  await album.take('lend-title', '借出权证：办出借单，权证已经在单上');
  await page.keyboard.press('Escape');

  await page.evaluate((its) => {
    window.location.hash = its;
  }, `#/attachments/title/${here[0]?.id}`);
  await day.see('这件权证还没有扫描件或照片');
  await chooseScans(program, [['不动产权证扫描件.pdf', pdfOf('Certificate, page', 2)]]);
  await album.take('title-scans', '权证的扫描件：不用开柜就能看');

  await show('#/titles/slips', '出入库单');
  await album.take('slips', '出入库单');
  const { rows: slips } = await ask<{ rows: Slip[] }>('titleMove.slips', {});
  const open = async (kind: string) => {
    const slip = slips.find((one) => one.kind === kind);
    expect(slip, kind).toBeDefined();
    await show(`#/titles/slips/${slip?.id}`, new RegExp(slip?.no ?? ''));
    return slip?.no ?? '';
  };
  await keep('title-in', '权证入库单', ['权证入库单', await open('in'), '移交人', '监交人', '债权额']);
  await album.take('slip', '一张出入库单');
  const registration = await open('registrationOut');
  await keep('title-out', '权证出库单', ['权证出库单', registration, '接交人']);
  await keep('title-lending', '权证领用表', ['权证领用表', await open('lent'), '经领人', '审核', '批准']);
  await keep('title-release', '权证退还凭据（四联）', ['权证退还凭据', await open('release'), '第四联', '收据人签字']);
  await show('#/titles/register', '权证登记簿');
  await album.take('title-register', '权证登记簿');
  await keep('title-register', '权证登记簿（打印）', ['权证登记簿', '期初结存', '期末结存']);
}
