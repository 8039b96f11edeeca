import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MeasuredRow, paginate, type Room } from '../../../renderer/print/paginate';

const rows = fc.array(fc.record({ height: fc.integer({ min: 1, max: 300 }), holdsNext: fc.boolean() }), {
  maxLength: 200,
});
const rooms = fc.record({ first: fc.integer({ min: 1, max: 900 }), later: fc.integer({ min: 1, max: 1000 }) });

const heightOf = (sheet: readonly number[], all: readonly MeasuredRow[]) =>
  sheet.reduce((sum, row) => sum + (all[row]?.height ?? 0), 0);

/** What must be true of every layout; the last test shows that it can be false. */
function faults(sheets: readonly (readonly number[])[], all: readonly MeasuredRow[], room: Room): string[] {
  const order = sheets.flat().join();
  const lost = order === [...all.keys()].join() ? [] : ['a row is lost, doubled, or out of order'];
  const over = sheets.flatMap((sheet, index) => {
    const has = index === 0 ? room.first : room.later;
    return heightOf(sheet, all) > has && sheet.length > 1 ? [`sheet ${index} overflows`] : [];
  });
  return [...lost, ...over];
}

describe('rows laid into sheets', () => {
  test('nothing lost, nothing twice, nothing out of order, no sheet too full', () => {
    fc.assert(
      fc.property(rows, rooms, (all, room) => {
        expect(faults(paginate(all, room), all, room)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a row that holds the next one is never last on its sheet, while both fit on one', () => {
    const room = { first: 500, later: 700 };
    fc.assert(
      fc.property(rows, (all) => {
        // Runs of holding rows longer than a sheet are broken: keep them short.
        const short = all.map((row, index) => ({ ...row, holdsNext: row.holdsNext && index % 2 === 0 }));
        const lasts = paginate(short, room)
          .slice(0, -1)
          .flatMap((sheet) => sheet.at(-1) ?? []);
        for (const row of lasts) expect(short[row]?.holdsNext).toBe(false);
      }),
    );
  });

  test('only the first sheet may be empty, and no sheet after the last row', () => {
    fc.assert(
      fc.property(rows, rooms, (all, room) => {
        const sheets = paginate(all, room);
        expect(sheets.slice(1).every((sheet) => sheet.length > 0)).toBe(true);
      }),
    );
  });

  test('a list without rows is one sheet', () => {
    expect(paginate([], { first: 10, later: 10 })).toEqual([[]]);
  });

  test('a sheet is filled to the last pixel', () => {
    const all = Array.from({ length: 5 }, () => ({ height: 100 }));
    expect(paginate(all, { first: 200, later: 300 })).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });

  test('the heading moves with its first row', () => {
    const all = [{ height: 80 }, { height: 30, holdsNext: true }, { height: 30 }];
    expect(paginate(all, { first: 120, later: 200 })).toEqual([[0], [1, 2]]);
  });

  test('a row taller than any sheet stands alone and the others go on', () => {
    const all = [{ height: 50 }, { height: 999 }, { height: 50 }];
    expect(paginate(all, { first: 100, later: 200 })).toEqual([[0], [1], [2]]);
  });

  test('the check sees a lost row, a doubled row and a sheet too full', () => {
    const all = [{ height: 100 }, { height: 100 }, { height: 100 }];
    const room = { first: 200, later: 200 };
    expect(faults([[0, 1]], all, room)).toHaveLength(1);
    expect(
      faults(
        [
          [0, 1],
          [1, 2],
        ],
        all,
        room,
      ),
    ).toHaveLength(1);
    expect(faults([[0, 1, 2]], all, room)).toHaveLength(1);
  });
});
