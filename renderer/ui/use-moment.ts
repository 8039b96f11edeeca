import dayjs from 'dayjs';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** An instant as people say it, in the office's time: today 09:12, yesterday 17:40, 2026-03-02 16:20. */
export function useMoment() {
  const { t } = useTranslation('ui');
  return useCallback(
    (instant: string) => {
      const at = dayjs(instant);
      const time = at.format('HH:mm');
      const daysAgo = dayjs().startOf('day').diff(at.startOf('day'), 'day');
      if (daysAgo === 0) return t('moment--today', { time });
      if (daysAgo === 1) return t('moment--yesterday', { time });
      return at.format('YYYY-MM-DD HH:mm');
    },
    [t],
  );
}
