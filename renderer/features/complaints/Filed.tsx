import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintView } from '../../../shared/api/complaint.contract';
import { runsOf } from './runs-of';

/** Where the papers of each round lie: in which dossier, under which numbers of its in-volume list. */
export function Filed({ its }: { its: ComplaintView }) {
  const { t } = useTranslation('complaints');
  if (its.filed.length === 0) return null;
  return (
    <section aria-label={t('title--filed')}>
      <h2>{t('title--filed')}</h2>
      {its.filed.map(({ dossierId, round, archiveNo, title, papers, lines }) => (
        <p key={`${dossierId} ${round}`}>
          {t('label--round', { round })} <Link to={`/dossier/${dossierId}`}>{archiveNo ?? title}</Link>{' '}
          {t('text--lines', { count: papers, lines: runsOf(lines).join(t('label--comma')) })}
          {lines.length < papers && (
            <span className="amber small"> {t('hint--linesGone', { count: papers - lines.length })}</span>
          )}
        </p>
      ))}
    </section>
  );
}
