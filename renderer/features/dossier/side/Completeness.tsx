import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DossierView } from '../../../../shared/api/dossier.contract';
import { useMay } from '../../../app/use-may';

const KINDS = ['complete', 'unsigned', 'missing'] as const;

/** How complete the volume is, as a bar and in words with the same numbers. */
export function Completeness({ dossier: { checklist, completeness } }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const readsLists = useMay()('checklist.read');
  const all = KINDS.reduce((sum, kind) => sum + completeness[kind], 0);
  if (all === 0) return null;
  return (
    <section>
      <h2>{t('title--completeness')}</h2>
      <div className="completeness" aria-hidden="true">
        {KINDS.map(
          (kind) =>
            completeness[kind] > 0 && <i key={kind} className={kind} style={{ flexGrow: completeness[kind] }} />,
        )}
      </div>
      <p className="completeness-words">
        {KINDS.map((kind) => (
          <span key={kind} className={completeness[kind] > 0 ? kind : 'quiet'}>
            {t(`state--${kind}Count`, { count: completeness[kind] })}
          </span>
        ))}
      </p>
      {checklist && (
        <p className="quiet small">
          {t('label--madeFrom')}{' '}
          {readsLists ? <Link to={`/checklists/${checklist.id}`}>{checklist.name}</Link> : checklist.name}{' '}
          {t('label--versionNo', { version: checklist.version })}
        </p>
      )}
    </section>
  );
}
