import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import type { AreaPage } from './AreaNav';

/** Papers on their way: the lists, what is still missing, requests for more time, and who was late. */
export function useHandoverArea(): AreaPage[] {
  const { t } = useTranslation('app');
  return [
    { to: '/handover', word: t('title--handoverLists') },
    { to: '/handover/supplements', word: t('title--supplements') },
    { to: '/handover/extensions', word: t('title--extensions') },
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
