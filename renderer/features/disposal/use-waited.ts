import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** How long something has waited, in words. */
export function useWaited() {
  const { t } = useTranslation('disposal');
  return useCallback((days: number) => (days === 0 ? t('waited--today') : t('waited--days', { count: days })), [t]);
}
