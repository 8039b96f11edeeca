import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useLedgerSummary } from './ledger.queries';
import { type LedgerFilter, showOnly } from './ledger-view.store';

/** The sentence over the ledger; each of its numbers shows the list that it counts. */
export function LedgerLead() {
  const { t } = useTranslation('ledger');
  const { data } = useLedgerSummary();
  if (!data) return null;
  const { received, underway, late, receivedThisMonth } = data;
  return (
    <Trans
      t={t}
      i18nKey={late > 0 ? 'lead--ledgerLate' : 'lead--ledger'}
      values={{ received, underway, late, receivedThisMonth }}
      components={{
        received: <NumberLink filter={{ group: 'received' }} />,
        underway: <NumberLink filter={{ group: 'underway' }} />,
        late: <NumberLink filter={{ lateOnly: true }} late />,
        month: <NumberLink filter={{ group: 'receivedThisMonth' }} />,
      }}
    />
  );
}

function NumberLink({ filter, late, children }: { filter: LedgerFilter; late?: boolean; children?: ReactNode }) {
  return (
    <button type="button" className={late ? 'number-link late' : 'number-link'} onClick={() => showOnly(filter)}>
      {children}
    </button>
  );
}
