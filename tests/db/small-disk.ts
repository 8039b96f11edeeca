import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own in memory; `undefined` where this user may not mount. */
export function mountSmallDisk(megabytes: number): string | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
}

export function unmount(dir: string | undefined): void {
  if (!dir) return;
  execFileSync('umount', ['-l', dir]);
  rmSync(dir, { recursive: true });
}

/** Fills a disk up to `left` bytes; the answer empties it again. */
export function fillDisk(onDisk: string, left: number): () => void {
  const file = join(onDisk, 'filler');
  const fd = openSync(file, 'w');
  const block = Buffer.alloc(4096, 1);
  const free = () => {
    const { bavail, bsize } = statfsSync(onDisk);
    return bavail * bsize;
  };
  while (free() > left) writeSync(fd, block);
  closeSync(fd);
  return () => rmSync(file);
}
