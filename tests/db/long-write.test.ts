import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createJournal, type Journal } from '../../electron/db/journal';
import { assertSettings, type Ledger, openLedger } from '../../electron/db/open';
import { createSearchIndex } from '../../electron/search/search-index';

const ROWS = 3_000;
const ctx = { at: '2026-11-27T01:00:00.000Z', today: '2026-11-27', windowId: 1, actor: undefined };
const nothing = () => undefined;

let dataDir: string;
let ledger: Ledger;
let journal: Journal;
beforeEach(() => {
  // Only the waiting for an idle moment: an act itself goes on by turns of the real clock.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  dataDir = mkdtempSync(join(tmpdir(), 'anjuan-long-write-'));
  ledger = openLedger(dataDir);
  journal = createJournal(ledger.db, createSearchIndex(ledger.db).follow, nothing);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  ledger.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const setting = (name: string) => ledger.db.pragma(name, { simple: true });
/** Pages in the write-ahead log that the ledger itself does not have yet. */
const pagesOnlyInLog = (): number => {
  const [its] = ledger.db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
  return (its?.log ?? 0) - (its?.checkpointed ?? 0);
};
const pagesFor = (rows: number) => rows / 100;

async function longAct(watch: () => void): Promise<void> {
  const place = ledger.db.prepare("INSERT INTO place (room, cabinet, shelf, box) VALUES ('一室', '1柜', '1层', ?)");
  await journal.commitInTurns(ctx, 'test.act', {}, function* () {
    for (let box = 1; box <= ROWS; box += 1) {
      place.run(`${box}盒`);
      yield;
    }
    watch();
  });
}

test('an act inside another one, or while a long one is underway, is refused and leaves nothing', async () => {
  const before = journal.head().seq;
  const place = ledger.db.prepare("INSERT INTO place (room, cabinet, shelf, box) VALUES ('一室', '1柜', '1层', ?)");
  const inner = () => journal.commit(ctx, 'test.inner', {}, () => place.run('内'));
  const outer = () =>
    journal.commit(ctx, 'test.outer', {}, () => {
      place.run('外');
      inner();
    });
  expect(outer).toThrow('test.inner inside another act');
  expect(journal.head().seq).toBe(before);
  let meanwhile: unknown;
  await longAct(() => {
    try {
      inner();
    } catch (error) {
      meanwhile = error;
    }
  });
  expect(meanwhile).toMatchObject({ code: 'busy', reason: 'ledgerBusy' });
  expect(journal.head().seq).toBe(before + 1);
  expect(ledger.db.prepare('SELECT count(*) FROM place').pluck().get()).toBe(ROWS);
});

test('a long act keeps little waiting in memory and changes no other setting, and none when it has ended', async () => {
  let waiting: unknown;
  await longAct(() => {
    waiting = setting('cache_size');
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
  });
  expect(waiting).toBe(-16_384);
  assertSettings(ledger.db);
  await expect(
    longAct(() => {
      throw new Error('failed');
    }),
  ).rejects.toThrow();
  assertSettings(ledger.db);
});

test('what it wrote is copied from the log into the ledger when nobody has asked for anything for a while, not before', async () => {
  await longAct(nothing);
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  journal.noteAsked();
  expect(pagesOnlyInLog()).toBeGreaterThan(pagesFor(ROWS));
  const later = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(ms);
  };
  later(15_000);
  expect(pagesOnlyInLog()).toBeGreaterThan(pagesFor(ROWS));
  journal.noteAsked();
  later(15_000);
  expect(pagesOnlyInLog()).toBeGreaterThan(pagesFor(ROWS));
  later(15_000);
  await vi.waitFor(() => expect(pagesOnlyInLog()).toBe(0));
  // Ordinary commits copy as before.
  expect(setting('wal_autocheckpoint')).toBe(1_000);
});
