import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StaffHandoverTrace } from '../../shared/api/staff-handover.contract';
import { client, useRead } from '../api/client';

/** The staff handovers that wait for signatures and would pass a dossier on. Nothing where there is none. */
export function DossierStaffHandovers({ dossierId }: { dossierId: number }) {
  const { data } = useRead(client.staffHandover.ofDossier, { dossierId });
  return <StaffHandoverSide traces={data} />;
}

/** The same of a client and its projects. */
export function ClientStaffHandovers({ clientId }: { clientId: number }) {
  const { data } = useRead(client.staffHandover.ofClient, { clientId });
  return <StaffHandoverSide traces={data} />;
}

function StaffHandoverSide({ traces = [] }: { traces?: readonly StaffHandoverTrace[] | undefined }) {
  const { t } = useTranslation('staffHandover');
  if (traces.length === 0) return null;
  const comma = t('label--comma');
  return (
    <section>
      <h2>{t('title--lists')}</h2>
      {traces.map(({ id, no, from, since, waitsDays, waitsFor, lines, readable }) => (
        <p key={id} className="small">
          {readable ? <Link to={`/staff-handover/${id}`}>{no}</Link> : no} {t('label--handsOver', { from })}
          {lines.map(({ kind, title, successor }) => (
            <span key={`${kind} ${title}`}>
              <br />
              {t(successor === undefined ? 'label--lineStays' : 'label--lineGoes', {
                ...{ kind: t(`kind--${kind}`), title, successor },
              })}
            </span>
          ))}
          <br />
          <b className="amber">{t('state--waits', { count: waitsDays, day: since })}</b>{' '}
          <span className="quiet">{t('label--waitsFor', { names: waitsFor.join(comma) })}</span>
        </p>
      ))}
    </section>
  );
}
