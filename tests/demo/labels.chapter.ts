import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { LedgerRow } from '../../shared/api/ledger.contract';
import type { NumberSeries } from '../../shared/api/number.contract';
import { LABEL_LAYOUTS, layLabels, spineLayout } from '../../shared/print/label-layouts';
import type { OfficeDay } from '../e2e/office-day';
import { fontsLeftOut, structureOf } from '../e2e/paper';
import { answerSaveDialog, type Program } from '../e2e/program';
import { barcodeIn, rasterOf } from '../e2e/read-barcode';
import { type Album, FOLDER } from './album';

const ON_SHELF = encodeURIComponent(
  JSON.stringify({ filter: { group: 'received' }, sort: 'archiveNo', descending: false }),
);
const STEPS = encodeURIComponent(JSON.stringify({ name: 'steps', which: 'all' }));
const CODE = /^AJ-[DB]-\d{6}$/;

/** A note on the newest dossier, its note sheet, labels of everything on the shelf, the lists of other pages, and a torn barcode. */
export async function keepLabels(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const reply = await program.invoke('ledger.list', { filter: { group: 'received' } });
  const id = reply.ok ? (reply.data as { rows: LedgerRow[] }).rows[0]?.id : undefined;
  await open(program, `/dossier/${id}`, '.volume-grid');
  await page.keyboard.press('Control+b');
  await expect(page.getByLabel('情况说明')).toBeVisible();
  await page.getByLabel('情况说明').fill('第 12 页右下角缺损，缺损处无文字。');
  await album.take('note', '记备考：缺损、修改、补充、移出、销毁');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.notes')).toContainText('缺损处无文字');
  await page.locator('.notes').scrollIntoViewIfNeeded();
  await album.take('notes', '案卷页上的备考，记错了只能划去');
  await keep(day, album, program, 'note-sheet', `/print/note-sheet/${id}`, '备考表');
  const spines = await keep(day, album, program, 'spine-label', `/print/spine-label?asked=${ON_SHELF}`, '案卷脊背');
  const [spine] = layLabels(1, spineLayout(30))[0] ?? [];
  const upright = { x: spine?.x ?? 0, y: (spine?.y ?? 0) + 195, width: 30, height: 54, upright: true };
  expect(barcodeIn(rasterOf(spines), upright)).toMatch(CODE);
  for (const [form, layout, words] of [
    ['dossier-labels', '70x37', '案卷标签'],
    ['box-labels', '99x38', '盒标签'],
  ] as const) {
    const { left, top, width, height } = LABEL_LAYOUTS[layout];
    const file = await keep(day, album, program, form, `/print/${form}?asked=${ON_SHELF}`, words);
    expect(barcodeIn(rasterOf(file), { x: left, y: top, width, height })).toMatch(CODE);
  }
  await keep(day, album, program, 'client-list', '/print/client-list', '客户一览表');
  await keep(day, album, program, 'project-list', '/print/project-list', '项目一览表');
  await keep(day, album, program, 'handover-register', '/print/handover-register', '移交登记表');
  await keep(day, album, program, 'office-list', `/print/office-list?asked=${STEPS}`, '没有专门表单的列表，照样打印');
  const register = `/print/number-register?asked=${await seriesWithVoid(program)}`;
  await keep(day, album, program, 'number-register', register, '档号登记表，作废的号也在');
  await keep(day, album, program, 'place-list', '/print/place-list', '存放位置一览表');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('AJ-D-00');
  await page.keyboard.press('Enter');
  await day.see('条码没有读全');
  await album.take('torn-barcode', '条码没有读全：说明怎么办');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function seriesWithVoid({ invoke }: Program): Promise<string> {
  const reply = await invoke('number.series');
  const its = reply.ok ? (reply.data as NumberSeries[]).find((series) => series.void > 0) : undefined;
  return encodeURIComponent(JSON.stringify({ classId: its?.classId, year: its?.year }));
}

async function open({ page }: Program, path: string, wait: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await expect(page.locator(wait).first()).toBeVisible();
}

async function keep(day: OfficeDay, album: Album, program: Program, form: string, path: string, words: string) {
  await open(program, path, `.paper-form > .sheet-${form}`);
  await album.take(`preview-${form}`, words);
  const file = join(FOLDER, `${form}.pdf`);
  await answerSaveDialog(program, file);
  await program.page.keyboard.press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  return file;
}
