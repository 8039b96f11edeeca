// biome-ignore-all lint/a11y/useSemanticElements: see LedgerTable
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import { StateWord, type Tone } from '../../ui/StateWord';
import { cellClass, LEDGER_COLUMNS } from './ledger-columns';

/** One dossier of the ledger, cell by cell; empty while it is still on its way. */
export function LedgerCells({ row }: { row: LedgerRow | undefined }) {
  return LEDGER_COLUMNS.map(({ column, number, wide }) => (
    <div key={column} role="gridcell" className={cellClass(number, wide)}>
      {row && <LedgerCell row={row} column={column} />}
    </div>
  ));
}

function LedgerCell({ row, column }: { row: LedgerRow; column: (typeof LEDGER_COLUMNS)[number]['column'] }) {
  const { t } = useTranslation(['ledger', 'ui']);
  switch (column) {
    case 'managers':
      return <>{[row.aManager, row.bManager].filter(Boolean).join(' / ')}</>;
    case 'place':
      return <>{row.place ? t('ui:label--place', { ...row.place }) : '—'}</>;
    case 'state':
      return <DossierState row={row} />;
    case 'archiveNo':
      return row.archiveNo ?? <span className="quiet">{t('ledger:label--noNumberYet')}</span>;
    default:
      return <span title={String(row[column] ?? '')}>{row[column] ?? ''}</span>;
  }
}

const TONES: Readonly<Record<LedgerRow['state'], Tone>> = {
  collecting: 'wait',
  underReview: 'wait',
  received: 'done',
  partlyLent: 'out',
  lent: 'out',
  transferred: 'plain',
  destroyed: 'plain',
};

/** Where a dossier stands: a word, with whose turn it is and until when. */
function DossierState({ row }: { row: LedgerRow }) {
  const { t } = useTranslation('ledger');
  const { state, holder, lateDays, dueOn } = row;
  if (state !== 'collecting' && state !== 'underReview')
    return <StateWord tone={TONES[state]}>{t(`choice--${state}`)}</StateWord>;
  const who = holder === 'a' && state === 'collecting' ? row.aManager : row.bManager;
  if (lateDays > 0) return <StateWord tone="late">{t('state--late', { count: lateDays, who: who ?? '' })}</StateWord>;
  const step = state === 'collecting' ? t('state--withA') : t(holder === 'a' ? 'state--checkedByB' : 'state--withB');
  return <StateWord tone="wait">{dueOn ? t('state--until', { step, day: dueOn.slice(5) }) : step}</StateWord>;
}
