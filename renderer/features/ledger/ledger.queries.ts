import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import { client, queryKey, useRead } from '../../api/client';
import { useSettled } from '../../ui/use-settled';
import { asked, useLedgerView } from './ledger-view.store';

/** How many rows are asked for at once. */
export const ROWS_PER_PAGE = 100;

export const useLedgerSummary = () => useRead(client.ledger.summary, {});

/** What the ledger is asked now: the filter once nobody types in it any more. */
export function useLedgerQuestion() {
  const { filter, sort, descending } = useLedgerView();
  const text = useSettled(filter.text ?? '', 80);
  return { filter: asked({ ...filter, text }), sort, descending };
}

export type LedgerQuestion = ReturnType<typeof useLedgerQuestion>;

/** How many there are in all, and their pages. */
export const useLedgerTotals = (question: LedgerQuestion) =>
  useRead(client.ledger.list, { ...question, offset: 0, limit: ROWS_PER_PAGE }, { keepPrevious: true });

/** The rows from `first` up to `last`, asked for page by page; `undefined` where one is still on its way. */
export function useLedgerRows(
  question: LedgerQuestion,
  first: number,
  last: number,
): (index: number) => LedgerRow | undefined {
  const wanted = Math.floor(first / ROWS_PER_PAGE);
  const settled = useSettled(wanted, 60);
  // Whoever drags through a long list wants the pages where the drag ends, not those on the way.
  const from = Math.abs(wanted - settled) > 1 ? settled : wanted;
  const pages = Math.max(1, Math.ceil(last / ROWS_PER_PAGE) - wanted);
  const answers = useQueries({
    queries: Array.from({ length: pages }, (_, page) => {
      const input = { ...question, offset: (from + page) * ROWS_PER_PAGE, limit: ROWS_PER_PAGE };
      return {
        queryKey: queryKey(client.ledger.list, input),
        queryFn: () => client.ledger.list(input),
        placeholderData: from === 0 && page === 0 ? keepPreviousData : undefined,
      };
    }),
  });
  return (index) => answers[Math.floor(index / ROWS_PER_PAGE) - from]?.data?.rows[index % ROWS_PER_PAGE];
}

export const useStaff = () => useRead(client.people.staff, {});

/** The words of a box that was scanned. */
export const useBox = (id: number | undefined) =>
  useRead(client.place.box, { id: id ?? 1 }, { enabled: id !== undefined });
