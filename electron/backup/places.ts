import { readFile, stat, statfs } from 'node:fs/promises';

/** A folder on some disk, as it stands now. */
export interface PlaceFound {
  path: string;
  freeBytes: number;
  totalBytes: number;
  /** The same disk as the ledger's. */
  ownDisk: boolean;
}

/** Where desktops hang in what was plugged in. */
const PLUGGED_IN = /^\/(media|run\/media|mnt)\/./;
const LETTERS = 'DEFGHIJKLMNOPQRSTUVWXYZ';

/** Disks and sticks that come and go, by where they hang in. */
export async function pluggedIn(platform = process.platform, mounts = '/proc/self/mounts'): Promise<string[]> {
  // Windows tells a stick from a second disk only to native code: each letter but the system's own is offered.
  if (platform === 'win32') return LETTERS.split('').map((letter) => `${letter}:\\`);
  const table = await readFile(mounts, 'utf8').catch(() => '');
  const paths = table.split('\n').flatMap((line) => {
    const [device = '', path = ''] = line.split(' ');
    // What hangs there without a device is made of memory or comes over a network.
    return device.startsWith('/dev/')
      ? [path.replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)))]
      : [];
  });
  return [...new Set(paths.filter((path) => PLUGGED_IN.test(path)))].sort();
}

/** How a place stands now; nothing where it is not there. */
export async function lookAt(path: string, dataDir: string): Promise<PlaceFound | undefined> {
  try {
    const [{ bavail, blocks, bsize }, its, own] = await Promise.all([statfs(path), stat(path), stat(dataDir)]);
    if (!its.isDirectory()) return undefined;
    return { path, freeBytes: bavail * bsize, totalBytes: blocks * bsize, ownDisk: its.dev === own.dev };
  } catch {
    return undefined;
  }
}
