import fc from 'fast-check';
import { expect, test } from 'vitest';
import { couldMeet, looseKey, readerOf } from '../../../electron/features/record-class/pattern.rules';
import { faultsIn, gapsIn } from '../../../electron/features/record-class/register.rules';
import { keepUntil } from '../../../electron/features/retention/retention.rules';
import { type NumberMaker, patternFault, writeNumber } from '../../../shared/records/number-pattern';

const piece = fc.constantFrom('{short}', '{type}', '{class}', '{year}', '{yy}', '字第', '1', '0', 'A', '-', '号', '26');
const maker: fc.Arbitrary<NumberMaker> = fc
  .record({
    before: fc.array(piece, { maxLength: 3 }),
    width: fc.integer({ min: 1, max: 6 }),
    after: fc.array(piece, { maxLength: 3 }),
    shortName: fc.constantFrom('鸿', '1', 'A$&'),
    word: fc.constantFrom('借', '保', '2', '.'),
    name: fc.constantFrom('借款', '2026'),
  })
  .map(({ before, width, after, ...its }) => ({
    ...its,
    pattern: [...before, `{seq:${width}}`, ...after].join(''),
  }));
const year = fc.integer({ min: 2000, max: 2099 });
const seq = fc.integer({ min: 1, max: 12_000 });

test('what a class writes it reads again, with the year where the pattern has one', () => {
  fc.assert(
    fc.property(maker, year, seq, (its, y, s) => {
      const read = readerOf(its)(writeNumber({ ...its, year: y, seq: s }));
      expect(read?.seq).toBe(s);
      expect([undefined, y]).toContain(read?.year);
    }),
  );
});

test('two classes that ever make the same text are found out', () => {
  fc.assert(
    fc.property(maker, maker, year, year, seq, seq, (a, b, y, z, s, t) => {
      if (writeNumber({ ...a, year: y, seq: s }) === writeNumber({ ...b, year: z, seq: t }))
        expect(couldMeet(a, b)).toBe(true);
      expect(couldMeet(a, b)).toBe(couldMeet(b, a));
      expect(couldMeet(a, a)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a collision is found where digits run into each other, and none is seen where there is none', () => {
  const its = (pattern: string, word = '借') => ({ pattern, word, shortName: '鸿', name: '甲' });
  expect(couldMeet(its('A1{seq:2}'), its('A{seq:3}'))).toBe(true);
  expect(couldMeet(its('A{year}{seq:3}'), its('A{seq:6}'))).toBe(true);
  expect(couldMeet(its('A{seq:3}'), its('A{seq:3}号'))).toBe(false);
  expect(couldMeet(its('{short}{type}{seq:3}'), its('{short}{type}{seq:3}', '保'))).toBe(false);
  expect(couldMeet(its('{short}字〔{year}〕第{seq:3}号'), its('{short}字第{seq:3}号'))).toBe(false);
  expect(patternFault('{short}{type}字第{seq:3}号', false)).toBeUndefined();
});

test('gaps are exactly the running numbers that nothing bears', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (seqs) => {
      const sorted = [...seqs].sort((a, b) => a - b);
      const missing = gapsIn(sorted).flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i),
      );
      expect([...missing, ...sorted].sort((a, b) => a - b)).toEqual(
        Array.from({ length: sorted.at(-1) ?? 0 }, (_, i) => i + 1),
      );
    }),
  );
});

test('the same number in another writing is called doubtful, a strange one unlike', () => {
  expect(looseKey('鸿借字第００１号')).toBe(looseKey('鸿 借字第1号'));
  expect(looseKey('鸿诉字【2026】第01号')).toBe(looseKey('鸿诉字〔2026〕第001号'));
  expect(looseKey('鸿借字第101号')).not.toBe(looseKey('鸿借字第11号'));
  const row = (id: number, text: string, its?: number) => ({
    ...{ id, classId: 1, year: 0, text, origin: 'imported' as const },
    ...(its !== undefined && { seq: its }),
  });
  const maker = { pattern: '{short}{type}字第{seq:3}号', shortName: '鸿', word: '借', name: '借款' };
  const faults = faultsIn(
    [row(1, '鸿借字第001号', 1), row(2, '鸿借字第004号', 4), row(3, '鸿借字第１号'), row(4, '旧-7')],
    maker,
    0,
  );
  expect(faults).toMatchObject([
    { kind: 'gap', from: 2, to: 3, first: '鸿借字第002号', last: '鸿借字第003号' },
    { kind: 'sameAs', id: 3, other: '鸿借字第001号' },
    { kind: 'unlike', id: 4 },
  ]);
});

test('a term ends so many years later on the same day, on 28 February where there is no 29th', () => {
  expect(keepUntil(1, '2028-02-29')).toBe('2029-02-28');
  expect(keepUntil(4, '2028-02-29')).toBe('2032-02-29');
  expect(keepUntil(72, '2028-02-29')).toBe('2100-02-28');
  expect(keepUntil(undefined, '2028-02-29')).toBeUndefined();
  expect(keepUntil(10, undefined)).toBeUndefined();
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 50 }), (ended, years, more) => {
      const until = keepUntil(years, ended) ?? '';
      expect(new Date(`${until}T00:00:00Z`).toISOString().slice(0, 10)).toBe(until);
      expect(Number(until.slice(0, 4)) - Number(ended.slice(0, 4))).toBe(years);
      expect(until.slice(5) === ended.slice(5) || ended.endsWith('-02-29')).toBe(true);
      expect((keepUntil(years + more, ended) ?? '') > until).toBe(true);
    }),
  );
});
