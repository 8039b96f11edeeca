import { randomBytes } from 'node:crypto';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textRows, workbookOf } from '../unit/spreadsheet/made-files';
import { guessedPlan, layLedger, oldRows } from './imports';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

let office: Office;
beforeEach(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

const chosen = (name: string): string => {
  const path = join(office.dataDir, name);
  office.chosenFiles = [path];
  return path;
};
const MEGABYTE = 1_048_576;

/** Files that nothing can be read of, each with what the window says of it. */
const BAD: Readonly<Record<string, { lay(): void; reason: string; details?: object }>> = {
  'a file of more megabytes than are read at once': {
    lay: () => {
      const path = chosen('台账.xlsx');
      writeFileSync(path, workbookOf({ sheets: { 台账: textRows([['档号']]) } }));
      truncateSync(path, 201 * MEGABYTE);
    },
    reason: 'importTooLarge',
    details: { megabytes: 201, most: 200 },
  },
  'a file with more text than can be kept': {
    lay: () => {
      // No bomb: each text has something of its own.
      const text = () => `<t>${randomBytes(250).toString('hex')}${'x'.repeat(31_500)}</t>`;
      const strings = Array.from({ length: 1_300 }, text);
      writeFileSync(chosen('台账.xlsx'), workbookOf({ sheets: { 台账: textRows([['档号']]) }, strings }));
    },
    reason: 'importTextTooMuch',
  },
  'a file that was moved away': { lay: () => void chosen('台账.xlsx'), reason: 'importNotOpened' },
  'a folder that is called like a file': { lay: () => mkdirSync(chosen('台账.csv')), reason: 'importNotOpened' },
  'a csv whose quotes do not pair': {
    lay: () => writeFileSync(chosen('台账.csv'), '档号,题名\r\n旧1号,甲\r\n旧2号,"乙\r\n'),
    reason: 'importDamagedCsv',
    details: { row: 3 },
  },
};

describe('a file is refused with its sentence, and nothing of it is kept', () => {
  test.each(Object.entries(BAD))('%s', async (_, { lay, reason, details = {} }) => {
    lay();
    const before = office.app.journal.head().seq;
    expect(await office.reply('import.read', {})).toMatchObject({ error: { reason, details } });
    expect(await office.call('import.opened', {})).toBeNull();
    expect(office.app.journal.head().seq).toBe(before);
  });

  test('one without a row below its headings cannot be written', async () => {
    layLedger(office, []);
    await office.call('import.read', {});
    const plan = await guessedPlan(office);
    const headings = { ...plan, headingRow: 1 };
    expect(await office.call('import.check', { plan: headings })).toMatchObject({ rows: 0, ready: 0, faulty: 0 });
    expect(await office.reply('import.write', { plan: headings })).toMatchObject({
      error: { code: 'conflict', reason: 'importNothing' },
    });
    layLedger(office, oldRows(1, 2));
    await office.call('import.read', {});
    const leftOut = { ...(await guessedPlan(office)), leftOut: [2, 3] };
    expect(await office.reply('import.write', { plan: leftOut })).toMatchObject({ error: { reason: 'importNothing' } });
    expect((await office.call('ledger.list', {})).total).toBe(0);
  });

  test('a second one in the same window, while the first is being read', async () => {
    layLedger(office, oldRows(1, 2));
    const first = office.reply('import.read', {});
    while ((await office.call('import.progress', {})) === null) await new Promise(setImmediate);
    chosen('ledger.xlsx');
    expect(await office.reply('import.read', {})).toMatchObject({ error: { code: 'busy', reason: 'importUnderway' } });
    expect(await first).toMatchObject({ ok: true });
  });
});

test('headings, names and places that are names of JavaScript are taken as the words that they are', async () => {
  const [proto, made, text] = ['__proto__', 'constructor', 'toString'];
  const head = ['档号', '题名', '客户', '合同号', 'A角', 'B角', '归档日期', '存放位置', '业务类型', proto, made, text];
  const odd = ['旧001号', proto, made, proto, proto, made, '2019-03-09', `${proto} ${made} ${text} 1盒`, '借款'];
  const rows = [head, [...odd, '备注甲', '保证人乙', '不要']];
  writeFileSync(chosen('台账.xlsx'), workbookOf({ sheets: { [proto]: textRows(rows) } }));
  await office.call('import.read', {});
  const guess = await guessedPlan(office);
  expect(guess.columns.slice(9)).toEqual([null, null, null]);
  const columns: typeof guess.columns = [...guess.columns.slice(0, 9), 'remarks', 'guarantors', null];
  const people = [proto, made].map((name) => ({ name, is: 'left' as const }));
  const plan = { ...guess, columns, people };
  expect(await office.call('import.check', { plan })).toMatchObject({ rows: 1, ready: 1, faulty: 0 });
  await office.call('import.write', { plan });
  expect((await office.call('ledger.list', {})).rows).toMatchObject([
    {
      ...{ title: proto, client: made, contractNo: proto, aManager: proto, bManager: made, remarks: '备注甲' },
      place: { room: proto, cabinet: made, shelf: text },
    },
  ]);
  expect((await office.call('project.list', {}))[0]).toMatchObject({ guarantors: '保证人乙' });
  expect(({} as Record<string, unknown>).remarks).toBeUndefined();
  // What no list knows is said of its cell, and not found among what every object has.
  const unknown = oldRows(2, 1).map((row) => row.with(8, made));
  layLedger(office, unknown);
  await office.call('import.read', {});
  const { shown } = await office.call('import.check', { plan: await guessedPlan(office) });
  expect(shown.map(({ faults }) => faults.map(({ fault }) => fault))).toEqual([['classUnknown']]);
  // The columns are understood the same when such a file comes again.
  writeFileSync(chosen('台账.xlsx'), workbookOf({ sheets: { [proto]: textRows([head, [...odd, '', '', '']]) } }));
  await office.call('import.read', {});
  expect((await guessedPlan(office)).columns).toEqual(columns);
});
