import type { Database } from 'better-sqlite3';
import type { BorrowingTrace, QueueEntry, Thing } from '../../../shared/api/borrowing-slip.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

/** A person who waits for a thing. */
export interface Queued extends QueueEntry {
  dossierId?: number;
  itemId?: number;
  titleId?: number;
  number: string;
}
export type Trace = Omit<BorrowingTrace, 'waitsDays' | 'overdueDays'>;

const QUEUED = `SELECT q.id, q.kind, q.dossier_id AS dossierId, q.item_id AS itemId, q.title_id AS titleId,
    coalesce(t.certificate_no, d.archive_no, '') AS number, coalesce(i.title, t.name, d.title) AS name, q.staff_id AS staffId,
    s.name AS staff, q.joined_on AS joinedOn, q.told_on AS toldOn
  FROM borrowing_queue q JOIN staff s ON s.id = q.staff_id LEFT JOIN dossier d ON d.id = q.dossier_id
  LEFT JOIN dossier_item i ON i.id = q.item_id LEFT JOIN title t ON t.id = q.title_id WHERE q.ended_on IS NULL`;
const TRACE = `SELECT b.id, b.no, b.state, s.name AS borrower, b.outsider_name AS outsider, n.kind, n.name, n.state AS lineState,
    b.submitted_on AS submittedOn, b.due_on AS dueOn, b.lent_on AS lentOn
  FROM borrowing_line n JOIN borrowing b ON b.id = n.borrowing_id JOIN staff s ON s.id = b.borrower_id`;
/** Asked for and not lent yet, or out. */
const OPEN = `((b.state IN ('submitted', 'approved') AND n.state = 'asked') OR n.state IN ('lent', 'incomplete'))`;

export type WaitingRepo = ReturnType<typeof createWaitingRepo>;

/** Who waits for what; the only writer of borrowing_queue. */
export function createWaitingRepo(db: Database) {
  const join = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO borrowing_queue (kind, dossier_id, item_id, title_id, staff_id, joined_on)
     VALUES (@kind, @dossierId, @itemId, @titleId, @staffId, @on)`,
  );
  const tell = db.prepare<[Day, number]>('UPDATE borrowing_queue SET told_on = ? WHERE id = ?');
  const end = db.prepare<[Day, number]>('UPDATE borrowing_queue SET ended_on = ? WHERE id = ?');
  const byId = db.prepare<[number], Stored<Queued>>(`${QUEUED} AND q.id = ?`);
  const ofDossier = db.prepare<[number], Stored<Queued>>(`${QUEUED} AND q.dossier_id = ? ORDER BY q.id`);
  const ofTitle = db.prepare<[number], Stored<Queued>>(`${QUEUED} AND q.title_id = ? ORDER BY q.id`);
  const ofStaff = db.prepare<[number], Stored<Queued>>(`${QUEUED} AND q.staff_id = ? ORDER BY q.id`);
  const openOfDossier = db.prepare<[number], Stored<Trace>>(
    `${TRACE} WHERE n.dossier_id = ? AND ${OPEN} ORDER BY b.id, n.ordinal`,
  );
  const openOfTitle = db.prepare<[number], Stored<Trace>>(`${TRACE} WHERE n.title_id = ? AND ${OPEN} ORDER BY b.id`);
  const timesOfDossier = db.prepare<[number], { n: number }>(
    `SELECT count(DISTINCT borrowing_id) AS n FROM borrowing_line WHERE dossier_id = ? AND state NOT IN ('asked', 'notLent')`,
  );
  const timesOfTitle = db.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM borrowing_line WHERE title_id = ? AND state NOT IN ('asked', 'notLent')`,
  );
  const all = (rows: Stored<Queued>[]) => rows.map(present<Queued>);
  return {
    join: (
      its: Omit<Thing, 'id'> & {
        dossierId?: number | undefined;
        itemId?: number | undefined;
        titleId?: number | undefined;
        staffId: number;
        on: Day;
      },
    ) =>
      Number(
        join.run({
          ...{ kind: its.kind, staffId: its.staffId, on: its.on },
          ...{ dossierId: its.dossierId ?? null, itemId: its.itemId ?? null, titleId: its.titleId ?? null },
        }).lastInsertRowid,
      ),
    tell: (id: number, on: Day) => void tell.run(on, id),
    end: (id: number, on: Day) => void end.run(on, id),
    queued: (id: number) => {
      const row = byId.get(id);
      return row && present<Queued>(row);
    },
    /** With its papers. */
    queueOfDossier: (dossierId: number) => all(ofDossier.all(dossierId)),
    queueOfTitle: (titleId: number) => all(ofTitle.all(titleId)),
    queueOfStaff: (staffId: number) => all(ofStaff.all(staffId)),
    openOfDossier: (dossierId: number) => openOfDossier.all(dossierId).map(present<Trace>),
    openOfTitle: (titleId: number) => openOfTitle.all(titleId).map(present<Trace>),
    timesOfDossier: (dossierId: number) => timesOfDossier.get(dossierId)?.n ?? 0,
    timesOfTitle: (titleId: number) => timesOfTitle.get(titleId)?.n ?? 0,
  };
}
