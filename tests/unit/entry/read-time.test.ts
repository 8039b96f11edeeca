import { expect, test } from 'vitest';
import { readTime } from '../../../shared/entry/read-time';

test('a time is read as people type it', () => {
  for (const typed of ['9:30', '09:30', '0930', '930', '9：30', ' 9点30 ', '9点30分', '9.30'])
    expect(readTime(typed)).toBe('09:30');
  expect(readTime('23:59')).toBe('23:59');
  for (const typed of ['', '24:00', '9:60', '上午', '9', '12345', '9:3']) expect(readTime(typed)).toBeUndefined();
});
