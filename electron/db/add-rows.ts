import type { Database } from 'better-sqlite3';

type Value = string | number | null;

/** Before each statement with triggers SQLite keeps a copy of every page that it touches: so many rows share one. */
const ROWS_AT_ONCE = [64, 8, 1] as const;

/** Writes rows into a table with AUTOINCREMENT, many at a time; answers their ids, in their order. */
export function createAdder(db: Database, table: string, columns: readonly string[]) {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const statements = ROWS_AT_ONCE.map((rows) => ({
    rows,
    add: db.prepare<[Value[]]>(
      `INSERT INTO "${table}" (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
    ),
  }));
  return (rows: readonly (readonly Value[])[]): number[] => {
    const ids: number[] = [];
    for (const { rows: many, add } of statements)
      while (rows.length - ids.length >= many) {
        const { lastInsertRowid } = add.run(rows.slice(ids.length, ids.length + many).flat());
        // One statement counts on from one row to the next; nobody else writes meanwhile.
        const first = Number(lastInsertRowid) - many + 1;
        for (let i = 0; i < many; i += 1) ids.push(first + i);
      }
    return ids;
  };
}
