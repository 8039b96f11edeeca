import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseOfDossier } from '../../../../shared/api/dossier.contract';
import { useMay } from '../../../app/use-may';

/** The complaint whose papers lie in a dossier, and the other dossiers of that case. */
export function OfComplaint({ its, dossierId }: { its: CaseOfDossier; dossierId: number }) {
  const { t } = useTranslation('dossier');
  const may = useMay();
  const others = its.volumes.filter(({ id }) => id !== dossierId);
  return (
    <section>
      <h2>{t('title--complaint')}</h2>
      <p>{may('complaint.read') ? <Link to={`/complaints/${its.id}`}>{its.no}</Link> : its.no}</p>
      {others.length > 0 && (
        <p>
          {t('label--otherVolumes')}
          {others.map(({ id, title, archiveNo }) => (
            <span key={id}>
              {' '}
              <Link to={`/dossier/${id}`}>{archiveNo ?? title}</Link>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
