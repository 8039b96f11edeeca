import type { Database } from 'better-sqlite3';
import { type BackupRow, MOST_BACKUPS } from '../../../shared/api/backup.contract';

/** A backup as it is written down. */
export interface NewBackup
  extends Pick<BackupRow, 'place' | 'name' | 'madeAt' | 'seq' | 'bytes' | 'files' | 'alteredFiles'> {
  head: string;
  madeBy: number | null;
  mediumId: number | null;
  journalWhole: 0 | 1;
}

type StoredBackup = Omit<BackupRow, 'journalWhole' | 'madeBy' | 'verifiedBy' | 'faultyAt' | 'removedAt'> & {
  journalWhole: 0 | 1;
  madeBy: string | null;
  verifiedBy: string | null;
  faultyAt: string | null;
  removedAt: string | null;
};
/** What the register knows of a bag that lies somewhere. */
export interface KnownBackup {
  id: number;
  madeAt: string;
  verifiedAt: string;
  faultyAt: string | null;
  removedAt: string | null;
}
/** Where a bag lies: on which known medium, and by what path. */
export interface Whereabouts {
  medium: number | null;
  place: string;
}
export type BackupRepo = ReturnType<typeof createBackupRepo>;

const ROW = `b.id, b.place, b.name, b.made_at AS madeAt, m.name AS madeBy, b.seq, b.bytes, b.files, b.altered_files AS alteredFiles,
  b.journal_whole AS journalWhole, b.verified_at AS verifiedAt, v.name AS verifiedBy,
  b.faulty_at AS faultyAt, b.removed_at AS removedAt
  FROM backup b LEFT JOIN staff m ON m.id = b.made_by LEFT JOIN staff v ON v.id = b.verified_by`;

const inside = (inner: string, outer: string): string =>
  `substr(${inner}, 1, length(${outer}) + 1) IN (${outer} || '/', ${outer} || '\\')`;
/** Without a medium by its folder; somebody may name the one around it, or the company's in it. */
const HERE = `(medium_id = @medium OR
  (medium_id IS NULL AND (place = @place OR ${inside('@place', 'place')} OR ${inside('place', '@place')})))`;

export function createBackupRepo(db: Database) {
  const newest = db.prepare<[number], StoredBackup>(`SELECT ${ROW} ORDER BY b.id DESC LIMIT ?`);
  const byId = db.prepare<[number], StoredBackup>(`SELECT ${ROW} WHERE b.id = ?`);
  const byHead = db.prepare<Whereabouts & { head: string }, KnownBackup>(
    `SELECT id, made_at AS madeAt, verified_at AS verifiedAt, faulty_at AS faultyAt, removed_at AS removedAt
     FROM backup WHERE head = @head AND ${HERE} ORDER BY id DESC LIMIT 1`,
  );
  const onMedium = db.prepare<[number], StoredBackup & { head: string }>(
    `SELECT b.head, ${ROW} WHERE b.medium_id = ? AND b.removed_at IS NULL ORDER BY b.id`,
  );
  const ids = db.prepare<[], number>('SELECT id FROM backup ORDER BY id DESC').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM backup').pluck();
  const places = db.prepare<[], string>('SELECT place FROM backup GROUP BY place ORDER BY max(id) DESC').pluck();
  const lastSound = db
    .prepare<[], string>(
      'SELECT made_at FROM backup WHERE faulty_at IS NULL AND removed_at IS NULL ORDER BY seq DESC, id DESC LIMIT 1',
    )
    .pluck();
  const savedTo = db
    .prepare<[], number | null>('SELECT max(seq) FROM backup WHERE faulty_at IS NULL AND removed_at IS NULL')
    .pluck();
  const add = db.prepare<NewBackup>(
    `INSERT INTO backup (place, name, made_at, made_by, seq, head, bytes, files, altered_files, journal_whole, medium_id,
       verified_at, verified_by)
     VALUES (@place, @name, @madeAt, @madeBy, @seq, @head, @bytes, @files, @alteredFiles, @journalWhole, @mediumId, @madeAt, @madeBy)`,
  );
  const verified = db.prepare<[string, number | null, number]>(
    'UPDATE backup SET verified_at = ?, verified_by = ?, faulty_at = NULL WHERE id = ?',
  );
  const faulty = db.prepare<Whereabouts & { name: string; at: string }>(
    `UPDATE backup SET faulty_at = @at WHERE faulty_at IS NULL AND id = (SELECT id FROM backup
     WHERE (name = @name OR substr(name, -length(@name) - 1) = '/' || @name) AND ${HERE} ORDER BY id DESC LIMIT 1)`,
  );
  const remove = db.prepare<[string, number]>('UPDATE backup SET removed_at = ? WHERE id = ? AND removed_at IS NULL');
  const row = ({ madeBy, verifiedBy, faultyAt, removedAt, ...its }: StoredBackup): BackupRow => ({
    ...{ ...its, journalWhole: its.journalWhole === 1 },
    ...(madeBy !== null && { madeBy }),
    ...(verifiedBy !== null && { verifiedBy }),
    ...(faultyAt !== null && { faultyAt }),
    ...(removedAt !== null && { removedAt }),
  });
  return {
    list: () => ({ rows: newest.all(MOST_BACKUPS).map(row), total: count.get() ?? 0 }),
    /** All of them, the newest first. */
    ids: () => ids.all(),
    show: (id: number): BackupRow | undefined => {
      const found = byId.get(id);
      return found && row(found);
    },
    /** The one with this head that was written there, and not one that somebody has copied there. */
    withHead: (head: string, where: Whereabouts) => byHead.get({ head, ...where }),
    /** Those that should lie on a medium, each with its head. */
    onMedium: (mediumId: number) => onMedium.all(mediumId).map(({ head, ...its }) => ({ head, ...row(its) })),
    places: () => places.all(),
    /** When the newest was made of those that were found whole whenever they were looked at. */
    lastSoundAt: (): string | undefined => lastSound.get(),
    /** The last event that a sound backup holds. */
    savedTo: (): number => savedTo.get() ?? 0,
    add: (its: NewBackup): number => Number(add.run(its).lastInsertRowid),
    verify: (id: number, at: string, by: number | null): void => {
      verified.run(at, by, id);
    },
    noteFaulty: (where: Whereabouts, name: string, at: string): void => {
      faulty.run({ name, at, ...where });
    },
    remove: (id: number, at: string): void => {
      remove.run(at, id);
    },
  };
}
