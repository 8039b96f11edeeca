import type { Database } from 'better-sqlite3';

/** A stick or disk as it is written down. */
export interface StoredMedium {
  id: number;
  marker: string;
  name: string;
  holder: string;
  keptAt: string;
  serial: string;
  sizeBytes: number;
  firstUsedAt: string;
}

export type MediumRepo = ReturnType<typeof createMediumRepo>;

const MEDIUM = `id, marker, name, holder, kept_at AS keptAt, serial, size_bytes AS sizeBytes, first_used_at AS firstUsedAt FROM medium`;

/** The only writer of medium. */
export function createMediumRepo(db: Database) {
  const byMarker = db.prepare<[string], StoredMedium>(`SELECT ${MEDIUM} WHERE marker = ?`);
  const add = db.prepare<Omit<StoredMedium, 'id' | 'holder' | 'keptAt'>>(
    `INSERT INTO medium (marker, name, serial, size_bytes, first_used_at)
     VALUES (@marker, @name, @serial, @sizeBytes, @firstUsedAt)`,
  );
  return {
    withMarker: (marker: string) => byMarker.get(marker),
    add: (its: Omit<StoredMedium, 'id' | 'holder' | 'keptAt'>): number => Number(add.run(its).lastInsertRowid),
  };
}
