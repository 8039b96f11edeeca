import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { officePdf, pdfOf, pngOf, scannedPdf, sha256 } from '../api/files';
import { keepTitles } from './kept-titles';
import { A, ADMINISTRATOR, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { finds, fontsLeftOut, imagesIn, pagesOf, structureOf, textOf } from './paper';
import { answerOpenDialog, answerSaveDialog, type Launch, type Program, startProgram } from './program';
import { CUSTODIAN } from './safe-office';

let program: Program;
let day: OfficeDay;
let folder: string;
let titleId: number | undefined;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-scans-'));
  const before: Launch['before'] = async (asks) => {
    [titleId] = (await keepTitles(asks)).titles;
  };
  program = await startProgram({ size: { width: 1366, height: 768 }, before });
  day = new OfficeDay(program);
});
test.afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = () => program.page;
const lines = () => page().locator('.attachments-line');
const sight = () => page().locator('.sight-drawn canvas');
/** Brightness of the drawn picture at its top, middle, bottom, left and right: tells how it is turned. */
const darkSide = () =>
  sight().evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const at = (x: number, y: number) =>
      canvas.getContext('2d')?.getImageData(Math.floor(canvas.width * x), Math.floor(canvas.height * y), 1, 1).data[0];
    const sides = { top: at(0.5, 0.1), right: at(0.9, 0.5), bottom: at(0.5, 0.9), left: at(0.1, 0.5) };
    const [darkest] = Object.entries(sides).sort(([, a = 0], [, b = 0]) => a - b);
    return darkest?.[0];
  });

/** Files as a person drops them from the desktop: real bytes, no path. */
async function drop(selector: string, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const transfer = await page().evaluateHandle(
    (its) => {
      const data = new DataTransfer();
      for (const { name, base64 } of its)
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return data;
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page().locator(selector).dispatchEvent(type, { dataTransfer: transfer });
}

/** Ctrl+V with a picture on the real clipboard, as a screenshot tool puts it there; newer runtimes are told by the event alone. */
async function pastePicture(bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  const copied = await program.electron.evaluate(({ clipboard, nativeImage }, its) => {
    const older = clipboard as unknown as { writeImage?: (image: Electron.NativeImage) => void };
    older.writeImage?.(nativeImage.createFromDataURL(`data:image/png;base64,${its}`));
    return older.writeImage !== undefined;
  }, base64);
  if (copied) return page().keyboard.press('Control+v');
  await page().evaluate((its) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([Uint8Array.from(atob(its), (letter) => letter.charCodeAt(0))], 'image.png'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, base64);
}

const goTo = (hash: string) =>
  page().evaluate((its) => {
    window.location.hash = its;
  }, hash);

/** Every test has a dossier of its own. */
async function openDossierOfA(): Promise<void> {
  await day.begin(A);
  const classes = await program.ask<{ id: number; code?: string }[]>('recordClass.list');
  const classId = classes.find(({ code }) => code === 'rules')?.id;
  const { id } = await program.ask('dossier.open', { classId, title: test.info().title, year: 2026 });
  await goTo(`#/dossier/${id}`);
  await day.focusGrid();
}

// The first, for it counts every file that the company has.
test('the administrator finds a missing, an altered and a stray file, and what they belong to', async () => {
  await openDossierOfA();
  await drop('.attachment-strip', [
    { name: '不见了.png', bytes: pngOf('missing') },
    { name: '改动了.png', bytes: pngOf('altered') },
  ]);
  await expect(page().locator('.attachment-pictures img')).toHaveCount(2);
  await day.begin(ADMINISTRATOR);
  await goTo('#/audit');
  const check = page().getByRole('button', { name: '核对附件文件' });
  await check.click();
  await day.see('附件完整：2 个文件');
  const fileOf = (mark: string) => {
    const name = sha256(pngOf(mark));
    return join(program.dataDir, 'blobs', name.slice(0, 2), name);
  };
  unlinkSync(fileOf('missing'));
  appendFileSync(fileOf('altered'), 'x');
  writeFileSync(join(program.dataDir, 'blobs', 'note.txt'), 'stray');
  await check.click();
  await day.see('3 个附件文件与登记不符');
  await page().getByRole('button', { name: '逐个查看' }).click();
  const faults = page().getByRole('dialog').locator('tbody tr');
  await expect(faults).toHaveCount(3);
  await expect(faults.filter({ hasText: '不见了.png' })).toContainText('文件不见了');
  await expect(faults.filter({ hasText: '改动了.png' })).toContainText('内容与登记不符');
  await expect(faults.filter({ hasText: 'note.txt' })).toContainText('没有登记');
});

test('scans are dropped, pasted and chosen, looked at, turned, printed and taken away', async () => {
  await day.begin(A);
  await day.openDossier('青禾');
  await day.focusGrid();
  const { keyboard } = page();
  await page().locator('.volume-entry').press('ArrowDown');
  await keyboard.press('Alt+a');
  await expect(pageHeading(page())).toContainText('附件');
  await day.see('这卷档案还没有附件');

  await drop('.attachments', [{ name: '../../借款申请书.png', bytes: pngOf('application', 300, 420) }]);
  await day.see('已添加 1 份附件。');
  await expect(lines()).toHaveCount(1);
  await expect(lines().first()).toContainText('借款申请书.png');
  await expect(page().locator('.attachments-index h2')).not.toHaveText('整卷');
  await expect(sight()).toBeVisible();
  await expect.poll(darkSide).toBe('top');

  await pastePicture(pngOf('pasted', 200, 100));
  await expect(lines()).toHaveCount(2);
  await expect(lines().nth(1)).toContainText('粘贴的图片.png');

  writeFileSync(join(folder, '合同.pdf'), pdfOf('Contract page', 3));
  writeFileSync(join(folder, '手机照片.jpg'), '\0\0\0\x18ftypheic');
  await answerOpenDialog(program, [join(folder, '合同.pdf'), join(folder, '手机照片.jpg')]);
  await keyboard.press('Control+n');
  await expect(lines()).toHaveCount(3);
  await day.see(/「手机照片.jpg」是手机的 HEIC 照片/);

  // Through the scans with the arrow keys, through the pages with PageDown.
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(lines().nth(2)).toHaveAttribute('aria-current', 'true');
  await day.see('第 1 / 3 页');
  await keyboard.press('PageDown');
  await day.see('第 2 / 3 页');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await expect(lines().first()).toHaveAttribute('aria-current', 'true');

  await keyboard.press('r');
  await expect.poll(darkSide).toBe('right');
  await keyboard.press('r');
  await expect.poll(darkSide).toBe('bottom');

  // It is kept: whoever comes next sees it as it was turned.
  await keyboard.press('Escape');
  await expect(page().getByRole('grid')).toBeVisible();
  await expect(page().locator('.volume-clip')).toHaveText('3');
  await expect(page().locator('.attachment-pictures img')).toHaveCount(3);
  await page().locator('.attachment-pictures a').first().click();
  await expect.poll(darkSide).toBe('bottom');

  await keyboard.press('Delete');
  await expect(page().getByRole('dialog')).toBeVisible();
  await keyboard.type('扫描不清楚');
  await page().getByRole('button', { name: '移除', exact: true }).last().click();
  await expect(lines()).toHaveCount(2);
  await day.see('另有 1 份已移除');
});

test('the custodian keeps scans of a title: pasted, dropped, turned, printed, and taken away with a reason', async () => {
  const { keyboard } = page();
  await day.begin(CUSTODIAN);
  await goTo(`#/titles/${titleId}`);
  await expect(pageHeading(page())).toContainText('0031876');
  await drop('.attachment-strip', [{ name: '正面.png', bytes: pngOf('front', 300, 420) }]);
  await expect(page().locator('.attachment-pictures img')).toHaveCount(1);

  await keyboard.press('Alt+a');
  await expect(pageHeading(page())).toContainText('附件');
  await day.see('粤（2021）深圳市不动产权第0031876号 · 不动产权证书');
  await pastePicture(pngOf('pasted', 200, 100));
  await expect(lines()).toHaveCount(2);
  writeFileSync(join(folder, '附图.pdf'), pdfOf('Plan'));
  await answerOpenDialog(program, [join(folder, '附图.pdf')]);
  await keyboard.press('Control+n');
  await expect(lines()).toHaveCount(3);
  await expect(page().getByRole('button', { name: '改归' })).toHaveCount(0);
  await expect.poll(darkSide).toBe('top');
  await keyboard.press('r');
  await expect.poll(darkSide).toBe('right');

  await keyboard.press('Control+p');
  await expect(page().locator('.sheet-attachment')).toHaveCount(1);
  const file = join(folder, 'title.pdf');
  await answerSaveDialog(program, file);
  await keyboard.press('Control+s');
  await day.see(file);
  for (const words of ['粤（2021）深圳市不动产权第0031876号', '不动产权证书', '正面.png'])
    expect(finds(textOf(file), words), words).toBe(true);
  await keyboard.press('Escape');

  await expect(lines()).toHaveCount(3);
  await keyboard.press('Delete');
  await expect(page().getByRole('dialog')).toBeVisible();
  await keyboard.type('扫描不清楚');
  await page().getByRole('button', { name: '移除', exact: true }).last().click();
  await expect(lines()).toHaveCount(2);
  await keyboard.press('Escape');
  await expect(page().locator('.attachment-pictures img')).toHaveCount(2);
  await day.see('移除附件');
});

test('a PDF and a turned picture go to paper', async () => {
  await openDossierOfA();
  await drop('.attachment-strip', [
    { name: '合同.pdf', bytes: pdfOf('Contract page', 3) },
    { name: '照片.png', bytes: pngOf('photo', 400, 200) },
  ]);
  await expect(page().locator('.attachment-pictures img')).toHaveCount(2);
  for (const [at, pages] of [
    [0, 3],
    [1, 1],
  ] as const) {
    await page().locator('.attachment-pictures a').nth(at).click();
    await expect(sight()).toBeVisible();
    await page().keyboard.press('Control+p');
    await expect(page().locator('.sheet-attachment')).toHaveCount(pages);
    const file = join(folder, `${at}.pdf`);
    await answerSaveDialog(program, file);
    await page().keyboard.press('Control+s');
    await day.see(file);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file)).toEqual([]);
    expect([pagesOf(file), imagesIn(file)]).toEqual([pages, pages]);
    expect(textOf(file)).toContain(at === 0 ? '合同.pdf' : '照片.png');
    await page().keyboard.press('Escape');
    await expect(sight()).toBeVisible();
    await page().keyboard.press('Escape');
    await expect(page().getByRole('grid')).toBeVisible();
  }
});

/** How many of a hundred places of what is shown are dark. */
const darkness = () =>
  sight().evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let dark = 0;
    for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 100) dark += 1;
    return Math.round((100 * 4 * dark) / pixels.length);
  });

test('PDFs as scanners and office programs make them are shown under the strict policy; broken and locked ones say so', async () => {
  await openDossierOfA();
  const violations: string[] = [];
  await program.electron.evaluate(({ session }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    session.defaultSession.webRequest.onCompleted(({ url, statusCode }) => seen.push(`${statusCode} ${url}`));
  });
  page().on(
    'console',
    (message) => message.text().includes('Content Security Policy') && violations.push(message.text()),
  );
  const plain = join(folder, 'plain.pdf');
  const locked = join(folder, '3-locked.pdf');
  writeFileSync(plain, pdfOf('Locked'));
  execFileSync('qpdf', ['--encrypt', 'secret', 'secret', '256', '--', plain, locked]);
  await page().keyboard.press('Alt+a');
  await expect(pageHeading(page())).toContainText('附件');
  await drop('.attachments', [
    { name: '1-scanned.pdf', bytes: scannedPdf() },
    { name: '2-office.pdf', bytes: officePdf() },
    { name: '3-locked.pdf', bytes: readFileSync(locked) },
    { name: '4-broken.pdf', bytes: Buffer.from('%PDF-1.7 and then nothing that a PDF has') },
    { name: '5-broken.png', bytes: pngOf('broken').subarray(0, 40) },
  ]);
  await expect(lines()).toHaveCount(5);
  await lines().nth(0).click();
  await expect.poll(darkness).toBe(100);
  await lines().nth(1).click();
  await expect.poll(darkness).toBeGreaterThan(0);
  expect(await darkness()).toBeLessThan(30);
  const seen = await program.electron.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen).toContain('200 app://anjuan/pdf/cmaps/UniGB-UCS2-H.bcmap');
  // From one to the next without waiting: what is put away takes nothing from what is opened.
  for (const at of [0, 1, 0, 1, 0, 1, 0]) await lines().nth(at).click();
  await expect.poll(darkness).toBe(100);
  await lines().nth(2).click();
  await day.see('这份 PDF 设了打开密码');
  await lines().nth(3).click();
  await day.see('这份 PDF 打不开');
  await lines().nth(4).click();
  await day.see('这张图片打不开');
  expect(violations).toEqual([]);
});

test('a large file shows how far it is and can be stopped; nothing half stays, and a locked window shows no scan', async () => {
  await openDossierOfA();
  await page().keyboard.press('Alt+a');
  await expect(pageHeading(page())).toContainText('附件');
  await page().evaluate(() => {
    const data = new DataTransfer();
    const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    data.items.add(new File([head, new Uint8Array(180 * 1_048_576)], 'large.jpg'));
    document.querySelector('.attachments')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  await day.see(/正在收「large.jpg」/);
  await page().getByRole('button', { name: '停止' }).click();
  await day.see('这个文件没有收完就停下了');
  await expect(lines()).toHaveCount(0);
  // It is said before the last of it is taken away.
  await expect.poll(() => readdirSync(join(program.dataDir, 'blobs', '.incoming'))).toEqual([]);

  await drop('.attachments', [{ name: 'a.png', bytes: pngOf('a', 60, 90) }]);
  await expect(sight()).toBeVisible();
  await page().keyboard.press('Control+l');
  await day.see('窗口已锁定');
  expect(await page().locator('canvas, img[src^="data:"], img[src^="blob:"]').count()).toBe(0);
  const reply = await program.invoke('attachment.read', { id: 1, from: 0, length: 10 });
  expect(reply).toMatchObject({ ok: false, error: { code: 'locked' } });
});
