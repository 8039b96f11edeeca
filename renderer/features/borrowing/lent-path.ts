import type { LentChoice, StatisticsBy, StatisticsRow } from '../../../shared/api/borrowing-book.contract';

interface Period {
  from: string;
  to: string;
}

const lastDay = (month: string): string => {
  const [year = 0, its = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, its, 0)).toISOString().slice(0, 10);
};
const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

function groupOf(by: StatisticsBy, row: StatisticsRow, { from, to }: Period): Record<string, string> {
  switch (by) {
    case 'department':
      return { department: row.name };
    case 'organisation':
      return { organisation: row.name };
    case 'person':
      return { borrower: String(row.borrowerId) };
    case 'month':
      return { from: later(from, `${row.name}-01`), to: earlier(to, lastDay(row.name)) };
    case 'thing':
      return { kind: row.thing?.kind ?? '', thing: String(row.thing?.id) };
  }
}

/** The list that a number of the statistics counts. */
export function lentPath(which: LentChoice, period: Period, by?: StatisticsBy, row?: StatisticsRow): string {
  const group = by && row ? groupOf(by, row, period) : {};
  return `/borrowing/lent?${new URLSearchParams({ which, ...period, ...group })}`;
}
