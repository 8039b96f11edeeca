import type { Database } from 'better-sqlite3';
import { createAuditRepo } from '../../electron/features/audit/audit.repo';
import { checkJournal, toEnd } from '../../electron/features/audit/audit.rules';
import { createHandoverRepo } from '../../electron/features/handover/handover.repo';
import { walkSignatures } from '../../electron/features/handover/signature-check';
import type { JournalVerdict } from '../../shared/api/audit.contract';

/** What the program's own check says of a ledger. */
export const verdictOf = (db: Database): JournalVerdict =>
  toEnd(checkJournal(createAuditRepo(db), () => walkSignatures(createHandoverRepo(db))));
