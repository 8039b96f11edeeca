import { create } from 'zustand';
import type { InputOf } from '../../../shared/api/contract';
import type { TitleRow } from '../../../shared/api/title.contract';
import type { client } from '../../api/client';
import { useSession } from '../../app/session.store';

type Asked = InputOf<(typeof client.title.list)['method']>;
export type TitleFilter = Omit<Asked, 'offset' | 'limit'>;

interface TitlesLook {
  filter: TitleFilter;
  /** The row under the cursor. */
  at: number;
  /** What Space has chosen, in its order, as it stood then. */
  chosen: readonly TitleRow[];
}

const WHOLE = { filter: {}, at: 0, chosen: [] } as const satisfies TitlesLook;

/** How the list of titles is looked at: still so after coming back from one of them. */
export const useTitlesView = create<TitlesLook>()(() => ({ ...WHOLE }));

/** Adds to the filter; `undefined` takes a condition away. */
export const narrow = (change: TitleFilter) =>
  useTitlesView.setState(({ filter }) => ({ filter: { ...filter, ...change }, at: 0 }));

/** Shows only what one number counts. */
export const showOnly = (filter: TitleFilter) => useTitlesView.setState({ filter, at: 0 });
export const goTo = (at: number) => useTitlesView.setState({ at });

export const choose = (row: TitleRow) =>
  useTitlesView.setState(({ chosen }) => ({
    chosen: chosen.some(({ id }) => id === row.id) ? chosen.filter(({ id }) => id !== row.id) : [...chosen, row],
  }));
export const chooseNone = () => useTitlesView.setState({ chosen: [] });

/** The filter without what says nothing, so that the same question is asked once. */
export const asked = (filter: TitleFilter): TitleFilter =>
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== '' && value !== 'all'),
  );
export const isFiltered = (filter: TitleFilter): boolean => Object.keys(asked(filter)).length > 0;

// How one person looked at the titles is not the next one's.
useSession.subscribe(({ me }, { me: before }) => {
  if (me?.staffId !== before?.staffId) useTitlesView.setState({ ...WHOLE });
});
