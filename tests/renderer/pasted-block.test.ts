import { describe, expect, it } from 'vitest';
import { newRow } from '../../renderer/features/dossier/grid/volume-draft';
import {
  correctColumn,
  dropLine,
  leftOver,
  mendCell,
  putIn,
  rowsFrom,
} from '../../renderer/features/dossier/paste/pasted-block';
import type { PasteReading } from '../../shared/api/dossier.contract';
import { cutCells, joinCells } from '../../shared/entry/clipboard-cells';

const text = '题名\t页数\r\n借款申请书\t1.5\r\n"股东会\n决议"\t2\r\n身份证\t-1';

const reading: PasteReading = {
  items: [
    {
      line: 3,
      part: 'approval',
      title: '股东会 决议',
      documentNo: '',
      responsible: '',
      originality: 'original',
      copies: 1,
      pages: 2,
      signatureComplete: true,
      remarks: '缺签字',
      volume: 1,
      remarkSaysUnsigned: true,
    },
  ],
  refused: [
    { line: 2, cells: ['借款申请书', '1.5'], faults: [{ column: 'pages', reason: 'pagesUnreadable', text: '1.5' }] },
    { line: 4, cells: ['身份证', '-1'], faults: [{ column: 'pages', reason: 'pagesUnreadable', text: '-1' }] },
  ],
  columns: [
    { heading: '题名', field: 'title' },
    { heading: '页数', field: 'pages' },
  ],
  headingRecognised: true,
  unsignedRemarks: 1,
};

describe('a block from a spreadsheet', () => {
  it('is cut into cells and joined again without a loss', () => {
    const cells = [
      ['a', '', '"b'],
      ['c\nd', '他说"好"', ''],
      ['e\tf', '', 'g'],
    ];
    expect(cutCells(joinCells(cells))).toEqual(cells);
  });

  it('is mended in one cell, also one with a line break before it', () => {
    expect(cutCells(mendCell(text, 4, 1, '3'))).toEqual([
      ['题名', '页数'],
      ['借款申请书', '1.5'],
      ['股东会\n决议', '2'],
      ['身份证', '3'],
    ]);
  });

  it('keeps the numbers of its other rows when one is dropped', () => {
    expect(cutCells(dropLine(text, 2))[3]).toEqual(['身份证', '-1']);
  });

  it('leaves behind what could not be read, with its heading', () => {
    expect(leftOver({ text, part: 'annex' }, reading)).toEqual({
      text: '题名\t页数\r\n借款申请书\t1.5\r\n身份证\t-1',
      part: 'annex',
      columns: ['title', 'pages'],
    });
    expect(leftOver({ text, part: 'annex' }, { ...reading, refused: [] })).toBeUndefined();
  });

  it('never gives two columns the same meaning', () => {
    expect(correctColumn(reading.columns, 1, 'title')).toEqual([null, 'title']);
  });

  it('takes a remark about a missing signature for one only where the user says so', () => {
    expect(rowsFrom(reading, false)[0]?.values.signatureComplete).toBe(true);
    expect(rowsFrom(reading, true)[0]?.values.signatureComplete).toBe(false);
  });

  it('fills what the checklist expects, and leaves the rest of it at the end of its part', () => {
    const there = newRow('approval', { title: '已录', pages: 3 });
    const expected = newRow('approval', { title: '股东会决议' });
    const other = newRow('approval', { title: '放款审批单' });
    const added = newRow('approval', { title: '股东会 决议', pages: 2 });
    const list = putIn([expected, other, there], [added], 'append');
    expect(list.map(({ key }) => key)).toEqual([there.key, expected.key, other.key]);
    expect(list[1]?.values.pages).toBe(2);
    expect(putIn([expected, there], [added], 'replace').map(({ key }) => key)).toEqual([expected.key]);
  });
});
