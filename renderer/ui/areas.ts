import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import type { AreaPage } from './AreaNav';

/** Papers and people on their way: the lists of papers, and what leavers hand over. */
export function useHandoverArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  return [
    ...(may('dossier.read') ? [{ to: '/handover', word: t('title--handoverLists') }] : []),
    ...(may('staffHandover.prepare') ? [{ to: '/staff-handover', word: t('title--staffHandovers') }] : []),
  ];
}

/** The rules that the archives office works by: what belongs into a dossier, and which days are working days. */
export function useRulesArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  return [
    ...(may('checklist.edit') ? [{ to: '/checklists', word: t('title--checklists') }] : []),
    ...(may('calendar.manage') ? [{ to: '/calendar', word: t('title--calendar') }] : []),
  ];
}
