import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mountSmallDisk, unmount } from '../db/small-disk';
import { bagsOn } from './bags';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

let office: Office;
beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterAll(() => office.close());

const into = (place: string) => {
  office.chosenFiles = [place];
  return office.reply('backup.make', { onOwnDisk: true });
};
const events = () => office.ledger.db.prepare('SELECT count(*) FROM event').pluck().get();
/** Refused for that reason; nothing is left there, beside the ledger or in the journal that looks like a backup. */
async function demandRefused(place: string, reason: string): Promise<void> {
  const before = events();
  expect(await into(place)).toMatchObject({ ok: false, error: { code: 'storage', reason } });
  expect(events()).toBe(before);
  expect(readdirSync(office.dataDir)).not.toContain('backup-copy.sqlite');
}

const probe = mountSmallDisk(1);
unmount(probe);
if (!probe) console.log('left out: this user may not mount, so no stick can be too small, full or read-only');

describe.skipIf(!probe)('a stick of its own', () => {
  let stick: string;
  beforeEach(() => {
    stick = mountSmallDisk(32) ?? '';
  });
  afterEach(() => unmount(stick));
  const offered = async () => {
    office.sticks = [stick];
    return (await office.call('backup.places', {})).find(({ path }) => path === stick);
  };
  const remount = (options: string) => execFileSync('mount', ['-o', `remount,${options}`, stick]);

  test('that is too small is refused before anything is written', async () => {
    expect(await offered()).not.toHaveProperty('hindrance');
    remount('size=1m');
    expect(await offered()).toMatchObject({ hindrance: 'tooSmall', neededBytes: expect.any(Number) });
    await demandRefused(stick, 'stickTooSmall');
    expect(readdirSync(stick)).toEqual([]);
  });

  test('that is full in the middle keeps no half of a backup', async () => {
    remount('nr_inodes=20');
    await demandRefused(stick, 'stickFull');
    expect(readdirSync(stick)).toEqual([]);
  });

  test('that is read-only is said to be', async () => {
    remount('ro');
    expect(await offered()).toMatchObject({ hindrance: 'notWritable' });
    await demandRefused(stick, 'stickNotWritable');
  });

  test('takes the backup when none of this is so', async () => {
    expect(await into(stick)).toMatchObject({ ok: true });
    expect(readdirSync(stick)).toHaveLength(1);
  });
});

describe('a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anjuan-far-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  /** A folder below whose path has so many characters. */
  const deep = (length: number) => {
    let path = folder;
    while (path.length < length) path = join(path, 'x'.repeat(Math.max(1, Math.min(100, length - path.length - 1))));
    mkdirSync(path, { recursive: true });
    return path;
  };

  test('that is not there is said to be gone', () => demandRefused(join(folder, 'gone'), 'stickGone'));

  test('with a path of more than 200 characters takes a backup that is found whole', async () => {
    const place = deep(200);
    expect(await into(place)).toMatchObject({ ok: true });
    const [name = ''] = bagsOn(place);
    expect(await office.reply('backup.verify', { place, name })).toMatchObject({ ok: true });
  });

  test('with a path that the system does not take is said to be too long', async () => {
    // Of Linux's 4 096 it leaves too few for what is written below.
    const place = deep(4_040);
    await demandRefused(place, 'stickPathTooLong');
    expect(readdirSync(place)).toEqual([]);
  });

  test('gets names that FAT takes too', async () => {
    expect(await into(folder)).toMatchObject({ ok: true });
    const [name = ''] = bagsOn(folder);
    const manifest = readFileSync(join(folder, name, 'manifest-sha256.txt'), 'utf8');
    const paths = manifest.split('\n').map((line) => line.slice(66));
    const parts = [...name.split('/'), ...paths.flatMap((path) => path.split('/'))];
    expect(parts.filter((part) => /[<>:"|?*\\]|[. ]$|^(CON|NUL|PRN|AUX)(\.|$)/i.test(part))).toEqual([]);
    // FAT knows no upper and lower case.
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });
});
