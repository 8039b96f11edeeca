import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoment } from '../../ui/use-moment';
import { useRehearsals, useRestores } from './restore.queries';

/** When it was last tried whether a backup can be restored, and when one was. */
export function Rehearsals() {
  const { t } = useTranslation('restore');
  const moment = useMoment();
  const { data } = useRehearsals();
  const { data: restores = [] } = useRestores();
  return (
    <section>
      <h2>{t('title--rehearsals')}</h2>
      {data?.total === 0 && <p className="quiet">{t('empty--rehearsals')}</p>}
      {data && data.total > 0 && (
        <ul className="restore-rehearsals">
          {data.rows.map((its) => (
            <li key={its.id}>
              {moment(its.rehearsedAt)} {its.rehearsedBy}{' '}
              <b className={its.passed ? 'restore-passed' : 'late'}>
                {its.passed ? t('state--rehearsedWell') : t('state--rehearsedBadly')}
              </b>{' '}
              <span className="quiet">{its.name}</span>{' '}
              <Link to={`/print/rehearsal/${its.id}`}>{t('action--printRehearsal')}</Link>
            </li>
          ))}
        </ul>
      )}
      {data && data.total > data.rows.length && (
        <p className="quiet">{t('state--moreRehearsals', { count: data.total - data.rows.length })}</p>
      )}
      {restores.length > 0 && (
        <>
          <h2>{t('title--restores')}</h2>
          <ul className="restore-rehearsals">
            {restores.map((its) => (
              <li key={its.id}>{t('text--restored', { ...its, when: moment(its.restoredAt) })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
