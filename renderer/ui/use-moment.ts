import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../shared/calendar/working-days';
import { client, useRead } from '../api/client';

const CHINA_MS = 8 * 3_600_000;

/** An instant as people say it, in the office's time whatever the PC is set to: today 09:12, yesterday 17:40, tomorrow 10:00, 2026-03-02 16:20. */
export function useMoment() {
  const { t } = useTranslation('ui');
  const { data: status } = useRead(client.company.status, {});
  const today = status?.today;
  return useCallback(
    (instant: string) => {
      const at = new Date(Date.parse(instant) + CHINA_MS).toISOString();
      const day = at.slice(0, 10);
      const time = at.slice(11, 16);
      if (day === today) return t('moment--today', { time });
      if (today && day === addDays(today, 1)) return t('moment--tomorrow', { time });
      if (today && day === addDays(today, -1)) return t('moment--yesterday', { time });
      return `${day} ${time}`;
    },
    [t, today],
  );
}
