import type { Database } from 'better-sqlite3';
import { createBorrowingRepos } from '../../electron/app/borrowing-area';
import { createComplaintRepos } from '../../electron/app/complaint-area';
import { walkAllSignatures } from '../../electron/app/handover-area';
import { createTitleRepos } from '../../electron/app/titles-area';
import { createAuditRepo } from '../../electron/features/audit/audit.repo';
import { checkJournal, toEnd } from '../../electron/features/audit/audit.rules';
import { createDisposalRepo } from '../../electron/features/disposal/disposal.repo';
import { createExtensionRepo } from '../../electron/features/extension/extension.repo';
import { createHandoverRepo } from '../../electron/features/handover/handover.repo';
import { createNumberRepo } from '../../electron/features/record-class/number.repo';
import { createRestoreRepo } from '../../electron/features/restore/restore.repo';
import { createStaffHandoverRepo } from '../../electron/features/staff-handover/staff-handover.repo';
import { createSupplementRepo } from '../../electron/features/supplement/supplement.repo';
import type { JournalVerdict } from '../../shared/api/audit.contract';

/** What the program's own check says of a ledger. */
export function verdictOf(db: Database): JournalVerdict {
  const repos = {
    handover: createHandoverRepo(db),
    extension: createExtensionRepo(db),
    supplement: createSupplementRepo(db),
    staffHandover: createStaffHandoverRepo(db),
    disposal: createDisposalRepo(db),
    numbers: createNumberRepo(db),
    ...createTitleRepos(db),
    ...createBorrowingRepos(db),
    ...createComplaintRepos(db),
    restores: createRestoreRepo(db),
  };
  return toEnd(checkJournal(createAuditRepo(db), () => walkAllSignatures(repos)));
}
