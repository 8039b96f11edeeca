import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Book,
  classOf,
  compare,
  differs,
  digitsIn,
  drawSample,
  endsIn,
  type Found,
  overlap,
} from '../../../electron/features/stocktake/stocktake.rules';
import { COUNT_CLASSES } from '../../../shared/api/stocktake.contract';

const RUNS = { numRuns: 2_000 };
const titleId = fc.integer({ min: 1, max: 5 });
const quantity = fc.integer({ min: 1, max: 3 });
const lying = (from: number, to: number) =>
  fc.record({ titleId, compartmentId: fc.integer({ min: from, max: to }), quantity });
const book: fc.Arbitrary<Book> = fc.record({
  inside: fc.array(lying(1, 3), { maxLength: 6 }),
  elsewhere: fc.array(lying(8, 9), { maxLength: 2 }),
  out: fc.array(fc.record({ titleId, quantity }), { maxLength: 3 }),
});
const found: fc.Arbitrary<Found> = fc
  .record({ known: fc.boolean(), titleId, certificateNo: fc.constantFrom('甲', '乙'), its: lying(1, 3) })
  .map(({ known, titleId: id, certificateNo, its: { compartmentId, quantity: n } }) =>
    known
      ? { titleId: id, certificateNo: '', compartmentId, quantity: n }
      : { certificateNo, compartmentId, quantity: n },
  );
const count = fc.array(found, { maxLength: 8 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const pieces = <R extends { quantity: number }>(rows: readonly R[], which: (row: R) => boolean = () => true) =>
  sum(rows.filter(which).map((row) => row.quantity));

describe('the book beside what was found', () => {
  test('every piece of the book and every piece found stands in exactly one line', () => {
    fc.assert(
      fc.property(book, count, (its, entries) => {
        const lines = compare(its, entries);
        expect(sum(lines.map((line) => line.expectedQuantity))).toBe(pieces(its.inside));
        expect(sum(lines.map((line) => line.outQuantity))).toBe(pieces(its.out));
        expect(sum(lines.map((line) => line.foundQuantity))).toBe(pieces(entries));
        for (const compartmentId of [1, 2, 3]) {
          const here = lines.filter((line) => line.foundCompartmentId === compartmentId);
          expect(sum(here.map((line) => line.foundQuantity))).toBe(
            pieces(entries, (one) => one.compartmentId === compartmentId),
          );
        }
        for (const id of [1, 2, 3, 4, 5])
          expect(sum(lines.filter((line) => line.titleId === id).map((line) => line.expectedQuantity))).toBe(
            pieces(its.inside, (one) => one.titleId === id),
          );
      }),
      RUNS,
    );
  });

  test('the five classes divide all lines, and a line is what its class says', () => {
    fc.assert(
      fc.property(book, count, (its, entries) => {
        const lines = compare(its, entries);
        const byClass = COUNT_CLASSES.map((name) => lines.filter((line) => classOf(line) === name));
        expect(sum(byClass.map((some) => some.length))).toBe(lines.length);
        for (const line of lines) {
          const { expectedCompartmentId, expectedQuantity, outQuantity, foundCompartmentId, foundQuantity } = line;
          expect(expectedQuantity + outQuantity + foundQuantity).toBeGreaterThan(0);
          expect(foundQuantity === 0).toBe(foundCompartmentId === undefined);
          switch (classOf(line)) {
            case 'agrees':
              expect([expectedCompartmentId, expectedQuantity]).toEqual([foundCompartmentId, foundQuantity]);
              break;
            case 'misplaced':
              expect(expectedCompartmentId).not.toBe(foundCompartmentId);
              expect([0, foundQuantity]).toContain(expectedQuantity);
              break;
            case 'missing':
              expect([foundQuantity, expectedQuantity > 0]).toEqual([0, true]);
              break;
            case 'out':
              expect([0, outQuantity]).toContain(foundQuantity);
              break;
            case 'unbooked':
              expect([expectedQuantity, outQuantity, foundQuantity > 0]).toEqual([0, 0, true]);
          }
        }
      }),
      RUNS,
    );
  });

  test('book less missing and with what is too much is what was found', () => {
    fc.assert(
      fc.property(book, count, (its, entries) => {
        const lines = compare(its, entries);
        const missing = sum(lines.filter((l) => classOf(l) === 'missing').map((l) => l.expectedQuantity));
        const extra = sum(
          lines.filter((l) => l.expectedQuantity === 0 && classOf(l) !== 'missing').map((l) => l.foundQuantity),
        );
        expect(pieces(its.inside) - missing + extra).toBe(pieces(entries));
      }),
      RUNS,
    );
  });

  test('counted as the book has it there is no difference, in whatever order and portions', () => {
    fc.assert(
      fc.property(book, fc.integer(), (its, turn) => {
        const single = its.inside.flatMap(({ titleId: id, compartmentId, quantity: n }) =>
          Array.from({ length: n }, () => ({ titleId: id, certificateNo: '', compartmentId, quantity: 1 })),
        );
        const at = single.length === 0 ? 0 : Math.abs(turn) % single.length;
        const lines = compare(its, [...single.slice(at), ...single.slice(0, at)]);
        expect(lines.filter(differs)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a title is misplaced and missing no more than it must be', () => {
    fc.assert(
      fc.property(book, count, (its, entries) => {
        const lines = compare(its, entries);
        for (const id of [1, 2, 3, 4, 5]) {
          const own = lines.filter((line) => line.titleId === id);
          const missing = own.some((line) => classOf(line) === 'missing');
          const extra = own.some((line) => line.expectedQuantity === 0 && line.foundQuantity > 0);
          expect(missing && extra, 'short in one line, too much in another').toBe(false);
        }
      }),
      RUNS,
    );
  });
});

describe('a sample', () => {
  const seed = fc.string().map((text) => createHash('sha256').update(text).digest('hex'));
  const population = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 });

  test('is that many different titles of the population, the same each time and in whatever order they come', () => {
    fc.assert(
      fc.property(seed, population, fc.nat(60), (its, ids, n) => {
        const drawn = drawSample(its, ids, n);
        expect(drawn).toHaveLength(Math.min(n, ids.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((id) => ids.includes(id))).toBe(true);
        expect(drawSample(its, ids.toReversed(), n)).toEqual(drawn);
      }),
      RUNS,
    );
  });

  test('takes every title about as often: of 1 000 seeds each of ten titles comes up in half of the draws of five', () => {
    const ids = Array.from({ length: 10 }, (_, i) => i + 1);
    const times = new Map<number, number>();
    for (let i = 0; i < 1_000; i++)
      for (const id of drawSample(createHash('sha256').update(String(i)).digest('hex'), ids, 5))
        times.set(id, (times.get(id) ?? 0) + 1);
    for (const id of ids) expect(Math.abs((times.get(id) ?? 0) - 500)).toBeLessThan(80);
  });
});

test('two stocktakes overlap unless each counts another safe', () => {
  const safe = (safeId: number) => ({ scope: 'safe' as const, safeId });
  expect(overlap(safe(1), safe(2))).toBe(false);
  expect(overlap(safe(1), safe(1))).toBe(true);
  for (const scope of ['full', 'sample'] as const) {
    expect(overlap({ scope }, safe(1))).toBe(true);
    expect(overlap(safe(1), { scope })).toBe(true);
    expect(overlap({ scope }, { scope: 'full' })).toBe(true);
  }
});

test.each([
  ['31876', '粤(2021)深圳市不动产权第0031876号', true],
  ['1876', '粤(2021)深圳市不动产权第0031876号', true],
  ['7K2Q9', '粤B·7K2Q9', true],
  ['7k2q9', '粤B·7K2Q9', true],
  ['３１８７６', '粤(2021)深圳市不动产权第0031876号', true],
  ['31877', '粤(2021)深圳市不动产权第0031876号', false],
  ['003187', '粤(2021)深圳市不动产权第0031876号', false],
])('%s are the last digits of %s: %s', (typed, key, expected) => {
  const digits = digitsIn(typed);
  expect(digits !== undefined && endsIn(key, digits)).toBe(expected);
});

test.each(['76', '第1876号', '%%%', '1-2', ''])('%s is too little or something else than digits', (typed) => {
  expect(digitsIn(typed)).toBeUndefined();
});
