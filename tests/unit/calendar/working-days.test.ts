import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createCalendarRepo } from '../../../electron/features/calendar/calendar.repo';
import {
  addDays,
  addWorkingDays,
  type Calendar,
  daysBetween,
  isWorkingDay,
  reachesUnknownYear,
  weekday,
  workingDaysLeft,
} from '../../../shared/calendar/working-days';
import { foundCompany, openOffice } from '../../api/office';

const office = openOffice();
await foundCompany(office);
const shipped = createCalendarRepo(office.ledger.db).calendar();
afterAll(() => office.close());

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2010-01-01', n));
const calendar: fc.Arbitrary<Calendar> = fc
  .record({ holidays: fc.uniqueArray(day, { maxLength: 40 }), workdays: fc.uniqueArray(day, { maxLength: 40 }) })
  .map(({ holidays, workdays }) => ({
    holidays: new Set(holidays),
    workdays: new Set(workdays),
    knownUntilYear: 2026,
  }));
/** A small span, so that the exceptions of a made-up calendar meet it often. */
const near = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-02-01', n));
const crowded: fc.Arbitrary<Calendar> = fc
  .record({ holidays: fc.uniqueArray(near, { maxLength: 30 }), workdays: fc.uniqueArray(near, { maxLength: 30 }) })
  .map(({ holidays, workdays }) => ({
    holidays: new Set(holidays),
    workdays: new Set(workdays),
    knownUntilYear: 2026,
  }));
const both = fc.oneof(calendar, crowded);
const someDay = fc.oneof(day, near);

describe('the calendar that is shipped', () => {
  test.each([
    ['2026-03-02', 3, '2026-03-05'],
    ['2026-03-05', 2, '2026-03-09'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    // Spring festival 2026: off from 02-15 to 02-23, with Saturdays 02-14 and 02-28 worked.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-18', 1, '2026-02-24'],
    ['2026-02-26', 3, '2026-03-02'],
    // National day 2026: off from 10-01 to 10-07, with Sunday 09-20 and Saturday 10-10 worked.
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-18', 1, '2026-09-20'],
    // New year 2026: off from 01-01 to 01-03, Sunday 01-04 worked.
    ['2025-12-31', 1, '2026-01-04'],
    // Beyond the last notice weekends are all that is known: over the leap day.
    ['2028-02-25', 3, '2028-03-01'],
  ])('%s and %i working days make %s', (from, days, to) => {
    expect(addWorkingDays(from, days, shipped)).toBe(to);
    expect(workingDaysLeft(from, to, shipped)).toBe(days);
  });

  test('swapped weekends are worked, holidays in the week are not', () => {
    for (const worked of ['2026-02-14', '2026-02-28', '2026-01-04'])
      expect(isWorkingDay(worked, shipped), worked).toBe(true);
    for (const free of ['2026-02-16', '2026-02-23', '2026-01-01', '2026-03-07'])
      expect(isWorkingDay(free, shipped), free).toBe(false);
  });

  test('a limit that reaches past the last notice says so', () => {
    expect(shipped.knownUntilYear).toBeGreaterThanOrEqual(2026);
    expect(reachesUnknownYear('2026-12-31', shipped)).toBe(false);
    expect(reachesUnknownYear(`${shipped.knownUntilYear + 1}-01-01`, shipped)).toBe(true);
  });
});

describe('whatever the calendar', () => {
  test('a limit ends on a working day, after its beginning, with just as many working days in it', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), both, (from, n, its) => {
        const end = addWorkingDays(from, n, its);
        expect(end > from).toBe(true);
        expect(isWorkingDay(end, its)).toBe(true);
        expect(workingDaysLeft(from, end, its)).toBe(n);
        expect(workingDaysLeft(from, addDays(end, -1), its)).toBe(n - 1);
      }),
      { numRuns: 500 },
    );
  });

  test('two limits one after the other are one of their sum; a later beginning never ends earlier', () => {
    const days = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(someDay, days, days, both, (from, n, m, its) => {
        expect(addWorkingDays(addWorkingDays(from, n, its), m, its)).toBe(addWorkingDays(from, n + m, its));
        expect(addWorkingDays(addDays(from, 1), n, its) >= addWorkingDays(from, n, its)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('none are left on the last day or after it', () => {
    fc.assert(
      fc.property(someDay, fc.nat(100), both, (to, later, its) => {
        expect(workingDaysLeft(addDays(to, later), to, its)).toBe(0);
      }),
    );
  });

  test('days and their differences agree, and weekdays follow each other', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
        expect(weekday(addDays(from, 1))).toBe((weekday(from) + 1) % 7);
        expect(weekday(from)).toBe(new Date(`${from}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  test('a count that forgot the holidays would be noticed (negative control)', () => {
    const none: Calendar = { ...shipped, holidays: new Set(), workdays: new Set() };
    expect(addWorkingDays('2026-02-13', 3, none)).not.toBe('2026-02-25');
    expect(addWorkingDays('2025-12-31', 1, none)).not.toBe('2026-01-04');
  });
});
