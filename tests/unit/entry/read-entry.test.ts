import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfWidth, readDay, readWholeNumber } from '../../../shared/entry/read-entry';

describe('days as people write them', () => {
  test.each([
    ['2026-02-11', '2026-02-11'],
    ['2026-2-1', '2026-02-01'],
    ['2026.2.11', '2026-02-11'],
    ['2026/2/11', '2026-02-11'],
    ['2026年2月13日', '2026-02-13'],
    ['２０２６年２月１３日', '2026-02-13'],
    ['2026 年 2 月 13 日', '2026-02-13'],
    ['２０２６．２．１１', '2026-02-11'],
    ['20260213', '2026-02-13'],
    ['46083', '2026-03-02'],
    [' 2026-02-11 ', '2026-02-11'],
    ['2026/2/11 0:00:00', '2026-02-11'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (entry, day) => expect(readDay(entry)).toBe(day));

  test.each([
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '20260230',
    '2026.2',
    '2月13日',
    '26-2-11',
    '2026-2-11-1',
    '11/2/2026',
    '0',
    '1',
    '999',
    '4.6083',
    '-46083',
    '9999999',
    'NaN',
    '今天',
    '',
    '2026-02-11; DROP TABLE',
  ])('%s is not a day', (entry) => expect(readDay(entry)).toBeNull());

  test('every day of two centuries comes back from each way of writing it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-02'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [y, m, d] = day.split('-').map(Number);
          const serial = String(Math.floor(date.getTime() / 86_400_000) + 25_569);
          for (const text of [
            day,
            `${y}.${m}.${d}`,
            `${y}/${m}/${d}`,
            `${y}年${m}月${d}日`,
            day.replaceAll('-', ''),
            serial,
          ])
            expect([text, readDay(text)]).toEqual([text, day]);
        },
      ),
    );
  });
});

describe('numbers of pages and copies', () => {
  test.each([
    ['0', 0],
    ['3', 3],
    ['１２', 12],
    ['3页', 3],
    ['2 份', 2],
    ['3.0', 3],
    ['99999', 99_999],
  ])('%s is %s', (entry, number) => expect(readWholeNumber(entry)).toBe(number));
  test.each(['-1', '−1', '1.5', '１．５', '1e3', '0x10', '三', '', '3-5', '1,000', '12345678901', 'NaN', '3 页 页'])(
    '%s is no whole number',
    (entry) => expect(readWholeNumber(entry)).toBeNull(),
  );
});

test('no text takes long, however it is made', () => {
  const nasty = [
    ' '.repeat(1_000_000),
    `3${' '.repeat(1_000_000)}x`,
    `2026${' '.repeat(1_000_000)}-`,
    '１'.repeat(1_000_000),
    '3页'.repeat(300_000),
  ];
  const began = performance.now();
  for (const text of nasty) {
    expect(readDay(text)).toBeNull();
    expect(readWholeNumber(text)).toBeNull();
    halfWidth(text);
  }
  expect(performance.now() - began).toBeLessThan(2_000);
});
