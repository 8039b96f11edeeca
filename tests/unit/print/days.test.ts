import { describe, expect, test } from 'vitest';
import { clockTime, inFours, longDay, pageRange, span } from '../../../renderer/print/days';

describe('days and numbers on paper', () => {
  test('a day is written out without leading zeros', () => {
    expect(longDay('2026-03-02')).toBe('2026年3月2日');
    expect(longDay('2026-12-31')).toBe('2026年12月31日');
    expect(longDay(undefined)).toBe('');
  });

  test('an instant is the office clock of China, also over midnight', () => {
    expect(clockTime('2026-03-02T01:05:59.000Z')).toBe('2026-03-02 09:05');
    expect(clockTime('2026-03-02T16:30:00.000Z')).toBe('2026-03-03 00:30');
  });

  test('a dossier runs from its first to its last dated paper', () => {
    expect(span(['2026-03-02', undefined, '2019-07-10', ''])).toEqual({ from: '2019-07-10', to: '2026-03-02' });
    expect(span([undefined])).toBeUndefined();
    expect(span([])).toBeUndefined();
  });

  test('a single page is one number, pages not numbered are none', () => {
    expect(pageRange(17, 25)).toBe('17–25');
    expect(pageRange(3, 3)).toBe('3');
    expect(pageRange(undefined, undefined)).toBe('');
  });

  test('a code stands in groups of four', () => {
    expect(inFours('9f2c41aa07bed310')).toBe('9f2c 41aa 07be d310');
  });
});
