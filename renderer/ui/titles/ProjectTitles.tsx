import './project-titles.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Standing } from '../../../shared/api/title.contract';
import { client, useRead } from '../../api/client';
import { useMay } from '../../app/use-may';

/** The title documents of a project and where they are; lists that still wait; nothing where there are neither. */
export function ProjectTitles({ projectId }: { projectId: number }) {
  const { t } = useTranslation('titleHandovers');
  const enabled = useMay()('title.read');
  const { data: titles } = useRead(client.title.list, { projectId }, { enabled });
  const { data: open } = useRead(client.titleHandover.list, { projectId, which: 'open' }, { enabled });
  if (!titles || !open || titles.rows.length + open.length === 0) return null;
  return (
    <section className="project-titles">
      <h2>{t('title--side')}</h2>
      {titles.rows.length > 0 && <p>{t('side--count', { titles: titles.total, pieces: titles.pieces })}</p>}
      {open.map(({ id, no, titles: count, pieces, lateDays }) => (
        <p key={id} className={lateDays > 0 ? 'late' : 'amber'}>
          {t('side--waits', { titles: count, pieces })}
          <Link to={`/titles/handovers/${id}`}>{t('side--list', { no })}</Link>{' '}
          {lateDays > 0 ? t('state--lateBy', { count: lateDays }) : t('state--dueToday')}
        </p>
      ))}
      <ul>
        {titles.rows.map(({ id, name, certificateNo, standings }) => (
          <li key={id}>
            <Link to={`/titles/${id}`}>{name}</Link> <span className="quiet">{certificateNo}</span>
            {standings.map((its) => (
              <small key={`${its.place} ${its.compartmentId ?? ''}`}>
                <Where standing={its} />
              </small>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Where({ standing }: { standing: Standing }) {
  const { t } = useTranslation('titleHandovers');
  const { place, safe = '', compartment = '', party = '', dueOn = '' } = standing;
  return <>{t(`place--${place}`, { safe, compartment, party, dueOn })}</>;
}
