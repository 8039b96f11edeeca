import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryWords } from '../../renderer/features/dossier/grid/cell-entry';
import {
  beginVolume,
  bindAnew,
  exchange,
  faultsOf,
  firstStep,
  insertBelow,
  listToWrite,
  moveRows,
  newRow,
  putOnto,
  type Rows,
  redo,
  removeRows,
  rowsOf,
  step,
  typeInto,
  undo,
  writesTheSame,
} from '../../renderer/features/dossier/grid/volume-draft';
import type { DossierItem, Part } from '../../shared/api/dossier.contract';

const words: EntryWords = { original: ['原件', '原'], copy: ['复印件', '复'], signed: ['齐'], unsigned: ['缺'] };

const item = (id: number, part: Part, title: string, pages = 1): DossierItem => ({
  id,
  part,
  title,
  documentNo: '',
  responsible: '',
  originality: 'original',
  copies: 1,
  pages,
  signatureComplete: true,
  remarks: '',
  volume: 1,
});

const start = () =>
  rowsOf([
    item(1, 'approval', '借款申请书', 2),
    item(2, 'approval', '受理登记表'),
    item(3, 'contracts', '借款合同', 9),
  ]);
const titles = (rows: Rows) => rows.map(({ part, values }) => `${part} ${values.title}`);
const type = (rows: Rows, at: number, cell: Parameters<typeof typeInto>[1], text: string) => {
  const row = rows[at];
  if (!row) throw new Error(`no row ${at}`);
  return exchange(rows, typeInto(row, cell, text, words));
};

describe('typing into the in-volume list', () => {
  it('takes over what can be read, in whatever way it is written', () => {
    let { rows } = start() as { rows: Rows };
    rows = type(rows, 0, 'datedOn', '2026年2月13日');
    rows = type(rows, 0, 'pages', '１４');
    rows = type(rows, 0, 'originality', '复');
    expect(rows[0]?.values).toMatchObject({ datedOn: '2026-02-13', pages: 14, originality: 'copy' });
    expect(faultsOf(rows)).toEqual([]);
  });

  it.each([
    ['pages', '1.5', 'numberNotWhole'],
    ['pages', '-1', 'numberNegative'],
    ['pages', '−1', 'numberNegative'],
    ['pages', '99999', 'pagesTooMany'],
    ['pages', '0', 'pagesNone'],
    ['pages', '０', 'pagesNone'],
    ['pages', '三', 'numberUnreadable'],
    ['copies', '0', 'copiesOutOfRange'],
    ['datedOn', '2026-02-30', 'dayNotReal'],
    ['datedOn', '去年', 'dayUnreadable'],
    ['title', '', 'titleMissing'],
    ['title', '长'.repeat(501), 'textTooLong'],
    ['originality', '抄件', 'originalityUnknown'],
    ['signatureComplete', '大概', 'signatureUnknown'],
  ] as const)('keeps %s “%s” as typed and does not write it (%s)', (cell, text, fault) => {
    const { rows, ids } = start();
    const typed = type(rows, 0, cell, text);
    expect(faultsOf(typed)).toEqual([{ key: 'item-1', cell, text, fault }]);
    expect(listToWrite(typed, ids)).toEqual(listToWrite(rows, ids));
    expect(writesTheSame(typed, rows)).toBe(true);
  });

  it('forgets the fault once the cell is mended', () => {
    const { rows } = start();
    const mended = type(type(rows, 0, 'pages', '1.5'), 0, 'pages', '15');
    expect(faultsOf(mended)).toEqual([]);
    expect(mended[0]?.values.pages).toBe(15);
  });

  it('does not write a new item before it has a title, and says so', () => {
    const { rows, ids } = start();
    const added = newRow('contracts');
    const blank = insertBelow(rows, added);
    expect(faultsOf(blank)).toEqual([]);
    const begun = exchange(blank, typeInto(added, 'pages', '3', words));
    expect(faultsOf(begun)).toMatchObject([{ key: added.key, cell: 'title', fault: 'titleMissing' }]);
    expect(listToWrite(begun, ids).items).toHaveLength(3);
  });
});

describe('changing the order of the list', () => {
  it('inserts below a row and at the end of a part', () => {
    const { rows } = start();
    const below = insertBelow(rows, newRow('approval', { title: '新' }), 'item-1');
    expect(titles(below)).toEqual(['approval 借款申请书', 'approval 新', 'approval 受理登记表', 'contracts 借款合同']);
    const last = insertBelow(rows, newRow('approval', { title: '新' }));
    expect(titles(last)[2]).toBe('approval 新');
  });

  it('moves a row within its part and across to the next one', () => {
    const { rows } = start();
    const down = moveRows(rows, new Set(['item-1']), 1);
    expect(titles(down)).toEqual(['approval 受理登记表', 'approval 借款申请书', 'contracts 借款合同']);
    const across = moveRows(down, new Set(['item-1']), 1);
    expect(titles(across)).toEqual(['approval 受理登记表', 'contracts 借款申请书', 'contracts 借款合同']);
    expect(titles(moveRows(across, new Set(['item-1']), -1))).toEqual(titles(down));
  });

  it('moves an only row through empty parts, and stops at both ends', () => {
    const { rows } = rowsOf([item(1, 'approval', '一')]);
    const key = new Set(['item-1']);
    expect(moveRows(rows, key, -1)).toBe(rows);
    let moved: Rows = rows;
    for (let i = 0; i < 6; i += 1) moved = moveRows(moved, key, 1);
    expect(titles(moved)).toEqual(['annex 一']);
  });
});

describe('binding in several volumes', () => {
  const volumes = (rows: Rows) => rows.map(({ values }) => values.volume);
  const four = () => rowsOf([1, 2, 3, 4].map((id) => item(id, 'approval', `件${id}`))).rows;

  it('begins a volume with a row, and puts it back into the one before', () => {
    const two = beginVolume(four(), 'item-3');
    expect(volumes(two)).toEqual([1, 1, 2, 2]);
    expect(volumes(beginVolume(two, 'item-2'))).toEqual([1, 2, 3, 3]);
    expect(volumes(beginVolume(two, 'item-3'))).toEqual([1, 1, 1, 1]);
    expect(volumes(beginVolume(two, 'item-1'))).toEqual([1, 1, 2, 2]);
  });

  it('a row moved over the edge goes into the other volume', () => {
    const two = beginVolume(four(), 'item-3');
    expect(volumes(bindAnew(moveRows(two, new Set(['item-3']), -1)))).toEqual([1, 1, 1, 2]);
    expect(volumes(bindAnew(moveRows(two, new Set(['item-2']), 1)))).toEqual([1, 2, 2, 2]);
  });

  it('a new row is bound where it stands, and an emptied volume leaves no gap', () => {
    const three = beginVolume(beginVolume(four(), 'item-3'), 'item-4');
    expect(volumes(bindAnew(insertBelow(three, newRow('approval', { title: '新' }), 'item-4')))).toEqual([
      1, 1, 2, 3, 3,
    ]);
    expect(volumes(bindAnew(removeRows(three, new Set(['item-3']))))).toEqual([1, 1, 2]);
  });

  it('whatever is done to the list, its volumes run from 1 without a gap and never go back', () => {
    const act = fc.tuple(fc.constantFrom('begin', 'up', 'down', 'remove', 'insert'), fc.nat(9));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let rows: Rows = rowsOf(
          [1, 2, 3, 4, 5, 6].map((id) => item(id, id < 3 ? 'approval' : id < 6 ? 'contracts' : 'annex', `件${id}`)),
        ).rows;
        for (const [name, n] of acts) {
          const key = rows[n % Math.max(1, rows.length)]?.key ?? '';
          if (name === 'begin') rows = beginVolume(rows, key);
          if (name === 'up' || name === 'down') rows = moveRows(rows, new Set([key]), name === 'up' ? -1 : 1);
          if (name === 'remove') rows = removeRows(rows, new Set([key]));
          if (name === 'insert') rows = insertBelow(rows, newRow('contracts', { title: '新' }), key);
          rows = bindAnew(rows);
          const coded = rows.filter(({ part }) => part !== 'annex').map(({ values }) => values.volume);
          const steps = coded.map((volume, i) => volume - (coded[i - 1] ?? 0));
          expect(
            steps.every((step, i) => step === 1 || (i > 0 && step === 0)),
            String(coded),
          ).toBe(true);
        }
      }),
    );
  });
});

describe('undo and redo', () => {
  it('bring earlier lists back, with the ids that the rows had', () => {
    const { rows, ids } = start();
    const removed = removeRows(rows, new Set(['item-2']));
    const steps = undo(step(firstStep(rows), removed));
    expect(listToWrite(steps.now, ids).items.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(redo(steps).now).toBe(removed);
    expect(undo(steps)).toBe(steps);
  });

  it('forget what was undone once something else is done', () => {
    const { rows } = start();
    const steps = undo(step(firstStep(rows), removeRows(rows, new Set(['item-2']))));
    expect(step(steps, removeRows(rows, new Set(['item-1']))).future).toEqual([]);
  });

  it('know a new row again after its first write', () => {
    const added = newRow('annex', { title: '客户联' });
    const { rows, ids } = start();
    const { keys } = listToWrite(insertBelow(rows, added), ids);
    expect(keys.at(-1)).toBe(added.key);
    const learnt = { ...ids, [added.key]: 9 };
    const again = rowsOf([item(9, 'annex', '客户联')], learnt);
    expect(again.rows[0]?.key).toBe(added.key);
  });
});

describe('a list that somebody else has written meanwhile', () => {
  it('keeps both changes', () => {
    const { rows: base, ids } = start();
    const mine = insertBelow(type(base, 0, 'pages', '5'), newRow('approval', { title: '我加的' }), 'item-1');
    const theirs = rowsOf(
      [item(1, 'approval', '借款申请书（改）', 2), item(3, 'contracts', '借款合同', 9), item(4, 'annex', '他加的')],
      ids,
    ).rows;
    const merged = putOnto(theirs, base, mine);
    expect(titles(merged)).toEqual([
      'approval 借款申请书（改）',
      'approval 我加的',
      'contracts 借款合同',
      'annex 他加的',
    ]);
    expect(merged[0]?.values.pages).toBe(5);
  });

  it('does not bring back a row that the other has removed, unless it was changed here', () => {
    const { rows: base, ids } = start();
    const theirs = rowsOf([item(1, 'approval', '借款申请书', 2)], ids).rows;
    expect(titles(putOnto(theirs, base, base))).toEqual(['approval 借款申请书']);
    expect(titles(putOnto(theirs, base, type(base, 1, 'remarks', '要留')))).toEqual([
      'approval 借款申请书',
      'approval 受理登记表',
    ]);
  });

  it('keeps what was typed and cannot be read', () => {
    const { rows: base, ids } = start();
    const mine = type(base, 0, 'pages', '1.5');
    const theirs = rowsOf([item(1, 'approval', '改', 2)], ids).rows;
    expect(faultsOf(putOnto(theirs, base, mine))).toMatchObject([{ text: '1.5' }]);
  });
});
