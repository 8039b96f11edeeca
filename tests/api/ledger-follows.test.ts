import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLedgerRepo } from '../../electron/features/ledger/ledger.repo';
import { LEDGER_SORTS, ledgerQuestion } from '../../shared/api/ledger.contract';
import { type Office, openOffice } from './office';

const TODAY = '2026-03-30';
const FILTERS = [
  {},
  { text: '公司' },
  { classId: 1 },
  { room: '一室' },
  { remarks: '改' },
  { group: 'underway' as const },
];

let office: Office;
beforeAll(async () => {
  office = openOffice('2026-03-30T09:00:00+08:00');
  await office.call('company.foundDemonstration', {});
});
afterAll(() => office.close());

/** What other features do to the rows that the ledger shows, and what they do not touch. */
const ACTS: readonly ((n: number) => string)[] = [
  (n) =>
    `UPDATE dossier SET title = '题${n}${n % 3 ? '' : '公司'}' WHERE id = 1 + ${n} % (SELECT max(id) FROM dossier)`,
  (n) => `UPDATE dossier SET page_count = ${n}, remarks = '改${n}' WHERE id % 5 = ${n % 5}`,
  (n) => `UPDATE dossier SET class_id = 1 + ${n % 4}, keep_until = '20${10 + (n % 80)}-01-01' WHERE id % 7 = ${n % 7}`,
  (n) => `UPDATE client SET name = '客户${n}${n % 2 ? '公司' : '商行'}' WHERE id = 1 + ${n % 8}`,
  (n) => `UPDATE staff SET name = '人${n}' WHERE id = 1 + ${n % 6}`,
  (n) => `UPDATE project SET contract_no = '合${n}${n % 3 ? '' : '公司'}' WHERE id = 1 + ${n % 6}`,
  (n) => `UPDATE retention SET years = ${1 + (n % 60)} WHERE id = 3`,
  (n) => `UPDATE record_class SET name = '门类${n}' WHERE id = 1 + ${n % 3}`,
  (n) => `INSERT INTO place (room, cabinet, shelf, box) VALUES ('三室', '01柜', '1层', '${n}')`,
  (n) =>
    `UPDATE place SET cabinet = '9${n % 10}柜' WHERE id = 1 AND NOT EXISTS (SELECT 1 FROM place WHERE cabinet = '9${n % 10}柜')`,
  (n) =>
    `INSERT INTO dossier (client_id, class_id, title, year, retention_id, secrecy, state, holder, revision, volume_count, item_count,
       page_count, opened_on, archive_no, received_on, remarks, origin)
     SELECT 1 + ${n % 5}, 2, '新${n}', 2001, 2, 'secret', 'received', 'archive', 0, 1, ${n % 9}, ${n}, '2026-03-30',
       '导' || (SELECT max(id) FROM dossier), '2020-01-0${1 + (n % 9)}', '', 'imported'`,
  (n) => `DELETE FROM dossier WHERE origin = 'imported' AND id % 3 = ${n % 3}`,
  () => 'SELECT 1',
];

test('whatever happens to its rows, the ledger is what it would be if it were opened now', async () => {
  const { db } = office.ledger;
  const kept = createLedgerRepo(db);
  const ctx = { at: '2026-03-30T01:00:00.000Z', today: TODAY, windowId: 1, actor: undefined };
  const step = fc.record({
    acts: fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.integer({ min: 0, max: 5_000 })), {
      minLength: 1,
      maxLength: 4,
    }),
    filter: fc.constantFrom(...FILTERS),
    sort: fc.constantFrom(...LEDGER_SORTS),
    descending: fc.boolean(),
  });
  await fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      for (const { acts, ...asked } of steps) {
        for (const [act, n] of acts) office.app.journal.commit(ctx, 'test.act', {}, () => db.exec(act(n)));
        const question = ledgerQuestion.parse(asked);
        const afresh = createLedgerRepo(db);
        expect(kept.ids(question, TODAY)).toEqual(afresh.ids(question, TODAY));
        expect(kept.summary(TODAY)).toEqual(afresh.summary(TODAY));
      }
    }),
    { numRuns: 60 },
  );
});
