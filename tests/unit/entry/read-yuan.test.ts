import { describe, expect, it } from 'vitest';
import { readYuan } from '../../../shared/money/read-yuan';

describe('an amount as people type it', () => {
  it.each([
    ['1800000', 1_800_000],
    ['1,800,000.00', 1_800_000],
    ['１，８００，０００', 1_800_000],
    ['￥1800000元', 1_800_000],
    ['180万', 1_800_000],
    ['180 万元', 1_800_000],
    ['1.5亿', 150_000_000],
    ['0.1', 0.1],
  ])('%s is read', (typed, amount) => expect(readYuan(typed)).toBe(amount));

  it.each(['', '-5', '180万5', '一百八十万', '1.2.3', '9999亿'])('%s is not guessed at', (typed) =>
    expect(readYuan(typed)).toBeNull(),
  );
});
