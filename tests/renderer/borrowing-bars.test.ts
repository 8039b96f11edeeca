import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { statisticsOf } from '../../electron/features/borrowing/statistics.rules';
import { barsOf } from '../../renderer/ui/charts/borrowing-bars';
import { StackedBars } from '../../renderer/ui/charts/StackedBars';
import { type LentLine, MOST_ASKED } from '../../shared/api/borrowing-book.contract';

const PERIOD = { from: '2026-01-01', to: '2026-12-31' };
let lastId = 0;
const line = (more: Partial<LentLine>): LentLine => {
  lastId += 1;
  const what = { kind: 'item' as const, thingId: lastId, number: '', name: `第 ${lastId} 件`, quantity: 1, copies: 0 };
  const who = { borrowerId: 1, borrower: '顾行简', department: '业务一部', outsiderOrganisation: '', outsiderName: '' };
  const when = { submittedOn: '2026-03-01', lentOn: '2026-03-02', dueOn: '2026-03-12', lateDays: 0 };
  const slip = { id: lastId, borrowingId: lastId, no: '', way: 'takeAway' as const, outsiderDocument: '' };
  return { ...slip, ...what, ...who, ...when, state: 'lent', ...more };
};
/** One of each that can become of a thing, and two that were given up. */
const LINES = [
  line({ state: 'returned', returnedOn: '2026-03-05' }),
  line({ state: 'returned', returnedOn: '2026-03-15', lateDays: 3 }),
  line({ state: 'lent' }),
  line({ state: 'incomplete', lateDays: 5 }),
  line({ state: 'settled', returnedOn: '2026-04-01' }),
  line({ state: 'settled', returnedOn: '2026-04-01' }),
];
const WORDS = { good: '按期归还', slow: '逾期归还', out: '未到期', late: '现逾期', settled: '注销缺失' };

test('the parts of a bar are all that was lent, what was given up among it, drawn as long as they count', () => {
  const { department } = statisticsOf(LINES, PERIOD);
  const [bar] = barsOf(department);
  expect(bar?.parts.map(({ tone, count }) => `${tone} ${count}`)).toEqual([
    ...['good 1', 'slow 1', 'out 1', 'late 1', 'settled 2'],
  ]);
  expect(department[0]?.lent).toBe(6);
  const drawn = renderToStaticMarkup(createElement(StackedBars, { label: '', bars: barsOf(department), words: WORDS }));
  const [first = ''] = drawn.split('</g>');
  const widths = [...first.matchAll(/class="bar-(\w+)"[^>]* width="([\d.]+)"/g)].map(([, tone, width]) => [
    tone,
    Number(width),
  ]);
  const one = Number(widths[0]?.[1]);
  expect(widths.map(([tone, width]) => [tone, Math.round(Number(width) / one)])).toEqual([
    ['good', 1],
    ['slow', 1],
    ['out', 1],
    ['late', 1],
    ['settled', 2],
  ]);
  expect(first).toMatch(/>6<\/text>$/);
  for (const word of Object.values(WORDS)) expect(drawn).toContain(word);
});

test('what is asked for most stands first, of equals what was lent more often, and the list ends after twenty', () => {
  const asks = (thingId: number, times: number, state: LentLine['state']) =>
    Array.from({ length: times }, () => line({ thingId, state }));
  const many = Array.from({ length: MOST_ASKED + 3 }, (_, index) => asks(1000 + index, 1, 'lent')).flat();
  const lines = [...many, ...asks(1, 2, 'notLent'), ...asks(2, 2, 'returned'), ...asks(3, 3, 'notLent')];
  const { thing } = statisticsOf(lines, PERIOD);
  expect(thing.slice(0, 3).map((row) => [row.thing?.id, row.asked, row.lent])).toEqual([
    [3, 3, 0],
    [2, 2, 2],
    [1, 2, 0],
  ]);
  expect(thing).toHaveLength(MOST_ASKED);
});
