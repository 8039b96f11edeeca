import type { Database } from 'better-sqlite3';

export interface KeyInUse {
  recipient: string;
  since: string;
  by: string;
}
export type BackupKeyRepo = ReturnType<typeof createBackupKeyRepo>;

/** The only writer of backup_key: to whom backups are encrypted. Private keys never come here. */
export function createBackupKeyRepo(db: Database) {
  const now = db.prepare<[], KeyInUse>(
    `SELECT k.recipient, k.on_since AS since, s.name AS by FROM backup_key k JOIN staff s ON s.id = k.on_by WHERE k.off_since IS NULL`,
  );
  const begin = db.prepare<[string, string, number]>(
    'INSERT INTO backup_key (recipient, on_since, on_by) VALUES (?, ?, ?)',
  );
  const end = db.prepare<[string, number]>('UPDATE backup_key SET off_since = ?, off_by = ? WHERE off_since IS NULL');
  return {
    now: () => now.get(),
    begin: (recipient: string, at: string, by: number) => void begin.run(recipient, at, by),
    end: (at: string, by: number) => void end.run(at, by),
  };
}
