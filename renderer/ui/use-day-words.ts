import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day, weekday } from '../../shared/calendar/working-days';

/** A day with its weekday, as a deadline is said: 03-05 (Thursday); with the year where `whole` asks for it. */
export function useDayWords() {
  const { t } = useTranslation('ui');
  return useCallback(
    (day: Day, whole = false) =>
      t('label--dayWithWeekday', {
        day: whole ? day : day.slice(5),
        weekday: t(`weekday--${weekday(day)}` as 'weekday--0'),
      }),
    [t],
  );
}
