import { expect, test } from 'vitest';
import { rmbCapitals } from '../../../shared/money/rmb-capitals';

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [50, '伍角整'],
  [105, '壹元零伍分'],
  [1_000, '壹拾元整'],
  [1_005, '壹拾元零伍分'],
  [14_095_0, '壹仟肆佰零玖元伍角整'],
  [1_000_050, '壹万元零伍角整'],
  [1_000_500, '壹万零伍元整'],
  [10_700_053, '壹拾万柒仟元零伍角叁分'],
  [16_409_02, '壹万陆仟肆佰零玖元零贰分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [180_000_000, '壹佰捌拾万元整'],
  [486_000_000, '肆佰捌拾陆万元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_500_000, '壹亿零伍仟元整'],
  [10_000_000_000_000, '壹仟亿元整'],
])('%i fen stand on a receipt as %s', (fen, words) => {
  expect(rmbCapitals(fen)).toBe(words);
});

test('no amount reads like another one', () => {
  const seen = new Map<string, number>();
  for (let fen = 0; fen < 300_000; fen += 7) {
    const words = rmbCapitals(fen);
    expect(seen.get(words), words).toBeUndefined();
    seen.set(words, fen);
  }
});
