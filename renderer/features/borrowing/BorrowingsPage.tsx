import './borrowing.css';
import { Button, Segmented } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { BORROWING_CHOICES, type BorrowingFilter } from '../../../shared/api/borrowing.contract';
import { useBorrowingArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { FindField } from '../../ui/FindField';
import { Kbd } from '../../ui/Kbd';
import { ListedRows } from '../../ui/ListedRows';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { useSettled } from '../../ui/use-settled';
import { BorrowingTable } from './BorrowingTable';
import { useBorrowingCounts, useBorrowings } from './borrowing.queries';

type Choice = BorrowingFilter['which'];
/** What the person was looking at: still so after coming back. */
const useView = create<{ which: Choice; text: string }>()(() => ({ which: 'all', text: '' }));

/** Answers: what waits for me, what is out, and what is late? */
export function BorrowingsPage() {
  const { t } = useTranslation('borrowing');
  const navigate = useNavigate();
  const area = useBorrowingArea();
  const { which, text } = useView();
  const filter = { which, text: useSettled(text.trim(), 120) };
  const { data } = useBorrowings(filter);
  const { data: counts } = useBorrowingCounts();
  const begin = () => void navigate('/borrowing/new');
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  if (!data || !counts) return null;
  const list = { name: 'borrowings' as const, ...filter };
  const action = (
    <Button type="primary" onClick={begin}>
      {t('action--new')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--borrowing')} area={area}>
        <Trans
          t={t}
          i18nKey={counts.overdue > 0 ? 'lead--late' : 'lead--out'}
          values={{ out: counts.out, late: counts.overdue, waiting: counts.waiting }}
          components={{ b: <b />, late: <b className="late" /> }}
        />
      </PageHead>
      <div className="bar">
        {action}
        <Segmented<Choice>
          value={which}
          aria-label={t('label--which')}
          options={BORROWING_CHOICES.map((value) => ({ value, label: t(`which--${value}`, { count: counts[value] }) }))}
          onChange={(value) => useView.setState({ which: value })}
        />
        <FindField label={t('label--text')} value={text} onChange={(words) => useView.setState({ text: words })} />
        <TakeAlong list={list} />
      </div>
      <ListedRows
        data={data}
        empty={<EmptyState title={t('title--none')} hint={t('hint--none')} action={action} />}
        more={(counts) => t('hint--more', counts)}
      >
        <BorrowingTable key={which} rows={data.rows} />
      </ListedRows>
    </div>
  );
}
