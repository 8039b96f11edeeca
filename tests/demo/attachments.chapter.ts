import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { pdfOf, pngOf } from '../api/files';
import type { OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import { pagesOf, structureOf } from '../e2e/paper';
import { answerOpenDialog, answerSaveDialog, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';

/** Chooses files on a page of scans and waits until the first of them is drawn. */
export async function chooseScans(program: Program, files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  for (const [name, bytes] of files) writeFileSync(join(program.dataDir, name), bytes);
  await answerOpenDialog(
    program,
    files.map(([name]) => join(program.dataDir, name)),
  );
  await program.page.keyboard.press('Control+n');
  await expect(program.page.locator('.sight-drawn canvas')).toBeVisible();
}

/** From a dossier that is open: scans are chosen, looked at, and printed; ends at that dossier. */
export async function attachScans(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await day.focusGrid();
  await page.keyboard.press('Alt+a');
  await expect(pageHeading(page)).toContainText('附件');
  await chooseScans(program, [
    ['借款合同扫描件.pdf', pdfOf('Loan contract, page', 3)],
    ['营业执照副本.png', pngOf('licence', 900, 1200)],
    ['手机照片.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1')],
  ]);
  await expect(page.locator('.attachments-line')).toHaveCount(2);
  await album.take('attachments', '附件：收下能显示的，其余说明原因和办法');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.sheet-attachment')).toHaveCount(3);
  await album.take('preview-attachment', '附件，打印预览');
  const pdf = join(FOLDER, 'attachment.pdf');
  await answerSaveDialog(program, pdf);
  await page.keyboard.press('Control+s');
  await day.see(pdf);
  expect(structureOf(pdf)).toContain('No syntax or stream encoding errors');
  expect(pagesOf(pdf)).toBe(3);
  await page.keyboard.press('Escape');
  await expect(page.locator('.sight-drawn canvas')).toBeVisible();
  await page.keyboard.press('Escape');
  await day.focusGrid();
}
