import fs, { readlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';

/**
 * Writes down in their order what is synced, renamed and removed below a folder: whether something is on the disk before something
 * else is called by its name, no kill shows, and a power cut only by luck. Linux tells the path of an open file.
 */
export async function watchDisk(folder: string): Promise<{ did: string[]; end(): void }> {
  const did: string[] = [];
  const called = (path: unknown) => relative(folder, String(path)) || '.';
  const pathOf = (fd: number) => called(readlinkSync(`/proc/self/fd/${fd}`));
  const probe = await open(folder);
  const handle = Object.getPrototypeOf(probe) as { sync(): Promise<void> };
  await probe.close();
  const { sync } = handle;
  const { fsyncSync, renameSync, rmSync } = fs;
  const { rename } = fs.promises;
  handle.sync = function (this: { fd: number }) {
    did.push(`sync ${pathOf(this.fd)}`);
    return sync.call(this as never);
  };
  const moved = (from: unknown, to: unknown) => did.push(`rename ${called(from)} to ${called(to)}`);
  fs.fsyncSync = (fd) => {
    did.push(`sync ${pathOf(fd)}`);
    fsyncSync(fd);
  };
  fs.renameSync = (from, to) => {
    moved(from, to);
    renameSync(from, to);
  };
  fs.rmSync = (path, options) => {
    did.push(`remove ${called(path)}`);
    rmSync(path, options);
  };
  fs.promises.rename = (from, to) => {
    moved(from, to);
    return rename(from, to);
  };
  syncBuiltinESMExports();
  return {
    did,
    end: () => {
      handle.sync = sync;
      Object.assign(fs, { fsyncSync, renameSync, rmSync });
      fs.promises.rename = rename;
      syncBuiltinESMExports();
    },
  };
}
