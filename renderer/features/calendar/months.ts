import { addDays, type Day, weekday } from '../../../shared/calendar/working-days';

const two = (n: number) => String(n).padStart(2, '0');

/** The weeks of a month, Monday first; `undefined` where the month has not begun or is over. */
export function weeksOf(year: number, month: number): (Day | undefined)[][] {
  const first = `${year}-${two(month)}-01`;
  const weeks: (Day | undefined)[][] = [];
  // Monday on or before the first of the month.
  for (let monday = addDays(first, -((weekday(first) + 6) % 7)); monday.slice(0, 7) <= first.slice(0, 7); ) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n));
    weeks.push(days.map((day) => (day.startsWith(first.slice(0, 7)) ? day : undefined)));
    monday = addDays(monday, 7);
  }
  return weeks;
}

/** Where a key leads from a day in the picture of a year; `undefined` for every other key. */
export function dayByKey(key: string, day: Day): Day | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step !== undefined) return addDays(day, step);
  if (key === 'Home') return `${day.slice(0, 8)}01`;
  if (key !== 'End') return undefined;
  const next = addDays(`${day.slice(0, 8)}28`, 4);
  return addDays(`${next.slice(0, 8)}01`, -1);
}
