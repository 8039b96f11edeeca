import type { TallyRow } from '../../../shared/api/complaint-book.contract';
import type { Bar } from './StackedBars';

/** A chart of more bars is a list. */
const MOST_BARS = 12;

/** What was registered, by how it stands: closed in time, closed late, underway, underway and late: together all of it. */
export const complaintBars = (rows: readonly TallyRow[], unnamed: string): Bar[] =>
  rows.slice(0, MOST_BARS).map(({ key, name, procedure, onTime, late, open, overdue }) => ({
    key,
    name: procedure === undefined ? name || unnamed : `${name}（${procedure}）`,
    parts: [
      { tone: 'good', count: onTime },
      { tone: 'slow', count: late },
      { tone: 'out', count: open - overdue },
      { tone: 'late', count: overdue },
    ],
  }));
