import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STAGE, type Swap, swapIn } from '../../electron/backup/restore-swap';
import { openBlobStore } from '../../electron/blobs/blob-store';
import { openLedger } from '../../electron/db/open';
import { compileSample, foundCompany, LOGINS, openOffice, registerProject, signIn } from '../api/office';
import { watchDisk } from '../unit/backup/watched-disk';
import { liveTables } from './replay';

/** D7: whatever ends the program in the middle, the folder opens as exactly the old ledger or exactly the new one. */
const folders = mkdtempSync(join(tmpdir(), 'anjuan-swap-'));
afterAll(() => rmSync(folders, { recursive: true, force: true }));

let before: string;
let old: string;
let next: string;
const SWAP: Swap = { aside: 'before-restore-2026-03-02T090000', scans: true };

const dumpOf = (dir: string) => {
  const ledger = openLedger(dir);
  const dump = JSON.stringify([...liveTables(ledger.db)].map(([name, rows]) => [name, [...rows]]));
  ledger.close();
  return `${dump} ${readFileSync(join(dir, 'blobs/mark'), 'utf8')}`;
};

/** A folder with the old ledger in place and the new one ready beside it. */
function prepared(): string {
  const dir = mkdtempSync(join(folders, 'f-'));
  cpSync(before, dir, { recursive: true });
  return dir;
}

beforeAll(async () => {
  before = mkdtempSync(join(folders, 'before-'));
  const office = openOffice(undefined, undefined, before);
  const people = await foundCompany(office);
  const stage = join(before, STAGE);
  mkdirSync(stage);
  office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
  cpSync(join(before, 'ledger.sqlite'), join(stage, 'ledger.sqlite'));
  openBlobStore(join(stage, 'blobs'));
  await signIn(office, LOGINS.a);
  await compileSample(office, (await registerProject(office, people)).projectId);
  office.close();
  writeFileSync(join(before, 'blobs/mark'), 'old');
  writeFileSync(join(stage, 'blobs/mark'), 'new');
  const whole = mkdtempSync(join(folders, 'old-'));
  cpSync(before, whole, { recursive: true });
  rmSync(join(whole, STAGE), { recursive: true });
  old = dumpOf(whole);
  next = dumpOf(stage);
});

/** The steps of a swap that nothing disturbs. */
function stepsOf(dir: string, swap = SWAP): string[] {
  const steps: string[] = [];
  swapIn(dir, swap, (step) => steps.push(step));
  return steps;
}

const crashAt = (dir: string, n: number) => {
  let at = 0;
  expect(() =>
    swapIn(dir, SWAP, () => {
      if (at === n) throw new Error('the power is gone');
      at += 1;
    }),
  ).toThrow('the power is gone');
};

describe('a restore', () => {
  test('that nothing disturbs puts the new ledger in place and the old one aside, whole', () => {
    const dir = prepared();
    expect(stepsOf(dir)).toEqual([
      ...['stage', 'phase', 'phaseName', 'begun', 'old ledger.sqlite', 'old blobs', 'new blobs', 'new ledger.sqlite'],
      ...['swapped', 'over'],
    ]);
    expect(dumpOf(dir)).toBe(next);
    expect(dumpOf(join(dir, SWAP.aside))).toBe(old);
    expect(readdirSync(dir).sort()).toEqual([SWAP.aside, 'blobs', 'ledger.sqlite']);
  });

  test('has on the disk what the next step builds upon, before that step', async () => {
    const dir = prepared();
    const { did, end } = await watchDisk(dir);
    stepsOf(dir);
    end();
    const { aside } = SWAP;
    expect(did).toEqual([
      ...['sync restore', 'sync restore.phase.new', 'rename restore.phase.new to restore.phase', 'sync .'],
      ...[`rename ledger.sqlite to ${aside}/ledger.sqlite`, `rename blobs to ${aside}/blobs`],
      ...['rename restore/blobs to blobs', `sync ${aside}`, 'sync .'],
      ...['rename restore/ledger.sqlite to ledger.sqlite', 'sync .'],
      ...['remove restore.phase', 'sync .', 'remove restore', 'remove restore.phase.new'],
    ]);
  });

  test('that is ended at any step opens as exactly old or exactly new, never as something between', () => {
    expect(old).not.toBe(next);
    const count = stepsOf(prepared()).length;
    const found = Array.from({ length: count }, (_, n) => {
      const dir = prepared();
      crashAt(dir, n);
      const opened = dumpOf(dir);
      expect(readdirSync(dir).filter((name) => name.startsWith('restore'))).toEqual([]);
      if (opened === old) {
        expect(existsSync(join(dir, SWAP.aside))).toBe(false);
        return 'old';
      }
      expect([n, opened === next, dumpOf(join(dir, SWAP.aside)) === old]).toEqual([n, true, true]);
      return 'new';
    });
    // Up to the moment that the phase file has its name the old one counts, from then on the new one.
    expect(found).toEqual(['old', 'old', 'old', ...Array.from({ length: count - 3 }, () => 'new')]);
  });

  test('that is ended again while it is being ended is ended by the next start', () => {
    for (const n of [5, 6, 7]) {
      const dir = prepared();
      crashAt(dir, n);
      expect(dumpOf(dir)).toBe(next);
      expect(dumpOf(dir)).toBe(next);
    }
  });

  test('takes along what SQLite has left beside a damaged ledger, and leaves scans where they are that do not come with it', () => {
    const dir = prepared();
    // A journal of the old ledger beside the new one would be played into it.
    const rests = ['ledger.sqlite-wal', 'ledger.sqlite-shm', 'ledger.sqlite-journal'];
    for (const name of rests) writeFileSync(join(dir, name), name);
    stepsOf(dir, { ...SWAP, scans: false });
    for (const name of rests) expect(readFileSync(join(dir, SWAP.aside, name), 'utf8')).toBe(name);
    expect(dumpOf(dir)).toBe(next.replace(/new$/, 'old'));
  });

  test('the harness sees a swap that loses its place: without the phase file the half-way folder is neither', () => {
    const dir = prepared();
    crashAt(dir, 6);
    rmSync(join(dir, 'restore.phase'));
    mkdirSync(join(dir, 'blobs'), { recursive: true });
    writeFileSync(join(dir, 'blobs/mark'), '');
    expect([old, next]).not.toContain(dumpOf(dir));
  });
});
