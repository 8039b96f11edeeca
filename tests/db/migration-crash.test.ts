import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { expectedFingerprint, openLedger, schemaFingerprint } from '../../electron/db/open';
import { FIXTURES, unpack } from '../fixtures/bags/unpack';
import { liveTables } from './replay';
import { verdictOf } from './verdict';

/** D7: a migration that is ended at any step leaves the version before it, whole; the next start brings it to the end. */
const folders = mkdtempSync(join(tmpdir(), 'anjuan-migration-'));
afterAll(() => rmSync(folders, { recursive: true, force: true }));

const dump = (db: SqliteDatabase.Database) =>
  JSON.stringify([...liveTables(db)].map(([name, rows]) => [name, [...rows]]));
/** All of the step is written, and then the power goes. */
const withEnd = (sql: string) => `${sql}\n; SELECT * FROM the_power_is_gone;`;

function copied(from: string): string {
  const dir = mkdtempSync(join(folders, 'm-'));
  cpSync(from, join(dir, 'ledger.sqlite'));
  return dir;
}

test('ended at each step the ledger is as before it; begun anew it comes to the same end as without', () => {
  const oldest = join(unpack(FIXTURES[0] ?? '', folders), 'data/ledger.sqlite');
  const clean = openLedger(copied(oldest));
  const expected = dump(clean.db);
  clean.close();

  const dir = copied(oldest);
  const binding = Number(process.versions.napi) < 10 ? process.env.ANJUAN_SQLITE_BINDING : undefined;
  const db = new SqliteDatabase(join(dir, 'ledger.sqlite'), binding ? { nativeBinding: binding } : {});
  const from = Number(db.pragma('user_version', { simple: true }));
  const steps = MIGRATIONS.filter(({ version }) => version > from);
  expect(steps.length).toBeGreaterThan(15);
  let reached = from;
  for (const step of steps) {
    const before = [dump(db), schemaFingerprint(db)];
    const upTo = MIGRATIONS.filter(({ version }) => version < step.version);
    expect(() => migrate(db, () => undefined, [...upTo, { ...step, sql: withEnd(step.sql) }])).toThrow(/power_is_gone/);
    expect(db.pragma('user_version', { simple: true })).toBe(reached);
    expect([dump(db), schemaFingerprint(db)]).toEqual(before);
    migrate(db, () => undefined, [...upTo, step]);
    reached = step.version;
  }
  expect(schemaFingerprint(db)).toBe(expectedFingerprint());
  db.close();
  const again = openLedger(dir);
  expect(dump(again.db)).toBe(expected);
  expect(verdictOf(again.db)).toMatchObject({ whole: true });
  again.close();
}, 60_000);
