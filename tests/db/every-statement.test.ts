import type { Database, Statement } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger } from '../../electron/db/open';
import { type Office, openOffice } from '../api/office';

const made: Statement[] = [];

/** As the program opens it, and every statement that is made from then on is kept. */
function openWatched(dataDir: string) {
  const ledger = openLedger(dataDir);
  const prepare = ledger.db.prepare as (sql: string) => Statement;
  ledger.db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    made.push(statement);
    return statement;
  }) as Database['prepare'];
  return ledger;
}

let office: Office;
beforeAll(() => {
  office = openOffice(undefined, undefined, undefined, undefined, openWatched);
});
afterAll(() => office.close());

/** What SQLite says against a statement when it plans it. */
function faultOf(statement: Statement): string | undefined {
  try {
    return void statement.source;
  } catch (error) {
    return String(error);
  }
}

test('every statement that the program opens with can be planned, though it waits until it is used', () => {
  expect(made.length).toBeGreaterThan(500);
  expect(made.flatMap((statement) => faultOf(statement) ?? [])).toEqual([]);
});

test('a slip of the pen is one that cannot', () => {
  expect(faultOf(office.ledger.db.prepare('SELECT nane FROM staff'))).toBe('SqliteError: no such column: nane');
});
