import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../../shared/complaint/procedure';
import { faultsOf, type Place } from '../../../shared/complaint/procedure-faults';
import { gapsOf } from './procedure-draft';

/** What is wrong with a draft, in a sentence, and where it is mended. */
export interface Fault {
  words: string;
  at: Place;
}

export function useFaults(draft: Procedure): Fault[] {
  const { t } = useTranslation(['procedures', 'errors']);
  return useMemo(() => {
    const titleAt = ({ part, code }: Place): string => {
      const lists = { step: draft.steps, limit: draft.limits, penalty: draft.penalties };
      if (part === 'basics' || code === undefined) return '';
      const title = lists[part].find((its) => its.code === code)?.title || t('procedures:text--untitled');
      return t(`procedures:part--${part}`, { name: title });
    };
    const gaps = gapsOf(draft).map(({ gap, at }) => ({ words: `${titleAt(at)}${t(`procedures:gap--${gap}`)}`, at }));
    const faults = faultsOf(draft).map(({ reason, name, at }) => {
      const words = reason === 'procedureNeedsOne' ? t(`procedures:does--${name}` as 'procedures:does--close') : name;
      return { words: t(`errors:${reason}` as 'errors:limitWithoutEnd', { name: words || titleAt(at) }), at };
    });
    // The same sentence twice says no more.
    return [...new Map([...gaps, ...faults].map((one) => [one.words, one])).values()];
  }, [draft, t]);
}
