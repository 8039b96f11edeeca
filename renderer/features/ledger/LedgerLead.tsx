import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { LedgerTotals } from './LedgerTotals';
import { useLedgerSummary } from './ledger.queries';
import { type LedgerFilter, showOnly } from './ledger-view.store';

/** The sentence over the ledger; each of its numbers shows the list that it counts. */
export function LedgerLead() {
  const { t } = useTranslation(['ledger', 'views']);
  const { data } = useLedgerSummary();
  const [adding, setAdding] = useState(false);
  if (!data) return null;
  const { received, underway, late, receivedThisMonth, dueForAppraisal, withoutPlace } = data;
  return (
    <>
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
      {dueForAppraisal > 0 && (
        <>
          {' '}
          <Trans
            t={t}
            i18nKey="views:lead--due"
            values={{ dueForAppraisal }}
            components={{ due: <NumberLink filter={{ group: 'dueForAppraisal' }} /> }}
          />
        </>
      )}
      {withoutPlace > 0 && (
        <>
          {' '}
          <Trans
            t={t}
            i18nKey="views:lead--withoutPlace"
            values={{ withoutPlace }}
            components={{ place: <NumberLink filter={{ group: 'withoutPlace' }} late /> }}
          />
        </>
      )}{' '}
      <button type="button" className="number-link totals-link" onClick={() => setAdding(true)}>
        {t('views:action--totals')}
      </button>
      {adding && <LedgerTotals summary={data} onClose={() => setAdding(false)} />}
    </>
  );
}

function NumberLink({ filter, late, children }: { filter: LedgerFilter; late?: boolean; children?: ReactNode }) {
  return (
    <button type="button" className={late ? 'number-link late' : 'number-link'} onClick={() => showOnly(filter)}>
      {children}
    </button>
  );
}
