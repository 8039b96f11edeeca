import type { Database } from 'better-sqlite3';
import type { MediumRow } from '../../../shared/api/backup.contract';

/** A medium when it is written down first. */
type NewMedium = Pick<MediumRow, 'name' | 'serial' | 'sizeBytes' | 'firstUsedAt'> & {
  marker: string;
  volumeId: string;
};
type StoredMedium = Omit<MediumRow, 'lastBackupAt' | 'lastVerifiedAt'> & {
  lastBackupAt: string | null;
  lastVerifiedAt: string | null;
};

export type MediumRepo = ReturnType<typeof createMediumRepo>;

const MEDIUM = `m.id, m.name, m.holder, m.kept_at AS keptAt, m.serial, m.size_bytes AS sizeBytes, m.first_used_at AS firstUsedAt,
  count(b.id) AS backups, max(b.made_at) AS lastBackupAt, max(iif(b.faulty_at IS NULL, b.verified_at, NULL)) AS lastVerifiedAt,
  count(b.faulty_at) AS faulty
  FROM medium m LEFT JOIN backup b ON b.medium_id = m.id AND b.removed_at IS NULL`;

/** The only writer of medium. */
export function createMediumRepo(db: Database) {
  const all = db.prepare<[], StoredMedium>(`SELECT ${MEDIUM} GROUP BY m.id ORDER BY max(b.made_at) DESC, m.id DESC`);
  const byId = db.prepare<[number], StoredMedium>(`SELECT ${MEDIUM} WHERE m.id = ? GROUP BY m.id`);
  const byMarker = db.prepare<[string], { id: number; volumeId: string }>(
    'SELECT id, volume_id AS volumeId FROM medium WHERE marker = ?',
  );
  const learn = db.prepare<[string, number]>("UPDATE medium SET volume_id = ? WHERE id = ? AND volume_id = ''");
  const describe = db.prepare<Pick<MediumRow, 'id' | 'name' | 'holder' | 'keptAt' | 'serial'>>(
    'UPDATE medium SET name = @name, holder = @holder, kept_at = @keptAt, serial = @serial WHERE id = @id',
  );
  const add = db.prepare<NewMedium>(
    `INSERT INTO medium (marker, name, serial, volume_id, size_bytes, first_used_at)
     VALUES (@marker, @name, @serial, @volumeId, @sizeBytes, @firstUsedAt)`,
  );
  return {
    withMarker: (marker: string) => byMarker.get(marker),
    /** The id of its volume, where none was known. */
    learn: (id: number, volumeId: string): void => void learn.run(volumeId, id),
    add: (its: NewMedium): number => Number(add.run(its).lastInsertRowid),
    list: (): MediumRow[] => all.all().map(row),
    show: (id: number): MediumRow | undefined => {
      const found = byId.get(id);
      return found && row(found);
    },
    describe: (its: Pick<MediumRow, 'id' | 'name' | 'holder' | 'keptAt' | 'serial'>): void => void describe.run(its),
  };
}

const row = ({ lastBackupAt, lastVerifiedAt, ...its }: StoredMedium): MediumRow => ({
  ...its,
  ...(lastBackupAt !== null && { lastBackupAt }),
  ...(lastVerifiedAt !== null && { lastVerifiedAt }),
});
