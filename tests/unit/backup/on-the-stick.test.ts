import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { asTargetError } from '../../../electron/backup/bag';
import { copyLedger } from '../../../electron/backup/copy-ledger';
import { stageBag, takeScans } from '../../../electron/backup/restore-stage';
import { lookAtBag } from '../../../electron/backup/verify-bag';
import { roomFor, type WriteProgress, writeBag } from '../../../electron/backup/write-bag';
import { foundCompany, type Office, openOffice } from '../../api/office';
import { mountSmallDisk, unmount } from '../../db/small-disk';
import { watchDisk } from './watched-disk';

const NEVER = new AbortController().signal;
const SCAN = Buffer.from('a scan');
const sha256 = createHash('sha256').update(SCAN).digest('hex');

let office: Office;
let folder: string;
beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
  const blobs = join(office.dataDir, 'blobs', sha256.slice(0, 2));
  mkdirSync(blobs, { recursive: true });
  writeFileSync(join(blobs, sha256), SCAN);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-on-the-stick-'));
  mkdirSync(join(folder, 'stick'));
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(() => office.close());

const partialOn = (stick: string) => {
  const [name = ''] = readdirSync(join(stick, '鸿远'));
  return join(stick, '鸿远', name);
};

/** Writes a backup; `meanwhile` is told how far it is. */
async function write(meanwhile: (its: WriteProgress) => void = () => undefined, company = '鸿远'): Promise<string> {
  const { path: copy, drop } = await copyLedger(office.ledger.db, office.dataDir, () => undefined, NEVER);
  const its = { company, ledgerId: 'a'.repeat(32), at: '2026-03-02T01:00:00.000Z', madeBy: '沈砚秋', version: '0' };
  const target = join(folder, 'stick');
  try {
    const source = { copy, blobs: join(office.dataDir, 'blobs'), target, device: statSync(target).dev, info: its };
    return (await writeBag({ ...source, folder: '鸿远' }, meanwhile, NEVER)).name;
  } finally {
    await drop();
  }
}

test('every file and folder of a backup is on the stick before it has its name, and so is its name before it is said to be made', async () => {
  const { did, end } = await watchDisk(join(folder, 'stick'));
  const name = await write().finally(end);
  const bag = join(folder, 'stick', name);
  const partial = `${name}.partial`;
  const named = did.indexOf(`rename ${partial} to ${name}`);
  const inside = readdirSync(bag, { recursive: true, withFileTypes: true });
  const pathsOf = (areFiles: boolean) =>
    inside
      .filter((its) => its.isFile() === areFiles)
      .map((its) => `sync ${partial}${join(its.parentPath, its.name).slice(bag.length)}`);
  const files = did.slice(0, pathsOf(true).length);
  expect(files.toSorted()).toEqual(pathsOf(true).toSorted());
  // A bag without it is none: whatever the power leaves behind, it does not pass for a backup.
  expect(files.at(-1)).toBe(`sync ${partial}/tagmanifest-sha256.txt`);
  expect(did.slice(files.length, named).toSorted()).toEqual([...pathsOf(false), `sync ${partial}`].toSorted());
  expect(did.slice(named + 1)).toEqual(['sync 鸿远', 'sync .']);
});

test.each([
  ['the ledger', 'data/ledger.sqlite', 'copying'],
  ['a scan', `data/blobs/${sha256.slice(0, 2)}/${sha256}`, 'copying'],
  ['its labels', 'bag-info.txt', 'readingBack'],
] as const)('a stick that gives %s back other than it was written keeps no backup', async (_, file, step) => {
  let isSpoilt = false;
  const spoil = (its: WriteProgress) => {
    if (isSpoilt || its.step !== step || (step === 'copying' && its.done < its.total)) return;
    isSpoilt = true;
    appendFileSync(join(partialOn(join(folder, 'stick')), file), 'x');
  };
  await expect(write(spoil)).rejects.toMatchObject({ reason: 'stickReadsOther', details: { file } });
  expect(readdirSync(join(folder, 'stick'))).toEqual([]);
});

const probe = mountSmallDisk(1);
unmount(probe);
if (!probe) console.log('left out: this user may not mount, so no disk comes in the place of a stick');

test.skipIf(!probe)(
  'another disk that comes in the place of the stick at the last moment keeps no backup',
  async () => {
    const stick = join(folder, 'stick');
    const other = mountSmallDisk(64) ?? '';
    const exchange = ({ step }: WriteProgress) => {
      if (step !== 'finishing') return;
      cpSync(stick, other, { recursive: true });
      execFileSync('mount', ['--bind', other, stick]);
    };
    try {
      await expect(write(exchange)).rejects.toMatchObject({ reason: 'stickGone' });
      expect(readdirSync(stick)).toEqual([]);
    } finally {
      execFileSync('umount', [stick]);
      unmount(other);
    }
  },
);

test('a fifth more than the backup needs must be free', () => expect(roomFor(10_000_000)).toBe(12_000_000));

test('a name of two lines makes no label of its second', async () => {
  const bag = join(folder, 'stick', await write(undefined, '鸿远\nAnjuan-Made-By: 假'));
  expect(await lookAtBag(bag)).toMatchObject({ company: '鸿远 Anjuan-Made-By: 假', madeBy: '沈砚秋' });
});

test.each([
  ['EINVAL', 'made'],
  ['ENOTSUP', 'made'],
  ['EPERM', 'made'],
  ['EIO', 'stickGone'],
])('a stick that answers %s when its folders are synced has the backup %s', async (code, outcome) => {
  const probe = await open(folder);
  const handle = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const sync = vi.spyOn(handle, 'sync').mockImplementation(async function (this: FileHandle) {
    if ((await this.stat()).isDirectory()) throw Object.assign(new Error(code), { code });
  });
  const its = await write().then(
    () => 'made',
    (error) => error.reason,
  );
  sync.mockRestore();
  expect(its).toBe(outcome);
});

test('a backup that is there already is named before anything is written', async () => {
  await write();
  const steps = new Set<string>();
  await expect(write(({ step }) => void steps.add(step))).rejects.toMatchObject({ reason: 'stickHasIt' });
  expect([...steps]).toEqual(['checking']);
});

test.each([
  ['ENOSPC', 'stickFull'],
  ['EEXIST', 'stickHasIt'],
  ['ENOTEMPTY', 'stickHasIt'],
  ['EFBIG', 'stickFileTooLarge'],
  ['EROFS', 'stickNotWritable'],
  ['EACCES', 'stickNotWritable'],
  ['EPERM', 'stickNotWritable'],
  ['ENAMETOOLONG', 'stickPathTooLong'],
  ['ENOENT', 'stickGone'],
  ['ENODEV', 'stickGone'],
  ['ENXIO', 'stickGone'],
  ['EIO', 'stickGone'],
  ['ENOTCONN', 'stickGone'],
])('what a stick means by %s is told as %s', (code, reason) =>
  expect(asTargetError(Object.assign(new Error(code), { code }), '/stick')).toMatchObject({
    reason,
    details: { path: '/stick' },
  }),
);

test('what an earlier backup that was broken off has left of the same name is written anew', async () => {
  const name = await write();
  const bag = join(folder, 'stick', name);
  const there = readdirSync(bag, { recursive: true }).toSorted();
  rmSync(bag, { recursive: true });
  mkdirSync(join(`${bag}.partial`, 'data'), { recursive: true });
  writeFileSync(join(`${bag}.partial`, 'data/ledger.sqlite'), 'half');
  expect(await write()).toBe(name);
  expect(readdirSync(bag, { recursive: true }).toSorted()).toEqual(there);
});

test('a scan that is not what its name says is taken along and told', async () => {
  const other = '0'.repeat(64);
  const path = join(office.dataDir, 'blobs/00');
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, other), 'something else');
  const { path: copy, drop } = await copyLedger(office.ledger.db, office.dataDir, () => undefined, NEVER);
  const target = join(folder, 'stick');
  const info = {
    company: '鸿远',
    ledgerId: 'a'.repeat(32),
    at: '2026-03-02T01:00:00.000Z',
    madeBy: '沈砚秋',
    version: '0',
  };
  const blobs = join(office.dataDir, 'blobs');
  const made = await writeBag({ copy, blobs, target, device: statSync(target).dev, info }, () => undefined, NEVER);
  await drop();
  rmSync(path, { recursive: true });
  expect(made.altered).toEqual([`00/${other}`]);
  expect(readFileSync(join(target, made.name, 'data/blobs/00', other), 'utf8')).toBe('something else');
});

test('a ledger and scans that lie ready to be restored are on the disk before they are said to lie there', async () => {
  const bag = join(folder, 'stick', await write());
  const into = join(folder, 'restore');
  const { did, end } = await watchDisk(folder);
  try {
    const { manifest } = await stageBag({ folder: bag, into }, () => undefined, NEVER);
    expect(did.splice(0)).toEqual(['sync restore/ledger.sqlite', 'sync restore']);
    await takeScans({ folder: bag, into, manifest }, () => undefined, NEVER);
    const [inner, blobs] = [sha256.slice(0, 2), 'sync restore/blobs'];
    expect(did).toEqual([`${blobs}/${inner}/${sha256}`, `${blobs}/${inner}`, blobs, 'sync restore']);
  } finally {
    end();
  }
});

test('a ledger that somebody lays in the place of one that was just checked is not taken', async () => {
  const bag = join(folder, 'stick', await write());
  const ledger = join(bag, 'data/ledger.sqlite');
  const exchange = ({ done, total }: { done: number; total: number }) => {
    if (done < total) return;
    const bytes = readFileSync(ledger);
    const at = bytes.indexOf('鸿远小额贷款');
    expect(at).toBeGreaterThan(0);
    writeFileSync(ledger, Buffer.concat([bytes.subarray(0, at), Buffer.from('假'), bytes.subarray(at + 3)]));
  };
  await expect(stageBag({ folder: bag, into: join(folder, 'restore') }, exchange, NEVER)).rejects.toMatchObject({
    reason: 'bagFileAltered',
    details: { file: 'data/ledger.sqlite' },
  });
});
