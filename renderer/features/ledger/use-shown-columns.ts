import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { LedgerViews, ShownColumns } from '../../../shared/api/ledger-view.contract';
import { client, queryKey, useDo, useRead } from '../../api/client';
import { PROGRAM_COLUMNS } from './ledger-columns';
import { chooseColumns, useLedgerView } from './ledger-view.store';

export const useLedgerViews = () => useRead(client.ledgerView.list, {});

const WIDE = '(min-width: 1600px)';
const onWidth = (listen: () => void) => {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listen);
  return () => query.removeEventListener('change', listen);
};
const isWide = () => window.matchMedia(WIDE).matches;

/**
 * The columns that are shown: those of the view that is open, or the person's own, or the program's. `choose` keeps another choice
 * there; without one the program's come back.
 */
export function useShownColumns() {
  const ofView = useLedgerView((look) => look.columns);
  const own = useLedgerViews().data?.columns;
  const wide = useSyncExternalStore(onWidth, isWide);
  const queries = useQueryClient();
  const arrange = useDo(client.ledgerView.arrange);
  const keep = arrange.mutate;
  const choose = useCallback(
    (columns: ShownColumns | undefined) => {
      if (ofView) {
        chooseColumns(columns);
        return;
      }
      // Shown at once; what is kept comes back with the answer.
      queries.setQueryData<LedgerViews>(queryKey(client.ledgerView.list, {}), (now) => {
        if (!now) return now;
        const { columns: _, ...others } = now;
        return columns ? { ...others, columns } : others;
      });
      keep(columns ? { columns } : {});
    },
    [ofView, queries, keep],
  );
  const chosen = ofView ?? own;
  return { columns: chosen ?? PROGRAM_COLUMNS[wide ? 'wide' : 'narrow'], chosen, choose, failure: arrange.error };
}
