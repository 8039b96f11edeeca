import './penalties.css';
import { useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import type { CompensationRow } from '../../../shared/api/penalty.contract';
import { rmbCapitals } from '../../../shared/money/rmb-capitals';
import { useComplaintArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { FindField } from '../../ui/FindField';
import { ListedRows } from '../../ui/ListedRows';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { useSettled } from '../../ui/use-settled';
import { yuan } from '../../ui/yuan';
import { MonthChoice } from './MonthChoice';
import { useCompensations } from './penalties.queries';

/** What the person was looking at: still so after coming back. */
const useView = create<{ month?: string | undefined; text: string }>()(() => ({ text: '' }));

/** Answers: what was paid to clients, to whom, when, and by whom? */
export function CompensationsPage() {
  const { t } = useTranslation('penalties');
  const navigate = useNavigate();
  const area = useComplaintArea();
  const { month, text } = useView();
  const filter = { text: useSettled(text.trim(), 120), ...(month !== undefined && { month }) };
  const { data } = useCompensations(filter);
  useKeys({ escape: () => navigate(-1) });
  if (!data) return null;
  const list = { name: 'compensations' as const, ...filter };
  return (
    <div className="page penalty-register">
      <PageHead title={t('title--compensations')} area={area}>
        <Trans
          t={t}
          i18nKey="lead--compensations"
          count={data.total}
          values={{ amount: yuan(data.sumFen), capitals: rmbCapitals(data.sumFen) }}
          components={{ b: <b /> }}
        />
      </PageHead>
      <div className="bar">
        <MonthChoice value={month} onChange={(its) => useView.setState({ month: its })} />
        <FindField
          label={t('label--compensationText')}
          value={text}
          onChange={(words) => useView.setState({ text: words })}
        />
        <TakeAlong list={list} />
      </div>
      <ListedRows
        data={data}
        empty={<EmptyState title={t('title--noCompensations')} hint={t('hint--noCompensations')} />}
        more={(counts) => t('hint--more', counts)}
      >
        <CompensationTable key={month} rows={data.rows} />
      </ListedRows>
    </div>
  );
}

/** The latest first; Enter opens its complaint. */
function CompensationTable({ rows }: { rows: CompensationRow[] }) {
  const { t } = useTranslation('penalties');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/complaints/${rows[index]?.complaintId}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['complaint', 'paidTo', 'amount', 'paidOn', 'paidBy', 'paidWith'] as const).map((name) => (
            <th key={name} className={name === 'amount' ? 'n' : undefined}>
              {t(`label--${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td>{its.paidTo}</td>
            <td className="n">
              {yuan(its.amountFen)} <div className="quiet small">{rmbCapitals(its.amountFen)}</div>
            </td>
            <td className="nowrap">{its.paidOn}</td>
            <td className="nowrap">{its.paidBy}</td>
            <td className="penalty-facts">{its.done}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
