import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { bagsOn } from '../api/bags';
import { ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { structureOf, textOf } from '../e2e/paper';
import { answerOpenDialog, answerSaveDialog, PASSWORD, type Program, startProgram } from '../e2e/program';
import { type Album, FOLDER } from './album';

/** A stick is plugged in, backed up to with one key, and registered; the bag stays among the demonstration's papers. */
export async function backUpToStick(day: OfficeDay, album: Album, program: Program, port: string): Promise<void> {
  const { page } = program;
  await day.signIn(ARCHIVIST);
  await expect(page.locator('.frame')).toBeVisible();
  const stick = join(port, 'KINGSTON');
  mkdirSync(stick);
  await page.evaluate(() => {
    window.location.hash = '#/backup';
  });
  await expect(page.getByRole('radio').first()).toBeVisible();
  await album.take('backup', '备份：插上 U 盘，按一下大按钮');
  await program.invoke('backup.make', { place: stick, onOwnDisk: true });
  const media = page.locator('section').filter({ has: page.getByRole('heading', { name: '备份介质' }) });
  await expect(media).toContainText('KINGSTON');
  await media.getByRole('button', { name: '登记' }).press('Enter');
  await page.getByLabel('保管人').fill('沈砚秋');
  await page.getByLabel('存放地点').fill('家里的保险柜');
  await album.take('backup-medium', '登记这个 U 盘由谁保管、放在哪里');
  await page.keyboard.press('Control+Enter');
  await expect(media).toContainText('家里的保险柜');
  await album.take('backup-made', '备份做好、读回核对过；U 盘从此认得');
  const [name = ''] = bagsOn(stick);
  cpSync(join(stick, name), join(FOLDER, 'backup', name), { recursive: true });
  await lookBack(day, album, program);
  await onNewComputer(album, stick);
}

/** The bag is rehearsed, which leaves a sheet, and looked through as for a restore: what is in it, and what would be lost. */
async function lookBack(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  await page.evaluate(() => {
    window.location.hash = '#/backup/restore';
  });
  const choose = page.getByRole('button', { name: '查验、恢复' }).first();
  await expect(choose).toBeVisible();
  await album.take('restore-choose', '恢复：看得见的备份都在这里，程序自己留的副本也在');
  await page.getByRole('button', { name: '演练' }).first().press('Enter');
  await expect(page.locator('.sheet-rehearsal')).toBeVisible({ timeout: 30_000 });
  await album.take('preview-rehearsal', '演练：只查验，不改动台账，结果印成一页');
  const file = join(FOLDER, 'rehearsal.pdf');
  await answerSaveDialog(program, file);
  await page.keyboard.press('Control+s');
  await day.see(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(textOf(file)).toContain('可以恢复');
  await page.keyboard.press('Escape');
  await choose.press('Enter');
  await expect(page.getByRole('list', { name: '查验结果' }).getByText('通过')).toHaveCount(8, { timeout: 30_000 });
  await album.take('restore', '恢复之前：里面有什么，恢复以后少什么，两人签字');
  await page.keyboard.press('Escape');
  await expect(choose).toBeVisible();
}

/** On a computer with nothing on it: the backup is looked through before two people sign; and what is asked when the window closes. */
async function onNewComputer(album: Album, stick: string): Promise<void> {
  const other = await startProgram({ size: { width: 1366, height: 768 } });
  const { page, electron } = other;
  try {
    await expect(page.getByRole('button', { name: '从备份恢复' })).toBeVisible();
    await page.keyboard.press('Control+b');
    await expect(page.getByRole('button', { name: '选别的文件夹' })).toBeFocused();
    await album.take('rescue', '新电脑，或台账打不开：选一份备份', page);
    await answerOpenDialog(other, [stick]);
    await page.getByRole('button', { name: '选别的文件夹' }).press('Enter');
    await expect(page.getByRole('list', { name: '查验结果' }).getByText('通过')).toHaveCount(8, { timeout: 30_000 });
    await album.take('rescue-checked', '备份查验过，由备份里的两个人签字', page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '选别的文件夹' })).toBeVisible();
    await other.invoke('company.found', {
      ...{ name: '鸿远小额贷款有限公司', shortName: '鸿' },
      administrator: { name: '许寄北', login: 'xujibei', password: PASSWORD },
    });
    for (let n = 1; n <= 21; n += 1) await other.invoke('people.addDepartment', { name: `业务${n}部` });
    await page.reload();
    await expect(page.locator('.frame')).toBeVisible();
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect(page.getByRole('dialog')).toContainText('还没有备份');
    await album.take('quit', '关窗口时，还有 20 次以上的操作没有备份', page);
    await page.keyboard.press('Escape');
  } finally {
    await other.close();
  }
}
