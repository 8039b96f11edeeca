import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
/** Without starting it: some take a second only to say their version. */
export const isInstalled = (command: string) => runs('sh', '-c', `command -v ${command}`);

/** Why the machine does not allow something; nothing where it does. */
export type Why = string | undefined;

/** Mounting a file as a disk of its own, and cutting that disk off. */
export function whyNoLoop(): Why {
  if (process.platform !== 'linux') return 'there are no loop mounts on this system';
  for (const command of ['mkfs.ext4', 'mount', 'python3'])
    if (!isInstalled(command)) return `${command} is not installed`;
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-loop-'));
  try {
    const image = join(dir, 'image');
    execFileSync('truncate', ['-s', '8M', image]);
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' });
    if (!runs('mount', '-o', 'loop', image, dir)) return 'this user may not mount a file as a disk';
    execFileSync('umount', [dir]);
    return undefined;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A stick with exFAT whose daemon can be killed, as if it was pulled out. */
export function whyNoStick(): Why {
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse';
  for (const command of ['mkfs.exfat', 'mount.exfat-fuse'])
    if (!isInstalled(command)) return `${command} is not installed`;
  return whyNoLoop();
}

/** The library that makes fsync do nothing. */
export function eatMyData(): string | undefined {
  const folders = existsSync('/usr/lib')
    ? ['/usr/lib', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))]
    : [];
  return folders.map((folder) => join(folder, 'libeatmydata.so')).find((file) => existsSync(file));
}
