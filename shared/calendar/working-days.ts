/** `YYYY-MM-DD` in the office's time zone. Such texts sort and compare as days do. */
export type Day = string;

/** The official exceptions from Monday-to-Friday: holidays on weekdays, and weekends swapped into working days. */
export interface Calendar {
  readonly holidays: ReadonlySet<Day>;
  readonly workdays: ReadonlySet<Day>;
  /** Last year whose notice is known; beyond it only weekends are taken off. */
  readonly knownUntilYear: number;
}

const MS_PER_DAY = 86_400_000;

const toNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
const fromNumber = (n: number): Day => new Date(n * MS_PER_DAY).toISOString().slice(0, 10);

/** The day `n` calendar days after `day` (before it, when negative). */
export const addDays = (day: Day, n: number): Day => fromNumber(toNumber(day) + n);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => (((toNumber(day) + 4) % 7) + 7) % 7;

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.workdays.has(day)) return true;
  if (calendar.holidays.has(day)) return false;
  const w = weekday(day);
  return w !== 0 && w !== 6;
}

/**
 * The last day of a time limit of `n` working days: the day of the event does not count, the last day counts to its end
 * (disbursed Monday 2026-03-02, three working days: Thursday 2026-03-05).
 */
export function addWorkingDays(day: Day, n: number, calendar: Calendar): Day {
  let last = day;
  for (let left = n; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last, calendar)) left -= 1;
  }
  return last;
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysLeft(from: Day, to: Day, calendar: Calendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** Does a limit reach into a year whose holidays are not known yet? */
export const reachesUnknownYear = (day: Day, { knownUntilYear }: Pick<Calendar, 'knownUntilYear'>): boolean =>
  Number(day.slice(0, 4)) > knownUntilYear;
