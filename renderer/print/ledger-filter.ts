import type { Place } from '../../shared/api/dossier.contract';
import type { LedgerQuestion } from '../../shared/api/ledger.contract';
import { placeInWords } from './volume-words';
import { word } from './words';

/** What stands behind the numbers of a filter. */
interface Names {
  manager?: string | undefined;
  className?: string | undefined;
  place?: Place | undefined;
}

/** What the list was narrowed by, so that nobody takes a part for the whole. */
export function filterInWords(filter: LedgerQuestion['filter'], { manager, className, place }: Names): string {
  const { text, classId, year, state, group, managerId, lateOnly, placeId } = filter;
  const conditions = [
    text !== '' && word('text--filterText', { text }),
    classId !== undefined && word('text--filterClass', { name: className ?? classId }),
    year !== undefined && word('text--filterYear', { year }),
    state && word('text--filterState', { state: word(`state--${state}`) }),
    group && word('text--filterState', { state: word(`group--${group}`) }),
    lateOnly && word('text--filterLate'),
    placeId !== undefined && word('text--filterPlace', { place: placeInWords(place) || placeId }),
    managerId !== undefined && word('text--filterManager', { name: manager ?? managerId }),
  ].filter((condition) => typeof condition === 'string');
  return conditions.length > 0 ? conditions.join(word('text--between')) : word('text--filterNone');
}

export const orderInWords = ({ sort, descending }: LedgerQuestion): string =>
  word(descending ? 'text--descending' : 'text--ascending', { column: word(`sort--${sort}`) });
