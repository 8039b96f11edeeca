import type { Database } from 'better-sqlite3';
import type { BorrowingTerm } from '../../../shared/api/borrowing-slip.contract';
import type { Position } from '../../../shared/api/people.contract';
import { present, type Stored } from '../../db/present';

export type TermRepo = ReturnType<typeof createTermRepo>;

/** The only writer of borrowing_term. */
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
  return {
    terms: () => all.all().map(present<BorrowingTerm>),
    setTerm: (its: { classId?: number | undefined; position?: Position | undefined; days: number }): void => {
      const key = { classId: its.classId ?? null, position: its.position ?? null };
      const known = idOf.get(key);
      if (known) change.run(its.days, known.id);
      else add.run({ ...key, days: its.days });
    },
    dropTerm: (id: number) => void drop.run(id),
  };
}
