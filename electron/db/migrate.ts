import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import { type Clock, clockFrom } from '../ipc/context';
import { closeMigration, countWaiting } from './journal';
import { generateTriggers, journalledTables } from './journal-triggers';
import journal from './migrations/0010_journal.sql?raw';
import people from './migrations/0020_people.sql?raw';
import ledger from './migrations/0030_ledger.sql?raw';
import handover from './migrations/0040_handover.sql?raw';
import search from './migrations/0050_search.sql?raw';
import calendar from './migrations/0060_calendar.sql?raw';
import checklist from './migrations/0065_checklist.sql?raw';
import records from './migrations/0070_records.sql?raw';
import attachment from './migrations/0075_attachment.sql?raw';
import importing from './migrations/0080_import.sql?raw';
import extension from './migrations/0085_extension.sql?raw';
import withdrawal from './migrations/0086_withdrawal.sql?raw';
import supplement from './migrations/0087_supplement.sql?raw';
import late from './migrations/0088_late.sql?raw';
import staffHandover from './migrations/0090_staff_handover.sql?raw';
import disposal from './migrations/0095_disposal.sql?raw';
import notes from './migrations/0100_notes.sql?raw';
import ledgerView from './migrations/0105_ledger_view.sql?raw';
import classes from './migrations/0110_classes.sql?raw';
import corrections from './migrations/0115_corrections.sql?raw';
import titles from './migrations/0120_titles.sql?raw';
import titleScans from './migrations/0125_title_scans.sql?raw';
import freedTitles from './migrations/0126_freed_titles.sql?raw';
import borrowing from './migrations/0130_borrowing.sql?raw';
import leanIndexes from './migrations/0140_lean_indexes.sql?raw';
import recallReceipts from './migrations/0145_recall_receipts.sql?raw';
import backup from './migrations/0150_backup.sql?raw';
import slipPhotos from './migrations/0155_slip_photos.sql?raw';
import restore from './migrations/0160_restore.sql?raw';
import media from './migrations/0170_media.sql?raw';
import backupKey from './migrations/0210_backup_key.sql?raw';
import signedCopies from './migrations/0220_signed_copies.sql?raw';
import complaint from './migrations/0230_complaint.sql?raw';
import complaintExtension from './migrations/0240_complaint_extension.sql?raw';
import procedureUse from './migrations/0260_procedure_use.sql?raw';
import complaintEvidence from './migrations/0262_complaint_evidence.sql?raw';
import penalty from './migrations/0265_penalty.sql?raw';
import complaintPaper from './migrations/0270_complaint_paper.sql?raw';
import searchBehind from './migrations/0280_search_behind.sql?raw';
import mediumVolume from './migrations/0300_medium_volume.sql?raw';
import jsonOrNothing from './migrations/0310_json_or_nothing.sql?raw';

/** Forward only. A shipped migration never changes: tests/db/migrate.test.ts pins their SHA-256. */
export const MIGRATIONS: readonly { version: number; sql: string }[] = [
  { version: 10, sql: journal },
  { version: 20, sql: people },
  { version: 30, sql: ledger },
  { version: 40, sql: handover },
  { version: 50, sql: search },
  { version: 60, sql: calendar },
  { version: 65, sql: checklist },
  { version: 70, sql: records },
  { version: 75, sql: attachment },
  { version: 80, sql: importing },
  { version: 85, sql: extension },
  { version: 86, sql: withdrawal },
  { version: 87, sql: supplement },
  { version: 88, sql: late },
  { version: 90, sql: staffHandover },
  { version: 95, sql: disposal },
  { version: 100, sql: notes },
  { version: 105, sql: ledgerView },
  { version: 110, sql: classes },
  { version: 115, sql: corrections },
  { version: 120, sql: titles },
  { version: 125, sql: titleScans },
  { version: 126, sql: freedTitles },
  { version: 130, sql: borrowing },
  { version: 140, sql: leanIndexes },
  { version: 145, sql: recallReceipts },
  { version: 150, sql: backup },
  { version: 155, sql: slipPhotos },
  { version: 160, sql: restore },
  { version: 170, sql: media },
  { version: 210, sql: backupKey },
  { version: 220, sql: signedCopies },
  { version: 230, sql: complaint },
  { version: 240, sql: complaintExtension },
  { version: 260, sql: procedureUse },
  { version: 262, sql: complaintEvidence },
  { version: 265, sql: penalty },
  { version: 270, sql: complaintPaper },
  { version: 280, sql: searchBehind },
  { version: 300, sql: mediumVolume },
  { version: 310, sql: jsonOrNothing },
];

/**
 * Parts a step in two: what makes the schema, and below a line `-- rows` what changes rows. Rows are changed when the new
 * tables have their triggers, so that the journal tells them in an event `ledger.migrate` of the program's own. (The search
 * index does not follow: texts that are searched are not for migrations to change.)
 */
const ROWS = /^-- rows\b.*$/m;

/** Brings the schema up to date, each step all or nothing. Refuses a database from a newer version of the program. */
export function migrate(
  db: Database,
  copyBefore: (version: number) => void,
  migrations = MIGRATIONS,
  clock: Clock = clockFrom(),
): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  const newest = Math.max(...migrations.map((m) => m.version));
  if (version > newest) throw new AppError('storage', 'databaseIsNewer', { version, known: newest });
  const steps = migrations.filter((m) => m.version > version);
  if (steps.length === 0) return;
  if (version > 0) copyBefore(version);
  // A rebuild of a table inside a transaction would delete child rows while foreign keys are on.
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of steps) applyStep(db, step, clock.now().toISOString());
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function applyStep(db: Database, step: { version: number; sql: string }, at: string): void {
  const [schema = '', rows] = step.sql.split(ROWS);
  db.transaction(() => {
    const known = new Set(journalledTables(db));
    db.exec(schema);
    generateTriggers(db);
    demandNoRows(db, known, step.version);
    if (rows !== undefined) {
      db.exec(rows);
      closeMigration(db, at, step.version);
    }
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new AppError('storage', 'migrationBroke', { version: step.version });
    db.pragma(`user_version = ${step.version}`);
  }).immediate();
}

/** Rows changed with the schema would be missing in the journal, or stand there without their new columns. */
function demandNoRows(db: Database, known: ReadonlySet<string>, version: number): void {
  const added = journalledTables(db).filter((table) => !known.has(table));
  const filled = added.filter((table) => db.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() !== undefined);
  const isRefused = filled.length > 0 || countWaiting(db) > 0;
  if (isRefused) throw new AppError('storage', 'migrationBroke', { version });
}
