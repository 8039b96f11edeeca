import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import { generateTriggers } from './journal';
import journal from './migrations/0010_journal.sql?raw';
import people from './migrations/0020_people.sql?raw';
import ledger from './migrations/0030_ledger.sql?raw';
import handover from './migrations/0040_handover.sql?raw';
import search from './migrations/0050_search.sql?raw';

/** Forward only. A shipped migration never changes: tests/db/migrate.test.ts pins their SHA-256. */
export const MIGRATIONS: readonly { version: number; sql: string }[] = [
  { version: 10, sql: journal },
  { version: 20, sql: people },
  { version: 30, sql: ledger },
  { version: 40, sql: handover },
  { version: 50, sql: search },
];

/** Brings the schema up to date, each step all or nothing. Refuses a database from a newer version of the program. */
export function migrate(db: Database, copyBefore: (version: number) => void, migrations = MIGRATIONS): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  const newest = Math.max(...migrations.map((m) => m.version));
  if (version > newest) throw new AppError('storage', 'databaseIsNewer', { version, known: newest });
  const steps = migrations.filter((m) => m.version > version);
  if (steps.length === 0) return;
  if (version > 0) copyBefore(version);
  // A rebuild of a table inside a transaction would delete child rows while foreign keys are on.
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of steps) applyStep(db, step);
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function applyStep(db: Database, step: { version: number; sql: string }): void {
  db.transaction(() => {
    db.exec(step.sql);
    generateTriggers(db);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new AppError('storage', 'migrationBroke', { version: step.version });
    db.pragma(`user_version = ${step.version}`);
  }).immediate();
}
