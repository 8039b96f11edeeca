import type { StocktakeRow } from '../../shared/api/stocktake.contract';
import { word } from './words';

/** What is counted, in words. */
export function scopeInWords({ scope, safe = '', sampleSize = 0, population = 0 }: StocktakeRow): string {
  if (scope === 'safe') return word('text--scopeSafe', { safe });
  if (scope === 'sample') return word('text--scopeSample', { size: sampleSize, population });
  return word('text--scopeFull');
}
