import { useTranslation } from 'react-i18next';
import type { SafeBalance } from '../../../shared/api/safe-closing.contract';

/** Why something cannot be done now, in the sentence of its refusal. */
export function useHindranceWords() {
  const { t } = useTranslation('errors');
  return ({ reason, details }: NonNullable<SafeBalance['notClosableBecause']>): string =>
    t(reason as 'safeStandsOpen', details as { name: string });
}
