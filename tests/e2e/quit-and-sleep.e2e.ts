import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { BackupProgress } from '../../shared/api/backup.contract';
import { bagsOn } from '../api/bags';
import { pageHeading } from './page-heading';
import { answerOpenDialog, PASSWORD, type Program, startProgram } from './program';

let program: Program;
let stick: string;
const administrator = { name: '许寄北', login: 'xujibei', password: PASSWORD };

test.beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'anjuan-quit-'));
  program = await startProgram({ size: { width: 1366, height: 768 } });
  await program.invoke('company.found', { name: '鸿远小额贷款有限公司', shortName: '鸿', administrator });
  await answerOpenDialog(program, [stick]);
  await program.page.reload();
  await expect(program.page.locator('.frame')).toBeVisible();
});
test.afterAll(async () => {
  await program.close();
  rmSync(stick, { recursive: true, force: true });
});

/** As somebody does with the window's own cross. */
const closeWindow = () => program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const departments = async (count: number, from: number) => {
  for (let at = from; at < from + count; at += 1)
    expect(await program.invoke('people.addDepartment', { name: `部门${at}` })).toMatchObject({ ok: true });
};
const lastActions = async () => {
  const reply = await program.invoke('audit.list', { limit: 5 });
  if (!reply.ok) throw new Error(reply.error.reason);
  return (reply.data as { events: { action: string }[] }).events.map(({ action }) => action);
};

test('a computer that goes to sleep in the middle of a backup locks the window; the backup is made all the same', async () => {
  // So much that there is a middle.
  const scans = join(program.dataDir, 'blobs', 'ab');
  mkdirSync(scans, { recursive: true });
  writeFileSync(join(scans, `ab${'0'.repeat(62)}`), Buffer.alloc(300_000_000));
  const made = program.invoke('backup.make', { onOwnDisk: true });
  const doing = async () => {
    const reply = await program.invoke('backup.progress', {});
    return reply.ok ? (reply.data as BackupProgress | null)?.doing : undefined;
  };
  await expect.poll(doing, { intervals: [20] }).toMatch(/copying|readingBack/);
  await program.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
  await expect(program.page.getByText('窗口已锁定')).toBeVisible();
  expect(await made).toMatchObject({ ok: true });
  expect(bagsOn(stick)).toHaveLength(1);
  await program.page.locator('input[type=password]').fill(PASSWORD);
  await program.page.keyboard.press('Enter');
  await expect(program.page.locator('.frame')).toBeVisible();
  expect(await lastActions()).toContain('backup.make');
});

test('while a backup is made its page says in words, bytes and time how far it is, and gives it up at a press', async () => {
  const { page } = program;
  await page.evaluate(() => {
    window.location.hash = '#/backup';
  });
  await expect(pageHeading(page)).toContainText('备份');
  await answerOpenDialog(program, [stick]);
  await page.keyboard.press('Control+n');
  await page.getByRole('button', { name: '还是备份到这里' }).press('Enter');
  const going = page.locator('.backup-progress');
  await expect(going.getByRole('status')).toContainText(/正在.* MB \/ .* MB/);
  await going.getByRole('button').press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '没有留下半份备份' })).toBeVisible();
  await expect(going).toHaveCount(0);
  expect(bagsOn(stick)).toHaveLength(1);
});

test('whoever closes the window with more than 20 acts in no backup is asked, and may back up, stay or quit', async () => {
  const { page, electron } = program;
  await departments(22, 1);
  await closeWindow();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(/又有 2\d 次操作，还没有备份/);
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await closeWindow();
  await expect(page.getByRole('button', { name: '现在备份' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pageHeading(page)).toContainText('备份');
  expect(await program.invoke('backup.make', { onOwnDisk: true })).toMatchObject({ ok: true });
  await departments(21, 30);
  await closeWindow();
  const closed = electron.waitForEvent('close');
  // The window may be gone before the key that closes it has come up again.
  const pressed = page
    .getByRole('button', { name: '仍要退出' })
    .press('Enter')
    .catch(() => undefined);
  await closed;
  await pressed;
  const after = await startProgram({ dataDir: program.dataDir, now: '2026-03-10T16:00:00+08:00' });
  program = { ...after, dataDir: program.dataDir };
  await program.invoke('people.signIn', { login: administrator.login, password: PASSWORD });
  expect(await lastActions()).toContain('backup.quitWithout');
  await program.page.reload();
  await expect(program.page.locator('.top .late')).toContainText('8 天前');
});

test('with all of it backed up the window closes at once', async () => {
  await answerOpenDialog(program, [stick]);
  expect(await program.invoke('backup.make', { onOwnDisk: true })).toMatchObject({ ok: true });
  const closed = program.electron.waitForEvent('close');
  await closeWindow().catch(() => undefined);
  await closed;
});
