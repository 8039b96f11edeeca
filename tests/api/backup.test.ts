import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEFECTS } from './bag-defects';
import { type Office, openOffice, PASSWORD } from './office';

const stick = mkdtempSync(join(tmpdir(), 'anjuan-stick-'));

let office: Office;
let folder: string;
beforeAll(async () => {
  office = openOffice();
  await office.call('company.foundDemonstration', {});
  await office.call('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
});
beforeEach(() => {
  folder = mkdtempSync(join(stick, 'f-'));
  office.chosenFiles = [folder];
});
afterAll(() => {
  office.close();
  rmSync(stick, { recursive: true, force: true });
});

const make = async () => {
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  if (!made) throw new Error('no backup was made');
  return made;
};
const sums = (manifest: string, bag: string) =>
  spawnSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: bag, encoding: 'utf8' });
const ask = (bag: string, sql: string) =>
  execFileSync('sqlite3', [join(bag, 'data/ledger.sqlite'), sql], { encoding: 'utf8' }).trim();

describe('a backup on a stick', () => {
  test('is a bag that coreutils and the sqlite3 command line can check and read', async () => {
    const made = await make();
    const bag = join(folder, made.name);
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      expect(sums(manifest, bag)).toMatchObject({ status: 0, stdout: '' });
    expect(ask(bag, 'PRAGMA integrity_check')).toBe('ok');
    expect(ask(bag, 'PRAGMA journal_mode')).toBe('delete');
    expect(ask(bag, 'SELECT max(seq) FROM event')).toBe(String(made.seq));
    expect(ask(bag, 'SELECT count(*) FROM dossier')).toBe(
      String(office.ledger.db.prepare('SELECT count(*) FROM dossier').pluck().get()),
    );
    expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toContain(`Payload-Oxum: ${made.bytes}.${made.files}\n`);
    expect(readFileSync(join(bag, 'data/export/client.csv'), 'utf8')).toMatch(/^\ufeff"id".*\r\n1,/);
    const exported = readdirSync(join(bag, 'data/export'));
    expect(exported.filter((name) => /^(credential|attempt|search_.*)\.csv$/.test(name))).toEqual([]);
    expect(readdirSync(office.dataDir)).not.toContain('backup-copy.sqlite');
    expect(await office.call('company.status', {})).toMatchObject({ backupAgeDays: 0 });
  });

  test('is listed where it lies, and found whole again', async () => {
    const { name, seq } = await make();
    expect(await office.call('backup.bags', { place: folder })).toMatchObject([
      { name, seq, ours: true, madeBy: '沈砚秋' },
    ]);
    office.at('2026-03-05T09:00:00+08:00');
    await office.call('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
    expect(await office.call('company.status', {})).toMatchObject({ backupAgeDays: 3 });
    // To find it whole once more saves nothing that was done since.
    await office.call('backup.verify', { place: folder, name });
    expect(await office.call('company.status', {})).toMatchObject({ backupAgeDays: 3 });
    // Whoever sets the clock back hides nothing by it.
    office.at('2026-02-27T09:00:00+08:00');
    expect(await office.call('company.status', {})).toMatchObject({ backupAgeDays: -3 });
  });
});

describe('a bag is refused that has', () => {
  let good: { place: string; name: string };
  beforeAll(async () => {
    const place = mkdtempSync(join(stick, 'defects-'));
    office.chosenFiles = [place];
    good = await make();
  });

  // A folder whose labels cannot be read is not offered at all.
  const offered = Object.entries(DEFECTS).filter(([its]) => !its.startsWith('labels '));
  test.each(offered)('%s', async (its, [reason, harm]) => {
    const { place } = good;
    const name = `${good.name} ${its}`;
    cpSync(join(place, good.name), join(place, name), { recursive: true });
    harm(join(place, name));
    expect(await office.reply('backup.verify', { place, name })).toMatchObject({ ok: false, error: { reason } });
  });
});

test('a folder on the ledger’s own disk is taken only when that is said', async () => {
  expect(await office.reply('backup.make', {})).toMatchObject({ ok: false, error: { reason: 'stickIsOwnDisk' } });
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that nobody offered is not looked into', async () => {
  mkdirSync(join(folder, 'private'));
  for (const [method, input] of [
    ['backup.bags', { place: join(folder, 'private') }],
    ['backup.make', { place: join(folder, 'private'), onOwnDisk: true }],
  ] as const)
    expect(await office.reply(method, input)).toMatchObject({ ok: false, error: { reason: 'noSuchPlace' } });
});

test('given up in the middle, nothing of it stays, and it can be made again', async () => {
  const going = office.reply('backup.make', { onOwnDisk: true });
  while ((await office.call('backup.progress', {}))?.doing !== 'copying')
    await new Promise((resolve) => setTimeout(resolve, 1));
  await office.call('backup.cancel', {});
  expect(await going).toMatchObject({ ok: false, error: { reason: 'jobCancelled' } });
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(office.dataDir)).not.toContain('backup-copy.sqlite');
  await make();
});
