import { createHashRouter, Navigate } from 'react-router';
import { BrokenPage } from './BrokenPage';
import { Frame } from './Frame';

const kept = () => import('../features/penalties/pages');

/** Every page of the office, read when it is first opened. */
export const router = createHashRouter([
  {
    element: <Frame />,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          { path: '/', lazy: async () => ({ Component: (await import('../features/desk/DeskPage')).DeskPage }) },
          {
            path: '/ledger',
            lazy: async () => ({ Component: (await import('../features/ledger/LedgerPage')).LedgerPage }),
          },
          {
            path: '/backup',
            lazy: async () => ({ Component: (await import('../features/backup/BackupPage')).BackupPage }),
          },
          {
            path: '/backup/restore',
            lazy: async () => ({ Component: (await import('../features/restore/RestorePage')).RestorePage }),
          },
          {
            path: '/disposal',
            lazy: async () => ({ Component: (await import('../features/disposal/DisposalPage')).DisposalPage }),
          },
          {
            path: '/disposal/appraise',
            lazy: async () => ({ Component: (await import('../features/disposal/AppraisePage')).AppraisePage }),
          },
          {
            path: '/disposal/:id',
            lazy: async () => ({
              Component: (await import('../features/disposal/DisposalRecordPage')).DisposalRecordPage,
            }),
          },
          {
            path: '/titles',
            lazy: async () => ({ Component: (await import('../features/titles/TitlesPage')).TitlesPage }),
          },
          {
            path: '/titles/slips',
            lazy: async () => ({ Component: (await import('../features/titles/SlipsPage')).SlipsPage }),
          },
          {
            path: '/titles/slips/:id',
            lazy: async () => ({ Component: (await import('../features/titles/SlipPage')).SlipPage }),
          },
          {
            path: '/titles/stocktakes',
            lazy: async () => ({ Component: (await import('../features/stocktakes/StocktakesPage')).StocktakesPage }),
          },
          {
            path: '/titles/stocktakes/:id',
            lazy: async () => ({ Component: (await import('../features/stocktakes/StocktakePage')).StocktakePage }),
          },
          {
            path: '/titles/register',
            lazy: async () => ({ Component: (await import('../features/titles/RegisterPage')).RegisterPage }),
          },
          {
            path: '/titles/handovers',
            lazy: async () => ({
              Component: (await import('../features/title-handovers/TitleHandoversPage')).TitleHandoversPage,
            }),
          },
          {
            path: '/titles/handovers/new',
            lazy: async () => ({
              Component: (await import('../features/title-handovers/NewTitleHandoverPage')).NewTitleHandoverPage,
            }),
          },
          {
            path: '/titles/handovers/:id',
            lazy: async () => ({
              Component: (await import('../features/title-handovers/TitleHandoverPage')).TitleHandoverPage,
            }),
          },
          {
            path: '/titles/:id',
            lazy: async () => ({ Component: (await import('../features/titles/TitlePage')).TitlePage }),
          },
          {
            path: '/borrowing',
            lazy: async () => ({ Component: (await import('../features/borrowing/BorrowingsPage')).BorrowingsPage }),
          },
          {
            path: '/borrowing/new',
            lazy: async () => ({
              Component: (await import('../features/borrowing/NewBorrowingPage')).NewBorrowingPage,
            }),
          },
          {
            path: '/borrowing/terms',
            lazy: async () => ({ Component: (await import('../features/borrowing/TermsPage')).TermsPage }),
          },
          {
            path: '/borrowing/recalls',
            lazy: async () => ({ Component: (await import('../features/borrowing/RecallsPage')).RecallsPage }),
          },
          {
            path: '/borrowing/lent',
            lazy: async () => ({ Component: (await import('../features/borrowing/LentPage')).LentPage }),
          },
          {
            path: '/borrowing/statistics',
            lazy: async () => ({ Component: (await import('../features/borrowing/StatisticsPage')).StatisticsPage }),
          },
          {
            path: '/borrowing/:id',
            lazy: async () => ({ Component: (await import('../features/borrowing/BorrowingPage')).BorrowingPage }),
          },
          {
            path: '/complaints',
            lazy: async () => ({ Component: (await import('../features/complaints/ComplaintsPage')).ComplaintsPage }),
          },
          {
            path: '/complaints/new',
            lazy: async () => ({
              Component: (await import('../features/complaints/NewComplaintPage')).NewComplaintPage,
            }),
          },
          {
            path: '/complaints/statistics',
            lazy: async () => ({
              Component: (await import('../features/complaints/ComplaintStatisticsPage')).ComplaintStatisticsPage,
            }),
          },
          {
            path: '/complaints/counted',
            lazy: async () => ({ Component: (await import('../features/complaints/CountedPage')).CountedPage }),
          },
          { path: '/complaints/penalties', lazy: async () => ({ Component: (await kept()).PenaltiesPage }) },
          { path: '/complaints/penalties/new', lazy: async () => ({ Component: (await kept()).ProposePage }) },
          { path: '/complaints/penalties/:id', lazy: async () => ({ Component: (await kept()).PenaltyPage }) },
          { path: '/complaints/compensations', lazy: async () => ({ Component: (await kept()).CompensationsPage }) },
          {
            path: '/complaints/:id',
            lazy: async () => ({ Component: (await import('../features/complaints/ComplaintPage')).ComplaintPage }),
          },
          {
            path: '/transfer',
            lazy: async () => ({ Component: (await import('../features/disposal/TransfersPage')).TransfersPage }),
          },
          {
            path: '/dossier/:id',
            lazy: async () => ({ Component: (await import('../features/dossier/DossierPage')).DossierPage }),
          },
          {
            path: '/attachments/complaint/:complaintId',
            lazy: async () => ({ Component: (await import('../features/attachments/AttachmentsPage')).EvidencePage }),
          },
          {
            path: '/attachments/borrowing/:borrowingId',
            lazy: async () => ({
              Component: (await import('../features/attachments/AttachmentsPage')).SlipPhotosPage,
            }),
          },
          {
            path: '/attachments/title/:titleId',
            lazy: async () => ({
              Component: (await import('../features/attachments/AttachmentsPage')).TitleAttachmentsPage,
            }),
          },
          {
            path: '/attachments/:dossierId',
            lazy: async () => ({
              Component: (await import('../features/attachments/AttachmentsPage')).AttachmentsPage,
            }),
          },
          {
            path: '/handover',
            lazy: async () => ({ Component: (await import('../features/handover/HandoversPage')).HandoversPage }),
          },
          {
            path: '/handover/steps',
            lazy: async () => ({ Component: (await import('../features/handover/StepsPage')).StepsPage }),
          },
          {
            path: '/handover/lateness',
            lazy: async () => ({ Component: (await import('../features/handover/LatenessPage')).LatenessPage }),
          },
          {
            path: '/handover/supplements',
            lazy: async () => ({
              Component: (await import('../features/supplements/SupplementsPage')).SupplementsPage,
            }),
          },
          {
            path: '/handover/supplements/:id',
            lazy: async () => ({ Component: (await import('../features/supplements/SupplementPage')).SupplementPage }),
          },
          {
            path: '/handover/extensions',
            lazy: async () => ({ Component: (await import('../features/extensions/ExtensionsPage')).ExtensionsPage }),
          },
          {
            path: '/handover/:id',
            lazy: async () => ({ Component: (await import('../features/handover/HandoverPage')).HandoverPage }),
          },
          {
            path: '/titles/safes',
            lazy: async () => ({ Component: (await import('../features/safes/SafesPage')).SafesPage }),
          },
          {
            path: '/staff-handover',
            lazy: async () => ({
              Component: (await import('../features/staff-handover/StaffHandoversPage')).StaffHandoversPage,
            }),
          },
          {
            path: '/staff-handover/person/:id',
            lazy: async () => ({ Component: (await import('../features/staff-handover/HeldPage')).HeldPage }),
          },
          {
            path: '/staff-handover/:id',
            lazy: async () => ({
              Component: (await import('../features/staff-handover/StaffHandoverPage')).StaffHandoverPage,
            }),
          },
          {
            path: '/print/:form/:id?',
            lazy: async () => ({ Component: (await import('../features/print/PrintPreview')).PrintPreview }),
          },
          {
            path: '/clients',
            lazy: async () => ({ Component: (await import('../features/clients/ClientsPage')).ClientsPage }),
          },
          {
            path: '/clients/:id',
            lazy: async () => ({ Component: (await import('../features/clients/ClientPage')).ClientPage }),
          },
          {
            path: '/audit',
            lazy: async () => ({ Component: (await import('../features/audit/AuditPage')).AuditPage }),
          },
          {
            path: '/audit/slip',
            lazy: async () => ({ Component: (await import('../features/audit/SlipPage')).SlipPage }),
          },
          {
            path: '/people',
            lazy: async () => ({ Component: (await import('../features/people/PeoplePage')).PeoplePage }),
          },
          {
            path: '/checklists',
            lazy: async () => ({ Component: (await import('../features/checklists/ChecklistsPage')).ChecklistsPage }),
          },
          {
            path: '/checklists/:id',
            lazy: async () => ({ Component: (await import('../features/checklists/ChecklistPage')).ChecklistPage }),
          },
          {
            path: '/procedures',
            lazy: async () => ({ Component: (await import('../features/procedures/ProceduresPage')).ProceduresPage }),
          },
          {
            path: '/procedures/:id',
            lazy: async () => ({ Component: (await import('../features/procedures/ProcedurePage')).ProcedurePage }),
          },
          {
            path: '/import',
            lazy: async () => ({ Component: (await import('../features/import/ImportPage')).ImportPage }),
          },
          {
            path: '/classes',
            lazy: async () => ({ Component: (await import('../features/classes/ClassesPage')).ClassesPage }),
          },
          {
            path: '/retentions',
            lazy: async () => ({ Component: (await import('../features/classes/RetentionsPage')).RetentionsPage }),
          },
          {
            path: '/numbers',
            lazy: async () => ({ Component: (await import('../features/numbers/NumbersPage')).NumbersPage }),
          },
          {
            path: '/places',
            lazy: async () => ({ Component: (await import('../features/places/PlacesPage')).PlacesPage }),
          },
          {
            path: '/calendar',
            lazy: async () => ({ Component: (await import('../features/calendar/CalendarPage')).CalendarPage }),
          },
          {
            path: '/settings',
            lazy: async () => ({ Component: (await import('../features/settings/SettingsPage')).SettingsPage }),
          },
          { path: '*', element: <Navigate to="/" replace /> },
        ],
      },
    ],
  },
]);
