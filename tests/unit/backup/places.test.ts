import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookAt, pluggedIn, serialOfDevice, volumeId } from '../../../electron/backup/places';

test('sticks are the devices that hang in where desktops hang them in, whatever they are called', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-mounts-'));
  const mounts = join(folder, 'mounts');
  writeFileSync(
    mounts,
    [
      '/dev/sda1 / ext4 rw 0 0',
      '/dev/sdb1 /media/shen/备份\\040U盘 exfat rw 0 0',
      '/dev/sdc1 /run/media/shen/KINGSTON vfat rw 0 0',
      'tmpfs /mnt/memory tmpfs rw 0 0',
      'server:/share /mnt/share nfs rw 0 0',
      '',
    ].join('\n'),
  );
  expect(await pluggedIn('linux', mounts)).toEqual(['/media/shen/备份 U盘', '/run/media/shen/KINGSTON']);
  expect(await pluggedIn('win32')).not.toContain('C:\\');
  rmSync(folder, { recursive: true });
});

test('a place that is not there any more is none', async () => {
  expect(await lookAt('/nowhere/at/all', tmpdir())).toBeUndefined();
  expect(await lookAt(tmpdir(), tmpdir())).toMatchObject({ path: tmpdir(), ownDisk: true });
});

test('on Windows the device of a file is the serial number of its volume, as `vol` writes it', async () => {
  expect([0x5f0c2a91n, -1_131_353_025n, 0x12_0000_00ffn, 0n].map(serialOfDevice)).toEqual([
    '5F0C-2A91',
    'BC90-EC3F',
    '0000-00FF',
    '',
  ]);
  expect(await volumeId(tmpdir(), 'win32')).toMatch(/^([0-9A-F]{4}-[0-9A-F]{4})?$/);
  expect(await volumeId('/nowhere/at/all', 'win32')).toBe('');
});
