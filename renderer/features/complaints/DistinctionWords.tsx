import { useTranslation } from 'react-i18next';
import type { Distinctions } from '../../../shared/api/complaint.contract';
import type { Distinction } from '../../../shared/complaint/distinctions';

/** What it means in this procedure that a case is major or urgent, and which limits and steps follow. */
export function DistinctionWords({ its }: { its: Distinctions }) {
  const { t } = useTranslation('complaints');
  const wordsOf = ({ means, limits, steps, keepYears }: Distinction) => {
    const titles = (all: string[]) => ({ titles: all.join(t('label--comma')) });
    const parts = [
      means && t('distinction--means', { means }),
      limits.length > 0 && t('distinction--limits', titles(limits)),
      steps.length > 0 && t('distinction--steps', titles(steps)),
      keepYears !== undefined && t('distinction--years', { years: keepYears }),
    ];
    return parts
      .filter(Boolean)
      .join('')
      .replace(/[；;]\s*$/, t('label--stop'));
  };
  const { major, urgent } = its;
  if (!major && !urgent) return null;
  return (
    <ul className="complaint-distinctions small">
      {major && (
        <li>
          <b>{t('distinction--major')}</b>
          {wordsOf(major)}
        </li>
      )}
      {urgent && (
        <li>
          <b>{t('distinction--urgent')}</b>
          {wordsOf(urgent)}
        </li>
      )}
    </ul>
  );
}
