import './borrowing.css';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import {
  LENT_CHOICES,
  type LentChoice,
  type LentFilter,
  lentFilter,
} from '../../../shared/api/borrowing-book.contract';
import { useMay } from '../../app/use-may';
import { useBorrowingArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { PageHead } from '../../ui/PageHead';
import { PrintListButton } from '../../ui/PrintListButton';
import { useKeys } from '../../ui/use-keys';
import { useStaffNames } from '../../ui/use-staff-names';
import { useLent } from './book.queries';
import { LentTable } from './LentTable';

/** Answers: which things went out, with whom, and when did they come back? Also the register of copies handed out. */
export function LentPage() {
  const { t } = useTranslation('borrowingBook');
  const navigate = useNavigate();
  const may = useMay();
  const area = useBorrowingArea();
  const { filter, choose } = useFilter();
  const staffName = useStaffNames();
  const { data } = useLent(filter);
  useKeys({ escape: () => navigate(-1) });
  if (!data) return null;
  const { from, to, department, organisation, borrowerId, which } = filter;
  const span = from > '1900-01-01' ? `${from} — ${to}` : '';
  const about = [span, department, organisation, borrowerId === undefined ? '' : staffName(borrowerId)];
  const copies = data.rows.reduce((sum, its) => sum + its.copies, 0);
  const list = { name: 'lent', ...filter } as const;
  return (
    <div className="page">
      <PageHead title={t('title--lent')} aside={about.filter(Boolean).join(' · ')} area={area}>
        {which === 'copies' ? t('lead--copies', { count: data.total, copies }) : t('lead--lent', { count: data.total })}
      </PageHead>
      <div className="bar">
        <Segmented<LentChoice>
          value={which}
          aria-label={t('label--which')}
          options={LENT_CHOICES.map((value) => ({ value, label: t(`which--${value}`) }))}
          onChange={choose}
        />
        <PrintListButton list={list} />
        {may('print.form') && <ExportButton list={list} />}
      </div>
      <div className="page-scroll">
        {data.total > 0 ? (
          <LentTable key={which} rows={data.rows} />
        ) : (
          <EmptyState title={t('title--nothingLent')} hint={t('hint--nothingLent')} />
        )}
        {data.total > data.rows.length && (
          <p className="quiet">{t('hint--more', { shown: data.rows.length, total: data.total })}</p>
        )}
      </div>
    </div>
  );
}

/** What the address asks for; what it says wrong is not asked for. */
function useFilter(): { filter: LentFilter; choose: (which: LentChoice) => void } {
  const [params, setParams] = useSearchParams();
  const named: Readonly<Record<string, string | number | undefined>> = {
    which: params.get('which') ?? undefined,
    from: params.get('from') ?? undefined,
    to: params.get('to') ?? undefined,
    department: params.get('department') ?? undefined,
    organisation: params.get('organisation') ?? undefined,
    borrowerId: Number(params.get('borrower')) || undefined,
    thingKind: params.get('kind') ?? undefined,
    thingId: Number(params.get('thing')) || undefined,
  };
  const said = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  const { data } = lentFilter.safeParse(said);
  return {
    filter: data ?? lentFilter.parse({}),
    choose: (which) => setParams({ ...Object.fromEntries(params), which }, { replace: true }),
  };
}
