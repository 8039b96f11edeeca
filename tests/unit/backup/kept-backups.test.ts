import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgedBackup, clearable } from '../../../electron/features/backup/kept-backups.rules';
import { addDays, type Day, weekday } from '../../../shared/calendar/working-days';

const FIRST: Day = '2025-02-10';
const DAYS = 400;
const SUNDAY = 0;

const monday = (day: Day): Day => addDays(day, weekday(day) === SUNDAY ? -6 : 1 - weekday(day));
/** The policy said once more, the other way round: names of those that may stay, oldest first; all of them are sound. */
function stays(all: readonly AgedBackup[]): string[] {
  const lastOf = (periodOf: (day: Day) => string, most: number) =>
    [...new Map(all.map(({ madeOn, name }) => [periodOf(madeOn), name])).values()].slice(-most);
  const kept = new Set([
    ...lastOf((day) => day, 7),
    ...lastOf(monday, 5),
    ...lastOf((day) => day.slice(0, 7), 12),
    ...lastOf((day) => day.slice(0, 4), Number.MAX_SAFE_INTEGER),
  ]);
  return all.filter(({ name }) => kept.has(name)).map(({ name }) => name);
}

/** Backs up on each of these days so often, clearing away after each one, as the program does. */
function live(timesADay: readonly number[]): { lying: AgedBackup[]; ever: AgedBackup[] } {
  const ever: AgedBackup[] = [];
  let lying: AgedBackup[] = [];
  timesADay.forEach((times, n) => {
    for (let i = 0; i < times; i += 1) {
      const seq = ever.length + 1;
      const its = { name: String(seq), madeOn: addDays(FIRST, n), seq, isSound: true };
      ever.push(its);
      const gone = new Set(clearable([...lying, its]));
      lying = [...lying, its].filter(({ name }) => !gone.has(name));
      if (gone.has(its.name)) throw new Error('the new one went');
    }
  });
  return { lying, ever };
}

describe('what stays on a stick after 400 days', () => {
  test('with one backup a day: 7 days, 5 weeks, 12 months and each year', () => {
    const { lying } = live(Array.from({ length: DAYS }, () => 1));
    expect(lying.map(({ madeOn }) => madeOn)).toEqual([
      ...[
        '2025-04-30',
        '2025-05-31',
        '2025-06-30',
        '2025-07-31',
        '2025-08-31',
        '2025-09-30',
        '2025-10-31',
        '2025-11-30',
      ],
      ...['2025-12-31', '2026-01-31', '2026-02-22', '2026-02-28', '2026-03-01', '2026-03-08'],
      ...['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16'],
    ]);
  });

  test('is what the policy says, however often somebody backs up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: DAYS, maxLength: DAYS }), (timesADay) => {
        const { lying, ever } = live(timesADay);
        expect(lying.map(({ name }) => name)).toEqual(stays(ever));
      }),
      { numRuns: 5 },
    );
  });
});

test('the newest backup that was found whole is never cleared away, whatever came after it', () => {
  const backup = fc.record({ day: fc.integer({ min: 0, max: 900 }), isSound: fc.boolean() });
  fc.assert(
    fc.property(fc.array(backup, { minLength: 1, maxLength: 80 }), (found) => {
      const all = found
        .sort((a, b) => a.day - b.day)
        .map(({ day, isSound }, n) => ({ name: String(n), madeOn: addDays(FIRST, day), seq: n + 1, isSound }));
      const newest = all.findLast(({ isSound }) => isSound);
      if (newest) expect(clearable(all)).not.toContain(newest.name);
      // A faulty one takes no sound one's place.
      const gone = clearable(all);
      expect(stays(all.filter(({ isSound }) => isSound)).filter((name) => gone.includes(name))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
