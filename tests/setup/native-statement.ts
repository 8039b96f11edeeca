import SqliteDatabase from 'better-sqlite3';

/** What all statements of SQLite share, whichever connection planned them: whoever replaces a way here sees each one run. */
export function nativeStatement(): Record<string, unknown> {
  const binding = Number(process.versions.napi) < 10 ? process.env.ANJUAN_SQLITE_BINDING : undefined;
  const db = new SqliteDatabase(':memory:', binding ? { nativeBinding: binding } : {});
  const shared = Object.getPrototypeOf(db.prepare('SELECT 1')) as Record<string, unknown>;
  db.close();
  return shared;
}
