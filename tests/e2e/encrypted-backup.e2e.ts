import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import { bagsOn } from '../api/bags';
import { answerOpenDialog, PASSWORD, type Program, startProgram } from './program';
import { rasterOf } from './read-barcode';
import { foundDemonstration } from './work-before';

let stick: string;
let program: Program;
test.beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'anjuan-sealed-'));
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  await program.invoke('people.signIn', { login: 'sujingxing', password: PASSWORD });
  await program.page.reload();
});
test.afterAll(async () => {
  await program.close();
  rmSync(stick, { recursive: true, force: true });
});

const go = (hash: string) =>
  program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);

/** The paper as a person and a scanner read it: the letters of each copy, and what its QR code says. */
async function readPaper(): Promise<{ letters: string; qr: string }[]> {
  const sheets = program.page.locator('.sheet-backup-key');
  await expect(sheets).toHaveCount(2);
  const pdf = join(stick, 'paper.pdf');
  const base64 = await program.electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('base64') ?? '';
  });
  writeFileSync(pdf, Buffer.from(base64, 'base64'));
  const onScreen = qrIn(pdf);
  rmSync(pdf);
  const letters = await sheets.evaluateAll((all) =>
    all.map((sheet) => [...sheet.querySelectorAll('.key-groups li')].map((its) => its.textContent).join(' ')),
  );
  const texts = (await sheets.allTextContents()).map((text) => text.replace(/\s+/g, ''));
  expect(texts.map((text, at) => [...FIELDS, ...(ITS_OWN[at] ?? [])].filter((field) => !text.includes(field)))).toEqual(
    [[], []],
  );
  expect(texts[0]).not.toContain('另一处');
  return letters.map((its) => ({ letters: its, qr: onScreen }));
}

/** As somebody with a scanner does who tries again with another resolution. */
function qrIn(pdf: string): string {
  const read = (dpi: number) => {
    const { width, height, grey } = rasterOf(pdf, 1, dpi);
    const source = new RGBLuminanceSource(new Uint8ClampedArray(grey), width, height);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  };
  for (const dpi of [300, 200]) {
    try {
      return read(dpi);
    } catch {
      // Once more.
    }
  }
  return read(150);
}

/** Every field of the paper, and of each copy to whom it goes. */
const FIELDS = [
  ...['备份私钥', '鸿远小额贷款有限公司', '生成时间2026-03-02', '生成人苏景行', '公钥age1', 'AGE-SECRET-KEY-1'],
  ...['不拍照、不扫描', '恢复时：', '没有程序时：', 'age-d-ikey.txt', '保管人签字', '存放地点', '封存日期'],
];
const ITS_OWN = [
  ['第一份', '公司保险柜', '第1页共2页'],
  ['第二份', '另一处', '第2页共2页'],
];

/** Files of the data folder in which a text stands, in letters of either width. */
const holding = (text: string) =>
  readdirSync(program.dataDir, { recursive: true, withFileTypes: true })
    .filter((its) => its.isFile())
    .filter((its) => {
      const bytes = readFileSync(join(its.parentPath, its.name));
      return [Buffer.from(text), Buffer.from(text, 'utf16le')].some((form) => bytes.includes(form));
    })
    .map(({ name }) => name);

test('an administrator prints a key twice, types it from paper and signs; the backup opens with that paper only', async () => {
  const { page } = program;
  await go('#/backup');
  await page.getByRole('button', { name: '生成一把私钥' }).press('Enter');
  await expect(page.getByRole('button', { name: '先打印私钥，一式两份' })).toBeFocused();
  await page.keyboard.press('Enter');
  const [first, second] = await readPaper();
  expect(second?.letters).toBe(first?.letters);
  const key = `AGE-SECRET-KEY-1${first?.letters.replaceAll(' ', '')}`;
  expect(key).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
  expect(first?.qr).toBe(key);
  await expect(page.getByRole('button', { name: '存为 PDF' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  const field = page.getByLabel('纸上的私钥');
  await expect(field).toBeFocused();
  await field.fill('QQQQ');
  await page.getByLabel('苏景行 签字').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('录入有误');
  await field.fill(first?.letters.toLowerCase() ?? '');
  await page.getByLabel('苏景行 签字').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('起加密，苏景行 签字')).toBeVisible();

  await answerOpenDialog(program, [stick]);
  expect(await program.invoke('backup.make', { onOwnDisk: true })).toMatchObject({ ok: true });
  await expect(page.getByText('已加密').first()).toBeVisible();
  await go('#/backup/restore');
  await page.getByRole('row', { name: stick }).getByRole('button', { name: '查验、恢复' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('这份备份已加密');
  await page.keyboard.type('AGE-SECRET-KEY-1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('录入有误');
  await dialog.getByLabel('纸上的私钥').fill(key);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: '查验结果' }).getByText('通过')).toHaveCount(8, { timeout: 20_000 });
  // The keys go to the first signature as soon as it is there; Esc counts from then on.
  await expect(page.getByLabel('苏景行 签字')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '选别的文件夹' })).toBeVisible();

  // While it runs, with its logs, its profile and its write-ahead log; and what is no secret is found.
  expect([...holding(key), ...holding(key.slice(16)), ...holding(first?.letters ?? '?')]).toEqual([]);
  const [bag = ''] = bagsOn(stick);
  const info = readFileSync(join(stick, bag, 'bag-info.txt'), 'utf8');
  expect(holding(/Anjuan-Recipient: (\S+)/.exec(info)?.[1] ?? '?').join()).toContain('ledger.sqlite');
});
