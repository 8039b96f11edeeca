import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DisposalTrace } from '../../shared/api/disposal.contract';
import { client, useRead } from '../api/client';
import { useMay } from '../app/use-may';

/** On which lists a dossier stands: what was decided, when it went where and on which paper. Nothing where there is none. */
export function DisposalTrail({ dossierId }: { dossierId: number }) {
  const { t } = useTranslation('ui');
  const may = useMay();
  const { data = [] } = useRead(client.disposal.ofDossier, { dossierId }, { enabled: may('dossier.read') });
  const words = useTrailWords();
  if (data.length === 0) return null;
  return (
    <section>
      <h2>{t('title--trail')}</h2>
      {data.map((its) => (
        <p key={its.id} className="small">
          <Link to={`/disposal/${its.id}`}>{its.no}</Link>
          <br />
          <span className={its.kind === 'destruction' && its.state === 'done' ? 'late' : 'quiet'}>{words(its)}</span>
          <Waiting its={its} />
        </p>
      ))}
    </section>
  );
}

/** Since when a list waits, how long, and who can go on with it. */
function Waiting({ its: { state, waits } }: { its: DisposalTrace }) {
  const { t } = useTranslation('ui');
  if (!waits) return null;
  const names = waits.names.join(t('label--comma'));
  const who = state === 'approved' ? 'trail--witnesses' : names ? 'trail--approvers' : 'trail--noApprover';
  return (
    <>
      <br />
      <b className="amber">{t('trail--waits', { count: waits.days, day: waits.since })}</b>
      <br />
      <span className="quiet">{t(who, { names })}</span>
    </>
  );
}

function useTrailWords() {
  const { t } = useTranslation('ui');
  return (its: DisposalTrace): string => {
    const { kind, state, decision, receiver, madeOn, decidedOn = madeOn, doneOn = decidedOn } = its;
    if (its.takenBackOn) return t('trail--takenBack', { day: its.takenBackOn, reason: its.takenBackBecause ?? '' });
    if (state === 'refused' || state === 'withdrawn') return t('trail--closed', { day: madeOn });
    if (kind === 'appraisal') {
      if (state === 'submitted') return t('trail--appraisal-submitted', { day: madeOn });
      if (decision === 'keep') return t('trail--appraisal-keep', { day: decidedOn, until: its.newUntil ?? '' });
      return t(`trail--appraisal-${decision ?? 'destroy'}`, { day: decidedOn });
    }
    const day = state === 'done' ? doneOn : state === 'approved' ? decidedOn : madeOn;
    if (kind === 'transfer' && state === 'done') return t('trail--transfer-done', { day, receiver });
    return t(`trail--${kind}-${state}` as 'trail--destruction-done', { day });
  };
}
