import { useTranslation } from 'react-i18next';
import type { Hindrance } from '../../../shared/api/borrowing-slip.contract';

/** Why something cannot be, in a sentence. */
export function useHindranceWords() {
  const { t } = useTranslation('errors');
  return (because: Hindrance): string =>
    t(because.reason as 'thingIsOut', { ...(because.details as { thing: string }) });
}
