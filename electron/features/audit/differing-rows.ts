import type { Database } from 'better-sqlite3';
import { journalledTables } from '../../db/journal';

interface Found {
  seq: number;
  live: string | null;
  after: string | null;
}

const ROWS_PER_SLICE = 1_000;

/**
 * Does a row not stand as its last change left it? Then somebody wrote past the journal. Answers the event of that change
 * (the newest event for a row that no change ever wrote), the lowest of all tables. Pauses after each slice of rows.
 */
export function* walkRows(db: Database): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (const table of journalledTables(db)) {
    const { first, last, differing } = slicesOf(db, table);
    for (let from = first; from <= last; from += ROWS_PER_SLICE) {
      for (const seq of differing(from, from + ROWS_PER_SLICE - 1)) lowest = Math.min(lowest ?? seq, seq);
      yield;
    }
  }
  return lowest;
}

type Slice = { from: number; to: number };

function slicesOf(db: Database, table: string) {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY name')
    .all(table);
  const live = `json_object(${columns.map(({ name }) => `'${name}', t."${name}"`).join(', ')})`;
  const lastOf = (id: string) =>
    `(SELECT id FROM change WHERE table_name = '${table}' AND row_id = ${id} ORDER BY event_seq DESC, id DESC LIMIT 1)`;
  const rows = db.prepare<Slice, Found>(
    `SELECT coalesce(c.event_seq, (SELECT max(seq) FROM event), 0) AS seq, ${live} AS live, c.after AS after
     FROM "${table}" t LEFT JOIN change c ON c.id = ${lastOf('t.id')}
     WHERE t.id BETWEEN @from AND @to AND c.after IS NOT ${live}`,
  );
  const gone = db.prepare<Slice, Found>(
    `SELECT c.event_seq AS seq, NULL AS live, c.after AS after
     FROM (SELECT DISTINCT row_id FROM change WHERE table_name = '${table}' AND row_id BETWEEN @from AND @to) r
     JOIN change c ON c.id = ${lastOf('r.row_id')}
     WHERE c.after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${table}" t WHERE t.id = r.row_id)`,
  );
  const ends = db
    .prepare<[], { first: number | null; last: number | null }>(
      `SELECT min(first) AS first, max(last) AS last FROM (
         SELECT min(id) AS first, max(id) AS last FROM "${table}"
         UNION ALL SELECT (SELECT min(row_id) FROM change WHERE table_name = '${table}'),
                          (SELECT max(row_id) FROM change WHERE table_name = '${table}'))`,
    )
    .get();
  const differing = (from: number, to: number): number[] =>
    [...rows.all({ from, to }), ...gone.all({ from, to })].filter(differs).map((row) => row.seq);
  return { first: ends?.first ?? 0, last: ends?.last ?? -1, differing };
}

/** A column younger than the change is not in it; every column that both know must be equal. */
function differs({ live, after }: Found): boolean {
  if (live === null || after === null) return true;
  const now = JSON.parse(live) as Record<string, unknown>;
  const then = JSON.parse(after) as Record<string, unknown>;
  return Object.keys(then).some((column) => column in now && now[column] !== then[column]);
}
