import './safes.css';
import { Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SafeRow } from '../../../shared/api/safe.contract';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { DaysView } from './DaysView';
import { InsideView } from './InsideView';
import { KeysView } from './KeysView';
import { OpeningsView } from './OpeningsView';
import { RegisterSafe } from './RegisterSafe';
import { SafeLead } from './SafeLead';
import { useSafes } from './safes.queries';
import { lookAt, useLooked, VIEWS, type View } from './safes.store';

/** Answers: what is in the safe now, who can open it, when was it open, and do its days agree? */
export function SafesPage() {
  const { data: safes } = useSafes();
  const may = useMay();
  const [registering, setRegistering] = useState(false);
  const mayRegister = may('safe.manage');
  useKeys({ 'ctrl+n': () => mayRegister && setRegistering(true) });
  if (!safes) return null;
  const dialog = registering && <RegisterSafe onClose={() => setRegistering(false)} />;
  if (safes.length === 0)
    return (
      <>
        <NoSafe onRegister={mayRegister ? () => setRegistering(true) : undefined} />
        {dialog}
      </>
    );
  return (
    <>
      <OneSafe safes={safes} onRegister={mayRegister ? () => setRegistering(true) : undefined} />
      {dialog}
    </>
  );
}

function NoSafe({ onRegister }: { onRegister: (() => void) | undefined }) {
  const { t } = useTranslation('safes');
  const action = onRegister && (
    <Button type="primary" onClick={onRegister}>
      {t('action--register')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--safes')} area={useTitlesArea()}>
        {t('lead--none')}
      </PageHead>
      <EmptyState
        title={t('title--noSafe')}
        hint={onRegister ? t('hint--noSafe') : t('hint--noSafeOther')}
        action={action}
      />
    </div>
  );
}

function OneSafe({ safes, onRegister }: { safes: SafeRow[]; onRegister: (() => void) | undefined }) {
  const { t } = useTranslation('safes');
  const [params, setParams] = useSearchParams();
  const { safeId } = useLooked();
  const scanned = Number(params.get('compartment')) || undefined;
  const around = safes.find(({ compartments }) => compartments.some(({ id }) => id === scanned))?.id;
  useEffect(() => {
    if (around !== undefined) lookAt({ safeId: around, compartmentId: scanned, on: undefined });
  }, [around, scanned]);
  const asked = around ?? (Number(params.get('safe')) || safeId);
  const used = safes.filter(({ retiredOn }) => retiredOn === undefined);
  const its = safes.find(({ id }) => id === asked) ?? used[0] ?? safes[0];
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'inside';
  const go = (next: View) => setParams(next === 'inside' ? {} : { view: next }, { replace: true });
  if (!its) return null;
  const choose = (id: number) => {
    lookAt({ safeId: id, compartmentId: undefined, on: undefined });
    go(view);
  };
  return (
    <div className="page safes">
      <SafeLead its={its} />
      <div className="bar">
        {safes.length > 1 && (
          <Segmented<number>
            value={its.id}
            aria-label={t('label--whichSafe')}
            options={safes.map(({ id, name, retiredOn }) => ({
              value: id,
              label: retiredOn === undefined ? name : t('label--safeRetired', { name }),
            }))}
            onChange={choose}
          />
        )}
        <Segmented<View>
          value={view}
          aria-label={t('label--view')}
          options={VIEWS.map((value) => ({ value, label: t(`view--${value}`) }))}
          onChange={go}
        />
      </div>
      {view === 'inside' && <InsideView key={its.id} its={its} onDays={() => go('days')} onRegister={onRegister} />}
      {view === 'keys' && <KeysView key={its.id} its={its} />}
      {view === 'openings' && <OpeningsView key={its.id} its={its} />}
      {view === 'days' && <DaysView key={its.id} its={its} />}
    </div>
  );
}
