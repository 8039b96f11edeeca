import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerSummary, LedgerSums } from '../../../shared/api/ledger.contract';
import { useDialog } from '../../ui/use-keys';
import { useRecordClasses } from '../../ui/use-record-words';
import { type LedgerFilter, showOnly } from './ledger-view.store';

interface TotalsLine extends LedgerSums {
  key: string;
  name: string;
  filter: LedgerFilter;
}

/** What the ledger adds up to, by state and by class of records; each number of dossiers opens its list. */
export function LedgerTotals({ summary, onClose }: { summary: LedgerSummary; onClose: () => void }) {
  const { t } = useTranslation(['ledger', 'views']);
  const classes = useRecordClasses();
  useDialog();
  const open = (filter: LedgerFilter) => {
    showOnly(filter);
    onClose();
  };
  const states = summary.byState.map(({ state, ...sums }) => ({
    ...{ key: state, name: t(`ledger:choice--${state}`), filter: { state } },
    ...sums,
  }));
  const ofClass = summary.byClass.map(({ classId, ...sums }) => ({
    ...{ key: String(classId), name: classes.find(({ id }) => id === classId)?.name ?? '', filter: { classId } },
    ...sums,
  }));
  const all = { key: 'all', name: t('views:label--all'), filter: {}, ...summary.all };
  return (
    <Modal open title={t('views:title--totals')} footer={null} width={640} onCancel={onClose} centered>
      <div className="totals">
        <TotalsTable heading={t('ledger:label--state')} lines={[...states, all]} onOpen={open} />
        <TotalsTable heading={t('ledger:label--class')} lines={[...ofClass, all]} onOpen={open} />
      </div>
    </Modal>
  );
}

interface TotalsTableProps {
  heading: string;
  lines: readonly TotalsLine[];
  onOpen: (filter: LedgerFilter) => void;
}

function TotalsTable({ heading, lines, onOpen }: TotalsTableProps) {
  const { t } = useTranslation(['ledger', 'views']);
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{heading}</th>
          <th className="n">{t('views:label--dossiers')}</th>
          <th className="n">{t('ledger:label--volumes')}</th>
          <th className="n">{t('ledger:label--items')}</th>
          <th className="n">{t('ledger:label--pages')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, filter, total, volumes, items, pages }) => (
          <tr key={key}>
            <td>{name}</td>
            <td className="n">
              <button
                type="button"
                className="number-link"
                aria-label={t('views:action--openList', { name, count: total, shown: grouped(total) })}
                onClick={() => onOpen(filter)}
              >
                {grouped(total)}
              </button>
            </td>
            <td className="n">{grouped(volumes)}</td>
            <td className="n">{grouped(items)}</td>
            <td className="n">{grouped(pages)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 12486 as 12,486. */
const grouped = (number: number): string => number.toLocaleString('en-US');
