import './complaints.css';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { COUNTED_CHOICES, type CountedChoice, countedFilter } from '../../../shared/api/complaint-book.contract';
import { useComplaintArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ListedRows } from '../../ui/ListedRows';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useAddressFilter } from '../../ui/use-address-filter';
import { useKeys } from '../../ui/use-keys';
import { useCounted } from './book.queries';
import { CountedTable } from './CountedTable';
import { useProcedures } from './complaints.queries';

/** Answers: which complaints does this number count? */
export function CountedPage() {
  const { t } = useTranslation('complaintBook');
  const navigate = useNavigate();
  const area = useComplaintArea();
  const { filter, choose } = useAddressFilter(countedFilter, inAddress, EVER);
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
        <TakeAlong list={list} />
      </div>
      <ListedRows
        data={data}
        empty={<EmptyState title={t('title--noneCounted')} hint={t('hint--noneCounted')} />}
        more={(counts) => t('hint--more', counts)}
      >
        <CountedTable key={which} rows={data.rows} />
      </ListedRows>
    </div>
  );
}

const EVER = { from: '1900-01-01', to: '2200-12-31' };
const inAddress = (params: URLSearchParams) => ({
  which: params.get('which'),
  from: params.get('from') ?? EVER.from,
  to: params.get('to') ?? EVER.to,
  procedureFirstId: Number(params.get('procedure')) || undefined,
  by: params.get('by'),
  key: params.get('key'),
});
