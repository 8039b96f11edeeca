import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsOf } from '../../../renderer/print/bars';

/** Widths of bars and gaps in turn, as a scanner sees them. */
function runs(text: string): number[] {
  const { bars, width } = barsOf(text);
  const all = bars.flatMap((bar, index) => {
    const next = bars[index + 1];
    return next ? [bar.width, next.x - bar.x - bar.width] : [bar.width];
  });
  expect(all.reduce((sum, run) => sum + run, 0)).toBe(width);
  return all;
}

/** Patterns of Code 128 that the test reads by itself: the stop sign, and the letters of set B that the prefix needs. */
const START_B = '211214';
const STOP = '2331112';
const SET_B: Readonly<Record<string, string>> = { A: '111323', J: '112133', '-': '122132', D: '112313', H: '231113' };

describe('barcode', () => {
  test('AJ-D- is written in set B between start and stop', () => {
    const seen = runs('AJ-D-000012').join('');
    const prefix = [...'AJ-D-'].map((letter) => SET_B[letter]).join('');
    expect(seen.startsWith(START_B + prefix)).toBe(true);
    expect(seen.endsWith(STOP)).toBe(true);
  });

  test('every symbol is eleven modules wide, the stop thirteen, every run one to four', () => {
    fc.assert(
      fc.property(fc.constantFrom('D', 'H'), fc.integer({ min: 1, max: 999_999 }), (kind, id) => {
        const seen = runs(`AJ-${kind}-${String(id).padStart(6, '0')}`);
        expect(seen.every((run) => Number.isInteger(run) && run >= 1 && run <= 4)).toBe(true);
        const symbols = seen.slice(0, -7);
        for (let at = 0; at < symbols.length; at += 6)
          expect(symbols.slice(at, at + 6).reduce((sum, run) => sum + run, 0)).toBe(11);
      }),
    );
  });

  test('two numbers never look alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (one, other) => {
        fc.pre(one !== other);
        const bars = (id: number) => runs(`AJ-D-${String(id).padStart(6, '0')}`).join('');
        expect(bars(one)).not.toBe(bars(other));
      }),
    );
  });
});
