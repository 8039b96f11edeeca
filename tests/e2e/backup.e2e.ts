import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bagsOn } from '../api/bags';
import { pageHeading } from './page-heading';
import { answerOpenDialog, makePort, PASSWORD, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let folder: string;
let port: string;
/** Before the others by its name, and too small. */
const SMALL = 'A-SMALL';
let hasSmall = false;
function plugSmall(): void {
  mkdirSync(join(port, SMALL));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', join(port, SMALL)], { stdio: 'ignore' });
    hasSmall = true;
  } catch {
    console.log('left out: this user may not mount, so no stick is too small');
    rmSync(join(port, SMALL), { recursive: true });
  }
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-stick-'));
  port = makePort();
  program = await startProgram({ size: { width: 1366, height: 768 }, sticks: port, before: foundDemonstration });
  await program.invoke('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  await program.page.reload();
});
test.afterAll(async () => {
  await program.close();
  if (hasSmall) execFileSync('umount', [join(port, SMALL)]);
  for (const its of [folder, port]) rmSync(its, { recursive: true, force: true });
});

test('a backup is made by keyboard, said to be ready, checked again, and noticed in the top bar', async () => {
  const { page } = program;
  await expect(page.locator('.top')).toContainText('尚未备份');
  await page.evaluate(() => {
    window.location.hash = '#/backup';
  });
  await expect(pageHeading(page)).toContainText('备份');
  await answerOpenDialog(program, [folder]);
  await page.keyboard.press('Control+n');
  // The folder of this test lies on the ledger's own disk.
  await expect(page.getByRole('dialog')).toContainText('同一块磁盘');
  await page.getByRole('button', { name: '还是备份到这里' }).press('Enter');
  const made = page.getByRole('status').filter({ hasText: '备份好了' });
  await expect(made).toBeVisible({ timeout: 30_000 });
  // A folder is nothing that one takes out.
  await expect(made).not.toContainText('弹出');
  await expect(page.locator('.top')).toContainText('今天');

  const [name = ''] = bagsOn(folder);
  expect(name).toMatch(/^鸿\/2026-03-02T16\d\d_[0-9a-f]{8}_\d+$/);
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    execFileSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: join(folder, name) });

  await page.getByRole('button', { name: '核对' }).first().press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '完好' })).toContainText(name);
});

test('sticks are seen as they are plugged in; Enter backs up to the first that takes it, which is known from then on', async () => {
  test.skip(!port.startsWith('/dev/shm'), 'no second disk on this system');
  const { page } = program;
  await page.evaluate(() => {
    window.location.hash = '#/desk';
  });
  await expect(pageHeading(page)).toContainText('工作台');
  plugSmall();
  for (const name of ['KINGSTON', '💾 备用盘']) mkdirSync(join(port, name));
  await page.evaluate(() => {
    window.location.hash = '#/backup';
  });
  await expect(page.getByRole('radio')).toHaveCount(hasSmall ? 4 : 3);
  await expect(page.getByRole('radio', { name: 'KINGSTON' })).toBeChecked();
  await expect(page.getByText('空间不够')).toHaveCount(hasSmall ? 1 : 0);
  const big = page.getByRole('button', { name: '备份到 U 盘' });
  await expect(big).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '现在可以弹出' })).toBeVisible({ timeout: 30_000 });
  const media = page.locator('section').filter({ has: page.getByRole('heading', { name: '备份介质' }) });
  await expect(media).toContainText('KINGSTON');
  await expect(media).toContainText('已插上');
  await media.getByRole('button', { name: '登记' }).press('Enter');
  await page.getByLabel('保管人').fill('苏景行');
  await page.keyboard.press('Control+Enter');
  await expect(media).toContainText('苏景行');
  // What the next one on the same day clears away is said before.
  await expect(page.getByText('会清理 1 份旧备份')).toBeVisible();
  rmSync(join(port, 'KINGSTON'), { recursive: true });
  await expect(media).not.toContainText('已插上');
});
