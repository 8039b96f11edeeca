import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLedger } from '../../electron/db/open';
import { jpegOf, send, sha256 } from '../api/files';
import { compileSample, foundCompany, LOGINS, type Office, openOffice, registerProject, signIn } from '../api/office';
import { replayDifferences } from './replay';
import { fillDisk, mountSmallDisk, unmount } from './small-disk';

const disk = mountSmallDisk(16);
if (!disk) console.log('skipped: 5 tests of full and read-only disks, because this user may not mount a tmpfs');
const onDisk = disk ?? '';

const fill = (left: number) => fillDisk(onDisk, left);

let office: Office;
let dossierId: number;
let work = 0;

/** One commit with some two hundred changed rows. */
const compile = async () => {
  const { revision, items } = await office.call('dossier.show', { id: dossierId });
  work += 1;
  const list = items.map(({ contractCode: _, ...item }) => ({ ...item, remarks: `第${work}次${'复核'.repeat(100)}` }));
  return office.reply('dossier.compile', { id: dossierId, revision, items: list });
};

const standing = () => ({
  seq: office.app.journal.head().seq,
  changes: office.ledger.db.prepare('SELECT count(*) FROM change').pluck().get(),
  differences: replayDifferences(office.ledger.db),
});

afterAll(() => unmount(disk));

describe.skipIf(!disk)('a full disk', () => {
  beforeEach(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    office = openOffice(undefined, undefined, join(onDisk, 'data'));
    const people = await foundCompany(office);
    await signIn(office, LOGINS.a);
    const { projectId } = await registerProject(office, people);
    dossierId = await compileSample(office, projectId);
  });
  afterEach(() => {
    office.close();
    rmSync(join(onDisk, 'data'), { recursive: true });
    vi.restoreAllMocks();
  });

  test('is told, nothing is half written, and work goes on when there is room again', async () => {
    let refused = 0;
    let written = 0;
    // From nothing left to room for three such acts, so that every part of a commit is once the one that finds no room.
    const steps = Array.from({ length: 24 }, (_, i) => i * 40_960);
    for (const left of steps) {
      const empty = fill(left);
      for (let i = 0; i < 3; i += 1) {
        const before = standing();
        const reply = await compile();
        if (reply.ok) {
          written += 1;
          expect(standing()).toMatchObject({ seq: before.seq + 1, differences: [] });
        } else {
          refused += 1;
          expect(reply).toMatchObject({ error: { code: 'storage', reason: 'diskFull' } });
          expect(standing()).toEqual(before);
        }
        // What is there can still be read.
        expect((await office.reply('dossier.show', { id: dossierId })).ok).toBe(true);
      }
      empty();
      expect(await compile(), 'after room was made, without a restart').toMatchObject({ ok: true });
    }
    console.log(
      `disk full: ${refused} acts refused, ${written} went through with what was left, ${steps.length} went on after`,
    );
    expect(Math.min(refused, written)).toBeGreaterThan(0);
    const before = standing();
    office.restart();
    expect(standing()).toEqual(before);
    expect(office.ledger.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(before.differences).toEqual([]);
  });

  test('takes no half scan: it is told, nothing of it stays, and the next one is taken when there is room again', async () => {
    const bytes = jpegOf('scan', 6_000_000);
    const blobs = () =>
      readdirSync(join(onDisk, 'data', 'blobs'), { recursive: true, withFileTypes: true }).filter((its) =>
        its.isFile(),
      );
    const empty = fill(2_000_000);
    const before = standing();
    const subject = { kind: 'dossier', id: dossierId } as const;
    expect(await send(office, subject, 'scan.jpg', bytes)).toMatchObject({
      ok: false,
      error: { code: 'storage', reason: 'diskFull' },
    });
    expect([blobs(), standing()]).toEqual([[], before]);
    empty();
    expect(await send(office, subject, 'scan.jpg', bytes)).toMatchObject({ ok: true });
    expect(blobs().map((its) => its.name)).toEqual([sha256(bytes)]);
  });

  test('is told when the program starts, and the ledger stays as it was', () => {
    const before = standing();
    office.ledger.close();
    const empty = fill(0);
    expect(() => openLedger(office.dataDir)).toThrow(/storage: diskFull/);
    empty();
    office.restart();
    expect(standing()).toEqual(before);
  });
});

describe.skipIf(!disk)('a data folder that cannot be written', () => {
  const remount = (mode: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${mode}`, onDisk]);

  test('is told when the program starts', () => {
    const dir = join(onDisk, 'data');
    openLedger(dir).close();
    remount('ro');
    try {
      expect(() => openLedger(dir)).toThrow(/storage: folderNotWritable/);
      expect(() => openLedger(join(onDisk, 'new'))).toThrow(/storage: folderNotWritable/);
    } finally {
      remount('rw');
    }
    openLedger(dir).close();
    rmSync(dir, { recursive: true });
  });

  test('a file where the folder should be is told as well', () => {
    const file = join(onDisk, 'file');
    closeSync(openSync(file, 'w'));
    expect(() => openLedger(file)).toThrow(/storage: fileInTheWay/);
    expect(() => openLedger(join(file, 'below'))).toThrow(/storage: fileInTheWay/);
    rmSync(file);
  });
});

describe('a disk that has failed once', () => {
  const failed = (code: string) => Object.assign(new Error(code), { code });

  test('is written to no more before a restart, in no way; what is there can be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const office = openOffice();
    await foundCompany(office);
    await signIn(office, LOGINS.archivist);
    const register = (name: string) => office.reply('client.register', { kind: 'person', name });
    const { journal } = office.app;
    // A full one is none that failed: there will be room again.
    journal.noteFailure(failed('SQLITE_FULL'));
    expect(await register('甲')).toMatchObject({ ok: true });
    journal.noteFailure(failed('SQLITE_IOERR_FSYNC'));
    const { seq } = journal.head();
    const restartNeeded = { reason: 'restartNeeded' };
    expect(await register('乙')).toMatchObject({ ok: false, error: restartNeeded });
    const its = { at: '2026-03-02T09:00:00.000Z', actor: undefined, windowId: 1 } as never;
    await expect(
      journal.commitInTurns(its, 'import.write', {}, () => [][Symbol.iterator]() as never),
    ).rejects.toMatchObject(restartNeeded);
    let isWritten = false;
    const aside = journal.aside(() => {
      isWritten = true;
    });
    expect([aside, isWritten]).toEqual([false, false]);
    expect(journal.head().seq).toBe(seq);
    expect(await office.reply('client.list', {})).toMatchObject({ ok: true });
    office.restart();
    await signIn(office, LOGINS.archivist);
    expect(await register('乙')).toMatchObject({ ok: true });
    office.close();
    vi.restoreAllMocks();
  });
});

describe('two programs on one ledger', () => {
  test('the second is told that the first has it, and the first works on', () => {
    const dir = mkdtempSync(join(tmpdir(), 'anjuan-two-'));
    const first = openLedger(dir);
    const script = `
      const Database = require('better-sqlite3');
      const nativeBinding = process.env.ANJUAN_SQLITE_BINDING;
      const old = Number(process.versions.napi) < 10;
      const db = new Database(process.argv[1], { timeout: 100, ...(old && nativeBinding ? { nativeBinding } : {}) });
      try { db.pragma('user_version'); console.log('open'); } catch (error) { console.log(error.code); }`;
    const other = () =>
      execFileSync(process.execPath, ['-e', script, join(dir, 'ledger.sqlite')], { encoding: 'utf8' });
    expect(other()).toMatch(/^SQLITE_BUSY/);
    expect(() => openLedger(dir)).toThrow(/busy: ledgerInUse/);
    expect(first.db.pragma('quick_check', { simple: true })).toBe('ok');
    first.close();
    expect(other()).toBe('open\n');
    openLedger(dir).close();
    rmSync(dir, { recursive: true });
  }, 20_000);
});
