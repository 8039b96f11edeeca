import type { Database } from 'better-sqlite3';
import chineseDays from 'chinese-days/dist/chinese-days.json';
import type { DayKind, SpecialDay, YearSource } from '../../../shared/api/calendar.contract';
import type { Calendar, Day } from '../../../shared/calendar/working-days';
import { lastKnownYear } from './calendar.rules';

/** By the notice for 2006 of 16 December 2005 this Saturday was worked; chinese-days leaves it out. */
const LEFT_OUT: SpecialDay = { day: '2005-12-31', kind: 'workday', name: '元旦' };

export type CalendarRepo = ReturnType<typeof createCalendarRepo>;

/** The only writer of holiday and calendar_year. */
export function createCalendarRepo(db: Database) {
  const all = db.prepare<[], SpecialDay>('SELECT day, kind, name FROM holiday ORDER BY day');
  const between = db.prepare<[Day, Day], SpecialDay>(
    'SELECT day, kind, name FROM holiday WHERE day BETWEEN ? AND ? ORDER BY day',
  );
  const years = db.prepare<[], { year: number }>('SELECT year FROM calendar_year ORDER BY year');
  const source = db.prepare<[number], { source: YearSource }>('SELECT source FROM calendar_year WHERE year = ?');
  const mark = db.prepare<SpecialDay>(
    `INSERT INTO holiday (day, kind, name) VALUES (@day, @kind, @name)
     ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name
     WHERE kind <> excluded.kind OR name <> excluded.name`,
  );
  const clear = db.prepare<[Day]>('DELETE FROM holiday WHERE day = ?');
  const know = db.prepare<[number, YearSource]>(
    `INSERT INTO calendar_year (year, source) VALUES (?, ?)
     ON CONFLICT (year) DO UPDATE SET source = excluded.source WHERE source <> excluded.source`,
  );
  const forget = db.prepare<[number]>('DELETE FROM calendar_year WHERE year = ?');
  const knownYears = () => years.all().map(({ year }) => year);
  return {
    calendar: (): Calendar => {
      const rows = all.all();
      const days = (kind: DayKind) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.day));
      return {
        holidays: days('holiday'),
        workdays: days('workday'),
        knownUntilYear: lastKnownYear(knownYears()),
      };
    },
    knownYears,
    sourceOf: (year: number) => source.get(year)?.source,
    daysOf: (year: number) => between.all(`${year}-01-01`, `${year}-12-31`),
    mark: (day: SpecialDay) => void mark.run(day),
    /** Whether the day stood in the table. */
    clear: (day: Day) => clear.run(day).changes > 0,
    know: (year: number, from: YearSource) => void know.run(year, from),
    forget: (year: number) => void forget.run(year),
    /**
     * The State Council's notices as the package chinese-days carries them: "2026-01-01": "New Year's Day,元旦,1".
     * They seed the table only; the package answers wrongly beyond its last known year.
     */
    seed: (): void => {
      const nameOf = (entry: string) => entry.split(',')[1] ?? entry;
      for (const [day, entry] of Object.entries(chineseDays.holidays))
        mark.run({ day, kind: 'holiday', name: nameOf(entry) });
      for (const [day, entry] of Object.entries(chineseDays.workdays))
        mark.run({ day, kind: 'workday', name: nameOf(entry) });
      mark.run(LEFT_OUT);
      for (const year of new Set(
        Object.keys(chineseDays.holidays)
          .map((day) => Number(day.slice(0, 4)))
          .sort(),
      ))
        know.run(year, 'shipped');
    },
  };
}
