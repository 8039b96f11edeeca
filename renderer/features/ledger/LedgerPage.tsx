import './ledger.css';
import { Button, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { LedgerSums } from '../../../shared/api/ledger.contract';
import { LABEL_FORMS } from '../../../shared/api/print.contract';
import { useMay } from '../../app/use-may';
import { useLedgerArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { FormsMenu, listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { OpenDossier } from '../../ui/OpenDossier';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { ActiveConditions } from './ActiveConditions';
import { LedgerFilters } from './LedgerFilters';
import { LedgerLead } from './LedgerLead';
import { LedgerTable } from './LedgerTable';
import { type LedgerQuestion, useBox, useLedgerQuestion, useLedgerTotals } from './ledger.queries';
import { isFiltered, openWhole, showOnly, useLedgerView } from './ledger-view.store';
import { useAskedFilter } from './use-asked-filter';
import { ViewMenu } from './ViewMenu';

/** Answers: which dossiers are there, where, and which are late? */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const may = useMay();
  const navigate = useNavigate();
  useScannedBox();
  useAskedFilter();
  const filter = useLedgerView((look) => look.filter);
  const filtered = isFiltered(filter);
  const question = useLedgerQuestion();
  const { data } = useLedgerTotals(question);
  const area = useLedgerArea();
  const [opening, setOpening] = useState(false);
  const text = useRef<InputRef>(null);
  const mayOpen = may('dossier.compile');
  const open = () => mayOpen && setOpening(true);
  const mayPrint = may('print.form');
  const preview = () => mayPrint && void navigate(listPath('ledger', question));
  useKeys({ 'ctrl+n': open, 'ctrl+p': preview, 'ctrl+f': () => text.current?.focus({ cursor: 'all' }) });
  const button = mayOpen && (
    <Button type="primary" onClick={open}>
      {t('action--openDossier')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--ledger')} area={area}>
        <LedgerLead />
      </PageHead>
      <div className="bar ledger-bar">
        {button}
        {mayPrint && <Paper question={question} onPreview={preview} />}
        <ViewMenu />
        {data && <Found sums={data} />}
      </div>
      <div className="bar ledger-bar">
        <LedgerFilters textRef={text} />
        <ActiveConditions filter={filter} />
      </div>
      {data && data.total > 0 && <LedgerTable question={question} count={data.total} />}
      {data?.total === 0 && !filtered && (
        <EmptyState
          title={t('title--empty')}
          hint={t('hint--empty')}
          action={
            <span className="bar">
              {button}
              {may('ledger.import') && <Button onClick={() => void navigate('/import')}>{t('action--import')}</Button>}
            </span>
          }
        />
      )}
      {data?.total === 0 && filtered && (
        <EmptyState
          title={t('title--notFound')}
          hint={t('hint--notFound')}
          action={<Button onClick={() => openWhole()}>{t('action--showAll')}</Button>}
        />
      )}
      {opening && <OpenDossier onDone={(id) => void navigate(`/dossier/${id}`)} onClose={() => setOpening(false)} />}
    </div>
  );
}

/** A scanned box shows what stands in it. */
function useScannedBox() {
  const [params, setParams] = useSearchParams();
  const placeId = Number(params.get('place')) || undefined;
  const { data } = useBox(placeId);
  useEffect(() => {
    if (placeId === undefined || !data) return;
    const { room, cabinet, shelf, box } = data.box;
    showOnly({ room, cabinet, shelf, box });
    setParams({}, { replace: true });
  }, [placeId, data, setParams]);
}

/** How many dossiers the list has, and what they add up to. */
function Found({ sums: { total, volumes, items, pages } }: { sums: LedgerSums }) {
  const { t } = useTranslation('ledger');
  const sums = { volumes: grouped(volumes), items: grouped(items), pages: grouped(pages) };
  return <span className="bar-end">{t('label--found', { count: total, shownTotal: grouped(total), ...sums })}</span>;
}

/** The list as it is filtered, on paper or in a file. */
function Paper({ question, onPreview }: { question: LedgerQuestion; onPreview: () => void }) {
  const { t } = useTranslation('ledger');
  return (
    <>
      <Button onClick={onPreview}>
        {t('action--print')} <Kbd>Ctrl P</Kbd>
      </Button>
      <FormsMenu words={t('action--labels')} forms={LABEL_FORMS} pathOf={(form) => listPath(form, question)} />
      <ExportButton list={{ name: 'ledger', ...question }} />
    </>
  );
}

/** 12486 as 12,486. */
const grouped = (number: number): string => number.toLocaleString('en-US');
