import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONG_REMARK, linesByPart, remark, totalInWords } from '../../../renderer/print/lines';
import { PARTS } from '../../../shared/api/dossier.contract';

const items = fc
  .array(fc.record({ part: fc.constantFrom(...PARTS), pages: fc.nat(30), remarks: fc.string({ maxLength: 60 }) }), {
    maxLength: 80,
  })
  .map((all) => all.map((item, index) => ({ ...item, id: index + 1 })));

describe('lines of a list', () => {
  test('every item has its line once, under the heading of its part, and every long remark its own line after it', () => {
    fc.assert(
      fc.property(items, (all) => {
        const lines = linesByPart(all, 7, (item) => item.remarks);
        const ids = lines.filter(({ kind }) => kind === undefined).map(({ key }) => Number(key));
        expect(ids.toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id));
        expect(lines.filter(({ kind }) => kind === 'note')).toHaveLength(
          all.filter(({ remarks }) => remarks.length > LONG_REMARK).length,
        );
        let part = '';
        for (const { key, kind } of lines) {
          if (kind === 'part') part = key;
          else expect(all.find(({ id }) => id === Number.parseInt(key, 10))?.part).toBe(part);
        }
      }),
    );
  });

  test('a heading holds its first line and stands only where there is one', () => {
    const lines = linesByPart([{ id: 1, part: 'annex', pages: 1, remarks: '' }], 7, () => null);
    expect(lines.map(({ kind, holdsNext }) => [kind, holdsNext])).toEqual([
      ['part', true],
      [undefined, undefined],
    ]);
  });

  test('the closing words count the annex apart', () => {
    const item = (part: (typeof PARTS)[number], pages: number) => ({ part, pages });
    expect(totalInWords([item('approval', 2), item('contracts', 9), item('annex', 7)])).toBe(
      '共 2 件 11 页，附件 1 件',
    );
    expect(totalInWords([item('approval', 2)])).toBe('共 1 件 2 页');
  });

  test('remarks are joined, absent ones left out', () => {
    expect(remark('签字不全', '', undefined, false, '缺章')).toBe('签字不全；缺章');
    expect(remark('', undefined)).toBe('');
  });
});
