import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { client, useRead } from '../../api/client';
import { useMay } from '../../app/use-may';
import { useRetentions } from '../../ui/use-record-words';
import { useStaffNames } from '../../ui/use-staff-names';
import type { LedgerFilter } from './ledger-view.store';

/** A condition in words, and the filter that takes it away. */
export interface Condition {
  key: string;
  words: string;
  without: LedgerFilter;
}

type T = TFunction<['ledger', 'views', 'ui']>;
type Spans = readonly (readonly [
  label: 'receivedOn' | 'endedOn' | 'keepUntil' | 'dueOn' | 'lateDays' | 'items' | 'pages' | 'volumes',
  from: keyof LedgerFilter,
  to: keyof LedgerFilter,
])[];

export const DAY_SPANS = [
  ['receivedOn', 'receivedFrom', 'receivedTo'],
  ['endedOn', 'endedFrom', 'endedTo'],
  ['keepUntil', 'keptFrom', 'keptTo'],
  ['dueOn', 'dueFrom', 'dueTo'],
] as const satisfies Spans;
export const COUNT_SPANS = [
  ['volumes', 'volumesFrom', 'volumesTo'],
  ['items', 'itemsFrom', 'itemsTo'],
  ['pages', 'pagesFrom', 'pagesTo'],
  ['lateDays', 'lateFrom', 'lateTo'],
] as const satisfies Spans;
/** Columns that are narrowed by words of their own. */
export const OWN_WORDS = ['archiveNo', 'title', 'contractNo'] as const;
/** Colleagues: as A, as B, as keeper, as the one who has it on loan. */
export const PERSONS = [
  ['aManagerId', 'ledger:label--aManager'],
  ['bManagerId', 'ledger:label--bManager'],
  ['keeperId', 'ledger:label--keeper'],
  ['lentToId', 'views:label--lentTo'],
] as const;
export const PLACE_PARTS = ['room', 'cabinet', 'shelf', 'box'] as const;

/** The conditions that are set in the panel, so that its button can take them all away. */
export const NO_MORE: LedgerFilter = Object.fromEntries(
  [
    ...['retentionId', 'secrecy', 'clientId', 'remarks', 'imported', ...PLACE_PARTS, ...OWN_WORDS],
    ...PERSONS.map(([name]) => name),
    ...[...DAY_SPANS, ...COUNT_SPANS].flatMap(([, from, to]) => [from, to]),
  ].map((name) => [name, undefined]),
);

function spanWords(t: T, filter: LedgerFilter): Condition[] {
  return [...DAY_SPANS, ...COUNT_SPANS].flatMap(([label, from, to]) => {
    const [first, last] = [filter[from], filter[to]];
    if (first === undefined && last === undefined) return [];
    const key = first === undefined ? 'condition--to' : last === undefined ? 'condition--from' : 'condition--fromTo';
    const words = t(`views:${key}`, { name: t(`ledger:label--${label}`), from: first, to: last });
    return [{ key: label, words, without: { [from]: undefined, [to]: undefined } }];
  });
}

/** What the list is narrowed by beside what the chips show, each in words. */
export function useConditionWords(filter: LedgerFilter): Condition[] {
  const { t } = useTranslation(['ledger', 'views', 'ui']);
  const staff = useStaffNames();
  const retentions = useRetentions();
  const may = useMay();
  const { clientId, retentionId, secrecy, remarks, imported } = filter;
  const asksClient = clientId !== undefined && may('client.read');
  const named = useRead(client.client.show, { id: clientId ?? 0 }, { enabled: asksClient }).data?.name;
  const is = (key: keyof LedgerFilter, name: string, value: string | number): Condition => ({
    key,
    words: t('ui:label--condition', { name, value }),
    without: { [key]: undefined },
  });
  const place = PLACE_PARTS.map((part) => filter[part]).filter((part) => part !== undefined);
  return [
    clientId !== undefined && is('clientId', t('ledger:label--client'), named ?? clientId),
    ...PERSONS.map(([key, label]) => {
      const id = filter[key];
      return id !== undefined && is(key, t(label), staff(id) ?? id);
    }),
    ...OWN_WORDS.map((key) => {
      const text = filter[key];
      return text !== undefined && is(key, t(`ledger:label--${key}`), t('views:condition--contains', { text }));
    }),
    retentionId !== undefined &&
      is(
        'retentionId',
        t('ledger:label--retention'),
        retentions.find(({ id }) => id === retentionId)?.name ?? retentionId,
      ),
    secrecy !== undefined && is('secrecy', t('ledger:label--secrecy'), t(`ledger:secrecy--${secrecy}`)),
    place.length > 0 && {
      ...is('room', t('ledger:label--place'), place.join(' ')),
      without: Object.fromEntries(PLACE_PARTS.map((part) => [part, undefined])),
    },
    ...spanWords(t, filter),
    remarks !== undefined &&
      remarks !== '' &&
      is('remarks', t('ledger:label--remarks'), t('views:condition--contains', { text: remarks })),
    imported !== undefined &&
      is('imported', t('views:label--origin'), t(imported ? 'views:origin--imported' : 'views:origin--opened')),
  ].filter((condition) => typeof condition === 'object');
}
