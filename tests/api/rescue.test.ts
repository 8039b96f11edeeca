import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRescueOffice } from '../../electron/app/rescue-office';
import { openLedger } from '../../electron/db/open';
import { clockFrom } from '../../electron/ipc/context';
import type { Job } from '../../electron/jobs/job';
import { JOBS, type RunJob } from '../../electron/jobs/jobs';
import type { OpenedBag } from '../../shared/api/restore.contract';
import { CHEAP, foundCompany, LOGINS, openOffice, PASSWORD, registerProject, signIn } from './office';

const stick = mkdtempSync(join(tmpdir(), 'anjuan-rescue-'));
afterAll(() => rmSync(stick, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(stick, 'f-'));
const runHere: RunJob = (name, input, onProgress, signal) =>
  (JOBS[name] as Job<unknown, unknown, unknown>)(input, onProgress as (progress: unknown) => void, signal) as never;

let whole: string;
let bags: string;
beforeAll(async () => {
  whole = folder();
  bags = folder();
  const office = openOffice(undefined, undefined, whole);
  const people = await foundCompany(office);
  await signIn(office, LOGINS.archivist);
  office.chosenFiles = [bags];
  await office.call('backup.make', { onOwnDisk: true });
  await signIn(office, LOGINS.a);
  for (let n = 1; n < 8; n += 1) await registerProject(office, people, n);
  office.close();
});

/** A ledger of which nothing can be used, or only some pages; the office that answers then. */
function damaged(harm: (file: string) => void) {
  const dataDir = folder();
  cpSync(whole, dataDir, { recursive: true });
  harm(join(dataDir, 'ledger.sqlite'));
  let failure: unknown;
  try {
    openLedger(dataDir);
  } catch (error) {
    failure = error;
  }
  let reopened = 0;
  let chosen: string | undefined = bags;
  const office = openRescueOffice(failure, {
    ...{ dataDir, clock: clockFrom('2026-03-03T09:00:00+08:00'), runJob: runHere, publish: () => undefined },
    pluggedIn: async () => [],
    ...{ chooseFolder: async () => chosen, argon2: CHEAP },
    reopen: (act) => {
      act();
      reopened += 1;
    },
  });
  return {
    dataDir,
    choose: (path: string) => {
      chosen = path;
    },
    reply: (name: string, input: unknown = {}) => office.dispatch(name, input, 1),
    opened: async () => ((await office.dispatch('rescue.opened', {}, 1)) as { data: OpenedBag }).data,
    reopened: () => reopened,
  };
}

const rubbish = (file: string) => writeFileSync(file, readFileSync(file).fill(0x5a, 100));
const cutTrigger = (file: string) => void execFileSync('sqlite3', [file, 'DROP TRIGGER event_no_update']);
const signatures = { first: PASSWORD, second: PASSWORD };

describe('a ledger that cannot be opened', () => {
  test('answers every call with why, and asks two people of the backup before it is replaced', async () => {
    const its = damaged(rubbish);
    const before = readFileSync(join(its.dataDir, 'ledger.sqlite'));
    for (const name of ['company.start', 'people.me', 'ledger.list', 'restore.open', 'company.found'])
      expect(await its.reply(name)).toMatchObject({ ok: false, error: { reason: 'databaseDamaged' } });
    expect(await its.reply('rescue.open')).toMatchObject({ ok: true });
    const opened = await its.opened();
    expect(opened.fault).toBeUndefined();
    expect(opened.present).toBeUndefined();
    const [first, second] = [opened.first[0]?.staffId, opened.second.at(-1)?.staffId];
    expect(first).not.toBe(second);
    const asked = { firstId: first, secondId: second };
    expect(
      await its.reply('rescue.carryOut', { ...asked, signatures: { first: PASSWORD, second: 'x' } }),
    ).toMatchObject({
      error: { reason: 'wrongSecret', details: { field: 'signatures.second' } },
    });
    expect(readFileSync(join(its.dataDir, 'ledger.sqlite')).equals(before)).toBe(true);
    const done = await its.reply('rescue.carryOut', { ...asked, signatures });
    expect(done).toMatchObject({ ok: true });
    const { aside } = (done as { data: { aside: string } }).data;
    // The damaged file stays, byte for byte.
    expect(readFileSync(join(its.dataDir, aside, 'ledger.sqlite')).equals(before)).toBe(true);
    expect(its.reopened()).toBe(1);
    const ledger = openLedger(its.dataDir);
    const row = ledger.db.prepare('SELECT old_seq, old_head, lost_events FROM restore').get();
    expect(row).toEqual({ old_seq: null, old_head: null, lost_events: 0 });
    const wrong = ledger.db.prepare("SELECT count(*) FROM event WHERE action = 'secret.wrong'").pluck().get();
    expect(wrong).toBe(1);
    ledger.close();
    expect(readdirSync(its.dataDir).filter((name) => /damaged|restore$/.test(name))).toEqual([]);
  });

  test('that was altered but can be read says what would be lost, and its head stands in the restored one', async () => {
    const its = damaged(cutTrigger);
    await its.reply('rescue.open');
    const opened = await its.opened();
    expect(opened.lost.kinds).toContainEqual({ action: 'client.register', count: 7, ofRecords: true });
    const lost = await its.reply('rescue.lost', {});
    expect(lost).toMatchObject({ ok: true, data: { total: opened.lost.total } });
    const asked = { firstId: opened.first[0]?.staffId, secondId: opened.second.at(-1)?.staffId, signatures };
    // It remembers no later backup, but lies after the one that is restored: that is what is lost, not an older head.
    expect(await its.reply('rescue.carryOut', asked)).toMatchObject({ ok: true });
    const ledger = openLedger(its.dataDir);
    expect(ledger.db.prepare('SELECT old_seq, old_head FROM restore').get()).toEqual({
      old_seq: opened.present?.seq,
      old_head: opened.present?.head,
    });
    ledger.close();
  });

  test('of which some pages are gone gives the rows that can be read, from both ends', async () => {
    const its = damaged((file) => {
      // A leaf in the middle of the journal's changes.
      const sql =
        "SELECT pageno FROM dbstat WHERE name = 'change' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 2";
      const page = Number(execFileSync('sqlite3', [file, sql], { encoding: 'utf8' }).trim());
      expect(page).toBeGreaterThan(1);
      const size = Number(execFileSync('sqlite3', [file, 'PRAGMA page_size'], { encoding: 'utf8' }).trim());
      cutTrigger(file);
      const fd = openSync(file, 'r+');
      writeSync(fd, Buffer.alloc(size, 0x5a), 0, size, (page - 1) * size);
    });
    const into = folder();
    its.choose(into);
    const reply = await its.reply('rescue.salvage');
    expect(reply).toMatchObject({ ok: true, data: { faulty: 1 } });
    const { path, rows } = (reply as { data: { path: string; rows: number } }).data;
    expect(rows).toBeGreaterThan(20);
    const names = readdirSync(path);
    expect(names).toContain('client.csv');
    expect(names).not.toContain('credential.csv');
    expect(readFileSync(join(path, 'client.csv'), 'utf8')).toContain('青禾建材商贸有限公司7');
    const changes = readFileSync(join(path, 'change.csv'), 'utf8');
    expect(changes).toContain('青禾建材商贸有限公司7');
    expect(changes.split('\r\n')[1]).toMatch(/^1,/);
    expect(readFileSync(join(path, 'README.txt'), 'utf8')).toMatch(/change: \d+ {2}不全/);
  });

  test('of which nothing can be read says so', async () => {
    const its = damaged(rubbish);
    its.choose(folder());
    expect(await its.reply('rescue.salvage')).toMatchObject({ ok: false, error: { reason: 'nothingReadable' } });
  });

  test('that is only of a newer version is not replaced', async () => {
    const its = damaged((file) => void execFileSync('sqlite3', [file, 'PRAGMA user_version = 9990']));
    expect(await its.reply('rescue.open')).toMatchObject({ ok: false, error: { reason: 'databaseIsNewer' } });
    expect(statSync(join(its.dataDir, 'ledger.sqlite')).size).toBeGreaterThan(0);
  });
});
