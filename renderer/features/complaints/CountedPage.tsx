import './complaints.css';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import {
  COUNTED_CHOICES,
  type CountedChoice,
  type CountedFilter,
  countedFilter,
} from '../../../shared/api/complaint-book.contract';
import { useMay } from '../../app/use-may';
import { useComplaintArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { PageHead } from '../../ui/PageHead';
import { PrintListButton } from '../../ui/PrintListButton';
import { useKeys } from '../../ui/use-keys';
import { useCounted } from './book.queries';
import { CountedTable } from './CountedTable';
import { useProcedures } from './complaints.queries';

/** Answers: which complaints does this number count? */
export function CountedPage() {
  const { t } = useTranslation('complaintBook');
  const navigate = useNavigate();
  const may = useMay();
  const area = useComplaintArea();
  const { filter, choose } = useFilter();
  const { data: procedures = [] } = useProcedures();
  const { data } = useCounted(filter);
  useKeys({ escape: () => navigate(-1) });
  if (!data) return null;
  const { from, to, by, procedureFirstId, which } = filter;
  const line = by === undefined ? '' : t(`line--${by}`, { name: data.name || t('text--unnamed') });
  const procedure = procedures.find(({ firstId }) => firstId === procedureFirstId)?.title;
  const span = from > '1900-01-01' ? `${from} — ${to}` : '';
  const list = { name: 'countedComplaints', ...filter } as const;
  return (
    <div className="page">
      <PageHead title={t('title--counted')} aside={[span, procedure, line].filter(Boolean).join(' · ')} area={area}>
        {t('lead--counted', { count: data.total })}
      </PageHead>
      <div className="bar">
        <Segmented<CountedChoice>
          value={which}
          aria-label={t('label--which')}
          options={COUNTED_CHOICES.map((value) => ({ value, label: t(`count--${value}`) }))}
          onChange={choose}
        />
        <PrintListButton list={list} />
        {may('print.form') && <ExportButton list={list} />}
      </div>
      <div className="page-scroll">
        {data.total > 0 ? (
          <CountedTable key={which} rows={data.rows} />
        ) : (
          <EmptyState title={t('title--noneCounted')} hint={t('hint--noneCounted')} />
        )}
        {data.total > data.rows.length && (
          <p className="quiet">{t('hint--more', { shown: data.rows.length, total: data.total })}</p>
        )}
      </div>
    </div>
  );
}

/** What the address asks for; what it says wrong is not asked for. */
function useFilter(): { filter: CountedFilter; choose: (which: CountedChoice) => void } {
  const [params, setParams] = useSearchParams();
  const named: Readonly<Record<string, string | number | undefined>> = {
    which: params.get('which') ?? undefined,
    from: params.get('from') ?? '1900-01-01',
    to: params.get('to') ?? '2200-12-31',
    procedureFirstId: Number(params.get('procedure')) || undefined,
    by: params.get('by') ?? undefined,
    key: params.get('key') ?? undefined,
  };
  const said = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  const { data } = countedFilter.safeParse(said);
  return {
    filter: data ?? countedFilter.parse({ from: '1900-01-01', to: '2200-12-31' }),
    choose: (which) => setParams({ ...Object.fromEntries(params), which }, { replace: true }),
  };
}
