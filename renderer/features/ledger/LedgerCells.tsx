// biome-ignore-all lint/a11y/useSemanticElements: see LedgerTable
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import type { LedgerColumnName, ShownColumns } from '../../../shared/api/ledger-view.contract';
import { Guess } from '../../ui/Guess';
import { LentWord } from '../../ui/LentWord';
import { StateWord, type Tone } from '../../ui/StateWord';
import { cellClass } from './ledger-columns';
import type { RecordWords } from './use-record-names';

interface CellsProps {
  row: LedgerRow | undefined;
  columns: ShownColumns;
  words: RecordWords;
}

/** One dossier of the ledger, cell by cell; empty while it is still on its way. */
export function LedgerCells({ row, columns, words }: CellsProps) {
  return columns.map(({ column }) => (
    <div key={column} role="gridcell" className={cellClass(column)}>
      {row && <LedgerCell row={row} column={column} words={words} />}
    </div>
  ));
}

interface CellProps {
  row: LedgerRow;
  column: LedgerColumnName;
  words: RecordWords;
}

function LedgerCell({ row, column, words }: CellProps) {
  const { t } = useTranslation(['ledger', 'ui']);
  switch (column) {
    case 'managers':
      return <>{[row.aManager, row.bManager].filter(Boolean).join(' / ') || row.keeper}</>;
    case 'place':
      return <>{row.place ? t('ui:label--place', { ...row.place }) : '—'}</>;
    case 'state':
      return <DossierState row={row} />;
    case 'archiveNo':
      return row.archiveNo ?? <span className="quiet">{t('ledger:label--noNumberYet')}</span>;
    case 'className':
      return <>{words.className(row)}</>;
    case 'retention':
      return <>{words.retention(row)}</>;
    case 'secrecy':
      return <>{t(`ledger:secrecy--${row.secrecy}`)}</>;
    case 'dueOn':
      return (
        <span title={row.dueOn}>
          {row.dueOn} <Guess day={row.dueOn} />
        </span>
      );
    case 'lateDays':
      return row.lateDays > 0 && <span className="late">{row.lateDays}</span>;
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
  if (row.lentTo !== undefined) return <LentWord {...row} word={t(`choice--${state}`)} />;
  if (state !== 'collecting' && state !== 'underReview')
    return <StateWord tone={TONES[state]}>{t(`choice--${state}`)}</StateWord>;
  const who = holder === 'a' && state === 'collecting' ? row.aManager : row.bManager;
  if (lateDays > 0) return <StateWord tone="late">{t('state--late', { count: lateDays, who: who ?? '' })}</StateWord>;
  const step = state === 'collecting' ? t('state--withA') : t(holder === 'a' ? 'state--checkedByB' : 'state--withB');
  if (dueOn === undefined) return <StateWord tone="wait">{step}</StateWord>;
  return (
    <>
      <Guess day={dueOn} /> <StateWord tone="wait">{t('state--until', { step, day: dueOn.slice(5) })}</StateWord>
    </>
  );
}
