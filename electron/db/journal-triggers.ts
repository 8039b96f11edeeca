import type { Database } from 'better-sqlite3';

/** Everything that must be in the journal is: every table but the journal's own and the search index made from it, with where that stands. */
export function journalledTables(db: Database): string[] {
  const rows = db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT IN ('event', 'change', 'search_behind') AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  return rows.map((row) => row.name);
}

/** Makes the three triggers of every business table that write its changes down. Called after each migration. */
export function generateTriggers(db: Database): void {
  const there = new Map(
    db
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      .all()
      .map(({ name, sql }) => [name, sql]),
  );
  for (const table of journalledTables(db))
    for (const [name, sql] of journalTriggers(db, table)) {
      // SQLite reads its whole schema anew for each trigger that is made: a migration leaves most of them as they were.
      if (there.get(name) !== sql) db.exec(`DROP TRIGGER IF EXISTS ${name}; ${sql};`);
    }
}

/** The triggers of one table by their names, in the words in which SQLite keeps them. */
function journalTriggers(db: Database, table: string): [name: string, sql: string][] {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY name')
    .all(table)
    .map((column) => column.name);
  const json = (row: 'OLD' | 'NEW') => `json_object(${columns.map((c) => `'${c}', ${row}."${c}"`).join(', ')})`;
  const write = (when: 'INSERT' | 'UPDATE' | 'DELETE', id: string, before: string, after: string): [string, string] => {
    const name = `journal_${table}_${when.toLowerCase()}`;
    return [
      name,
      `CREATE TRIGGER ${name} AFTER ${when} ON "${table}" BEGIN
        INSERT INTO change (event_seq, table_name, row_id, before, after)
        VALUES (coalesce((SELECT max(seq) FROM event), 0) + 1, '${table}', ${id}, ${before}, ${after});
      END`,
    ];
  };
  return [
    write('INSERT', 'NEW.id', 'NULL', json('NEW')),
    write('UPDATE', 'NEW.id', json('OLD'), json('NEW')),
    write('DELETE', 'OLD.id', json('OLD'), 'NULL'),
  ];
}
