import { afterAll, beforeAll, expect, test } from 'vitest';
import { guessedPlan, layLedger, oldRows } from '../api/imports';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from '../api/office';
import { copyLedgerOf, programSays, strangerSays, throwCopiesAway } from './ledger-copy';

// Rows are compared with the journal a thousand at a time: what lies at the seam of two slices is looked at as well.
let office: Office;
beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
  layLedger(office, oldRows(1, 1_005));
  await office.call('import.read', {});
  await office.call('import.write', { plan: await guessedPlan(office) });
  office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
});
afterAll(() => {
  office.close();
  throwCopiesAway();
});

test('a long table that nobody has touched is whole', () => {
  expect(programSays(copyLedgerOf(office.dataDir))).toMatchObject({ whole: true });
});

test.each([1_000, 1_001])('dossier %i of a long ledger, renamed behind the program’s back, is found', (nth) => {
  const copy = copyLedgerOf(office.dataDir);
  copy.withoutTriggers(() =>
    copy.sql(
      `UPDATE dossier SET title = '别的' WHERE id = (SELECT id FROM dossier ORDER BY id LIMIT 1 OFFSET ${nth - 1});`,
    ),
  );
  expect(programSays(copy)).toMatchObject({ whole: false, fault: 'rowDiffers' });
  expect(strangerSays(copy)).toMatchObject({ whole: false, fault: 'rowDiffers' });
});

test.each([1_000, 1_001])('dossier %i of a long ledger, taken out behind its back, is found', (nth) => {
  const copy = copyLedgerOf(office.dataDir);
  copy.withoutTriggers(() =>
    copy.sql(`DELETE FROM dossier WHERE id = (SELECT id FROM dossier ORDER BY id LIMIT 1 OFFSET ${nth - 1});`),
  );
  expect(programSays(copy)).toMatchObject({ whole: false, fault: 'rowDiffers' });
});
