import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unguarded } from '../../shared/entry/csv-text';
import {
  hasOpenpyxl,
  inCsvOfLibreOffice,
  inLibreOffice,
  libreOffice,
  openedByLibreOffice,
  readByPython,
  type Sheet,
} from '../unit/spreadsheet/strangers';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

/** What the office's own fields let in of what a spreadsheet may run; TAB and CR at the beginning of a text they take away. */
const BEGINNINGS = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '＝1+1', '=HYPERLINK("http://example.invalid")'];
const REMARKS = ['\0=1+1', '=1+1\r\n=2', '\t=1+1', '\r=1+1', '+1\t=1', "'=1+1"];

const folder = mkdtempSync(join(tmpdir(), 'anjuan-opened-'));
let office: Office;
let kept: { name: string; remarks: string }[];

beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.a);
  for (const [i, name] of BEGINNINGS.entries())
    await office.call('client.register', { kind: 'person', name, remarks: REMARKS[i] ?? '' });
  kept = (await office.call('client.list', {})).rows;
});
afterAll(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = Object.assign(
  {},
  ...['audit', 'export'].map((file) =>
    JSON.parse(readFileSync(new URL(`../../renderer/i18n/zh-CN/${file}.json`, import.meta.url), 'utf8')),
  ),
) as Record<string, string>;

async function saved(format: 'xlsx' | 'csv' | 'csvGb18030'): Promise<string> {
  const file = join(folder, `${format}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
  office.savePath = file;
  await office.call('export.save', { list: { name: 'clients' }, format, words });
  return file;
}

/** Names and remarks as they stand in the sheet. */
function textsIn({ rows: [head = [], ...rows] }: Sheet): (readonly [string, string])[] {
  const [name, remarks] = [head.findIndex((its) => String(its).includes('名称')), head.indexOf('备注')];
  return rows.map((row) => [String(row[name] ?? ''), String(row[remarks] ?? '')]);
}
const ledgerHas = (text: (its: string) => string = (its) => its) =>
  kept.map(({ name, remarks }) => [text(name), text(remarks)]);

test('the ledger holds such names and remarks', () => {
  expect(kept.map(({ name }) => name).sort()).toEqual([...BEGINNINGS].sort());
  expect(kept.filter(({ remarks }) => remarks.startsWith('\0'))).toHaveLength(1);
});

test('a list that is taken along as xlsx is the same text to Python, openpyxl and LibreOffice, without a formula', async () => {
  const file = await saved('xlsx');
  for (const sheet of [readByPython(file), ...(hasOpenpyxl ? [readByPython(file, '--openpyxl')] : [])]) {
    expect(sheet.formulas).toBe(0);
    expect(textsIn(sheet)).toEqual(ledgerHas());
  }
  for (const sheet of libreOffice ? openedByLibreOffice([file]) : []) {
    expect(sheet.formulas).toBe(0);
    expect(textsIn(sheet)).toEqual(ledgerHas(inLibreOffice));
  }
});

test('as csv it is the same text once the apostrophe is taken away, and no spreadsheet runs it', async () => {
  const plain = (sheet: Sheet) => textsIn(sheet).map((row) => row.map(unguarded));
  expect(plain(readByPython(await saved('csvGb18030'), 'gb18030'))).toEqual(ledgerHas());
  const file = await saved('csv');
  expect(plain(readByPython(file, 'utf-8-sig'))).toEqual(ledgerHas());
  for (const sheet of libreOffice ? openedByLibreOffice([file]) : []) {
    expect(sheet.formulas).toBe(0);
    expect(plain(sheet)).toEqual(ledgerHas(inCsvOfLibreOffice));
  }
});
