import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../../shared/api/dossier.contract';
import type { Rows } from '../grid/volume-draft';

/** What the checklist demands and the list does not have, and what nobody has signed yet: the same papers that the bar counts. */
export function Missing({ dossier, rows }: { dossier: DossierView; rows: Rows }) {
  const { t } = useTranslation('dossier');
  const counted = rows.filter(({ part, values }) => part !== 'annex' && values.pages > 0);
  const unsigned = counted.filter(({ values }) => !values.signatureComplete);
  if (dossier.missing.length === 0 && unsigned.length === 0) {
    return dossier.receivedOn ? null : <MissingNothing listed={dossier.checklist !== undefined} />;
  }
  return (
    <section>
      <h2>{t('title--missing')}</h2>
      <ul className="missing">
        {dossier.missing.map((title) => (
          <li key={title}>
            <span>{title}</span>
            <span className="late small">{t('state--missing')}</span>
          </li>
        ))}
        {unsigned.map(({ key, values }) => (
          <li key={key}>
            <span>{values.title}</span>
            <span className="late small">{t('state--unsigned')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Without a checklist nobody can say that all is there. */
function MissingNothing({ listed }: { listed: boolean }) {
  const { t } = useTranslation('dossier');
  return (
    <section>
      <h2>{t('title--missing')}</h2>
      <p className="quiet">{t(listed ? 'hint--nothingMissing' : 'hint--noChecklist')}</p>
    </section>
  );
}
