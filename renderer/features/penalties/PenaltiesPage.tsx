import './penalties.css';
import { Button, Segmented } from 'antd';
import { useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import {
  PENALTY_CHOICES,
  type PenaltyChoice,
  type PenaltyRow,
  type PenaltySums,
} from '../../../shared/api/penalty.contract';
import { useMay } from '../../app/use-may';
import { useComplaintArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { FindField } from '../../ui/FindField';
import { Kbd } from '../../ui/Kbd';
import { ListedRows } from '../../ui/ListedRows';
import { PageHead } from '../../ui/PageHead';
import { StateWord } from '../../ui/StateWord';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { useSettled } from '../../ui/use-settled';
import { yuan } from '../../ui/yuan';
import { MonthChoice } from './MonthChoice';
import { usePenalties } from './penalties.queries';
import { STATE_TONES } from './words';

/** What the person was looking at: still so after coming back. */
const useView = create<{ which: PenaltyChoice; month?: string | undefined; text: string }>()(() => ({
  which: 'all',
  text: '',
}));

/** Answers: who was penalised or rewarded in a month, for what, and what does it come to? */
export function PenaltiesPage() {
  const { t } = useTranslation('penalties');
  const navigate = useNavigate();
  const may = useMay();
  const area = useComplaintArea();
  const { which, month, text } = useView();
  const filter = { which, text: useSettled(text.trim(), 120), ...(month !== undefined && { month }) };
  const { data } = usePenalties(filter);
  const begin = () => may('complaint.oversee') && void navigate('/complaints/penalties/new');
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  if (!data) return null;
  const list = { name: 'penalties' as const, ...filter };
  const action = may('complaint.oversee') && (
    <Button type="primary" onClick={begin}>
      {t('action--commend')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page penalty-register">
      <PageHead title={t('title--penalties')} area={area}>
        <Trans
          t={t}
          i18nKey="lead--penalties"
          values={{ waiting: data.sums.waiting.count, count: data.sums.all.count }}
          components={{ b: <b /> }}
        />
      </PageHead>
      <div className="bar">
        {action}
        <MonthChoice value={month} onChange={(its) => useView.setState({ month: its })} />
        <Segmented<PenaltyChoice>
          value={which}
          aria-label={t('label--which')}
          options={PENALTY_CHOICES.map((value) => ({ value, label: t(`which--${value}`) }))}
          onChange={(value) => useView.setState({ which: value })}
        />
        <FindField label={t('label--text')} value={text} onChange={(words) => useView.setState({ text: words })} />
        <TakeAlong list={list} />
      </div>
      <Sums sums={data.sums} />
      <ListedRows
        data={data}
        empty={<EmptyState title={t('title--none')} hint={t('hint--none')} />}
        more={(counts) => t('hint--more', counts)}
      >
        <PenaltyTable key={`${which} ${month}`} rows={data.rows} />
      </ListedRows>
    </div>
  );
}

const SUMMED = ['penalties', 'rewards', 'waiting', 'undone'] as const;

/** Each sum opens the list that it is of. */
function Sums({ sums }: { sums: PenaltySums }) {
  const { t } = useTranslation('penalties');
  return (
    <div className="penalty-sums">
      {SUMMED.filter((which) => sums[which].count > 0).map((which) => (
        <Button key={which} type="link" size="small" onClick={() => useView.setState({ which })}>
          {t(`sum--${which}`, { ...sums[which], amount: yuan(sums[which].fen) })}
        </Button>
      ))}
    </div>
  );
}

/** The latest first; Enter opens one. */
function PenaltyTable({ rows }: { rows: PenaltyRow[] }) {
  const { t } = useTranslation('penalties');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/complaints/penalties/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['no', 'person', 'measure', 'amount', 'facts', 'state', 'decided'] as const).map((name) => (
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
            <td className="nowrap">
              {its.person} <span className="quiet small">{its.department}</span>
            </td>
            <td>{its.title}</td>
            <td className="n">{yuan(its.amountFen)}</td>
            <td className="penalty-facts">
              {its.facts} <span className="quiet small">{its.complaintNo}</span>
            </td>
            <td>
              <StateWord tone={STATE_TONES[its.state]}>{t(`state--${its.state}`)}</StateWord>
              {its.withdrawReason && <div className="quiet small">{its.withdrawReason}</div>}
            </td>
            <td className="nowrap">
              {its.decidedOn} <span className="quiet small">{its.decider}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
