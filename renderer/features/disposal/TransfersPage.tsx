import './disposal.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMay } from '../../app/use-may';
import { useLedgerArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { DisposalTable } from './DisposalTable';
import { useDisposalCount, useDisposals } from './disposal.queries';
import { NewTransfer } from './NewTransfer';

/** Answers: what went to somebody outside, and what waits to go? */
export function TransfersPage() {
  const { t } = useTranslation('disposal');
  const may = useMay();
  const navigate = useNavigate();
  const area = useLedgerArea();
  const { data: rows } = useDisposals({ kind: 'transfer' });
  const { data: all = 0 } = useDisposalCount({ kind: 'transfer' });
  const { data: open = 0 } = useDisposalCount({ kind: 'transfer', openOnly: true });
  const [making, setMaking] = useState(false);
  const begin = () => may('disposal.prepare') && setMaking(true);
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  if (!rows) return null;
  const button = may('disposal.prepare') && (
    <Button type="primary" onClick={begin}>
      {t('action--newTransfer')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--transfers')} area={area}>
        {t('lead--transfers')}
        {open > 0 && <Trans t={t} i18nKey="lead--waiting" count={open} components={{ b: <b /> }} />}
      </PageHead>
      <div className="bar">
        {rows.length > 0 && button}
        <TakeAlong list={{ name: 'disposals', kind: 'transfer' }} />
        <span className="bar-end">
          {all > rows.length
            ? t('hint--moreLists', { shown: rows.length, total: all })
            : t('label--count', { count: rows.length })}
        </span>
      </div>
      <div className="page-scroll">
        {rows.length > 0 ? (
          <DisposalTable rows={rows} withReceiver />
        ) : (
          <EmptyState title={t('title--noTransfers')} hint={t('hint--noTransfers')} action={button} />
        )}
      </div>
      {making && <NewTransfer onClose={() => setMaking(false)} onDone={(id) => void navigate(`/disposal/${id}`)} />}
    </div>
  );
}
