import type { LedgerNames, LedgerQuestion } from '../../shared/api/ledger.contract';
import { type Word, word } from './words';

type Filter = LedgerQuestion['filter'];

/** What the list was narrowed by, so that nobody takes a part for the whole. */
export function filterInWords(filter: Filter, names: LedgerNames): string {
  const conditions = [...plainWords(filter, names), ...placeWords(filter), ...spanWords(filter)];
  return conditions.length > 0 ? conditions.join(word('text--between')) : word('text--filterNone');
}

const OWN_WORDS = ['archiveNo', 'title', 'contractNo'] as const;

function plainWords(filter: Filter, names: LedgerNames): string[] {
  const { text, classId, year, state, group, managerId, lateOnly, retentionId, secrecy, clientId, keeperId } = filter;
  const named = (key: Word, id: number | undefined, name: string | undefined) =>
    id !== undefined && word(key, { name: name ?? id });
  return [
    text !== '' && word('text--filterText', { text }),
    named('text--filterClass', classId, names.className),
    year !== undefined && word('text--filterYear', { year }),
    state && word('text--filterState', { state: word(`state--${state}`) }),
    group && word('text--filterState', { state: word(`group--${group}`) }),
    lateOnly && word('text--filterLate'),
    named('text--filterManager', managerId, names.manager),
    named('text--filterA', filter.aManagerId, names.aManager),
    named('text--filterB', filter.bManagerId, names.bManager),
    named('text--filterLentTo', filter.lentToId, names.lentTo),
    named('text--filterClient', clientId, names.client),
    named('text--filterKeeper', keeperId, names.keeper),
    named('text--filterRetention', retentionId, names.retention),
    secrecy && word('text--filterSecrecy', { secrecy: word(`state--${secrecy}`) }),
    ...OWN_WORDS.map((name) => {
      const text = filter[name];
      return text !== undefined && word('text--filterOwn', { name: word(`sort--${name}`), text });
    }),
    filter.remarks !== undefined && word('text--filterRemarks', { text: filter.remarks }),
    filter.imported !== undefined && word(filter.imported ? 'text--filterImported' : 'text--filterOpened'),
  ].filter((condition) => typeof condition === 'string');
}

function placeWords({ room, cabinet, shelf, box }: Filter): string[] {
  const parts = [room, cabinet, shelf, box].filter((part) => part !== undefined);
  return parts.length > 0 ? [word('text--filterPlace', { place: parts.join(' ') })] : [];
}

/** “归档日期 2026-01-01 至 2026-03-31”, or with one end only. */
function spanWords(filter: Filter): string[] {
  const spans: [Word, string | number | undefined, string | number | undefined][] = [
    ['sort--receivedOn', filter.receivedFrom, filter.receivedTo],
    ['sort--endedOn', filter.endedFrom, filter.endedTo],
    ['sort--keepUntil', filter.keptFrom, filter.keptTo],
    ['sort--dueOn', filter.dueFrom, filter.dueTo],
    ['text--lateDays', filter.lateFrom, filter.lateTo],
    ['sort--items', filter.itemsFrom, filter.itemsTo],
    ['sort--pages', filter.pagesFrom, filter.pagesTo],
    ['sort--volumes', filter.volumesFrom, filter.volumesTo],
  ];
  return spans.flatMap(([name, from, to]) => {
    if (from === undefined && to === undefined) return [];
    const key = from === undefined ? 'text--filterTo' : to === undefined ? 'text--filterFrom' : 'text--filterFromTo';
    return [word(key, { name: word(name), from: from ?? '', to: to ?? '' })];
  });
}

export const orderInWords = ({ sort, descending }: LedgerQuestion): string =>
  word(descending ? 'text--descending' : 'text--ascending', { column: word(`sort--${sort}`) });
