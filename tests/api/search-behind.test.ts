import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createJournal } from '../../electron/db/journal';
import { createSearchIndex } from '../../electron/search/search-index';
import { copyLedgerOf, strangerSays, throwCopiesAway } from '../db/ledger-copy';
import { searchTables } from '../db/search-tables';
import { verdictOf } from '../db/verdict';
import { caughtUp, guessedPlan, layLedger, oldRows } from './imports';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';

/** An import says that it is done when its rows are there; search finds them a little later, and says so until then. */
let office: Office;
beforeEach(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => {
  vi.restoreAllMocks();
  office.close();
});
afterAll(throwCopiesAway);

const ROWS = 250;
let letGo = (): void => undefined;
/** Search stays where it stands until it is let go: a fast computer has it done between two answers. */
function hold(): void {
  const { db } = office.ledger;
  const { transaction } = db;
  db.transaction = ((write: () => void) =>
    write.name === 'catchUp' ? { immediate: () => undefined } : transaction.call(db, write)) as typeof transaction;
  letGo = () => {
    db.transaction = transaction;
  };
}
/** Brings rows in and stops the program before search has got anywhere. */
async function bringInAndStop(): Promise<number> {
  layLedger(office, oldRows(1, ROWS));
  await office.call('import.read', {});
  hold();
  const { id } = await office.call('import.write', { plan: await guessedPlan(office) });
  office.restart();
  hold();
  await signIn(office, LOGINS.archivist);
  return id;
}
const goOn = async () => {
  letGo();
  office.app.readAhead();
  await caughtUp(office);
};
/** Lets the clock run so fast that every slice ends after its first step, on a fast computer too. */
const hurryClock = () => {
  let now = performance.now();
  return vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 10;
    return now;
  });
};
const left = async () => (await office.call('search.behind', {})).left;
const found = async (text: string) =>
  (await office.call('search.find', { text })).flatMap(({ hits }) => hits.map(({ title }) => title));
const listed = async (filter: object) => (await office.call('ledger.list', { filter })).total;

test('what an ordinary act wrote is found at once', async () => {
  await office.call('client.register', { kind: 'person', name: '林远山' });
  expect(await found('远山')).toEqual(['林远山']);
  expect(await left()).toBe(0);
});

test('rows that were brought in stand in the ledger at once, are counted as missing from search, and are found in the end, however often the program stops', async () => {
  await bringInAndStop();
  // A stranger finds nothing wrong with a ledger whose search is behind.
  office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(strangerSays(copyLedgerOf(office.dataDir))).toMatchObject({ whole: true });
  expect(await listed({})).toBe(ROWS);
  expect(await left()).toBeGreaterThan(ROWS);
  expect(await found('旧250号')).toEqual([]);
  for (const filter of [{ text: '旧250' }, { archiveNo: '旧250' }, { title: '卷250' }, { contractNo: '合250' }])
    expect(await listed(filter)).toBe(0);
  // Stopped again half-way.
  const all = await left();
  const clock = hurryClock();
  letGo();
  office.app.readAhead();
  while ((await left()) === all) await setImmediate();
  office.restart();
  hold();
  clock.mockRestore();
  await signIn(office, LOGINS.archivist);
  expect(await left()).toBeGreaterThan(0);
  office.published.length = 0;
  await goOn();
  // Whatever shows what words find is read again.
  const told = expect.arrayContaining(['dossier', 'project', 'client', 'search_behind']);
  await vi.waitFor(() => expect(office.published.at(-1)).toEqual(told));
  expect(await found('旧250号')).toEqual(['旧250号 旧卷250']);
  for (const filter of [{ text: '旧250' }, { archiveNo: '旧250' }, { title: '卷250' }, { contractNo: '合250' }])
    expect(await listed(filter)).toBe(1);
  expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
});

test('a list that is narrowed by words is neither written to a file nor printed until search finds everything', async () => {
  await bringInAndStop();
  office.savePath = join(office.dataDir, 'out.csv');
  const save = (filter: object) =>
    office.reply('export.save', { list: { name: 'ledger', filter }, format: 'csv', words: {} });
  const paper = (filter: object) => office.reply('print.form', { form: 'ledger', asked: { filter } });
  const refused = { error: { code: 'busy', reason: 'searchBehind', details: { left: await left() } } };
  expect(await save({ text: '旧24' })).toMatchObject({ error: { reason: 'searchBehind' } });
  expect(await paper({ title: '卷24' })).toMatchObject(refused);
  expect(await paper({ keeperId: 1 })).toMatchObject({ ok: true });
  await goOn();
  expect(await save({ text: '旧24' })).toMatchObject({ ok: true, data: { rows: 10 } });
  expect(await paper({ title: '卷24' })).toMatchObject({ ok: true });
});

test('a row that is changed before it could be found is found by its new words only', async () => {
  await bringInAndStop();
  const client = (await office.call('client.list', {})).rows.find(({ name }) => name === '松江五金商行');
  await office.call('client.correct', { id: client?.id ?? 0, kind: 'enterprise', name: '云间钟表行' });
  await office.call('client.register', { kind: 'person', name: '陆机' });
  expect(await found('云间钟表')).toEqual([]);
  await goOn();
  expect(await found('云间钟表')).toContain('云间钟表行');
  expect(await found('五金商行')).toEqual([]);
  expect(await found('陆机')).toEqual(['陆机']);
});

test('of an import that is undone before it could be found nothing is found', async () => {
  const before = searchTables(office.ledger.db);
  const id = await bringInAndStop();
  await office.call('import.undo', { id, reason: '重复导入', signature: PIN });
  expect(await left()).toBeGreaterThan(0);
  await goOn();
  expect(await found('旧')).toEqual([]);
  const records = (its: typeof before) => Object.entries(its).map(([name, { records }]) => [name, records]);
  expect(records(searchTables(office.ledger.db))).toEqual(records(before));
});

test('a disk that is full puts it off, and an act that is refused meanwhile leaves it where it stood', async () => {
  await bringInAndStop();
  letGo();
  const { db } = office.ledger;
  const at = () => db.prepare('SELECT change_id FROM search_behind').pluck().get();
  const stoodAt = at();
  hurryClock();
  const index = createSearchIndex(db);
  const { aside } = createJournal(db, index.follow, () => undefined);
  const full = () => {
    index.catchUp();
    throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
  };
  expect(() => aside(full)).toThrow('disk full');
  expect(at()).toBe(stoodAt);
  expect(aside(index.catchUp)).toBe(true);
  expect(at()).toBeGreaterThan(Number(stoodAt));
  // After a failed fsync nothing more is written.
  const failed = () => {
    throw Object.assign(new Error('fsync'), { code: 'SQLITE_IOERR_FSYNC' });
  };
  expect(() => aside(failed)).toThrow('fsync');
  expect(aside(index.catchUp)).toBe(false);
  // No way around the journal: a business table is refused.
  const { aside: other } = createJournal(db, index.follow, () => undefined);
  expect(() => other(() => db.exec("UPDATE client SET name = 'x'"))).toThrow(/FOREIGN KEY/);
});

/** All that the index answers: which records stand under which words. */
function answers(): string {
  const { db } = office.ledger;
  const tables = Object.keys(searchTables(db));
  return JSON.stringify(
    tables.map((name) => {
      db.exec(`CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, ${name}, instance)`);
      const words = db.prepare('SELECT term, doc, offset FROM temp.seen ORDER BY term, doc, offset').raw().all();
      db.exec('DROP TABLE temp.seen');
      return [name, words];
    }),
  );
}

test('whatever is done while search is behind, afterwards it is as if it had been made from nothing', async () => {
  const act = fc.record({
    what: fc.constantFrom('register', 'correct', 'import', 'catchUp', 'restart'),
    n: fc.nat(30),
  });
  let no = 1;
  const serial = (step = 1) => {
    no += step;
    return no;
  };
  const perform = async ({ what, n }: { what: string; n: number }) => {
    const clients = (await office.call('client.list', {})).rows;
    const one = clients[n % Math.max(1, clients.length)];
    if (what === 'register') await office.call('client.register', { kind: 'person', name: `林${n}远山${serial()}` });
    else if (what === 'correct' && one)
      await office.call('client.correct', { id: one.id, kind: 'enterprise', name: `云间${n}号钟表行${serial()}` });
    else if (what === 'import') {
      layLedger(office, oldRows(serial(200), 120));
      await office.call('import.read', {});
      await office.call('import.write', { plan: await guessedPlan(office) });
    } else if (what === 'catchUp') await goOn();
    else {
      office.restart();
      await signIn(office, LOGINS.archivist);
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 6 }), async (acts) => {
      for (const its of acts) await perform(its);
      await goOn();
      const is = answers();
      const { db } = office.ledger;
      for (const name of Object.keys(searchTables(db))) db.exec(`INSERT INTO ${name} (${name}) VALUES ('delete-all')`);
      // Negative control: an index that knows nothing answers otherwise.
      expect(answers()).not.toBe(is);
      db.exec('INSERT INTO search_behind (id, change_id) VALUES (1, 0)');
      await goOn();
      expect(answers()).toBe(is);
    }),
    { numRuns: 2, seed: 20_261_128 },
  );
});
