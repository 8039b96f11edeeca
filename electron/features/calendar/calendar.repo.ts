import type { Database } from 'better-sqlite3';
import chineseDays from 'chinese-days/dist/chinese-days.json';
import type { Calendar } from '../../../shared/calendar/working-days';

interface Exception {
  day: string;
  kind: 'holiday' | 'workday';
  name: string;
}

/** The only writer of holiday. */
export function createCalendarRepo(db: Database) {
  const all = db.prepare<[], Exception>('SELECT day, kind, name FROM holiday ORDER BY day');
  const add = db.prepare<[string, string, string]>('INSERT INTO holiday (day, kind, name) VALUES (?, ?, ?)');
  return {
    calendar: (): Calendar => {
      const rows = all.all();
      const days = (kind: Exception['kind']) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.day));
      return {
        holidays: days('holiday'),
        workdays: days('workday'),
        knownUntilYear: Number(rows.at(-1)?.day.slice(0, 4) ?? 0),
      };
    },
    /**
     * The State Council's notices as the package chinese-days carries them: "2026-01-01": "New Year's Day,元旦,1".
     * They seed the table only; the package answers wrongly beyond its last known year.
     */
    seed: (): void => {
      for (const [day, name] of Object.entries(chineseDays.holidays))
        add.run(day, 'holiday', name.split(',')[1] ?? name);
      for (const [day, name] of Object.entries(chineseDays.workdays))
        add.run(day, 'workday', name.split(',')[1] ?? name);
    },
  };
}
