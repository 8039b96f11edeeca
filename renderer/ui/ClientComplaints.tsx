import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, useRead } from '../api/client';
import { DeadlineWords } from './complaint/DeadlineWords';

/** The complaints of a client and how they stand, at the side of its page. Nothing where there is none. */
export function ClientComplaints({ clientId }: { clientId: number }) {
  const { t } = useTranslation('caseFile');
  const { data = [] } = useRead(client.complaintFile.ofClient, { clientId });
  if (data.length === 0) return null;
  return (
    <section>
      <h2>{t('title--complaints')}</h2>
      {data.map(({ id, no, kind, facts, next, closedOn, deadline }) => (
        <p key={id} className="small">
          <Link to={`/complaints/${id}`}>{no}</Link> {kind}
          <br />
          {facts}
          <br />
          <span className="quiet">
            {closedOn === undefined ? t('state--next', { step: next }) : t('state--closed', { day: closedOn })}
          </span>{' '}
          {closedOn === undefined && deadline && <DeadlineWords its={deadline} />}
        </p>
      ))}
    </section>
  );
}
