import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { copiesToDrop, isCopyDue, MOST_COPIES } from '../../electron/features/restore/copies.rules';
import { FIXTURES, unpack } from '../fixtures/bags/unpack';
import { pngOf, send } from './files';
import { guessedPlan, layLedger, oldRows } from './imports';
import {
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  type People,
  registerProject,
  signIn,
} from './office';

const folders = mkdtempSync(join(tmpdir(), 'anjuan-copies-'));
afterAll(() => rmSync(folders, { recursive: true, force: true }));

const copiesOf = (office: Office) => {
  try {
    return readdirSync(join(office.dataDir, 'copies'));
  } catch {
    return [];
  }
};

describe('copies beside the ledger', () => {
  let office: Office;
  let people: People;
  beforeEach(async () => {
    office = openOffice();
    people = await foundCompany(office);
    await signIn(office, LOGINS.archivist);
    return () => office.close();
  });

  test('one each half hour, only when something has changed', async () => {
    // What the power has broken off goes with the next one.
    mkdirSync(join(office.dataDir, 'copies/2026-03-02T0800_00000000_1.partial'), { recursive: true });
    await office.aMinutePasses();
    expect(copiesOf(office)).toHaveLength(1);
    expect(readdirSync(join(office.dataDir, 'copies'))).toHaveLength(1);
    await office.call('client.register', { kind: 'enterprise', name: '甲' });
    office.at('2026-03-02T09:29:00+08:00');
    await office.aMinutePasses();
    expect(copiesOf(office)).toHaveLength(1);
    office.at('2026-03-02T09:31:00+08:00');
    await office.aMinutePasses();
    expect(copiesOf(office)).toHaveLength(2);
    office.at('2026-03-02T11:00:00+08:00');
    await office.aMinutePasses();
    expect(copiesOf(office)).toHaveLength(2);
    await signIn(office, LOGINS.archivist);
    expect(await office.call('restore.copies', {})).toMatchObject({ count: 2, most: MOST_COPIES });
  });

  test('is restored like any backup, and the scans stay where they are', async () => {
    await signIn(office, LOGINS.a);
    const { projectId } = await registerProject(office, people);
    const dossier = { kind: 'dossier' as const, id: await compileSample(office, projectId) };
    await send(office, dossier, '扫描件.png', pngOf('scan'));
    await signIn(office, LOGINS.archivist);
    await office.aMinutePasses();
    const [copy] = await office.call('restore.bags', {});
    expect(copy).toMatchObject({ isCopy: true, ours: true });
    await office.call('client.register', { kind: 'enterprise', name: '后来的客户' });
    writeFileSync(join(office.dataDir, 'blobs', 'mark'), 'x');
    await office.call('restore.open', { place: copy?.place ?? '', name: copy?.name ?? '' });
    const opened = await office.call('restore.opened', {});
    expect(opened?.fault).toBeUndefined();
    expect(opened).toMatchObject({ said: { scansApart: true }, missingScans: 0, checks: { scans: 'passed' } });
    const [first, second] = [opened?.first[0]?.staffId ?? 0, opened?.second.at(-1)?.staffId ?? 0];
    const signatures = { first: PASSWORD, second: PASSWORD };
    await office.call('restore.carryOut', { firstId: first, secondId: second, signatures });
    expect(office.ledger.db.prepare("SELECT count(*) FROM client WHERE name = '后来的客户'").pluck().get()).toBe(0);
    expect(readFileSync(join(office.dataDir, 'blobs', 'mark'), 'utf8')).toBe('x');
    await signIn(office, LOGINS.admin);
    expect(await office.call('attachment.check', {})).toMatchObject({ faults: [{ fault: 'stray' }] });
    await signIn(office, LOGINS.archivist);
    // What was there before the restore was copied first: the way forward again.
    expect((await office.call('restore.bags', {})).filter(({ isCopy }) => isCopy)).toHaveLength(2);
  });

  test('one before an import', async () => {
    layLedger(office, oldRows(1, 3));
    await office.call('import.read', {});
    await office.call('import.write', { plan: await guessedPlan(office) });
    expect(copiesOf(office)).toHaveLength(1);
  });

  test('a copy that cannot be made says so, holds nobody up, and is forgotten when the next one is made', async () => {
    writeFileSync(join(office.dataDir, 'copies'), 'a file stands in the way');
    layLedger(office, oldRows(1, 3));
    await office.call('import.read', {});
    await office.call('import.write', { plan: await guessedPlan(office) });
    const { failure } = await office.call('restore.copies', {});
    const path = join(office.dataDir, 'copies');
    expect(failure).toMatchObject({ reason: 'fileInTheWay', details: { path } });
    renameSync(join(office.dataDir, 'copies'), join(office.dataDir, 'moved'));
    office.at('2026-03-02T10:00:00+08:00');
    await office.aMinutePasses();
    await signIn(office, LOGINS.archivist);
    expect((await office.call('restore.copies', {})).failure).toBeUndefined();
    expect(copiesOf(office)).toHaveLength(1);
  });
});

test('what a migration leaves beside the ledger becomes a copy that can be restored', async () => {
  const dataDir = mkdtempSync(join(folders, 'old-'));
  const newest = FIXTURES.at(-1) ?? '';
  const bag = unpack(newest, folders);
  mkdirSync(join(dataDir, 'blobs'));
  renameSync(join(bag, 'data/ledger.sqlite'), join(dataDir, 'ledger.sqlite'));
  const office = openOffice(undefined, undefined, dataDir);
  const left = () => readdirSync(dataDir).filter((name) => name.includes('before-v'));
  expect(left()).toHaveLength(1);
  await office.aMinutePasses();
  expect(left()).toEqual([]);
  await office.call('people.signIn', { login: 'ningyuan', password: PASSWORD });
  await office.call('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  const bags = await office.call('restore.bags', {});
  const old = bags.find(({ seq }) => seq === Math.min(...bags.map((its) => its.seq)));
  await office.call('restore.open', { place: old?.place ?? '', name: old?.name ?? '' });
  expect(await office.call('restore.opened', {})).toMatchObject({ said: { schema: Number(newest.slice(1, 5)) } });
  expect((await office.call('restore.opened', {}))?.fault).toBeUndefined();
  office.close();
});

describe('which copies are kept', () => {
  const copy = (at: string, bytes = 1) => ({ name: at, at, day: at.slice(0, 10), bytes });

  test('never more than said, over forty days of half hours; the newest and each day’s last among them', () => {
    let kept = [] as ReturnType<typeof copy>[];
    for (let n = 0; n < 40 * 16; n += 1) {
      const at = new Date(Date.UTC(2026, 2, 2 + Math.floor(n / 16), 0, (n % 16) * 30)).toISOString();
      kept.push(copy(at));
      const drop = new Set(copiesToDrop(kept));
      kept = kept.filter(({ name }) => !drop.has(name));
      expect(kept.length).toBeLessThanOrEqual(MOST_COPIES);
      expect(kept.at(-1)?.at).toBe(at);
    }
    expect(new Set(kept.map(({ day }) => day)).size).toBe(7);
    // The six newest, all of the last day, and the last of each of the six days before it.
    expect(kept.length).toBe(12);
  });

  test('large ones take no more room than said, but two stay however large they are', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((day) => copy(`${day}T01:00:00Z`, 3e9));
    expect(copiesToDrop(days)).toEqual(['2026-03-02T01:00:00Z', '2026-03-01T01:00:00Z']);
  });

  test('a large one for which there is no room takes none from the smaller ones before it', () => {
    const sizes = [1, 1, 5e9, 1].map((bytes, n) => copy(`2026-03-0${4 - n}T01:00:00Z`, bytes));
    expect(copiesToDrop(sizes)).toEqual(['2026-03-02T01:00:00Z']);
  });

  test('a clock that was set back makes the next one at once', () => {
    const last = { at: '2026-03-02T09:00:00.000Z', seq: 7 };
    const isDue = (now: string) => isCopyDue(last, { seq: 8 }, now);
    expect([isDue('2026-03-02T09:29:59.999Z'), isDue('2026-03-02T09:30:00.000Z')]).toEqual([false, true]);
    expect(isDue('2026-03-02T08:59:59.000Z')).toBe(true);
  });
});
