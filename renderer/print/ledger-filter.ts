import type { LedgerQuestion } from '../../shared/api/ledger.contract';
import { word } from './words';

/** What the list was narrowed by, so that nobody takes a part for the whole. */
export function filterInWords(filter: LedgerQuestion['filter'], manager: string | undefined): string {
  const { text, businessType, year, state, group, managerId, lateOnly } = filter;
  const conditions = [
    text !== '' && word('text--filterText', { text }),
    businessType && word('text--filterBusiness', { type: word(`state--${businessType}`) }),
    year !== undefined && word('text--filterYear', { year }),
    state && word('text--filterState', { state: word(`state--${state}`) }),
    group && word('text--filterState', { state: word(`group--${group}`) }),
    lateOnly && word('text--filterLate'),
    managerId !== undefined && word('text--filterManager', { name: manager ?? managerId }),
  ].filter((condition) => typeof condition === 'string');
  return conditions.length > 0 ? conditions.join(word('text--between')) : word('text--filterNone');
}

export const orderInWords = ({ sort, descending }: LedgerQuestion): string =>
  word(descending ? 'text--descending' : 'text--ascending', { column: word(`sort--${sort}`) });
