import type { Database } from 'better-sqlite3';
import { journalledTables } from '../../db/journal-triggers';

interface Found {
  seq: number;
  live: string | null;
  after: string | null;
}

const ROWS_PER_SLICE = 1_000;
/** The smallest and the greatest id that SQLite can hold: whoever writes past the journal need not begin at 1. */
const LEAST = -(2n ** 63n);
const GREATEST = 2n ** 63n - 1n;

/**
 * Does a row not stand as its last change left it? Then somebody wrote past the journal. Answers the event of that change
 * (the newest event for a row that no change ever wrote), the lowest of all tables. Pauses after each slice of rows.
 */
export function* walkRows(db: Database): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (const table of journalledTables(db))
    for (const { endOf, differing } of sidesOf(db, table)) {
      let from = LEAST;
      for (let to = endOf(from); to !== undefined; to = from > GREATEST ? undefined : endOf(from)) {
        for (const seq of differing(from, to)) lowest = Math.min(lowest ?? seq, seq);
        from = to + 1n;
        yield;
      }
    }
  return lowest;
}

/** One way to walk a table, slice by slice. */
interface Side {
  /** The last id of the slice that begins at `from`; `undefined` when nothing follows. */
  endOf(from: bigint): bigint | undefined;
  /** The events of the differing rows with ids from `from` up to and with `to`. */
  differing(from: bigint, to: bigint): number[];
}

/** The rows that stand in a table, and those that its changes speak of but that are gone. */
function sidesOf(db: Database, table: string): Side[] {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY name')
    .all(table);
  const live = `json_object(${columns.map(({ name }) => `'${name}', t."${name}"`).join(', ')})`;
  const lastOf = (id: string) =>
    `(SELECT id FROM change WHERE table_name = '${table}' AND row_id = ${id} ORDER BY event_seq DESC, id DESC LIMIT 1)`;
  const standing = `SELECT coalesce(c.event_seq, (SELECT max(seq) FROM event), 0) AS seq, ${live} AS live, c.after AS after
    FROM "${table}" t LEFT JOIN change c ON c.id = ${lastOf('t.id')}
    WHERE t.id BETWEEN @from AND @to AND c.after IS NOT ${live}`;
  const gone = `SELECT c.event_seq AS seq, NULL AS live, c.after AS after
    FROM (SELECT DISTINCT row_id FROM change WHERE table_name = '${table}' AND row_id BETWEEN @from AND @to) r
    JOIN change c ON c.id = ${lastOf('r.row_id')}
    WHERE c.after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${table}" t WHERE t.id = r.row_id)`;
  return [
    sideOf(db, `SELECT id FROM "${table}" WHERE id >= ? ORDER BY id`, standing),
    sideOf(
      db,
      `SELECT DISTINCT row_id AS id FROM change WHERE table_name = '${table}' AND row_id >= ? ORDER BY id`,
      gone,
    ),
  ];
}

function sideOf(db: Database, ids: string, found: string): Side {
  // Ids beyond 2^53 would be rounded as numbers, and a slice would never end.
  const end = db
    .prepare<[bigint], bigint | null>(`SELECT max(id) FROM (${ids} LIMIT ${ROWS_PER_SLICE})`)
    .pluck()
    .safeIntegers();
  const rows = db.prepare<{ from: bigint; to: bigint }, Found>(found);
  return {
    endOf: (from) => end.get(from) ?? undefined,
    differing: (from, to) =>
      rows
        .all({ from, to })
        .filter(differs)
        .map((row) => row.seq),
  };
}

/** A column younger than the change is not in it; every column that both know must be equal. */
function differs({ live, after }: Found): boolean {
  if (live === null || after === null) return true;
  const now = JSON.parse(live) as Record<string, unknown>;
  const then = JSON.parse(after) as Record<string, unknown>;
  return Object.keys(then).some((column) => column in now && now[column] !== then[column]);
}
