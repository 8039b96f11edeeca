import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPaste } from '../../../electron/features/dossier/paste.rules';
import { itemInput, type PasteReading } from '../../../shared/api/dossier.contract';
import { cutCells, joinCells } from '../../../shared/entry/clipboard-cells';
import { halfWidth } from '../../../shared/entry/read-entry';

const read = (text: string) => readPaste(text, 'approval');
const faultsOf = (reading: PasteReading) =>
  reading.refused.flatMap((row) => row.faults.map((its) => `${its.column}: ${its.reason}`));
const HEAD = '部分\t题名\t文号\t日期\t责任者\t原/复\t份数\t页数\t备注';
const one = (cells: Partial<Record<string, string>>) =>
  read(
    `${HEAD}\n${HEAD.split('\t')
      .map((name) => cells[name] ?? (name === '题名' ? '借款申请书' : name === '页数' ? '1' : ''))
      .join('\t')}`,
  );

/** Rows that hold anything: each must come back once, read or refused. */
function linesToComeBack(text: string): number[] {
  return cutCells(text).flatMap((cells, i) => (cells.every((cell) => halfWidth(cell) === '') ? [] : [i + 1]));
}
function linesThatCameBack({ items, refused, headingRecognised }: PasteReading): number[] {
  const lines = [
    ...items.map((item) => item.line),
    ...refused.map((row) => row.line),
    ...(headingRecognised ? [1] : []),
  ];
  return lines.sort((a, b) => a - b);
}
const losesNothing =
  (readBlock: typeof readPaste) =>
  (text: string): void => {
    expect(linesThatCameBack(readBlock(text, 'approval'))).toEqual(linesToComeBack(text));
  };

describe('nothing of a pasted block is lost', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '　',
      '借款合同',
      '2026-02-30',
      '3',
      '-1',
      '1.5',
      '复印件',
      '部分',
      '题名',
      '页数',
      '附件',
      '"',
      '""',
      'a"b',
      '缺签字',
      '𠮷',
      '\ud842',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ maxLength: 12 }),
  );
  const separator = fc.constantFrom('\t', '\n', '\r\n', '\r', '\t\t', '\n\n');
  const block = fc
    .array(fc.tuple(cell, separator), { maxLength: 60 })
    .map((pieces) => pieces.map(([text, after]) => text + after).join(''));

  test('every row that holds anything comes back exactly once, whatever was pasted', () => {
    fc.assert(fc.property(block, losesNothing(readPaste)), { numRuns: 2_000 });
  });
  test('what was read can be written: no row passes here and is refused by the list', () => {
    fc.assert(
      fc.property(block, (text) => {
        for (const { line: _, remarkSaysUnsigned: __, ...item } of read(text).items)
          expect(itemInput.safeParse(item)).toMatchObject({ success: true });
      }),
      { numRuns: 1_000 },
    );
  });
  test('a refused row is kept as it was typed', () => {
    fc.assert(
      fc.property(block, (text) => {
        const rows = cutCells(text);
        for (const { line, cells, faults } of read(text).refused) {
          expect(cells).toEqual(rows[line - 1]);
          expect(faults.length).toBeGreaterThan(0);
        }
      }),
    );
  });
  test('cells come back from the clipboard as they went there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          fc.pre(rows.every((row) => row.length > 1 || row[0] !== ''));
          expect(cutCells(joinCells(rows))).toEqual(rows);
        },
      ),
      { numRuns: 2_000 },
    );
  });
  test('a reader that loses a row would be noticed', () => {
    const forgetful: typeof readPaste = (...args) => ({ ...readPaste(...args), refused: [] });
    const repeating: typeof readPaste = (...args) => {
      const reading = readPaste(...args);
      return { ...reading, items: [...reading.items, ...reading.items] };
    };
    for (const broken of [forgetful, repeating])
      expect(() => fc.assert(fc.property(block, losesNothing(broken)))).toThrow();
  });
});

describe('bad cells are refused with their reason', () => {
  test.each(['0', '-1', '−1', '1.5', '99999', '三', '1-3', 'NaN', '１０００００'])('pages %s', (pages) =>
    expect(faultsOf(one({ 页数: pages }))).toEqual(['pages: pagesUnreadable']),
  );
  test.each(['1', '9999', '１２', '3页', '3.0'])('pages %s are read', (pages) =>
    expect(faultsOf(one({ 页数: pages }))).toEqual([]),
  );
  test.each(['2026-02-30', '2026.13.1', '20260230', '２０２６年２月３０日'])('date %s', (date) =>
    expect(faultsOf(one({ 日期: date }))).toEqual(['datedOn: dayNotReal']),
  );
  test.each(['去年', '460830000', '2月30日'])('date %s', (date) =>
    expect(faultsOf(one({ 日期: date }))).toEqual(['datedOn: dayUnreadable']),
  );
  test.each([
    ['2026.2.11', '2026-02-11'],
    ['2026年2月13日', '2026-02-13'],
    ['46083', '2026-03-02'],
    ['２０２６－２－１２', '2026-02-12'],
  ])('date %s is read', (date, day) => expect(one({ 日期: date }).items).toMatchObject([{ datedOn: day }]));
  test.each([
    ['部分', '没有这个部分', 'part: partUnknown'],
    ['题名', '', 'title: titleMissing'],
    ['题名', '长'.repeat(10_000), 'title: textTooLong'],
    ['题名', 'PK\u0003\u0004\u0014', 'title: charactersUnreadable'],
    ['备注', '\ufffd\ufffd', 'remarks: charactersUnreadable'],
    ['份数', '0', 'copies: copiesUnreadable'],
    ['份数', '1000', 'copies: copiesUnreadable'],
    ['原/复', '传真', 'originality: originalityUnknown'],
  ])('%s', (column, text, fault) => {
    const reading = one({ [column]: text });
    expect(faultsOf(reading)).toEqual([fault]);
    expect(JSON.stringify(reading.refused[0]?.faults).length).toBeLessThan(400);
  });
  test('all that is wrong in a row is said at once', () => {
    expect(faultsOf(one({ 部分: '？', 题名: '', 日期: '昨天', 页数: '-1' }))).toHaveLength(4);
  });
});

describe('rubbish on the clipboard', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \t\t\n　\r\n\t'],
    ['a page of HTML', '<html><body><table><tr><td>借款合同</td></tr></table></body></html>'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000'],
    ['ragged rows', 'a\nb\tc\td\te\tf\tg\th\ti\tj\tk\tl\nm\t\t\t\t\t\t\t\t\t\t\t\t\tn'],
    ['an open quotation mark', '"借款合同\t3\n保证合同\t4\n'],
    ['quotation marks everywhere', '"""a"""\t"b\n"c"'],
    ['half a character', '\ud842合同'],
    ['keys of every object', '__proto__\tconstructor\ttoString'],
  ])('%s', (_, text) => losesNothing(readPaste)(text));

  test('5 000 rows are read within two seconds, and so are the worst of texts', () => {
    const row = '合同\t借款合同\t鸿借〔2026〕001号\t2026年2月13日\t业务一部\t原件\t1\t12\t缺经办人签字';
    const spaces = `${HEAD}\n\t${' '.repeat(1_000_000)}x${' '.repeat(1_000_000)}y`;
    const quotes = '"\t"\n'.repeat(200_000);
    const missing = `${HEAD}\n\t题\t\t\t\t\t\t\t${'缺'.repeat(1_000_000)}`;
    const began = performance.now();
    expect(read(`${HEAD}\n${`${row}\n`.repeat(5_000)}`)).toMatchObject({ unsignedRemarks: 5_000, refused: [] });
    for (const text of [spaces, quotes, missing]) losesNothing(readPaste)(text);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
