import type { Database } from 'better-sqlite3';
import type { Channel, ContactView, Direction } from '../../../shared/api/complaint-contact';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

export interface NewContact {
  complaintId: number;
  direction: Direction;
  channel: Channel;
  on: Day;
  time: string;
  withWhom: string;
  staffId: number;
  said: string;
  correctsId?: number | undefined;
  at: string;
  by: number;
}

export type ContactRepo = ReturnType<typeof createContactRepo>;

/** The only writer of complaint_contact. */
export function createContactRepo(db: Database) {
  const of = db.prepare<[number], Stored<ContactView>>(
    `SELECT c.id, c.direction, c.channel, c.happened_on AS "on", c.happened_at AS time, c.with_whom AS withWhom, c.staff_name AS staff,
       c.said, c.noted_at AS notedAt, c.noter, c.corrects_id AS correctsId, n.id AS correctedById
     FROM complaint_contact c LEFT JOIN complaint_contact n ON n.corrects_id = c.id
     WHERE c.complaint_id = ? ORDER BY c.happened_on, c.happened_at, c.id`,
  );
  const add = db.prepare<Stored<NewContact>>(
    `INSERT INTO complaint_contact (complaint_id, direction, channel, happened_on, happened_at, with_whom, staff_id, staff_name, said,
       corrects_id, noted_at, noted_by, noter)
     VALUES (@complaintId, @direction, @channel, @on, @time, @withWhom, @staffId, (SELECT name FROM staff WHERE id = @staffId), @said,
       @correctsId, @at, @by, (SELECT name FROM staff WHERE id = @by))`,
  );
  const evidence = db.prepare<[number], { id: number; name: string; addedAt: string; addedBy: string }>(
    `SELECT a.id, a.name, a.added_at AS addedAt, s.name AS addedBy FROM attachment a JOIN staff s ON s.id = a.added_by
     WHERE a.dossier_id IS NULL AND a.subject_kind = 'complaint' AND a.subject_id = ? AND a.removed_at IS NULL ORDER BY a.id`,
  );
  return {
    /** As it happened. */
    of: (complaintId: number) => of.all(complaintId).map(present<ContactView>),
    add: ({ correctsId, ...its }: NewContact) =>
      Number(add.run({ ...its, correctsId: correctsId ?? null }).lastInsertRowid),
    /** What is filed with the case. */
    evidence: (complaintId: number) => evidence.all(complaintId),
  };
}
