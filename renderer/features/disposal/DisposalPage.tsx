import './disposal.css';
import { Button, Segmented } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { useMay } from '../../app/use-may';
import { useLedgerArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { PrintListButton } from '../../ui/PrintListButton';
import { useKeys } from '../../ui/use-keys';
import { DisposalTable } from './DisposalTable';
import { DueTable } from './DueTable';
import { useDisposalCount, useDisposals, useDue } from './disposal.queries';

const TABS = ['due', 'toDestroy', 'appraisal', 'destruction'] as const;
type Tab = (typeof TABS)[number];

/** What the person was looking at: still so after coming back. */
const useTab = create<{ tab: Tab }>()(() => ({ tab: 'due' }));

/** Answers: what is past its retention, what was decided on it, and what is destroyed? */
export function DisposalPage() {
  const { t } = useTranslation('disposal');
  const { tab } = useTab();
  const may = useMay();
  const navigate = useNavigate();
  const { data: due } = useDue({});
  const area = useLedgerArea();
  const appraise = () => may('disposal.prepare') && due && due.total > 0 && void navigate('/disposal/appraise');
  const group = tab === 'due' || tab === 'toDestroy' ? tab : undefined;
  const mayPrint = may('print.form') && group !== undefined;
  const preview = () => void navigate(listPath('due-list', { group }));
  // The lists of the other tabs have a button of their own with that key.
  useKeys({ ...(mayPrint && { 'ctrl+p': preview }), 'ctrl+n': () => void appraise(), escape: () => navigate(-1) });
  if (!due) return null;
  const counts = { due: due.total, toDestroy: due.toDestroy };
  const exported = listOf(tab);
  return (
    <div className="page">
      <PageHead title={t('title--disposal')} area={area}>
        {due.total === 0 ? (
          t('lead--noneDue')
        ) : (
          <Trans
            t={t}
            i18nKey="lead--due"
            count={due.total}
            values={{ pages: due.pages }}
            components={{ late: <b className="late" /> }}
          />
        )}
        {due.toDestroy > 0 && <Trans t={t} i18nKey="lead--toDestroy" count={due.toDestroy} components={{ b: <b /> }} />}
      </PageHead>
      <div className="bar">
        {may('disposal.prepare') && (
          <Button type="primary" disabled={due.total === 0} onClick={() => void appraise()}>
            {t('action--appraise')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        <Segmented<Tab>
          value={tab}
          aria-label={t('label--which')}
          options={TABS.map((value) => ({
            value,
            label: t(`tab--${value}`, { count: counts[value as keyof typeof counts] }),
          }))}
          onChange={(value) => useTab.setState({ tab: value })}
        />
        {exported.name === 'disposals' && <PrintListButton list={exported} />}
        {mayPrint && (
          <Button onClick={preview}>
            {t('action--printDue')} <Kbd>Ctrl P</Kbd>
          </Button>
        )}
        {may('print.form') && <ExportButton list={exported} />}
      </div>
      <div className="page-scroll">
        {tab === 'due' || tab === 'toDestroy' ? <Due key={tab} group={tab} /> : <Lists key={tab} kind={tab} />}
      </div>
    </div>
  );
}

const listOf = (tab: Tab) =>
  tab === 'due' || tab === 'toDestroy'
    ? ({ name: 'due', group: tab } as const)
    : ({ name: 'disposals', kind: tab } as const);

function Due({ group }: { group: 'due' | 'toDestroy' }) {
  const { t } = useTranslation('disposal');
  const { data } = useDue({ group });
  if (!data) return null;
  const [title, hint] =
    group === 'due' ? [t('title--noneDue'), t('hint--noneDue')] : [t('title--noneToDestroy'), t('hint--noneToDestroy')];
  if (data.total === 0) return <EmptyState title={title} hint={hint} />;
  return (
    <>
      <DueTable rows={data.rows} />
      {data.total > data.rows.length && (
        <p className="quiet">{t('hint--more', { shown: data.rows.length, total: data.total })}</p>
      )}
    </>
  );
}

function Lists({ kind }: { kind: 'appraisal' | 'destruction' }) {
  const { t } = useTranslation('disposal');
  const { data } = useDisposals({ kind });
  const { data: all = 0 } = useDisposalCount({ kind });
  if (!data) return null;
  const [title, hint] =
    kind === 'appraisal'
      ? [t('title--noAppraisals'), t('hint--noAppraisals')]
      : [t('title--noDestructions'), t('hint--noDestructions')];
  if (data.length === 0) return <EmptyState title={title} hint={hint} />;
  return (
    <>
      <DisposalTable rows={data} />
      {all > data.length && <p className="quiet">{t('hint--moreLists', { shown: data.length, total: all })}</p>}
    </>
  );
}
