// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days is a table that the arrows walk
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarYear, SpecialDay } from '../../../shared/api/calendar.contract';
import { type Day, weekday } from '../../../shared/calendar/working-days';
import { isComposing } from '../../ui/use-keys';
import { dayByKey, weeksOf } from './months';

interface YearPictureProps {
  shown: CalendarYear;
  today?: Day | undefined;
  /** The day that the keys stand on. */
  at: Day;
  onGo: (day: Day) => void;
  /** Enter or a click on a day; absent for those who only look. */
  onOpen?: ((day: Day) => void) | undefined;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** The year as twelve small months; arrows go from day to day, Home and End to the ends of the month. */
export function YearPicture({ shown, today, at, onGo, onOpen }: YearPictureProps) {
  const { t } = useTranslation('calendar');
  const picture = useRef<HTMLDivElement>(null);
  const went = useRef(false);
  const special = new Map(shown.days.map((day) => [day.day, day]));
  useEffect(() => {
    if (!went.current) return;
    went.current = false;
    picture.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  });
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const to = dayByKey(event.key, at);
    if (to) {
      went.current = true;
      onGo(to);
    } else if (event.key === 'Enter' || event.key === ' ') onOpen?.(at);
    else return;
    event.preventDefault();
  };
  const draw = (day: Day | undefined, place: number) =>
    day === undefined ? (
      <td key={place} />
    ) : (
      <DayCell
        key={day}
        day={day}
        special={special.get(day)}
        isToday={day === today}
        isHere={day === at}
        onPress={press}
        onClick={() => {
          onGo(day);
          onOpen?.(day);
        }}
      />
    );
  return (
    <div className="year-picture" ref={picture}>
      {MONTHS.map((month) => (
        <table
          key={month}
          role="grid"
          aria-label={t('label--monthOf', { year: shown.year, month: t(`month--${month}`) })}
        >
          <caption>{t(`month--${month}`)}</caption>
          <thead>
            <tr>
              {WEEK.map((its) => (
                <th key={its} scope="col">
                  {t(`weekday--${its}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(shown.year, month).map((week) => (
              <tr key={week.find((day) => day)}>{week.map(draw)}</tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

interface DayCellProps {
  day: Day;
  special: SpecialDay | undefined;
  isToday: boolean;
  isHere: boolean;
  onPress: (event: KeyboardEvent) => void;
  onClick: () => void;
}

function DayCell({ day, special, isToday, isHere, onPress, onClick }: DayCellProps) {
  const { t } = useTranslation('calendar');
  const isWeekend = weekday(day) % 6 === 0;
  const what = special ? t(`kind--${special.kind}`) : t(isWeekend ? 'kind--weekend' : 'kind--ordinary');
  // The number that is seen is a word of the name: whoever speaks to the program says what stands there.
  const name = t('label--dayOf', {
    month: t(`month--${Number(day.slice(5, 7))}` as 'month--1'),
    day: Number(day.slice(8)),
    weekday: t(`weekday--${weekday(day)}` as 'weekday--0'),
  });
  const words = [name, what, special?.name, isToday && t('label--today')].filter(Boolean).join(' ');
  const look = [special?.kind ?? (isWeekend ? 'weekend' : ''), isToday && 'today'].filter(Boolean).join(' ');
  return (
    <td
      role="gridcell"
      data-day={day}
      data-mark={special && t(`mark--${special.kind}`)}
      className={look}
      tabIndex={isHere ? 0 : -1}
      aria-label={words}
      title={words}
      onKeyDown={onPress}
      onClick={onClick}
    >
      {Number(day.slice(8))}
    </td>
  );
}
