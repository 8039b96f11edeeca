import { constants } from 'node:fs';
import { access, readdir, readFile, realpath, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { asTargetError } from './bag';

/** A folder on some disk, as it stands now. */
export interface PlaceFound {
  path: string;
  freeBytes: number;
  totalBytes: number;
  /** The same disk as the ledger's. */
  ownDisk: boolean;
  /** By what the system says before anything is written. */
  isWritable: boolean;
}

/** Where desktops hang in what was plugged in. */
const PLUGGED_IN = /^\/(media|run\/media|mnt)\/./;
const LETTERS = 'DEFGHIJKLMNOPQRSTUVWXYZ';

export type PluggedIn = () => Promise<string[]>;
export type VolumeIdOf = (place: string) => Promise<string>;

const MOUNTS = '/proc/self/mounts';

/** What hangs in, as Linux tells it: a device and where. */
async function mounted(mounts: string): Promise<{ device: string; path: string }[]> {
  const table = await readFile(mounts, 'utf8').catch(() => '');
  return table.split('\n').flatMap((line) => {
    const [device = '', path = ''] = line.split(' ');
    // What hangs there without a device is made of memory or comes over a network.
    return device.startsWith('/dev/')
      ? [{ device, path: path.replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8))) }]
      : [];
  });
}

/** Disks and sticks that come and go, by where they hang in. */
export async function pluggedIn(platform = process.platform, mounts = MOUNTS): Promise<string[]> {
  // Windows tells a stick from a second disk only to native code: each letter but the system's own is offered.
  if (platform === 'win32') return LETTERS.split('').map((letter) => `${letter}:\\`);
  const paths = (await mounted(mounts)).map(({ path }) => path);
  return [...new Set(paths.filter((path) => PLUGGED_IN.test(path)))].sort();
}

const BY_ID = '/dev/disk/by-uuid';

const LOW_HALF = 0xffff_ffffn;

/** What `vol` says of a drive on Windows: there the device of a file is the serial number of its volume, sometimes with more before it. */
export function serialOfDevice(device: bigint): string {
  const low = device & LOW_HALF;
  if (low === 0n) return '';
  return low.toString(16).toUpperCase().padStart(8, '0').replace(/^.{4}/, '$&-');
}

/** The id that formatting has given to the volume there; '' where the system tells none. */
export async function volumeId(
  place: string,
  platform = process.platform,
  mounts = MOUNTS,
  byId = BY_ID,
): Promise<string> {
  if (platform === 'win32')
    return stat(place, { bigint: true }).then(
      ({ dev }) => serialOfDevice(dev),
      () => '',
    );
  const device = (await mounted(mounts)).findLast(({ path }) => path === place)?.device;
  if (device === undefined) return '';
  const own = await realpath(device).catch(() => device);
  for (const id of await readdir(byId).catch(() => []))
    if ((await realpath(join(byId, id)).catch(() => '')) === own) return id;
  return '';
}

/** How a place stands now; nothing where it is not there. */
export async function lookAt(path: string, dataDir: string): Promise<PlaceFound | undefined> {
  try {
    const [{ bavail, blocks, bsize }, its, own] = await Promise.all([statfs(path), stat(path), stat(dataDir)]);
    if (!its.isDirectory()) return undefined;
    const isWritable = await access(path, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { path, freeBytes: bavail * bsize, totalBytes: blocks * bsize, ownDisk: its.dev === own.dev, isWritable };
  } catch {
    return undefined;
  }
}

/** Which disk it is: another one, or none, as soon as a stick is pulled out. */
export async function diskOf(path: string): Promise<number> {
  try {
    return (await stat(path)).dev;
  } catch (error) {
    throw asTargetError(error, path);
  }
}
