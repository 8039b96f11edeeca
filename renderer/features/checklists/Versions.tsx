import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChecklistView } from '../../../shared/api/checklist.contract';

/** All versions of the list, and how many dossiers were made from each. */
export function Versions({ its }: { its: ChecklistView }) {
  const { t } = useTranslation('checklists');
  return (
    <section>
      <h2>{t('title--versions')}</h2>
      <p className="quiet small">{t('hint--versions')}</p>
      <ul className="checklist-versions">
        {its.versions.map(({ id, version, madeOn, madeBy, dossiers }) => (
          <li key={id}>
            {id === its.id ? (
              <b aria-current="true">{t('label--versionNo', { version })}</b>
            ) : (
              <Link to={`/checklists/${id}`}>{t('label--versionNo', { version })}</Link>
            )}
            <span className="quiet">
              {madeOn} {madeBy ?? t('label--shipped')}
            </span>
            <span className="n">{t('label--madeFrom', { count: dossiers })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
