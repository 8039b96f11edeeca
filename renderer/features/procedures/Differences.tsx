import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../../shared/complaint/procedure';
import { type Difference, differencesOf } from '../../../shared/complaint/procedure-differences';
import { useProcedureWords } from './use-procedure-words';

/** What a version says otherwise than the one before, in words. */
export function Differences({ before, after }: { before: Procedure; after: Procedure }) {
  const { t } = useTranslation('procedures');
  const old = useProcedureWords(before);
  const now = useProcedureWords(after);
  const all = differencesOf(before, after);
  if (all.length === 0) return <p className="quiet small">{t('text--noDifference')}</p>;
  const wordsOf = ({ at, kind, name, what = '', before: was, after: is }: Difference) => {
    const part =
      at.part === 'basics' || at.code === undefined ? '' : t(`part--${at.part}`, { name: name || t('text--untitled') });
    if (kind !== 'changed') return t(`difference--${kind}`, { part });
    const values = { was: old.valueWords(what, was), is: now.valueWords(what, is) };
    return t('difference--changed', { part, what: t(`what--${what}` as 'what--title'), ...values });
  };
  return (
    <ul className="procedure-differences small">
      {all.map((one) => (
        <li key={`${one.kind} ${one.at.part} ${one.at.code} ${one.what}`}>{wordsOf(one)}</li>
      ))}
    </ul>
  );
}
