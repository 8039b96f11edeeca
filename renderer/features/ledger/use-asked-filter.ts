import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ledgerFilter } from '../../../shared/api/ledger.contract';
import { showOnly } from './ledger-view.store';

/** Another page may ask for the dossiers that one of its numbers counts: `/ledger?filter={"classId":4}`. */
export function useAskedFilter() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const asked = search.get('filter');
  useEffect(() => {
    if (asked === null) return;
    const { data } = ledgerFilter.partial().safeParse(readJson(asked));
    if (data) showOnly(data);
    // The address is used up: coming back here shows the list as it was left.
    void navigate('/ledger', { replace: true });
  }, [asked, navigate]);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
