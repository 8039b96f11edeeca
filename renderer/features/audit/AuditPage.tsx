import './audit.css';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { JournalVerdict } from '../../../shared/api/audit.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSettingsArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { PageHead } from '../../ui/PageHead';
import { PrintListButton } from '../../ui/PrintListButton';
import { Refusal } from '../../ui/Refusal';
import { EVENTS_PER_PAGE, useEvents, useVerify } from './audit.queries';
import { EventTable } from './EventTable';
import { FilesCheck } from './FilesCheck';
import { type AuditFilter, FilterBar } from './FilterBar';

/** Answers: who did what and when, and is the journal whole? */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const [params, setParams] = useSearchParams();
  const seq = Number(params.get('seq')) || undefined;
  const [narrowed, setFilter] = useState<AuditFilter>({});
  const filter: AuditFilter = seq === undefined ? narrowed : { seq };
  const [page, setPage] = useState(1);
  const { record, ...rest } = filter;
  const asked = { ...rest, ...(record && { table: record.table, rowId: record.rowId }) };
  const { data } = useEvents(asked, page);
  const choose = (next: AuditFilter) => {
    setPage(1);
    setParams({}, { replace: true });
    setFilter({ ...next, seq: undefined });
  };
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className="page">
      <PageHead title={t('title--audit')} area={useSettingsArea()}>
        {data && (
          <Trans
            t={t}
            i18nKey={filtered ? 'lead--filtered' : 'lead--all'}
            count={data.total}
            components={{ b: <b /> }}
          />
        )}
      </PageHead>
      <div className="bar">
        <FilterBar filter={filter} onChange={choose} />
        <PrintListButton list={{ name: 'audit', ...asked }} />
        <ExportButton list={{ name: 'audit', ...asked }} />
      </div>
      <div className="bar">
        <VerifyButton />
        <FilesCheck />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it, as nothing in it takes the focus */}
      <section className="page-scroll" tabIndex={0} aria-label={t('title--audit')}>
        {data && data.events.length > 0 && <EventTable events={data.events} />}
        {data?.total === 0 && <EmptyState title={t('title--nothing')} hint={t('hint--nothing')} />}
      </section>
      {data && data.total > EVENTS_PER_PAGE && (
        <Pagination
          className="audit-pages"
          current={page}
          pageSize={EVENTS_PER_PAGE}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </div>
  );
}

function VerifyButton() {
  const { t } = useTranslation('audit');
  const errorText = useErrorText();
  const verify = useVerify();
  return (
    <span className="audit-verify">
      <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
        {t('action--verify')}
      </Button>
      {verify.data && <Verdict verdict={verify.data} />}
      <Refusal>{errorText(verify.error)}</Refusal>
    </span>
  );
}

function Verdict({ verdict }: { verdict: JournalVerdict }) {
  const { t, i18n } = useTranslation('audit');
  if (!verdict.whole)
    return (
      <span role="status" className="late">
        {t('state--broken', { seq: verdict.seq, fault: t(`fault--${verdict.fault}` as 'fault--altered') })}
      </span>
    );
  const number = (n: number) => n.toLocaleString(i18n.language);
  return (
    <span role="status" className="audit-whole">
      {t('state--whole', { events: number(verdict.events), changes: number(verdict.changes) })}
    </span>
  );
}
