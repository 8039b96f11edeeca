import type { Database } from 'better-sqlite3';
import type { RetentionRow } from '../../../shared/api/retention.contract';
import { present, type Stored } from '../../db/present';

type Row = Omit<Stored<RetentionRow>, 'retired'> & { retired: number };

const toRetention = ({ retired, ...row }: Row): RetentionRow => ({
  ...present<Omit<RetentionRow, 'retired'>>(row),
  retired: retired === 1,
});

export type RetentionRepo = ReturnType<typeof createRetentionRepo>;

/** The only writer of retention. */
export function createRetentionRepo(db: Database) {
  const list = db.prepare<[], Row>(
    'SELECT id, code, name, years, basis, retired FROM retention ORDER BY coalesce(years, 1000) DESC, id',
  );
  const byId = db.prepare<[number], Row>('SELECT id, code, name, years, basis, retired FROM retention WHERE id = ?');
  const add = db.prepare<[string | null, string, number | null, string]>(
    'INSERT INTO retention (code, name, years, basis) VALUES (?, ?, ?, ?)',
  );
  return {
    list: () => list.all().map(toRetention),
    byId: (id: number) => {
      const row = byId.get(id);
      return row && toRetention(row);
    },
    add: (term: { code?: string; name: string; years?: number; basis: string }) =>
      Number(add.run(term.code ?? null, term.name, term.years ?? null, term.basis).lastInsertRowid),
  };
}
