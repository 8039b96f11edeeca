import { useTranslation } from 'react-i18next';
import type { StocktakeRow } from '../../../shared/api/stocktake.contract';

/** What is counted, in words: every safe, one of them, or so many titles drawn by lot. */
export function useScopeWords() {
  const { t } = useTranslation('stocktakes');
  return ({ scope, safe = '', sampleSize = 0, population }: StocktakeRow): string => {
    if (scope === 'safe') return t('scope--ofSafe', { safe });
    if (scope === 'sample') return t('scope--ofSample', { count: sampleSize, population });
    return t('scope--full');
  };
}
