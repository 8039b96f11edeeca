import type { Database } from 'better-sqlite3';
import { journalledTables } from '../../db/journal';

interface Found {
  seq: number;
  live: string | null;
  after: string | null;
}

/**
 * Does a row not stand as its last change left it? Then somebody wrote past the journal. Answers the event of that change
 * (the newest event for a row that no change ever wrote), the lowest of all tables.
 */
export function firstDifferingRow(db: Database): number | undefined {
  const found = journalledTables(db).flatMap((table) => differingRows(db, table));
  return found.length === 0 ? undefined : Math.min(...found);
}

function differingRows(db: Database, table: string): number[] {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY name')
    .all(table);
  const live = `json_object(${columns.map(({ name }) => `'${name}', t."${name}"`).join(', ')})`;
  const lastOf = (id: string) =>
    `(SELECT id FROM change WHERE table_name = '${table}' AND row_id = ${id} ORDER BY event_seq DESC, id DESC LIMIT 1)`;
  const rows = db.prepare<[], Found>(
    `SELECT coalesce(c.event_seq, (SELECT max(seq) FROM event), 0) AS seq, ${live} AS live, c.after AS after
     FROM "${table}" t LEFT JOIN change c ON c.id = ${lastOf('t.id')} WHERE c.after IS NOT ${live}`,
  );
  const gone = db.prepare<[], Found>(
    `SELECT c.event_seq AS seq, NULL AS live, c.after AS after FROM change c
     WHERE c.table_name = '${table}' AND c.after IS NOT NULL AND c.id = ${lastOf('c.row_id')}
       AND NOT EXISTS (SELECT 1 FROM "${table}" t WHERE t.id = c.row_id)`,
  );
  return [...rows.all(), ...gone.all()].filter(differs).map((row) => row.seq);
}

/** A column younger than the change is not in it; every column that both know must be equal. */
function differs({ live, after }: Found): boolean {
  if (live === null || after === null) return true;
  const now = JSON.parse(live) as Record<string, unknown>;
  const then = JSON.parse(after) as Record<string, unknown>;
  return Object.keys(then).some((column) => column in now && now[column] !== then[column]);
}
