import type { StatisticsRow } from '../../../shared/api/borrowing-book.contract';
import type { Bar } from './StackedBars';

/** A chart of more bars is a list. */
const MOST_BARS = 12;

/** What was lent, by what became of it: back in time, back late, still out, past its day, given up: together all of it. */
export const barsOf = (rows: readonly StatisticsRow[]): Bar[] =>
  rows.slice(0, MOST_BARS).map(({ name, onTime, late, out, overdue, settled }) => ({
    name,
    parts: [
      { tone: 'good', count: onTime },
      { tone: 'slow', count: late },
      { tone: 'out', count: out - overdue },
      { tone: 'late', count: overdue },
      { tone: 'settled', count: settled },
    ],
  }));
