import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { caughtUp, guessedPlan, layLedger, oldRows } from '../api/imports';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from '../api/office';
import { liveTables } from './replay';
import { searchTables } from './search-tables';
import { verdictOf } from './verdict';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'anjuan-import-kill-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const dump = ({ ledger }: Office) => JSON.stringify([...liveTables(ledger.db)].map(([name, its]) => [name, [...its]]));

test('a program that is killed while it writes an import has written nothing of it', async () => {
  const office = openOffice(undefined, undefined, dataDir);
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
  layLedger(office, oldRows(1, 3_000));
  await office.call('import.read', {});
  const [before, searched] = [dump(office), searchTables(office.ledger.db)];
  const seq = office.app.journal.head().seq;
  office.close();

  const file = join(ROOT, 'tests/db/import-in-child.ts');
  const child = fork(join(ROOT, 'tests/bench/child.mjs'), [file, 'writeImport', JSON.stringify({ dataDir })], {
    cwd: ROOT,
  });
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  // Half of the rows stand in the open transaction by then.
  await new Promise((resolve) => child.once('message', resolve));
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');

  const again = openOffice(undefined, undefined, dataDir);
  expect(dump(again)).toBe(before);
  expect(searchTables(again.ledger.db)).toEqual(searched);
  // It had signed in and read the file.
  expect(verdictOf(again.ledger.db)).toMatchObject({ whole: true, seq: seq + 2 });
  // The same file goes in afterwards.
  await signIn(again, LOGINS.archivist);
  again.chosenFiles = [join(dataDir, 'ledger.xlsx')];
  await again.call('import.read', {});
  expect(await again.call('import.write', { plan: await guessedPlan(again) })).toMatchObject({ dossiers: 3_000 });
  await caughtUp(again);
  expect(searchTables(again.ledger.db)).toMatchObject({ search_dossier: { records: 3_000 } });
  again.close();
}, 180_000);
