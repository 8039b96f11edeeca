import type { Database } from 'better-sqlite3';
import { createHeldColumns, type HeldColumns } from './held-columns';
import { createOrders } from './orders';

/** More changes than these since the last look, and everything is read anew. */
const MANY = 2_000;
/** What the ledger shows, sorts or finds by. */
const LOOKED_AT = ['dossier', 'project', 'client', 'staff', 'place', 'record_class', 'retention', 'archive_number'];

interface ChangedRow {
  tableName: string;
  rowId: number;
  version: number;
}

/**
 * The ledger in the computer's memory, as it stands after the last event: read once, then it follows the journal. It is no second
 * truth: whatever is asked for first looks whether the journal has gone on.
 */
export function createHeldLedger(db: Database) {
  const columns = createHeldColumns(db);
  const orders = createOrders(db, columns.now);
  const lastEvent = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM event').pluck();
  const countChanges = db
    .prepare<[number], number>('SELECT count(*) FROM (SELECT 1 FROM change WHERE event_seq > ? LIMIT 2001)')
    .pluck();
  const changes = db.prepare<[number], { tableName: string; rowId: number }>(
    'SELECT DISTINCT table_name AS tableName, row_id AS rowId FROM change WHERE event_seq > ?',
  );
  const ofProject = db.prepare<[number], number>('SELECT id FROM dossier WHERE project_id = ?').pluck();
  const ofClient = db
    .prepare<[number, number], number>(
      `SELECT id FROM dossier WHERE client_id = ?
       UNION ALL SELECT d.id FROM project p JOIN dossier d ON d.project_id = p.id WHERE p.client_id = ?`,
    )
    .pluck();
  let event: number | undefined;
  /** Goes up with every change of what the ledger shows: what was worked out before is out of date. */
  let version = 0;

  /** The rows that changed, by the version that they made; as long as the journal was followed row by row. */
  let followed: ChangedRow[] = [];

  const readAll = () => {
    columns.read();
    followed = [];
    orders.forgetAll();
    version += 1;
  };
  /** The dossiers that these rows belong to. */
  const dossiersOf = (rows: readonly { tableName: string; rowId: number }[]): Set<number> =>
    new Set(
      rows.flatMap(({ tableName, rowId }) => {
        if (tableName === 'dossier') return [rowId];
        if (tableName === 'project') return ofProject.all(rowId);
        return tableName === 'client' ? ofClient.all(rowId, rowId) : [];
      }),
    );
  const follow = (since: number) => {
    if ((countChanges.get(since) ?? 0) > MANY) return readAll();
    const rows = changes.all(since).filter(({ tableName }) => LOOKED_AT.includes(tableName));
    if (rows.length === 0) return;
    version += 1;
    if (followed.length > MANY) followed = [];
    for (const row of rows) followed.push({ ...row, version });
    for (const table of ['staff', 'place', 'record_class', 'retention'])
      if (rows.some(({ tableName }) => tableName === table)) orders.forgetNamesOf(table);
    const changed = dossiersOf(rows);
    columns.again(changed);
    if (changed.size > MANY) orders.forgetAll();
    else if (changed.size > 0) orders.mend(changed);
  };

  return {
    /** Brings what is held up to date. */
    upToDate: (): { columns: HeldColumns; version: number } => {
      const last = lastEvent.get() ?? 0;
      if (event === undefined || last < event) readAll();
      else if (last > event) follow(event);
      event = last;
      return { columns: columns.now(), version };
    },
    orderBy: orders.by,
    /** What changed after a version; `undefined` where that is not known any more. */
    changedSince: (before: number): readonly ChangedRow[] | undefined =>
      before === version || followed.some((row) => row.version === before + 1)
        ? followed.filter((row) => row.version > before)
        : undefined,
  };
}
export type HeldLedger = ReturnType<typeof createHeldLedger>;
