import { useTranslation } from 'react-i18next';
import type { DueRow } from '../../../shared/api/disposal.contract';

/** Why a dossier cannot be put on a list now, in a sentence. */
export function useHindrance() {
  const { t } = useTranslation('errors');
  return ({ because, archiveNo, keepUntil, onList }: DueRow): string | undefined =>
    because && t(because as 'dossierIsLent', { dossier: archiveNo, day: keepUntil, no: onList?.no ?? '' });
}
