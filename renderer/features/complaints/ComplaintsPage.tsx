import './complaints.css';
import { Button, Segmented } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { COMPLAINT_CHOICES } from '../../../shared/api/complaint.contract';
import { useComplaintArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { FindField } from '../../ui/FindField';
import { Kbd } from '../../ui/Kbd';
import { ListedRows } from '../../ui/ListedRows';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { useSettled } from '../../ui/use-settled';
import { ComplaintTable } from './ComplaintTable';
import { useComplaints } from './complaints.queries';

type Choice = (typeof COMPLAINT_CHOICES)[number];
/** What the person was looking at: still so after coming back. */
const useView = create<{ which: Choice; text: string }>()(() => ({ which: 'open', text: '' }));

/** Answers: which complaints are open, which wait for me, and what is late? */
export function ComplaintsPage() {
  const { t } = useTranslation('complaints');
  const navigate = useNavigate();
  const { which, text } = useView();
  const filter = { which, text: useSettled(text.trim(), 120) };
  const { data } = useComplaints(filter);
  const listed = { name: 'complaints' as const, ...filter };
  const begin = () => void navigate('/complaints/new');
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  const area = useComplaintArea();
  if (!data) return null;
  const action = (
    <Button type="primary" onClick={begin}>
      {t('action--new')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--complaints')} area={area}>
        <Trans
          t={t}
          i18nKey={data.late > 0 ? 'lead--late' : 'lead--open'}
          values={{ open: data.open, late: data.late }}
          components={{ b: <b />, late: <b className="late" /> }}
        />
      </PageHead>
      <div className="bar">
        {action}
        <Segmented<Choice>
          value={which}
          aria-label={t('label--which')}
          options={COMPLAINT_CHOICES.map((value) => ({ value, label: t(`which--${value}`) }))}
          onChange={(value) => useView.setState({ which: value })}
        />
        <FindField label={t('label--text')} value={text} onChange={(words) => useView.setState({ text: words })} />
        <TakeAlong list={listed} />
      </div>
      <ListedRows
        data={data}
        empty={<EmptyState title={t(`title--none-${which}`)} hint={t('hint--none')} action={action} />}
        more={(counts) => t('hint--more', counts)}
      >
        <ComplaintTable key={which} rows={data.rows} />
      </ListedRows>
    </div>
  );
}
