import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, PASSWORD, type Program, startProgram } from './program';

let program: Program;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-stick-'));
  program = await startProgram({ size: { width: 1366, height: 768 } });
  await program.invoke('company.foundDemonstration');
  await program.invoke('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  await program.page.reload();
});
test.afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a backup is made by keyboard, said to be ready, checked again, and noticed in the top bar', async () => {
  const { page } = program;
  await expect(page.locator('.top')).toContainText('尚未备份');
  await page.evaluate(() => {
    window.location.hash = '#/backup';
  });
  await expect(page.locator('.frame h1')).toContainText('备份');
  await answerOpenDialog(program, [folder]);
  await page.keyboard.press('Control+n');
  // The folder of this test lies on the ledger's own disk.
  await expect(page.getByRole('dialog')).toContainText('同一块磁盘');
  await page.getByRole('button', { name: '还是备份到这里' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '现在可以弹出' })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.top')).toContainText('今天');

  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(/^2026-03-02T16\d\d_[0-9a-f]{8}_\d+$/);
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    execFileSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: join(folder, name) });

  await page.getByRole('button', { name: '核对' }).first().press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '完好' })).toContainText(name);
});
