import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A stick with exFAT in a file, served by a daemon of its own. */
export interface Stick {
  /** Where it is plugged in. */
  readonly dir: string;
  /** Pulls it out: the daemon is killed in whatever it does. */
  pull(): void;
  /** Plugs it in again. */
  plugIn(): Promise<void>;
  drop(): void;
}

export async function makeStick(megabytes: number): Promise<Stick> {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-stick-'));
  const [image, dir] = [join(folder, 'image'), join(folder, 'stick')];
  execFileSync('truncate', ['-s', `${megabytes}M`, image]);
  execFileSync('mkfs.exfat', [image], { stdio: 'ignore' });
  // The daemon takes block devices only.
  const device = execFileSync('losetup', ['-f', '--show', image], { encoding: 'utf8' }).trim();
  const outside = statSync(folder).dev;
  let daemon: ChildProcess;
  const isIn = () => statSync(dir).dev !== outside;
  const plugIn = async () => {
    mkdirSync(dir);
    // The system lets go of a device some time after its daemon: until then the next one ends at once.
    for (let tries = 0; tries < 100 && !isIn(); tries += 1) {
      // In the foreground, so that it is ours to kill.
      daemon = spawn('mount.exfat-fuse', ['-d', device, dir], { stdio: 'ignore' });
      while (daemon.exitCode === null && !isIn()) await wait(10);
      if (!isIn()) await wait(50);
    }
    if (!isIn()) throw new Error('the stick does not come up');
  };
  const unplug = () => spawnSync('umount', ['-l', dir]);
  await plugIn();
  return {
    dir,
    pull: () => {
      daemon.kill('SIGKILL');
      unplug();
      // As a desktop does that has made the folder for it.
      rmSync(dir, { recursive: true, force: true });
    },
    plugIn,
    drop: () => {
      unplug();
      spawnSync('losetup', ['-d', device]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
