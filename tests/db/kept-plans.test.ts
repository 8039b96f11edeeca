import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptPlan } from '../../electron/db/kept-plans';
import { type Office, openOffice } from '../api/office';

let office: Office;
beforeAll(() => {
  office = openOffice();
});
afterAll(() => office.close());

const JOINED = 'SELECT s.id FROM staff s JOIN department d ON d.id = s.department_id WHERE s.id = ?';

test('what a column is compared with, and how many rows are asked for, is put in with a sign', () => {
  expect(keptPlan('a = ? AND b IS @b LIMIT ?')).toBe('a = +? AND b IS +@b LIMIT +?');
  // Only these are looked at when a statement is planned, and a row of values needs its names.
  expect(keptPlan('a > ? AND b MATCH ? OR c IN (?, ?)')).toBe('a > ? AND b MATCH ? OR c IN (?, ?)');
});

test('every statement of the ledger is so', () => {
  expect(office.ledger.db.prepare(JOINED).source).toContain('= +?');
});

test('the sign leaves indexes and values as they are', () => {
  const { db } = office.ledger;
  const plan = db.prepare<[number], { detail: string }>(`EXPLAIN QUERY PLAN ${JOINED}`).all(1);
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH s USING INTEGER PRIMARY KEY/),
    expect.stringMatching(/^SEARCH d USING INTEGER PRIMARY KEY/),
  ]);
  db.exec('CREATE TEMP TABLE kept (n INTEGER, t TEXT, x)');
  const add = db.prepare('INSERT INTO temp.kept SELECT 7, ?, ? WHERE ? = ?');
  add.run('007', null, 1, 1);
  const found = db.prepare<unknown[], { t: string }>('SELECT t FROM temp.kept WHERE n = ? AND t = ? AND x IS ?');
  expect(found.all('7', '007', null)).toEqual([{ t: '007' }]);
  expect(found.all(7, '7', null)).toEqual([]);
});
