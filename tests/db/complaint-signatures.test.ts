import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LOGINS, type Office, openOffice, PASSWORD, signIn } from '../api/office';
import { copyLedgerOf, programSays, rechain, strangerSays, throwCopiesAway } from './ledger-copy';

let office: Office;
beforeAll(async () => {
  office = openOffice('2026-03-02T16:00:00+08:00');
  await office.call('company.foundDemonstration', {});
  await signIn(office, LOGINS.admin);
  const [its] = await office.call('complaint.managed', {});
  const { id, definition } = await office.call('complaint.version', { id: its?.id ?? 0 });
  const named = { ...definition, title: `${definition.title}（修订）` };
  await office.call('complaint.revise', { id, definition: named, signature: PASSWORD });
  office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
});
afterEach(throwCopiesAway);
afterAll(() => office.close());

test('a stranger finds the signatures of complaints whole, as the program does', () => {
  const copy = copyLedgerOf(office.dataDir);
  const { signatures, ...verdict } = strangerSays(copy);
  expect(verdict).toEqual(programSays(copy));
  expect(verdict).toMatchObject({ whole: true });
  const count = (table: string, column: string) =>
    copy.rows<{ n: number }>(`SELECT count(${column}) AS n FROM ${table}`)[0]?.n ?? 0;
  // There is something to be found.
  expect(count('penalty', 'statement_hash')).toBeGreaterThan(0);
  expect(count('penalty', 'decision_hash')).toBeGreaterThan(1);
  expect(count('complaint_extension', 'content_hash')).toBeGreaterThan(0);
  expect(count('complaint_procedure', 'content_hash')).toBeGreaterThan(0);
  expect(signatures).toBeGreaterThan(0);
});

test.each([
  ['penalty', 'statement', "statement = '没有话说'", 'statement_hash'],
  ['penalty', 'amount_fen', 'amount_fen = amount_fen - 1', 'decision_hash'],
  ['penalty', 'opinion', "opinion = '另有意见'", 'decision_hash'],
  ['complaint_extension', 'new_due_on', "new_due_on = date(new_due_on, '+3 days')", 'content_hash'],
  ['complaint_procedure', 'definition', "definition = json_set(definition, '$.title', '别的流程')", 'content_hash'],
])('a %s whose %s was changed and chained anew is told by its signature', (table, column, change, hash) => {
  const copy = copyLedgerOf(office.dataDir);
  copy.withoutTriggers(() => {
    const row = `(SELECT min(id) FROM ${table} WHERE ${hash} IS NOT NULL)`;
    copy.sql(`UPDATE ${table} SET ${change} WHERE id = ${row};
      UPDATE change SET after = json_set(after, '$.${column}', (SELECT ${column} FROM ${table} WHERE id = ${row}))
      WHERE id = (SELECT max(id) FROM change WHERE table_name = '${table}' AND row_id = ${row})`);
    rechain(copy);
  });
  const verdict = programSays(copy);
  expect(verdict).toMatchObject({ whole: false, fault: 'signatureDiffers' });
  expect(strangerSays(copy)).toEqual(verdict);
});
