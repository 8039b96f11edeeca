import './supplement.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { SupplementRow } from '../../../shared/api/supplement.contract';
import { IssueSupplement } from './IssueSupplement';
import { useSupplementsOf } from './supplement.queries';

interface SupplementSideProps {
  dossierId: number;
  /** Titles that the person has just found wrong: they stand on the new list already. */
  marked?: readonly string[];
}

/** What a dossier still lacks by its supplement lists, and the way to make one. */
export function SupplementSide({ dossierId, marked = [] }: SupplementSideProps) {
  const { t } = useTranslation('supplements');
  const navigate = useNavigate();
  const { data } = useSupplementsOf(dossierId);
  const [issuing, setIssuing] = useState(false);
  if (!data || (data.rows.length === 0 && !data.issuable)) return null;
  return (
    <section className="supplement-side">
      <h2>{t('title--side')}</h2>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/handover/supplements/${row.id}`}>{row.no}</Link> <OpenWords row={row} />
          </li>
        ))}
      </ul>
      {data.issuable && (
        <Button size="small" onClick={() => setIssuing(true)}>
          {t('action--issue')}
        </Button>
      )}
      {issuing && data.issuable && (
        <IssueSupplement
          dossierId={dossierId}
          about={data}
          marked={marked}
          onDone={(id) => void navigate(`/handover/supplements/${id}`)}
          onClose={() => setIssuing(false)}
        />
      )}
    </section>
  );
}

/** How much of a list is still open, who has to clear it, and until when. */
function OpenWords({
  row: { state, open, handedIn, lines, responsible, dueOn, lateDays, closedOn },
}: {
  row: SupplementRow;
}) {
  const { t } = useTranslation('supplements');
  if (state === 'closed') return <span className="quiet">{t('state--closedOn', { day: closedOn })}</span>;
  return (
    <>
      <span className={lateDays > 0 ? 'late' : 'amber'}>{t('state--openOf', { open: open + handedIn, lines })}</span>
      {handedIn > 0 && <span>{t('state--handedInCount', { count: handedIn })}</span>}
      <small className={lateDays > 0 ? 'late' : undefined}>
        {t('label--clearedBy', { responsible, day: dueOn })}
        {lateDays > 0 && t('label--lateBy', { count: lateDays })}
      </small>
    </>
  );
}
