import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { InputOf } from '../../../shared/api/contract';
import type { TitleRow } from '../../../shared/api/title.contract';
import { client, queryKey, useDo, useRead } from '../../api/client';
import { useSettled } from '../../ui/use-settled';
import { asked, type TitleFilter, useTitlesView } from './titles-view.store';

/** How many rows are asked for at once. */
const ROWS_PER_PAGE = 200;

export type SlipFilter = InputOf<(typeof client.titleMove.slips)['method']>;
export type RegisterFilter = InputOf<(typeof client.titleMove.register)['method']>;

export const useTitleSummary = () => useRead(client.title.summary, {});
/** What the list is asked now: the filter once nobody types in it any more. */
export function useTitlesQuestion(): TitleFilter {
  const { filter } = useTitlesView();
  const text = useSettled(filter.text?.trim() ?? '', 80);
  return asked({ ...filter, text });
}
/** How many there are, and their pieces. */
export const useTitlesTotals = (question: TitleFilter) =>
  useRead(client.title.list, { ...question, offset: 0, limit: ROWS_PER_PAGE }, { keepPrevious: true });

/** The rows from `first` up to `last`, asked for page by page; `undefined` where one is still on its way. */
export function useTitleRows(
  question: TitleFilter,
  first: number,
  last: number,
): (index: number) => TitleRow | undefined {
  const from = Math.floor(first / ROWS_PER_PAGE);
  const answers = useQueries({
    queries: Array.from({ length: Math.max(1, Math.ceil(last / ROWS_PER_PAGE) - from) }, (_, page) => {
      const input = { ...question, offset: (from + page) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE };
      return {
        queryKey: queryKey(client.title.list, input),
        queryFn: () => client.title.list(input),
        placeholderData: from === 0 && page === 0 ? keepPreviousData : undefined,
      };
    }),
  });
  return (index) => answers[Math.floor(index / ROWS_PER_PAGE) - from]?.data?.rows[index % ROWS_PER_PAGE];
}

export const useTitle = (id: number) => useRead(client.title.show, { id });
export const useSlips = (filter: SlipFilter) => useRead(client.titleMove.slips, filter, { keepPrevious: true });
export const useSlip = (id: number) => useRead(client.titleMove.slip, { id });
export const useRegister = (filter: RegisterFilter) =>
  useRead(client.titleMove.register, filter, { keepPrevious: true });
export const useSafes = () => useRead(client.safe.list, {});
export const useStaff = () => useRead(client.people.staff, {});
export const useToday = () => useRead(client.company.status, {}).data?.today;
export const useContracts = (text: string) => useRead(client.title.contracts, { text }, { keepPrevious: true });

export const useDescribe = () => useDo(client.title.describe);
export const useLookUp = () => useDo(client.title.lookUp);
export const useEndSecurity = () => useDo(client.title.endSecurity);
export const useReverse = () => useDo(client.titleMove.reverse);

/** The acts at the safe behind one way of calling them. */
export function useActs() {
  return {
    giveBack: useDo(client.titleMove.giveBack),
    sendToRegistry: useDo(client.titleMove.sendToRegistry),
    takeBack: useDo(client.titleMove.takeBack),
    exchange: useDo(client.titleMove.exchange),
    remortgage: useDo(client.titleMove.remortgage),
    release: useDo(client.titleMove.release),
    move: useDo(client.titleMove.move),
  } as const;
}
