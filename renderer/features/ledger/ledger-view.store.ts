import { create } from 'zustand';
import type { InputOf } from '../../../shared/api/contract';
import type { LedgerSort } from '../../../shared/api/ledger.contract';
import type { LedgerViewRow, ShownColumns } from '../../../shared/api/ledger-view.contract';
import type { client } from '../../api/client';
import { useSession } from '../../app/session.store';

export type LedgerFilter = NonNullable<InputOf<(typeof client.ledger.list)['method']>['filter']>;

interface LedgerLook {
  filter: LedgerFilter;
  sort: LedgerSort;
  descending: boolean;
  /** The row under the cursor. */
  at: number;
  /** The kept view that was opened. */
  viewId: number | undefined;
  /** The columns of that view, where it has its own. */
  columns: ShownColumns | undefined;
  /** Who looks: the next person begins with the own view. */
  person: number | undefined;
}

const WHOLE = {
  filter: {},
  sort: 'opened',
  descending: true,
  at: 0,
  viewId: undefined,
  columns: undefined,
} as const satisfies Omit<LedgerLook, 'person'>;

/** How the ledger is looked at: still so after coming back from a dossier. */
export const useLedgerView = create<LedgerLook>()(() => ({ ...WHOLE, person: undefined }));

/** Adds to the filter; `undefined` takes a condition away. */
export const narrow = (change: LedgerFilter) =>
  useLedgerView.setState(({ filter }) => ({ filter: { ...filter, ...change }, at: 0 }));

/** Shows only what one number counts. */
export const showOnly = (filter: LedgerFilter) =>
  useLedgerView.setState({ filter, at: 0, viewId: undefined, columns: undefined });

export const goTo = (at: number) => useLedgerView.setState({ at });

/** Sorts by a heading; once more turns it round. Numbers and days begin with the highest. */
export const sortBy = (sort: LedgerSort) =>
  useLedgerView.setState((view) => ({
    sort,
    descending: view.sort === sort ? !view.descending : !WORDS.has(sort),
    at: 0,
  }));

const WORDS = new Set<LedgerSort>([
  'archiveNo',
  'title',
  'client',
  'className',
  'contractNo',
  'aManager',
  'bManager',
  'keeper',
  'place',
  'secrecy',
  'state',
]);

/** The filter without what says nothing, always in one order, so that the same question is asked once. */
export const asked = ({ text, lateOnly, ...filter }: LedgerFilter): LedgerFilter => ({
  ...Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && String(value).trim() !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
  ...(text?.trim() ? { text: text.trim() } : {}),
  ...(lateOnly ? { lateOnly } : {}),
});

export const isFiltered = (filter: LedgerFilter): boolean => Object.keys(asked(filter)).length > 0;

/** Shows the ledger as it was kept under a name. */
export const openView = ({ id, question: { filter, sort, descending }, columns }: LedgerViewRow) =>
  useLedgerView.setState({ filter, sort, descending, at: 0, viewId: id, columns });

export const openWhole = () => useLedgerView.setState(WHOLE);

/** What is looked at now is kept under this name from now on. */
export const isKeptAs = (viewId: number, columns: ShownColumns | undefined) =>
  useLedgerView.setState({ viewId, columns });

export const chooseColumns = (columns: ShownColumns | undefined) => useLedgerView.setState({ columns });

/** Whoever comes to the ledger for the first time since signing in begins with the own view, unless a number was followed here. */
export function beginAs(person: number, view: LedgerViewRow | undefined) {
  const { person: before, filter } = useLedgerView.getState();
  if (before === person) return;
  if (view && !isFiltered(filter)) openView(view);
  useLedgerView.setState({ person });
}

// How one person looked at the ledger is not the next one's.
useSession.subscribe(({ me }, { me: before }) => {
  if (me?.staffId !== before?.staffId) useLedgerView.setState({ ...WHOLE, person: undefined });
});

/** The same question and columns as the view has. */
export const isAsKept = (look: LedgerLook, { question, columns }: LedgerViewRow): boolean =>
  essence(look.filter, look.sort, look.descending, look.columns) ===
  essence(question.filter, question.sort, question.descending, columns);

const essence = (filter: LedgerFilter, ...rest: readonly unknown[]) =>
  JSON.stringify([asked(filter), ...rest.map((value) => value ?? null)]);
