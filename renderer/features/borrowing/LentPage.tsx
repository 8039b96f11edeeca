import './borrowing.css';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LENT_CHOICES, type LentChoice, lentFilter } from '../../../shared/api/borrowing-book.contract';
import { useBorrowingArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ListedRows } from '../../ui/ListedRows';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useAddressFilter } from '../../ui/use-address-filter';
import { useKeys } from '../../ui/use-keys';
import { useStaffNames } from '../../ui/use-staff-names';
import { useLent } from './book.queries';
import { LentTable } from './LentTable';

/** Answers: which things went out, with whom, and when did they come back? Also the register of copies handed out. */
export function LentPage() {
  const { t } = useTranslation('borrowingBook');
  const navigate = useNavigate();
  const area = useBorrowingArea();
  const { filter, choose } = useAddressFilter(lentFilter, inAddress, {});
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
        <TakeAlong list={list} />
      </div>
      <ListedRows
        data={data}
        empty={<EmptyState title={t('title--nothingLent')} hint={t('hint--nothingLent')} />}
        more={(counts) => t('hint--more', counts)}
      >
        <LentTable key={which} rows={data.rows} />
      </ListedRows>
    </div>
  );
}

const inAddress = (params: URLSearchParams) => ({
  which: params.get('which'),
  from: params.get('from'),
  to: params.get('to'),
  department: params.get('department'),
  organisation: params.get('organisation'),
  borrowerId: Number(params.get('borrower')) || undefined,
  thingKind: params.get('kind'),
  thingId: Number(params.get('thing')) || undefined,
});
