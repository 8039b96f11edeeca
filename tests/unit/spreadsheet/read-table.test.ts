import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../electron/jobs/read-table.job';
import { csvOf } from '../../../electron/spreadsheet/csv';
import { CELL_END } from '../../../electron/spreadsheet/reading';
import type { Cell, Table } from '../../../electron/spreadsheet/table';
import { isDayFormat } from '../../../electron/spreadsheet/workbook';
import { xlsxOf } from '../../../electron/spreadsheet/xlsx';
import { textRows, workbookOf } from './made-files';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

async function read(bytes: Uint8Array, signal = new AbortController().signal) {
  const path = join(folder, String(++made));
  writeFileSync(path, bytes);
  const rows: { sheet: number; number: number; cells: string[] }[] = [];
  const answer = await readTable(
    { path },
    ({ rows: its }) => {
      for (const [i, row] of its.rows.entries())
        rows.push({ sheet: its.sheet, number: its.numbers[i] ?? 0, cells: row.split(CELL_END) });
    },
    signal,
  );
  return { ...answer, rows };
}
const cellsOf = async (bytes: Uint8Array) => (await read(bytes)).rows.map(({ cells }) => cells);

describe('a workbook', () => {
  test('is read with its shared, rich and spoken texts, and with what XML cannot hold', async () => {
    const strings = [
      '<t>档号</t>',
      '<r><t>青禾</t></r><r><rPr><b/></rPr><t xml:space="preserve">建材 </t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
      '<t>a_x000D_b_x005F_x000D_</t>',
      '<t>&lt;甲&gt; &amp; 𠮷 &#x4e00;</t>',
    ];
    const row = strings.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('');
    expect(await cellsOf(workbookOf({ sheets: { 台账: `<row>${row}</row>` }, strings }))).toEqual([
      ['档号', '青禾建材 ', '東京', 'a\rb_x000D_', '<甲> & 𠮷 一'],
    ]);
  });

  test('has days as days, whatever their format, and numbers as they are shown', async () => {
    const row = (s: number, v: string) => `<c s="${s}"><v>${v}</v></c>`;
    const sheet = `<row>${row(1, '46083')}${row(2, '46083.75')}${row(0, '46083')}${row(3, '0.30000000000000004')}${row(0, '1.8E+6')}`;
    const long = `${row(0, '1234567890123456')}${row(0, '-12')}</row>`;
    expect(await cellsOf(workbookOf({ sheets: { 台账: sheet + long } }))).toEqual([
      ['2026-03-02', '2026-03-02', '46083', '0.3', '1800000', '1234567890123460', '-12'],
    ]);
    expect(await cellsOf(workbookOf({ sheets: { 台账: `<row>${row(1, '44621')}</row>` }, from1904: true }))).toEqual([
      ['2026-03-02'],
    ]);
  });

  test('keeps its row numbers, gaps and empty cells, and leaves out rows that are only formatted', async () => {
    const sheet =
      '<row r="3"><c r="B3" t="str"><f>A1</f><v>甲</v></c><c r="D3" t="e"><v>#N/A</v></c></row><row r="4"><c r="A4" s="1"/></row><row r="9"><c r="A9" t="b"><v>1</v></c></row>';
    const { rows } = await read(workbookOf({ sheets: { 台账: sheet } }));
    expect(rows).toEqual([
      { sheet: 0, number: 3, cells: ['', '甲', '', '#N/A'] },
      { sheet: 0, number: 9, cells: ['TRUE'] },
    ]);
  });

  test('shows its sheets, and the merged cells among its headings', async () => {
    const after = '<mergeCells><mergeCell ref="D2:G2"/><mergeCell ref="A2:A3"/><mergeCell ref="A90:B91"/></mergeCells>';
    const one = textRows([['档号']]);
    const { sheets, kind, rows } = await read(workbookOf({ sheets: { 二〇二五: one, 二〇二六: one + one }, after }));
    expect([kind, sheets.map(({ name, rows: n }) => [name, n])]).toEqual([
      'xlsx',
      [
        ['二〇二五', 1],
        ['二〇二六', 2],
      ],
    ]);
    expect(rows.map(({ sheet, number }) => [sheet, number])).toEqual([
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
    expect(sheets[0]?.merges).toEqual([
      { fromRow: 2, toRow: 2, fromColumn: 3, toColumn: 6 },
      { fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 },
    ]);
  });

  test('knows formats of days from others', () => {
    for (const code of ['yyyy"年"m"月"d"日"', 'm/d/yy', '[$-804]yyyy\\-mm\\-dd;@', 'mmmm', 'd'])
      expect(isDayFormat(code), code).toBe(true);
    for (const code of ['0.00', 'General', '#,##0.00"元"', 'h:mm:ss', '[Red]0', '"year"0', '@', 'mm:ss'])
      expect(isDayFormat(code), code).toBe(false);
  });

  test('is given up when somebody cancels', async () => {
    const cancelled = new AbortController();
    cancelled.abort();
    const bytes = workbookOf({ sheets: { 台账: textRows([['档号']]) } });
    await expect(read(bytes, cancelled.signal)).rejects.toMatchObject({ reason: 'jobCancelled' });
  });
});

describe('a csv', () => {
  test('is read in each encoding that offices have', async () => {
    const text = '档号,题名\r\n鸿借字第001号,"甲,""乙""\n丙"\r\n';
    const wanted = [
      ['档号', '题名'],
      ['鸿借字第001号', '甲,"乙"\n丙'],
    ];
    for (const [encoding, bytes] of [
      ['utf8', Buffer.from(text)],
      ['utf8', Buffer.from(`\ufeff${text}`)],
      ['utf16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['utf16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
      ['gb18030', iconv.encode(text, 'gb18030')],
    ] as const) {
      const answer = await read(bytes);
      expect(answer.rows.map(({ cells }) => cells)).toEqual(wanted);
      expect(answer.encoding).toBe(encoding);
    }
  });

  test('may have semicolons or tabs, rows of different lengths, and guards against formulas', async () => {
    expect(await cellsOf(Buffer.from('档号;题名;备注\n甲;乙\n'))).toEqual([
      ['档号', '题名', '备注'],
      ['甲', '乙'],
    ]);
    expect(await cellsOf(Buffer.from('档号\t题名\n"甲"\t=1+1\n'))).toEqual([
      ['档号', '题名'],
      ['甲', '=1+1'],
    ]);
    expect(await cellsOf(Buffer.from(`a,b,c\n'=1+1,''甲,"=""007"""\n`))).toEqual([
      ['a', 'b', 'c'],
      ['=1+1', "'甲", '007'],
    ]);
  });

  test('keeps its row numbers over empty lines', async () => {
    expect((await read(Buffer.from('档号,题名\n\n甲,乙\n'))).rows.map(({ number }) => number)).toEqual([1, 3]);
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((its) => its.replaceAll('\u001f', ''));
const table = (rows: string[][]): Table => ({
  name: '台账',
  columns: ['甲', '乙', '丙'].map((heading) => ({ heading, kind: 'text' as const, width: 10 })),
  slices: (async function* () {
    yield rows as Cell[][];
  })(),
});

test('what the program writes it reads again, as xlsx and as csv', async () => {
  const rowsOf = fc.array(fc.tuple(text, text, fc.constant('末')), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rowsOf, async (rows) => {
      for (const bytes of [xlsxOf(table(rows)), csvOf(table(rows), 'utf8')]) {
        const path = join(folder, String(++made));
        await writeFile(path, bytes);
        const found: string[][] = [];
        const told = (its: { rows: { rows: string[] } }) =>
          found.push(...its.rows.rows.map((row) => row.split(CELL_END)));
        await readTable({ path }, told, new AbortController().signal);
        expect(found.slice(1)).toEqual(rows);
      }
    }),
    { numRuns: 60 },
  );
});
