import type { Database } from 'better-sqlite3';

/** How the search index stands: how each of its tables is set, and how many records are in it. Throws if FTS5 finds one damaged. */
export function searchTables(db: Database): Record<string, { settings: unknown[]; records: number }> {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%' ORDER BY name",
    )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((name) => {
      db.exec(`INSERT INTO ${name} (${name}) VALUES ('integrity-check')`);
      const settings = db.prepare(`SELECT k, v FROM ${name}_config ORDER BY k`).all();
      const records = db.prepare<[], number>(`SELECT count(*) FROM ${name}_docsize`).pluck().get() ?? 0;
      return [name, { settings, records }];
    }),
  );
}
