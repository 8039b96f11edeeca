import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DEMO_SECRET } from '../../electron/app/demonstration.data';
import { createHeldLedger } from '../../electron/features/ledger/held-ledger';
import { createLedgerRepo } from '../../electron/features/ledger/ledger.repo';
import { LEDGER_SORTS, type LedgerSort, ledger } from '../../shared/api/ledger.contract';
import { nativeStatement } from '../setup/native-statement';
import { LOGINS, type Office, openOffice } from './office';

const TODAY = '2026-03-30';
const FILTERS = [
  {},
  { text: '公司' },
  { classId: 1 },
  { room: '一室' },
  { remarks: '改' },
  { group: 'underway' as const },
  // Few of many, which are kept otherwise than many.
  { pagesFrom: 4_700 },
  { text: '7' },
  { text: '旧号' },
  { box: '07盒', cabinet: '03柜' },
  { year: 2001, clientId: 2 },
  { title: '题1' },
  { archiveNo: '导' },
  { contractNo: '公司' },
  { lateFrom: 1, lateTo: 30 },
  { aManagerId: 3 },
  ...[3, 4, 5, 6, 7].map((lentToId) => ({ lentToId })),
];
/** One of each kind more often than all of them. */
const SORTS = fc.oneof(
  fc.constantFrom('opened', 'pages', 'title', 'client', 'aManager', 'place', 'retention'),
  fc.constantFrom(...LEDGER_SORTS),
);

let office: Office;
beforeAll(async () => {
  office = openOffice('2026-03-30T09:00:00+08:00');
  await office.call('company.foundDemonstration', {});
});
afterAll(() => office.close());

const bringIn = (n: number) =>
  `INSERT OR IGNORE INTO dossier (client_id, class_id, title, year, retention_id, secrecy, state, holder, revision, volume_count, item_count,
       page_count, opened_on, archive_no, received_on, remarks, origin)
     SELECT 1 + ${n % 5}, 2, '新${n}', 2001, 2, 'secret', 'received', 'archive', 0, 1, ${n % 9}, ${n}, '2026-03-30',
       '导' || (SELECT max(id) FROM dossier), '2020-01-0${1 + (n % 9)}', '', 'imported'`;
/** What other features do to the rows that the ledger shows; a name that is taken already changes nothing. */
const ACTS: readonly ((n: number) => string)[] = [
  (n) =>
    `UPDATE OR IGNORE dossier SET title = '题${n}${n % 3 ? '' : '公司'}' WHERE id = 1 + ${n} % (SELECT max(id) FROM dossier)`,
  (n) => `UPDATE OR IGNORE dossier SET page_count = ${n}, remarks = '改${n}' WHERE id % 5 = ${n % 5}`,
  (n) =>
    `UPDATE OR IGNORE dossier SET class_id = 1 + ${n % 4}, keep_until = '20${10 + (n % 80)}-01-01' WHERE id % 7 = ${n % 7}`,
  (n) => `UPDATE OR IGNORE client SET name = '客户${n}${n % 2 ? '公司' : '商行'}' WHERE id = 1 + ${n % 8}`,
  (n) => `UPDATE OR IGNORE staff SET name = '人${n}' WHERE id = 1 + ${n % 6}`,
  (n) => `UPDATE OR IGNORE project SET contract_no = '合${n}${n % 3 ? '' : '公司'}' WHERE id = 1 + ${n % 6}`,
  (n) => `UPDATE OR IGNORE retention SET years = ${1 + (n % 60)} WHERE id = 3`,
  (n) => `UPDATE OR IGNORE record_class SET name = '门类${n}' WHERE id = 1 + ${n % 3}`,
  (n) => `INSERT OR IGNORE INTO place (room, cabinet, shelf, box) VALUES ('三室', '01柜', '1层', '${n}')`,
  (n) => `UPDATE OR IGNORE place SET cabinet = '9${n % 10}柜' WHERE id = 1`,
  bringIn,
  (n) => `DELETE FROM dossier WHERE origin = 'imported' AND id % 3 = ${n % 3}`,
  (n) =>
    `INSERT OR IGNORE INTO archive_number (class_id, year, text, dossier_id, origin, voided_on, voided_by, void_reason)
     VALUES (1, 2001, '旧号${n}', 1 + ${n % 5}, 'imported', '2026-03-01', 1, '错')`,
  (n) => `UPDATE OR IGNORE dossier SET title = '题' || (${n} * id % 97) WHERE id % 9 = ${n % 9}`,
  () => 'SELECT 1',
];

const ctx = { at: '2026-03-30T01:00:00.000Z', today: TODAY, windowId: 1, actor: undefined };
const acts = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.integer({ min: 0, max: 5_000 })), {
  minLength: 1,
  maxLength: 4,
});
const perform = (its: readonly (readonly [(n: number) => string, number])[]) => {
  for (const [act, n] of its) office.app.journal.commit(ctx, 'test.act', {}, () => office.ledger.db.exec(act(n)));
};

test('who has something of it follows the slip, though nothing else of the dossier has changed', () => {
  const { db } = office.ledger;
  const out = `SELECT o.id, o.dossier_id AS dossierId, b.borrower_id AS lentToId FROM borrowing_line o
    JOIN borrowing b ON b.id = o.borrowing_id WHERE o.state = 'lent' AND o.dossier_id IS NOT NULL
    GROUP BY o.dossier_id, b.borrower_id HAVING count(*) = 1`;
  const line = db.prepare<[], { id: number; dossierId: number; lentToId: number }>(out).get();
  if (!line) throw new Error('nothing is lent');
  const kept = createLedgerRepo(db);
  const question = ledger.list.input.parse({ filter: { lentToId: line.lentToId } });
  expect(kept.ids(question, TODAY)).toContain(line.dossierId);
  office.app.journal.commit(ctx, 'test.act', {}, () =>
    db
      .prepare(
        "UPDATE borrowing_line SET state = 'returned', found = quantity, returned_on = '2026-03-30' WHERE id = ?",
      )
      .run(line.id),
  );
  expect(kept.ids(question, TODAY)).not.toContain(line.dossierId);
  expect(kept.ids(question, TODAY)).toEqual(createLedgerRepo(db).ids(question, TODAY));
});

test('whatever happens to its rows, the ledger is what it would be if it were opened now', async () => {
  const { db } = office.ledger;
  const kept = createLedgerRepo(db);
  const step = fc.record({
    acts,
    filter: fc.constantFrom(...FILTERS),
    sort: SORTS,
    descending: fc.boolean(),
    offset: fc.nat(12),
    limit: fc.integer({ min: 1, max: 12 }),
    // What it puts right before it is asked.
    turns: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      for (const { acts, turns, ...asked } of steps) {
        perform(acts);
        if (turns > 0) kept.goAhead();
        for (let i = 0; i < turns; i += 1) await setImmediate();
        const question = ledger.list.input.parse(asked);
        const afresh = createLedgerRepo(db);
        const ids = kept.ids(question, TODAY);
        expect(ids).toEqual(afresh.ids(question, TODAY));
        const page = kept.list(question, TODAY);
        expect(page).toEqual(afresh.list(question, TODAY));
        expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(asked.offset, asked.offset + asked.limit));
        expect(page.total).toBe(ids.length);
        expect(kept.summary(TODAY)).toEqual(afresh.summary(TODAY));
      }
    }),
    { numRuns: 60 },
  );
});

test('a ledger that is read piece by piece while its rows change is what it would be if it were opened now', () => {
  const { db } = office.ledger;
  const piece = fc.record({ acts: fc.option(acts, { nil: [] }), steps: fc.nat(12) });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('nothing', 'rows', 'orders'), (pieces, read) => {
      const held = createHeldLedger(db, 3);
      if (read !== 'nothing') held.upToDate();
      if (read === 'orders') for (const sort of LEDGER_SORTS) held.orderBy(sort);
      let ahead = held.ahead();
      for (const { acts, steps } of pieces) {
        perform(acts);
        for (let i = 0; i < steps; i += 1) if (ahead.next().done) ahead = held.ahead();
      }
      const afresh = createHeldLedger(db);
      const [its, others] = [held.upToDate().columns, afresh.upToDate().columns];
      expect(its.all).toEqual(others.all);
      for (const sort of LEDGER_SORTS) expect([...held.orderBy(sort).ids()]).toEqual([...afresh.orderBy(sort).ids()]);
    }),
    { numRuns: 100 },
  );
});

test('a short list that was asked for follows a void number, and names that change places', () => {
  const { db } = office.ledger;
  const kept = createLedgerRepo(db);
  const act = (sql: string) => office.app.journal.commit(ctx, 'test.act', {}, () => db.exec(sql));
  const ids = (sort: LedgerSort) => {
    const question = ledger.list.input.parse({ filter: { text: '作废号' }, sort, descending: false });
    expect(kept.ids(question, TODAY)).toEqual(createLedgerRepo(db).ids(question, TODAY));
    return kept.ids(question, TODAY);
  };
  // Among so many two are few.
  for (let n = 0; n < 30; n += 1) act(bringIn(n));
  expect(ids('className')).toEqual([]);
  for (const id of [1, 2]) {
    act(`INSERT INTO archive_number (class_id, year, text, dossier_id, origin, voided_on, voided_by, void_reason)
         VALUES (1, 2001, '作废号${id}', ${id}, 'imported', '2026-03-01', 1, '错')`);
    expect(ids('className')).toHaveLength(id);
  }
  act(`INSERT INTO place (room, cabinet, shelf, box) VALUES ('甲', '1', '1', '甲'), ('乙', '1', '1', '乙');
       UPDATE dossier SET class_id = id, retention_id = id, project_id = NULL, client_id = 1, keeper_id = id,
         place_id = (SELECT id FROM place WHERE room = iif(dossier.id = 1, '甲', '乙')) WHERE id IN (1, 2)`);
  for (const [sort, low, high] of [
    [
      'className',
      "UPDATE record_class SET name = '!' WHERE id = 1",
      "UPDATE record_class SET name = '龥' WHERE id = 1",
    ],
    ['retention', 'UPDATE retention SET years = 1 WHERE id = 1', 'UPDATE retention SET years = 200 WHERE id = 1'],
    ['keeper', "UPDATE staff SET name = '!' WHERE id = 1", "UPDATE staff SET name = '龥' WHERE id = 1"],
    ['place', "UPDATE place SET room = '!' WHERE room = '甲'", "UPDATE place SET room = '龥' WHERE room = '!'"],
  ] as const) {
    act(low);
    expect(ids(sort)).toEqual([1, 2]);
    act(high);
    expect(ids(sort), sort).toEqual([2, 1]);
  }
});

test('what a long act has written when it fails was never in the ledger', async () => {
  office.restart();
  await office.call('people.signIn', { login: LOGINS.archivist, password: DEMO_SECRET });
  const before = (await office.call('ledger.list', {})).pages;
  office.restart();
  const { db } = office.ledger;
  await office.call('people.signIn', { login: LOGINS.archivist, password: DEMO_SECRET });
  const act = office.app.journal.commitInTurns(ctx, 'test.act', {}, function* () {
    db.exec('UPDATE dossier SET page_count = page_count + 1000');
    const until = performance.now() + 60;
    while (performance.now() < until) yield;
    throw new Error('failed');
  });
  const page = office.call('ledger.list', {});
  await expect(act).rejects.toThrow('failed');
  expect((await page).pages).toBe(before);
  expect((await office.call('ledger.list', {})).pages).toBe(before);
});

test('the ledger is read while nobody is signed in yet, and not again for its first page', async () => {
  office.restart();
  const all = vi.spyOn(nativeStatement() as { all(): unknown }, 'all');
  const timesRead = () =>
    all.mock.contexts.filter((its) =>
      /FROM dossier d LEFT JOIN project p .* WHERE d\.id > \?/.test((its as { source: string }).source),
    ).length;
  office.app.readAhead();
  for (let turns = 0; turns < 200; turns += 1) await setImmediate();
  const read = timesRead();
  expect(read).toBeGreaterThan(0);
  await office.call('people.signIn', { login: LOGINS.archivist, password: DEMO_SECRET });
  expect((await office.call('ledger.list', {})).total).toBeGreaterThan(0);
  expect(timesRead()).toBe(read);
  all.mockRestore();
});
