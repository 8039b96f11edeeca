import { useTranslation } from 'react-i18next';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import type { Role } from '../../../shared/complaint/procedure';
import { useStandInWords } from '../../ui/complaint/use-stand-in-words';

const STAND_INS = ['generalManager', 'chairman'] as const;

/** Who takes a step now, by name, or stands in where nobody has any of its positions. */
export function useWhoTakes(holders: EditedProcedure['holders']) {
  const { t } = useTranslation(['procedures', 'complaints']);
  const standInWords = useStandInWords();
  const namesOf = (role: Role) => holders.find(({ position }) => position === role)?.names ?? [];
  return (by: readonly Role[]): { words: string; standIn: boolean } | undefined => {
    if (by.length === 0) return undefined;
    const names = [...new Set(by.flatMap(namesOf))].join(t('complaints:label--comma'));
    const byCase = by.includes('handler') || by.includes('headOfUnit');
    if (names !== '') return { words: t('procedures:text--takes', { names }), standIn: false };
    if (byCase) return { words: t('procedures:text--takesByCase'), standIn: false };
    const position = STAND_INS.find((its) => namesOf(its).length > 0);
    const standIn = {
      because: 'nobody' as const,
      names: position ? namesOf(position) : [],
      ...(position && { position }),
    };
    return { words: standInWords(standIn, by), standIn: true };
  };
}
