import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstAt,
  heightOf,
  measureOf,
  ROW_HEIGHT,
  scrollFor,
  TALLEST,
} from '../../renderer/features/ledger/tall-window';

/** A browser keeps whole pixels of what it is told, and nothing beyond the end. */
const scrolled = (top: number, count: number, room: number): number =>
  Math.min(Math.max(0, heightOf(count) - room), Math.round(top));

const MILLION = 1_000_000;
const room = fc.integer({ min: 200, max: 1_400 });
const count = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 61, max: 20_000 }),
  fc.integer({ min: 400_000, max: 3 * MILLION }),
);

describe('a list of a million rows', () => {
  test('is not taller than what a browser draws, and shorter ones are as tall as their rows', () => {
    expect(heightOf(MILLION)).toBe(TALLEST);
    expect(TALLEST).toBeLessThan(33_000_000);
    expect(heightOf(10_000)).toBe(10_000 * ROW_HEIGHT);
  });

  test('comes to each of its rows: every one of them is first in view somewhere, up to the last ones', () => {
    const its = measureOf(MILLION, 620);
    const lastFirst = MILLION - its.whole;
    let next = 0;
    for (let top = 0; top <= TALLEST - 620; top += 1) {
      const first = firstAt(top, MILLION, its);
      // No row is passed over, whatever pixel the bar stands at, and none is gone back to.
      if (first !== next && first !== next - 1) expect(first, `at ${top}`).toBe(next);
      next = Math.max(next, first + 1);
    }
    expect(next - 1).toBe(lastFirst);
    expect(lastFirst + its.whole).toBe(MILLION);
  });

  test('shows under each place of the bar the row that stands in that part of the list', () => {
    const its = measureOf(MILLION, 620);
    const end = TALLEST - 620;
    for (const part of [0, 0.1, 0.25, 0.5, 0.9, 1])
      expect(firstAt(part * end, MILLION, its)).toBe(Math.round(part * (MILLION - its.whole)));
  });
});

describe('a list however long, in a window however high', () => {
  test('brings any row into view from anywhere, and shows the last one whole at the end', () => {
    fc.assert(
      fc.property(count, room, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (all, high, from, to) => {
        const its = measureOf(all, high);
        const index = to % all;
        const first = firstAt(scrolled(from * heightOf(all), all, high), all, its);
        const top = scrollFor(index, first, its);
        const now = top === undefined ? first : firstAt(scrolled(top, all, high), all, its);
        expect(index).toBeGreaterThanOrEqual(now);
        expect(index).toBeLessThan(now + its.whole);
        const atEnd = firstAt(scrolled(heightOf(all), all, high), all, its);
        expect(atEnd + its.whole).toBeGreaterThanOrEqual(all);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never goes up while it is scrolled down', () => {
    fc.assert(
      fc.property(count, room, fc.nat(TALLEST), fc.nat(5_000), (all, high, top, more) => {
        const its = measureOf(all, high);
        expect(firstAt(scrolled(top + more, all, high), all, its)).toBeGreaterThanOrEqual(
          firstAt(scrolled(top, all, high), all, its),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test('whose rows all had their own height would end long before its last row (negative control)', () => {
    const its = { ...measureOf(MILLION, 620), perRow: ROW_HEIGHT };
    expect(firstAt(TALLEST - 620, MILLION, its)).toBeLessThan(MILLION / 2);
  });
});
