import { type Day, daysBetween } from '../../../shared/calendar/working-days';

/** A backup on a medium, as the register knows it. */
export interface AgedBackup {
  name: string;
  madeOn: Day;
  /** Orders those of one day. */
  seq: number;
  /** Found whole when it was looked at last. */
  isSound: boolean;
}

/** QUALITY.md, "Backup": so many days, weeks and months that have a backup keep one; every year does. */
const KEPT: readonly [count: number, periodOf: (day: Day) => string][] = [
  [7, (day) => day],
  // Weeks begin on Monday, as 2024-01-01 was.
  [5, (day) => String(Math.floor(daysBetween('2024-01-01', day) / 7))],
  [12, (day) => day.slice(0, 7)],
  [Number.POSITIVE_INFINITY, (day) => day.slice(0, 4)],
];

/**
 * Names of those that are cleared away from a medium when `backups` lie on it. Of each period the newest sound one stays, so the
 * newest sound one of all always does.
 */
export function clearable(backups: readonly AgedBackup[]): string[] {
  const newestFirst = [...backups].sort((a, b) =>
    a.madeOn === b.madeOn ? b.seq - a.seq : a.madeOn < b.madeOn ? 1 : -1,
  );
  const sound = newestFirst.filter(({ isSound }) => isSound);
  const kept = new Set<string>();
  for (const [count, periodOf] of KEPT) {
    const periods = new Set<string>();
    for (const { name, madeOn } of [...sound, ...newestFirst.filter((its) => !sound.includes(its))]) {
      const period = periodOf(madeOn);
      if (periods.has(period) || periods.size >= count) continue;
      periods.add(period);
      kept.add(name);
    }
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}
