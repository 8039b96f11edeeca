import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PYTHON, STANDARD_LIBRARY } from '../setup/python';

const run = promisify(execFile);

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: what the disk has not been told to keep is gone, the file system's own journal too. */
const CUT = `
import fcntl, os, struct, sys, time
disk = os.open(sys.argv[1], os.O_RDONLY)
at = time.monotonic_ns()
fcntl.ioctl(disk, 0x8004587D, struct.pack("I", 2))
print(at)`;

/** A disk of its own with ext4 in a file, whose power can be cut. */
export interface Ext4Disk {
  /** Where it is mounted. */
  readonly dir: string;
  /** As the power goes: at once, and whatever the programs on it are doing. Answers when, in nanoseconds of the computer's own clock. */
  cut(): Promise<number>;
  /** Unmounts and mounts it, as the next start of the computer does. */
  remount(): void;
  drop(): void;
}

export function makeExt4Disk(megabytes: number): Ext4Disk {
  // Never in memory: there the office has done all that was laid out for it before its power is cut.
  const folder = mkdtempSync(join('/var/tmp', 'anjuan-ext4-'));
  const [image, dir] = [join(folder, 'image'), join(folder, 'disk')];
  execFileSync('truncate', ['-s', `${megabytes}M`, image]);
  execFileSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' });
  mkdirSync(dir);
  const mount = () => execFileSync('mount', ['-o', 'loop', image, dir]);
  const unmount = () => execFileSync('umount', [dir]);
  mount();
  return {
    dir,
    cut: async () => Number((await run(PYTHON, [...STANDARD_LIBRARY, '-c', CUT, dir])).stdout),
    remount: () => {
      unmount();
      mount();
    },
    drop: () => {
      unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
