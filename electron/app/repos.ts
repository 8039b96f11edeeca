import type { Database } from 'better-sqlite3';
import { createAuditRepo } from '../features/audit/audit.repo';
import { createBackupRepo } from '../features/backup/backup.repo';
import { createCalendarRepo } from '../features/calendar/calendar.repo';
import { createChecklistRepo } from '../features/checklist/checklist.repo';
import { createClientRepo } from '../features/client/client.repo';
import { createCompanyRepo } from '../features/company/company.repo';
import { createDisposalRepo } from '../features/disposal/disposal.repo';
import { createDossierRepo } from '../features/dossier/dossier.repo';
import { createExtensionRepo } from '../features/extension/extension.repo';
import { createHandoverRepo } from '../features/handover/handover.repo';
import { createStepsRepo } from '../features/handover/steps.repo';
import { createLedgerRepo } from '../features/ledger/ledger.repo';
import { createPeopleRepo } from '../features/people/people.repo';
import { createProjectRepo } from '../features/project/project.repo';
import { createRestoreRepo } from '../features/restore/restore.repo';
import { createStaffHandoverRepo } from '../features/staff-handover/staff-handover.repo';
import { createSupplementRepo } from '../features/supplement/supplement.repo';
import { createBorrowingRepos } from './borrowing-area';
import { createComplaintRepos } from './complaint-area';
import { createRecordRepos } from './records-area';
import { createTitleRepos } from './titles-area';

/** What the services read and write with; repositories that only answer a page are made with its handlers. */
export const createRepos = (db: Database) => ({
  company: createCompanyRepo(db),
  people: createPeopleRepo(db),
  calendar: createCalendarRepo(db),
  client: createClientRepo(db),
  project: createProjectRepo(db),
  dossier: createDossierRepo(db),
  checklists: createChecklistRepo(db),
  ...createRecordRepos(db),
  handover: createHandoverRepo(db),
  steps: createStepsRepo(db),
  disposal: createDisposalRepo(db),
  extension: createExtensionRepo(db),
  supplement: createSupplementRepo(db),
  ledger: createLedgerRepo(db),
  staffHandover: createStaffHandoverRepo(db),
  ...createTitleRepos(db),
  ...createBorrowingRepos(db),
  ...createComplaintRepos(db),
  audit: createAuditRepo(db),
  backup: createBackupRepo(db),
  restores: createRestoreRepo(db),
});
export type Repos = ReturnType<typeof createRepos>;
