import { useTranslation } from 'react-i18next';
import { PROGRAM, SCHEDULER } from '../../shared/api/backup.contract';

/** Who made a backup, by what its labels say. */
export function useMadeBy(): (madeBy: string) => string {
  const { t } = useTranslation('ui');
  return (madeBy) => {
    if (madeBy === SCHEDULER) return t('label--scheduler');
    return madeBy === PROGRAM ? t('label--program') : madeBy;
  };
}
