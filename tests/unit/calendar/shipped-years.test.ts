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

/**
 * Those of the years before, which often say of a holiday only that it "goes with the weekend": such a weekend stands here as a day off,
 * and in the table as the weekend that it is anyway. 2020 with the days by which the spring festival was made longer on 26 January.
 */
const OLDER_NOTICES: typeof NOTICES = [
  [2004, '01-01/01-01 01-22/01-28 05-01/05-07 10-01/10-07', '01-17 01-18 05-08 05-09 10-09 10-10'],
  [2005, '01-01/01-03 02-09/02-15 05-01/05-07 10-01/10-07', '02-05 02-06 04-30 05-08 10-08 10-09 12-31'],
  [2006, '01-01/01-03 01-29/02-04 05-01/05-07 10-01/10-07', '01-28 02-05 04-29 04-30 09-30 10-08 12-30 12-31'],
  [2007, '01-01/01-03 02-18/02-24 05-01/05-07 10-01/10-07 12-30/12-31', '02-17 02-25 04-28 04-29 09-29 09-30 12-29'],
  [
    2008,
    '01-01/01-01 02-06/02-12 04-04/04-06 05-01/05-03 06-07/06-09 09-13/09-15 09-29/10-05',
    '02-02 02-03 05-04 09-27 09-28',
  ],
  [
    2009,
    '01-01/01-03 01-25/01-31 04-04/04-06 05-01/05-03 05-28/05-30 10-01/10-08',
    '01-04 01-24 02-01 05-31 09-27 10-10',
  ],
  [
    2010,
    '01-01/01-03 02-13/02-19 04-03/04-05 05-01/05-03 06-14/06-16 09-22/09-24 10-01/10-07',
    '02-20 02-21 06-12 06-13 09-19 09-25 09-26 10-09',
  ],
  [
    2011,
    '01-01/01-03 02-02/02-08 04-03/04-05 04-30/05-02 06-04/06-06 09-10/09-12 10-01/10-07',
    '01-30 02-12 04-02 10-08 10-09 12-31',
  ],
  [
    2012,
    '01-01/01-03 01-22/01-28 04-02/04-04 04-29/05-01 06-22/06-24 09-30/10-07',
    '01-21 01-29 03-31 04-01 04-28 09-29',
  ],
  [
    2013,
    '01-01/01-03 02-09/02-15 04-04/04-06 04-29/05-01 06-10/06-12 09-19/09-21 10-01/10-07',
    '01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12',
  ],
  [
    2014,
    '01-01/01-01 01-31/02-06 04-05/04-07 05-01/05-03 05-31/06-02 09-06/09-08 10-01/10-07',
    '01-26 02-08 05-04 09-28 10-11',
  ],
  [
    2015,
    '01-01/01-03 02-18/02-24 04-04/04-06 05-01/05-03 06-20/06-22 09-03/09-05 09-26/09-27 10-01/10-07',
    '01-04 02-15 02-28 09-06 10-10',
  ],
  [
    2016,
    '01-01/01-03 02-07/02-13 04-02/04-04 04-30/05-02 06-09/06-11 09-15/09-17 10-01/10-07 12-31/12-31',
    '02-06 02-14 06-12 09-18 10-08 10-09',
  ],
  [
    2017,
    '01-01/01-02 01-27/02-02 04-02/04-04 04-29/05-01 05-28/05-30 10-01/10-08 12-30/12-31',
    '01-22 02-04 04-01 05-27 09-30',
  ],
  [
    2018,
    '01-01/01-01 02-15/02-21 04-05/04-07 04-29/05-01 06-16/06-18 09-22/09-24 10-01/10-07 12-30/12-31',
    '02-11 02-24 04-08 04-28 09-29 09-30 12-29',
  ],
  [
    2019,
    '01-01/01-01 02-04/02-10 04-05/04-07 05-01/05-04 06-07/06-09 09-13/09-15 10-01/10-07',
    '02-02 02-03 04-28 05-05 09-29 10-12',
  ],
  [
    2020,
    '01-01/01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08',
    '01-19 04-26 05-09 06-28 09-27 10-10',
  ],
  [
    2021,
    '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07',
    '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  ],
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

  test.each(OLDER_NOTICES)('works and rests in %i as the notice says', (year, off, worked) => {
    const spans = off.split(' ').flatMap((span) => spanOf(year, span));
    const inTheWeek = (day: Day) => ![0, 6].includes(weekday(day));
    expect(seeded(year, 'holiday').filter(inTheWeek)).toEqual(spans.filter(inTheWeek));
    expect(seeded(year, 'holiday').filter((day) => !spans.includes(day))).toEqual([]);
    expect(seeded(year, 'workday')).toEqual(worked.split(' ').map((day) => `${year}-${day}`));
  });

  test('has a notice written down here for every year that it knows', () => {
    const written = [...OLDER_NOTICES, ...NOTICES].map(([year]) => year);
    expect([...written, 2026]).toEqual(
      office.ledger.db.prepare('SELECT year FROM calendar_year ORDER BY year').pluck().all(),
    );
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
