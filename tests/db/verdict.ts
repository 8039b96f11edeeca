import type { Database } from 'better-sqlite3';
import { walkAllSignatures } from '../../electron/app/all-signatures';
import { createAuditRepo } from '../../electron/features/audit/audit.repo';
import { checkJournal, toEnd } from '../../electron/features/audit/audit.rules';
import { createHandoverRepo } from '../../electron/features/handover/handover.repo';
import { createStaffHandoverRepo } from '../../electron/features/staff-handover/staff-handover.repo';
import type { JournalVerdict } from '../../shared/api/audit.contract';

/** What the program's own check says of a ledger. */
export function verdictOf(db: Database): JournalVerdict {
  const repos = { handover: createHandoverRepo(db), staffHandover: createStaffHandoverRepo(db) };
  return toEnd(checkJournal(createAuditRepo(db), () => walkAllSignatures(repos)));
}
