import { create } from 'zustand';
import type { InputOf } from '../../../shared/api/contract';
import type { LedgerSort } from '../../../shared/api/ledger.contract';
import type { client } from '../../api/client';

export type LedgerFilter = NonNullable<InputOf<(typeof client.ledger.list)['method']>['filter']>;

interface LedgerView {
  filter: LedgerFilter;
  sort: LedgerSort;
  descending: boolean;
  /** The row under the cursor. */
  at: number;
}

const WHOLE: LedgerView = { filter: {}, sort: 'opened', descending: true, at: 0 };

/** How the ledger is looked at: still so after coming back from a dossier. */
export const useLedgerView = create<LedgerView>()(() => WHOLE);

/** Adds to the filter; `undefined` takes a condition away. */
export const narrow = (change: LedgerFilter) =>
  useLedgerView.setState(({ filter }) => ({ filter: { ...filter, ...change }, at: 0 }));

/** Shows only what one number counts. */
export const showOnly = (filter: LedgerFilter) => useLedgerView.setState({ filter, at: 0 });

export const goTo = (at: number) => useLedgerView.setState({ at });

/** Sorts by a heading; once more turns it round. Numbers and days begin with the highest. */
export const sortBy = (sort: LedgerSort) =>
  useLedgerView.setState((view) => ({
    sort,
    descending: view.sort === sort ? !view.descending : !WORDS.has(sort),
    at: 0,
  }));

const WORDS = new Set<LedgerSort>(['archiveNo', 'title', 'client', 'state']);

/** The filter without what says nothing, so that the same question is asked once. */
export const asked = ({ text, lateOnly, ...filter }: LedgerFilter): LedgerFilter => ({
  ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
  ...(text?.trim() ? { text: text.trim() } : {}),
  ...(lateOnly ? { lateOnly } : {}),
});

export const isFiltered = (filter: LedgerFilter): boolean => Object.keys(asked(filter)).length > 0;
