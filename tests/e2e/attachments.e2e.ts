import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pdfOf, pngOf } from '../api/files';
import { A, OfficeDay } from './office-day';
import { fontsLeftOut, imagesIn, pagesOf, structureOf, textOf } from './paper';
import { answerOpenDialog, answerSaveDialog, type Program, startProgram } from './program';

let program: Program;
let day: OfficeDay;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-scans-'));
  program = await startProgram({ size: { width: 1366, height: 768 } });
  day = new OfficeDay(program);
});
test.afterEach(async () => {
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

async function openFirstDossierOfA(): Promise<void> {
  await day.foundDemonstration();
  await day.signIn(A);
  await day.openDossier('青禾');
  await day.focusGrid();
}

test('scans are dropped, pasted and chosen, looked at, turned, printed and taken away', async () => {
  const { keyboard } = page();
  await openFirstDossierOfA();
  await page().locator('.volume-entry').press('ArrowDown');
  await keyboard.press('Alt+a');
  await expect(page().locator('.frame h1')).toContainText('附件');
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

test('a PDF and a turned picture go to paper', async () => {
  await openFirstDossierOfA();
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
