const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
const QUARTERS = ['q1', 'q2', 'q3', 'q4'] as const;
/** A whole year, a quarter, a month. */
export const PERIODS = ['year', ...QUARTERS, ...MONTHS] as const;
export type Period = (typeof PERIODS)[number];

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const firstDay = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`;

/** Its first and last day. */
export function periodOf(year: number, period: Period): { from: string; to: string } {
  if (period === 'year') return { from: firstDay(year, 1), to: lastDay(year, 12) };
  const quarter = (QUARTERS as readonly string[]).indexOf(period);
  if (quarter >= 0) return { from: firstDay(year, quarter * 3 + 1), to: lastDay(year, quarter * 3 + 3) };
  return { from: firstDay(year, Number(period)), to: lastDay(year, Number(period)) };
}
