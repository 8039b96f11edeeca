import { afterAll, describe, expect, test } from 'vitest';
import { readNotice } from '../../../electron/features/calendar/calendar.rules';
import type { SpecialDay } from '../../../shared/api/calendar.contract';
import { addDays, type Day, weekday } from '../../../shared/calendar/working-days';
import { foundCompany, openOffice } from '../../api/office';
import { NOTICE_2026 } from './notice-2026';

const office = openOffice();
await foundCompany(office);
afterAll(() => office.close());

type Kind = SpecialDay['kind'];
const seeded = (year: number, kind: Kind): Day[] =>
  office.ledger.db
    .prepare('SELECT day FROM holiday WHERE kind = ? AND day LIKE ? ORDER BY day')
    .pluck()
    .all(kind, `${year}-%`) as Day[];

/**
 * The State Council's notices as they were published, written down by hand: days off as spans, and weekends that are worked. The days of
 * a holiday that begin in December stand with their own year.
 */
const NOTICES: readonly (readonly [year: number, off: string, worked: string])[] = [
  [
    2022,
    '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31/12-31',
    '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  ],
  [
    2023,
    '01-01/01-02 01-21/01-27 04-05/04-05 04-29/05-03 06-22/06-24 09-29/10-06',
    '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  ],
  [
    2024,
    '01-01/01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10/06-10 09-15/09-17 10-01/10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ],
  [2025, '01-01/01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08', '01-26 02-08 04-27 09-28 10-11'],
];

function spanOf(year: number, span: string): Day[] {
  const [from = '', to = ''] = span.split('/').map((its) => `${year}-${its}`);
  const all: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
  return all;
}

describe('the calendar that is shipped', () => {
  test('knows every year from 2004 to 2026, and no other', () => {
    const years = office.ledger.db.prepare('SELECT year FROM calendar_year ORDER BY year').pluck().all();
    expect(years).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
  });

  test.each(NOTICES)('has the days of the notice for %i, and no other', (year, off, worked) => {
    expect(seeded(year, 'holiday')).toEqual(off.split(' ').flatMap((span) => spanOf(year, span)));
    expect(seeded(year, 'workday')).toEqual(worked.split(' ').map((day) => `${year}-${day}`));
  });

  test('has the days of the notice for 2026 as it stands on gov.cn', () => {
    const { days } = readNotice(NOTICE_2026, 2026);
    const its = (kind: Kind) =>
      days
        .filter((day) => day.kind === kind)
        .map(({ day }) => day)
        .sort();
    expect(its('holiday')).toHaveLength(33);
    expect([seeded(2026, 'holiday'), seeded(2026, 'workday')]).toEqual([its('holiday'), its('workday')]);
  });

  test('in every year only weekends are swapped into working days, and as many days are off as the law gives at least', () => {
    for (let year = 2004; year <= 2026; year += 1) {
      expect(seeded(year, 'workday').filter((day) => ![0, 6].includes(weekday(day)))).toEqual([]);
      expect(seeded(year, 'holiday').length, String(year)).toBeGreaterThanOrEqual(year < 2008 ? 10 : 11);
    }
  });

  test('a day of the notice that is not in the table would be seen', () => {
    const [[year, off] = [0, '', '']] = NOTICES;
    expect(seeded(year, 'holiday').slice(1)).not.toEqual(off.split(' ').flatMap((span) => spanOf(year, span)));
  });
});
