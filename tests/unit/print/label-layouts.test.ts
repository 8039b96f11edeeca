import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emsOf, fitText } from '../../../renderer/print/fit-text';
import {
  A4,
  LABEL_LAYOUTS,
  LAYOUT_NAMES,
  type LabelLayout,
  layLabels,
  type PlacedLabel,
  perSheet,
  SPINE_WIDTHS,
  spineLayout,
} from '../../../shared/print/label-layouts';

const layouts = fc.oneof(
  fc.constantFrom(...LAYOUT_NAMES).map((name): LabelLayout => LABEL_LAYOUTS[name]),
  fc.integer({ min: SPINE_WIDTHS.least, max: SPINE_WIDTHS.most }).map(spineLayout),
);
/** Coordinates are sums of tenths. */
const SLACK = 1e-6;

/** What must be true of every sheet; the last test shows that it can be false. */
function faults(sheets: readonly (readonly PlacedLabel[])[], count: number, { width, height }: LabelLayout): string[] {
  const order = sheets.flat().map(({ index }) => index);
  const lost = order.join() === [...Array(count).keys()].join() ? [] : ['a label is lost, doubled, or out of order'];
  const over = sheets
    .flat()
    .some(({ x, y }) => x < -SLACK || y < -SLACK || x + width > A4.width + SLACK || y + height > A4.height + SLACK);
  const meet = sheets.some((sheet) =>
    sheet.some((a, i) =>
      sheet.slice(i + 1).some((b) => Math.abs(a.x - b.x) < width - SLACK && Math.abs(a.y - b.y) < height - SLACK),
    ),
  );
  return [...lost, ...(over ? ['a label hangs over the paper'] : []), ...(meet ? ['two labels overlap'] : [])];
}

describe('labels on their sheets', () => {
  test('every label lies once, in order, on the paper, and none on another', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 1, max: 60 }),
        (layout, count, first) => {
          expect(faults(layLabels(count, layout, first), count, layout)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a sheet that was begun goes on at the label named, and the next one is whole', () => {
    const layout = LABEL_LAYOUTS['70x37'];
    const [begun, next] = layLabels(30, layout, 20);
    expect(begun?.map(({ x, y }) => [x, y])).toEqual([
      [70, 222.5],
      [140, 222.5],
      [0, 259.5],
      [70, 259.5],
      [140, 259.5],
    ]);
    expect(next?.[0]).toEqual({ index: 5, x: 0, y: 0.5 });
    expect(layLabels(1, layout, 99)[0]?.[0]).toEqual({ index: 0, x: 140, y: 259.5 });
  });

  test('the sheets are those that shops sell, to the tenth of a millimetre', () => {
    const lastOf = (name: keyof typeof LABEL_LAYOUTS) => {
      const layout = LABEL_LAYOUTS[name];
      const last = layLabels(perSheet(layout), layout)[0]?.at(-1);
      return [perSheet(layout), last?.x, last?.y].map((its) => Math.round(Number(its) * 100) / 100);
    };
    expect(lastOf('70x37')).toEqual([24, 140, 259.5]);
    expect(lastOf('99x38')).toEqual([14, 106.25, 243.75]);
    expect(lastOf('48x25')).toEqual([40, 153.5, 250.1]);
    expect(lastOf('105x74')).toEqual([8, 105, 222.5]);
  });

  test('spines are as wide as asked, as many as go between the edges that printers leave white', () => {
    for (let width = SPINE_WIDTHS.least; width <= SPINE_WIDTHS.most; width += 1) {
      const layout = spineLayout(width);
      expect(layout.width).toBe(width);
      expect(layout.left).toBeGreaterThanOrEqual(10);
      expect((layout.columns + 1) * width).toBeGreaterThan(190);
    }
  });

  test('the check sees a lost label, one over the edge, and two on each other', () => {
    const layout = LABEL_LAYOUTS['70x37'];
    const at = (index: number, x: number) => ({ index, x, y: 0.5 });
    expect(faults([[at(1, 0)]], 1, layout)).toHaveLength(1);
    expect(faults([[at(0, 141)]], 1, layout)).toEqual(['a label hangs over the paper']);
    expect(faults([[at(0, 0), at(1, 69)]], 2, layout)).toEqual(['two labels overlap']);
  });
});

describe('letters that are to fit', () => {
  const room = { length: 40, breadth: 12, least: 1.8, most: 6 };

  test('are never larger than asked nor smaller than can be read, and a longer text never gets larger ones', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (text, more) => {
          const size = fitText(text, room);
          expect(size).toBeGreaterThanOrEqual(room.least);
          expect(size).toBeLessThanOrEqual(room.most);
          expect(fitText(text + more, room)).toBeLessThanOrEqual(size);
        },
      ),
    );
  });

  test('go into their room by the count of their lines', () => {
    for (const length of [1, 6, 7, 20, 60]) {
      const size = fitText('档'.repeat(length), room);
      if (size === room.least) continue;
      const perLine = Math.floor(room.length / size);
      expect(Math.ceil(length / perLine) * size * 1.25).toBeLessThanOrEqual(room.breadth + 1e-6);
    }
  });

  test('of rare characters count as one each', () => expect(emsOf('𠮷㐂䶮')).toBe(3));
});
