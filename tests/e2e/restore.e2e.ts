import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bagsOn } from '../api/bags';
import { pageHeading } from './page-heading';
import { answerOpenDialog, answerSaveDialog, PASSWORD, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let stick: string;
let elsewhere: string;
let program: Program;
test.beforeAll(() => {
  stick = mkdtempSync(join(tmpdir(), 'anjuan-stick-'));
});
test.afterAll(async () => {
  await program.close();
  for (const its of [stick, elsewhere]) rmSync(its, { recursive: true, force: true });
});

const size = { width: 1366, height: 768 };

test('a rehearsal is printed on one page; on a new computer two people restore by keyboard', async () => {
  program = await startProgram({ size, before: foundDemonstration });
  await program.invoke('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  await program.page.reload();
  await answerOpenDialog(program, [stick]);
  await program.invoke('backup.make', { onOwnDisk: true });
  await program.page.evaluate(() => {
    window.location.hash = '#/backup/restore';
  });
  const { page } = program;
  await expect(page.getByRole('button', { name: '查验、恢复' }).first()).toBeFocused();
  // The ring of focus is drawn outside of a button: what scrolls must not cut it.
  const beyond = await page.getByRole('button', { name: '选别的文件夹' }).evaluate((button) => {
    const scroll = button.closest('.page-scroll');
    return button.getBoundingClientRect().left - (scroll?.getBoundingClientRect().left ?? 0);
  });
  expect(beyond).toBeGreaterThanOrEqual(3);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(pageHeading(page)).toContainText('恢复演练记录');
  const pdf = join(stick, 'rehearsal.pdf');
  await answerSaveDialog(program, pdf);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').filter({ hasText: 'rehearsal.pdf' })).toBeVisible({ timeout: 20_000 });
  const [bag = ''] = bagsOn(stick);
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const field of [
    ...['恢复演练记录', '鸿远小额贷款有限公司', '沈砚秋', '2026-03-02 16:', bag, stick, '通过：可以恢复', '共 1 页'],
    ...[
      '逐个文件核对',
      '结构是本程序认得的',
      '数据库完好',
      '操作日志和签字完整',
      '扫描件齐全',
      '案卷',
      '权证',
      '借阅单',
    ],
  ])
    expect(text.replace(/\s/g, '')).toContain(field.replace(/\s/g, ''));
  rmSync(pdf);
  // Made on a computer on which the work went on: what it holds the restored ledger will never have had.
  elsewhere = mkdtempSync(join(tmpdir(), 'anjuan-elsewhere-'));
  await answerOpenDialog(program, [elsewhere]);
  await program.invoke('backup.make', { onOwnDisk: true });
  await program.close();

  program = await startProgram({ size });
  const fresh = program.page;
  await answerOpenDialog(program, [stick]);
  await expect(fresh.getByRole('button', { name: '从备份恢复' })).toBeVisible();
  await fresh.keyboard.press('Control+b');
  await expect(fresh.getByRole('button', { name: '选别的文件夹' })).toBeFocused();
  await fresh.keyboard.press('Control+o');
  await expect(fresh.getByLabel('苏景行 签字')).toBeFocused({ timeout: 20_000 });
  await expect(fresh.getByText('恢复不会少什么')).toBeVisible();
  await expect(fresh.getByRole('list', { name: '查验结果' }).getByText('通过')).toHaveCount(8);
  // Put away, and looked through once more.
  await fresh.keyboard.press('Escape');
  await expect(fresh.getByRole('button', { name: '查验、恢复' }).first()).toBeFocused();
  await fresh.keyboard.press('Control+o');
  await expect(fresh.getByLabel('苏景行 签字')).toBeFocused({ timeout: 20_000 });
  await fresh.keyboard.type('wrong');
  await fresh.keyboard.press('Enter');
  await fresh.keyboard.type(PASSWORD);
  await fresh.keyboard.press('Enter');
  await expect(fresh.getByRole('alert')).toContainText('苏景行');
  await expect(fresh.getByLabel('苏景行 签字')).toBeFocused();
  await fresh.keyboard.type(PASSWORD);
  await fresh.keyboard.press('Control+Enter');
  await expect(fresh.getByRole('status').filter({ hasText: '台账已恢复' })).toBeVisible({ timeout: 20_000 });
  expect(readdirSync(program.dataDir).filter((name) => name.startsWith('before-restore-'))).toHaveLength(1);
  const signedIn = await program.invoke('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  expect(signedIn.ok).toBe(true);
  await fresh.reload();
  await fresh.evaluate(() => {
    window.location.hash = '#/backup/restore';
  });
  await expect(fresh.getByText('苏景行、许寄北 签字')).toBeVisible();
  await answerOpenDialog(program, [elsewhere]);
  await fresh.keyboard.press('Control+o');
  await expect(fresh.getByText(/这份备份与现在的台账不是同一本账，它后面的 \d+ 条，现在的台账里没有/)).toBeVisible({
    timeout: 20_000,
  });
});
