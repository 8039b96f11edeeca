import { useTranslation } from 'react-i18next';
import type { CalendarYear, SpecialDay } from '../../../shared/api/calendar.contract';
import { addDays, type Day } from '../../../shared/calendar/working-days';

interface Span {
  name: string;
  kind: SpecialDay['kind'];
  from: Day;
  to: Day;
  count: number;
}

/** Days of one name that follow each other, as one line. */
export function spansOf(days: readonly SpecialDay[]): Span[] {
  const spans: Span[] = [];
  for (const { day, kind, name } of days) {
    const last = spans.at(-1);
    if (last && last.kind === kind && last.name === name && addDays(last.to, 1) === day) {
      last.to = day;
      last.count += 1;
    } else spans.push({ name, kind, from: day, to: day, count: 1 });
  }
  return spans;
}

/** The same days in words, feast by feast, for those who read rather than look. */
export function YearInWords({ days }: Pick<CalendarYear, 'days'>) {
  const { t } = useTranslation('calendar');
  const short = (day: Day) => day.slice(5);
  return (
    <ul className="year-in-words">
      {spansOf(days).map(({ name, kind, from, to, count }) => (
        <li key={from}>
          <span>
            <b className={`day-mark ${kind}`}>{t(`mark--${kind}`)}</b> {name}
          </span>
          <span className="quiet n">
            {from === to
              ? t('label--oneDay', { day: short(from) })
              : t('label--span', { from: short(from), to: short(to), count })}
          </span>
        </li>
      ))}
    </ul>
  );
}
