import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { DossierView, PasteReading } from '../../shared/api/dossier.contract';
import type { HandoverView } from '../../shared/api/handover.contract';
import type { LedgerRow } from '../../shared/api/ledger.contract';
import { LABEL_LAYOUTS, layLabels, spineLayout } from '../../shared/print/label-layouts';
import { A, ARCHIVIST, B, SAMPLE } from './office-day';
import { pageHeading } from './page-heading';
import { count, finds, fontsLeftOut, structureOf, textOf } from './paper';
import { answerSaveDialog, PASSWORD, PIN, type Program, startProgram } from './program';
import { barcodeIn, rasterOf } from './read-barcode';
import { type Asks, foundDemonstration } from './work-before';

const RARE = '𠮷㐂䶮建材商贸有限公司流动资金贷款 180 万元';
const WRONG = '房产证复印件移出，交权证管理员。';

let program: Program;
let folder: string;
let dossierId: number;

/** A dossier of two volumes with notes, on its way from A to the shelf. */
async function fileTwoVolumes({ ask }: Asks): Promise<number> {
  await ask('people.signIn', { login: A, password: PASSWORD });
  const [project] = await ask<{ id: number }[]>('project.list', { openable: true });
  const { id } = await ask<{ id: number }>('dossier.open', { projectId: project?.id, title: RARE, year: 2026 });
  const { items } = await ask<PasteReading>('dossier.readPaste', { text: SAMPLE });
  const inFirst = (part: string) => part === 'approval' || part === 'contracts';
  const list = items.map(({ line: _, remarkSaysUnsigned: __, ...item }) => ({
    ...item,
    volume: inFirst(item.part) ? 1 : 2,
  }));
  await ask('dossier.compile', { id, revision: 0, items: list });
  const note = (kind: string, text: string, volume?: number) =>
    ask<{ id: number }>('note.write', { dossierId: id, kind, text, ...(volume && { volume }) });
  await note('damaged', '第 12 页右下角缺损，缺损处无文字。');
  await ask('note.strike', { id: (await note('removed', WRONG, 1)).id, reason: '记错了卷' });
  await handOver(ask, id);
  return id;
}

async function handOver(ask: Asks['ask'], id: number): Promise<void> {
  const signIn = (login: string) => ask('people.signIn', { login, password: PASSWORD });
  const give = async (kind: string) => {
    const { revision } = await ask<DossierView>('dossier.show', { id });
    return (await ask<{ id: number }>('handover.give', { dossierId: id, kind, revision, signature: PIN })).id;
  };
  const tick = async (handoverId: number) => {
    const { items } = await ask<HandoverView>('handover.show', { id: handoverId });
    await ask('handover.check', { id: handoverId, found: items.map((i) => ({ itemId: i.id, pagesFound: i.pages })) });
  };
  const toB = await give('aToB');
  await signIn(B);
  await tick(toB);
  await ask('handover.acceptAtB', { id: toB, signature: PIN });
  const toArchive = await give('bToArchive');
  await signIn(ARCHIVIST);
  await tick(toArchive);
  const place = { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' };
  await ask('handover.acceptAtArchive', { id: toArchive, place, signatures: { a: PIN, b: PIN, archivist: PIN } });
}

const RECEIVED = { filter: { state: 'received' }, sort: 'archiveNo', descending: false };

async function pdfOf(subject: { form: string } & Record<string, unknown>): Promise<string> {
  const file = join(folder, `${subject.form} ${JSON.stringify(subject.look ?? '').replace(/\W+/g, '-')}.pdf`);
  await answerSaveDialog(program, file);
  await program.ask('print.savePdf', subject);
  return file;
}
const pagesOf = (file: string) =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-labels-'));
  program = await startProgram({
    size: { width: 1366, height: 768 },
    before: async (asks) => {
      await foundDemonstration(asks);
      dossierId = await fileTwoVolumes(asks);
    },
  });
  await program.ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
  await program.page.reload();
});
test.afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A label for every volume on the shelf, in the order of the ledger. */
async function expectedCodes(): Promise<string[]> {
  const { rows } = await program.ask<{ rows: LedgerRow[] }>('ledger.list', RECEIVED);
  return rows.flatMap(({ id, volumes }) => Array<string>(volumes).fill(`AJ-D-${String(id).padStart(6, '0')}`));
}

test('every sheet of labels can be scanned: each volume once, in order, where the sheet has its label', async () => {
  const codes = await expectedCodes();
  expect(codes.length).toBeGreaterThan(5);
  for (const [layout, first] of [
    ['70x37', 1],
    ['99x38', 3],
    ['48x25', 38],
    ['105x74', 6],
  ] as const) {
    const { width, height } = LABEL_LAYOUTS[layout];
    const file = await pdfOf({ form: 'dossier-labels', asked: RECEIVED, look: { layout, begin: first } });
    const sheets = layLabels(codes.length, LABEL_LAYOUTS[layout], first);
    expect(pagesOf(file)).toBe(sheets.length);
    const read = sheets.flatMap((labels, index) => {
      const raster = rasterOf(file, index + 1);
      return labels.map(({ x, y }) => barcodeIn(raster, { x, y, width, height }));
    });
    expect(read, layout).toEqual(codes);
    const text = textOf(file);
    for (const words of ['鸿借字第001号', RARE, '第1册共2册', '第2册共2册', '30年'])
      expect(finds(text, words), words).toBe(true);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file)).toEqual([]);
  }
});

test('spines from the thinnest to the thickest carry every field and a barcode that can be scanned', async () => {
  const codes = await expectedCodes();
  for (const width of [10, 30, 50]) {
    const file = await pdfOf({ form: 'spine-label', asked: RECEIVED, look: { width } });
    const layout = spineLayout(width);
    const read = layLabels(codes.length, layout).flatMap((labels, index) => {
      const raster = rasterOf(file, index + 1);
      return labels.map(({ x, y }) => barcodeIn(raster, { x, y: y + 195, width, height: 54, upright: true }));
    });
    expect(read, `${width} mm`).toEqual(codes);
    const text = textOf(file);
    for (const words of [
      '𠮷',
      '㐂',
      '䶮',
      '年度',
      '2026',
      '保管期限',
      '30年',
      '起止件号',
      '1–16',
      '17–38',
      '盒号',
      '07盒',
      '1/2',
    ])
      expect(finds(text, words), `${width} mm: ${words}`).toBe(true);
    expect(fontsLeftOut(file)).toEqual([]);
  }
});

test('a box has one label however many of its volumes are chosen, with the numbers in it', async () => {
  const file = await pdfOf({ form: 'box-labels', id: dossierId, look: { layout: '99x38' } });
  const { width, height, left, top } = LABEL_LAYOUTS['99x38'];
  expect(barcodeIn(rasterOf(file), { x: left, y: top, width, height })).toMatch(/^AJ-B-\d{6}$/);
  const text = textOf(file);
  for (const words of ['07盒', '一室03柜2层', '鸿借字第001号', '共1卷']) expect(finds(text, words), words).toBe(true);
  expect(count(text, '07盒')).toBe(1);
});

test('the note sheet of each volume says what happened, who compiled and who checked', async () => {
  const file = await pdfOf({ form: 'note-sheet', id: dossierId });
  expect(pagesOf(file)).toBe(2);
  const text = textOf(file);
  for (const words of [
    '备考表',
    '缺损',
    '第12页右下角缺损',
    '记错了卷',
    '16件',
    '22件',
    '立卷人',
    '检查人',
    '2026年3月2日',
  ])
    expect(finds(text, words), words).toBe(true);
  expect([count(text, '第12页右下角缺损'), count(text, WRONG)]).toEqual([2, 1]);
  const { items } = await program.ask<DossierView>('dossier.show', { id: dossierId });
  const pages = (volume: number) =>
    items.filter((item) => item.volume === volume && item.part !== 'annex').reduce((sum, item) => sum + item.pages, 0);
  expect(finds(text, `${pages(1)}页`) && finds(text, `${pages(2)}页`)).toBe(true);
});

test('cover and in-volume list are made out for each volume, its pages from 1', async () => {
  const cover = await pdfOf({ form: 'dossier-cover', id: dossierId });
  expect(pagesOf(cover)).toBe(2);
  const list = textOf(await pdfOf({ form: 'volume-list', id: dossierId }));
  for (const words of ['第1册共2册', '第2册共2册']) {
    expect(finds(textOf(cover), words), words).toBe(true);
    expect(finds(list, words), words).toBe(true);
  }
  expect(finds(list, '贷前调查报告2026-02-221–14')).toBe(true);
});

test('clients, projects and handovers print as they are filtered', async () => {
  const { page } = program;
  const open = async (hash: string, heading: RegExp) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    // The page before is still there for a moment, and would take the keys.
    await expect(page.locator('.frame h1', { hasText: heading })).toBeVisible();
  };
  await open('#/clients', /客户/);
  await page.getByPlaceholder(/名称/).fill('石桥');
  await expect(page.locator('table.rows tbody tr')).toHaveCount(1);
  await page.keyboard.press('Control+p');
  await expect(page.locator('.paper-form > .sheet-client-list')).toContainText('石桥机电');
  await expect(page.locator('.paper-form > .sheet-client-list')).toContainText('含“石桥”');
  await expect(page.locator('.paper-form > .sheet-client-list')).toContainText('共 1 位客户');
  await open('#/handover', /移交/);
  await page.keyboard.press('Control+p');
  await expect(page.locator('.paper-form > .sheet-handover-register')).toContainText('未办结');
  await open('#/clients/1', /石桥/);
  await page.keyboard.press('Control+p');
  await expect(page.locator('.paper-form > .sheet-project-list')).toContainText('共 1 个项目');
  for (const [hash, heading, form, filter, sums] of [
    ['#/numbers', /档号登记/, 'number-register', '档号', /共 \d+ 个档号，其中作废 \d+ 个/],
    ['#/places', /存放位置/, 'place-list', '一室 ', /共 \d+ 盒，\d+ 卷/],
    ['#/disposal', /鉴定与销毁/, 'due-list', '到期待鉴定', /共 \d+ 卷，\d+ 页/],
  ] as const) {
    await open(hash, heading);
    await expect(page.getByRole('button', { name: /导出/ })).toBeVisible();
    await page.keyboard.press('Control+p');
    const sheet = page.locator(`.paper-form > .sheet-${form}`);
    await expect(sheet).toContainText(filter);
    await expect(sheet).toContainText(sums);
  }
});

test('the width of a spine is chosen beside the preview and kept for the next time', async () => {
  const { page } = program;
  const open = (hash: string) =>
    page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
  await open(`#/print/spine-label/${dossierId}`);
  await expect(page.locator('.spine').first()).toBeVisible();
  const width = page.getByLabel('脊背宽（毫米）');
  await width.fill('45');
  await expect(page.locator('.label').first()).toHaveCSS('width', /^170\.0\d*px$/);
  await open('#/');
  await expect(pageHeading(page)).toHaveText('工作台');
  await open(`#/print/spine-label/${dossierId}`);
  await expect(page.getByLabel('脊背宽（毫米）')).toHaveValue('45');
});

test('a note is written and struck on the dossier by keys', async () => {
  const { page } = program;
  await page.evaluate((its) => {
    window.location.hash = its;
  }, `#/dossier/${dossierId}`);
  await expect(page.getByText('记备考')).toBeVisible();
  await page.keyboard.press('Control+b');
  const text = page.getByLabel('情况说明');
  await text.fill('补充保险单一份。');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.notes')).toContainText('补充保险单一份。');
  await page.getByRole('button', { name: /划去「补充保险单一份/ }).press('Enter');
  await page.getByLabel('为什么划去').fill('尚未补到');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.notes s')).toContainText(['补充保险单一份。']);
  await expect(page.locator('.notes')).toContainText('尚未补到');
});
