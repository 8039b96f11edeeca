import type { Database } from 'better-sqlite3';
import { journalledTables } from '../../electron/db/journal-triggers';

type Rows = Map<string, Map<number, string>>;

/** Every business table as it stands: table → id → row as JSON, columns by name. */
export function liveTables(db: Database): Rows {
  return new Map(
    journalledTables(db).map((table) => {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?) ORDER BY name').pluck().all(table) as string[];
      const row = `json_object(${columns.map((name) => `'${name}', "${name}"`).join(', ')})`;
      return [table, new Map(db.prepare(`SELECT id, ${row} FROM "${table}"`).raw().all() as [number, string][])];
    }),
  );
}

/** The tables that the journal alone gives, from nothing; `without` leaves one change out (negative control). */
export function replayJournal(db: Database, without?: number): { tables: Rows; faults: string[] } {
  const tables: Rows = new Map(journalledTables(db).map((table) => [table, new Map()]));
  const faults: string[] = [];
  const changes = db.prepare<[], { id: number; t: string; row: number; before: string | null; after: string | null }>(
    'SELECT id, table_name AS t, row_id AS row, before, after FROM change ORDER BY id',
  );
  for (const { id, t, row, before, after } of changes.iterate()) {
    if (id === without) continue;
    const table = tables.get(t);
    if ((table?.get(row) ?? null) !== before) faults.push(`change ${id}: ${t} ${row} was not as it says`);
    if (after === null) table?.delete(row);
    else table?.set(row, after);
  }
  return { tables, faults };
}

/** What is wrong when the journal is played again from nothing; empty when it gives the very tables that stand there. */
export function replayDifferences(db: Database, without?: number): string[] {
  const { tables, faults } = replayJournal(db, without);
  const live = liveTables(db);
  const names = new Set([...live.keys(), ...tables.keys()]);
  const differing = [...names].flatMap((name) => {
    const is = live.get(name) ?? new Map<number, string>();
    const told = tables.get(name) ?? new Map<number, string>();
    return [...new Set([...is.keys(), ...told.keys()])]
      .filter((id) => is.get(id) !== told.get(id))
      .map((id) => `${name} ${id}: ${is.get(id)} is there, the journal tells ${told.get(id)}`);
  });
  return [...faults, ...differing];
}
