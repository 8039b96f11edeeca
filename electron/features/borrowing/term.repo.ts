import type { Database } from 'better-sqlite3';
import type { BorrowingTerm } from '../../../shared/api/borrowing-slip.contract';
import type { Position } from '../../../shared/api/people.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

/** A line that is out, for a note that calls it back. */
export interface DueLine {
  lineId: number;
  dueOn: Day;
}

export type TermRepo = ReturnType<typeof createTermRepo>;

/** The only writer of borrowing_term, borrowing_recall and borrowing_recall_line. */
export function createTermRepo(db: Database) {
  const all = db.prepare<[], Stored<BorrowingTerm>>(
    `SELECT t.id, t.class_id AS classId, k.name AS className, t.position, t.days FROM borrowing_term t
     LEFT JOIN record_class k ON k.id = t.class_id ORDER BY t.class_id IS NOT NULL, t.class_id, t.position IS NOT NULL, t.id`,
  );
  const idOf = db.prepare<{ classId: number | null; position: string | null }, { id: number }>(
    'SELECT id FROM borrowing_term WHERE class_id IS @classId AND position IS @position',
  );
  const add = db.prepare<{ classId: number | null; position: string | null; days: number }>(
    'INSERT INTO borrowing_term (class_id, position, days) VALUES (@classId, @position, @days)',
  );
  const change = db.prepare<[number, number]>('UPDATE borrowing_term SET days = ? WHERE id = ?');
  const drop = db.prepare<[number]>('DELETE FROM borrowing_term WHERE id = ?');
  const due = db.prepare<[number], DueLine>(
    `SELECT n.id AS lineId, b.due_on AS dueOn FROM borrowing_line n JOIN borrowing b ON b.id = n.borrowing_id
     WHERE b.borrower_id = ? AND n.state IN ('lent', 'incomplete') ORDER BY b.due_on, n.id`,
  );
  const numbersOfYear = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM borrowing_recall WHERE substr(made_on, 1, 4) = ?',
  );
  const recall = db.prepare<[string, number, string, Day, number]>(
    'INSERT INTO borrowing_recall (no, borrower_id, department, made_on, made_by) VALUES (?, ?, ?, ?, ?)',
  );
  const recallLine = db.prepare<[number, number, Day, number]>(
    'INSERT INTO borrowing_recall_line (recall_id, line_id, due_on, overdue_days) VALUES (?, ?, ?, ?)',
  );
  return {
    terms: () => all.all().map(present<BorrowingTerm>),
    setTerm: (its: { classId?: number | undefined; position?: Position | undefined; days: number }): void => {
      const key = { classId: its.classId ?? null, position: its.position ?? null };
      const known = idOf.get(key);
      if (known) change.run(its.days, known.id);
      else add.run({ ...key, days: its.days });
    },
    dropTerm: (id: number) => void drop.run(id),
    /** Everything that somebody has, the longest due first. */
    dueOf: (borrowerId: number) => due.all(borrowerId),
    recallsOfYear: (year: string) => numbersOfYear.get(year)?.n ?? 0,
    recall: (its: { no: string; borrowerId: number; department: string; on: Day; by: number }): number =>
      Number(recall.run(its.no, its.borrowerId, its.department, its.on, its.by).lastInsertRowid),
    recallLine: (recallId: number, its: DueLine & { overdueDays: number }) =>
      void recallLine.run(recallId, its.lineId, its.dueOn, its.overdueDays),
  };
}
