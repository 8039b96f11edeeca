import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import type { AreaPage } from './AreaNav';

/** The ledger, where its dossiers stand, their numbers, and what becomes of them in the end. */
export function useLedgerArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  if (!may('ledger.read')) return [];
  return [
    { to: '/ledger', word: t('title--ledger') },
    { to: '/places', word: t('title--places') },
    { to: '/numbers', word: t('title--numbers') },
    { to: '/disposal', word: t('title--disposal') },
    { to: '/transfer', word: t('title--transfers') },
    ...(may('ledger.import') ? [{ to: '/import', word: t('title--import') }] : []),
  ];
}

/** Papers and people on their way: the lists, what is still missing, requests for more time, what leavers hand over. */
export function useHandoverArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  const papers = [
    { to: '/handover', word: t('title--handoverLists') },
    { to: '/handover/supplements', word: t('title--supplements') },
    { to: '/handover/extensions', word: t('title--extensions') },
    { to: '/handover/lateness', word: t('title--lateness') },
  ];
  return [
    ...(may('dossier.read') ? papers : []),
    ...(may('staffHandover.prepare') ? [{ to: '/staff-handover', word: t('title--staffHandovers') }] : []),
  ];
}

/** Title documents: the safes that they lie in, how they came, every movement, and what a count found. */
export function useTitlesArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  if (!may('title.read')) return [];
  return [
    { to: '/titles/safes', word: t('title--safes') },
    { to: '/titles', word: t('title--titleList') },
    { to: '/titles/handovers', word: t('title--titleHandovers') },
    { to: '/titles/slips', word: t('title--titleSlips') },
    { to: '/titles/register', word: t('title--titleRegister') },
    { to: '/titles/stocktakes', word: t('title--stocktakes') },
  ];
}

/** What is borrowed, what waits, and by when things come back. */
export function useBorrowingArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  if (!may('borrowing.ask')) return [];
  return [
    { to: '/borrowing', word: t('title--borrowingSlips') },
    { to: '/borrowing/new', word: t('title--newBorrowing') },
    { to: '/borrowing/recalls', word: t('title--recalls') },
    ...(may('borrowing.read')
      ? [
          { to: '/borrowing/lent', word: t('title--lent') },
          { to: '/borrowing/statistics', word: t('title--borrowingStatistics') },
        ]
      : []),
    ...(may('class.manage') ? [{ to: '/borrowing/terms', word: t('title--borrowingTerms') }] : []),
  ];
}

/** Complaints: what is open, and the telephone's own page. */
export function useComplaintArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  if (!may('complaint.read')) return [];
  return [
    { to: '/complaints', word: t('title--complaints') },
    ...(may('complaint.register') ? [{ to: '/complaints/new', word: t('title--newComplaint') }] : []),
    { to: '/complaints/penalties', word: t('title--penalties') },
    ...(may('complaint.oversee') ? [{ to: '/complaints/compensations', word: t('title--compensations') }] : []),
    ...(may('complaint.oversee') ? [{ to: '/complaints/statistics', word: t('title--complaintStatistics') }] : []),
  ];
}

/** The rules that the archives office works by: what belongs into a dossier, how it is numbered, how long it is kept, and which days are working days. */
export function useRulesArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  return [
    ...(may('checklist.edit') ? [{ to: '/checklists', word: t('title--checklists') }] : []),
    ...(may('class.manage')
      ? [
          { to: '/classes', word: t('title--classes') },
          { to: '/retentions', word: t('title--retentions') },
        ]
      : []),
    ...(may('complaint.manage') ? [{ to: '/procedures', word: t('title--procedures') }] : []),
    ...(may('calendar.manage') ? [{ to: '/calendar', word: t('title--calendar') }] : []),
  ];
}

/** How the program is set up, who works with it, and what each of them did. */
export function useSettingsArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  return [
    { to: '/settings', word: t('title--settings') },
    ...(may('people.manage') || may('permission.manage') ? [{ to: '/people', word: t('title--people') }] : []),
    ...(may('audit.read') ? [{ to: '/audit', word: t('title--audit') }] : []),
  ];
}

/** Backups, and the way back from one. */
export function useBackupArea(): AreaPage[] {
  const { t } = useTranslation('app');
  const may = useMay();
  if (!may('backup.make')) return [];
  return [
    { to: '/backup', word: t('title--backup') },
    { to: '/backup/restore', word: t('title--restore') },
  ];
}
