import type { Database } from 'better-sqlite3';
import type { RetentionRow } from '../../../shared/api/retention.contract';
import { present, type Stored } from '../../db/present';

type Row = Omit<Stored<RetentionRow>, 'retired'> & { retired: number };

const toRetention = ({ retired, ...row }: Row): RetentionRow => ({
  ...present<Omit<RetentionRow, 'retired'>>(row),
  retired: retired === 1,
});

export interface Term {
  code?: string;
  name: string;
  years?: number | undefined;
  basis: string;
}

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
  const revise = db.prepare<[string, number | null, string, number]>(
    'UPDATE retention SET name = ?, years = ?, basis = ? WHERE id = ?',
  );
  const retire = db.prepare<[number, number]>('UPDATE retention SET retired = ? WHERE id = ?');
  const dossiers = db.prepare<[], { id: number; n: number }>(
    'SELECT retention_id AS id, count(*) AS n FROM dossier GROUP BY retention_id',
  );
  const classes = db.prepare<[], { id: number; n: number }>(
    'SELECT retention_id AS id, count(*) AS n FROM record_class WHERE retired = 0 GROUP BY retention_id',
  );
  const counted = (rows: { id: number; n: number }[]) => new Map(rows.map(({ id, n }) => [id, n]));
  return {
    list: () => list.all().map(toRetention),
    byId: (id: number) => {
      const row = byId.get(id);
      return row && toRetention(row);
    },
    add: (term: Term) => Number(add.run(term.code ?? null, term.name, term.years ?? null, term.basis).lastInsertRowid),
    revise: (id: number, term: Term) => void revise.run(term.name, term.years ?? null, term.basis, id),
    retire: (id: number, retired: boolean) => void retire.run(retired ? 1 : 0, id),
    /** How many dossiers are kept for each term, and how many classes that are in use begin with it. */
    dossiers: () => counted(dossiers.all()),
    classes: () => counted(classes.all()),
  };
}
