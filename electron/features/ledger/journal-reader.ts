import type { Database } from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;
interface Change {
  tableName: string;
  rowId: number;
  before: string | null;
  after: string | null;
}

/** What the ledger shows or sorts by of tables that many dossiers refer to. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  staff: ['name'],
  place: ['room', 'cabinet', 'shelf', 'box'],
  record_class: ['name'],
  retention: ['name', 'years'],
};
/** Of these it is known which dossiers a change concerns. */
const OF_DOSSIERS = ['dossier', 'project', 'client', 'archive_number', 'borrowing_line'];
const LOOKED_AT = [...OF_DOSSIERS, ...Object.keys(NAMES)].map((table) => `'${table}'`).join(', ');

/** What the ledger must look at again. */
export interface Changed {
  dossiers: ReadonlySet<number>;
  /** Tables whose names have changed. */
  renamed: readonly string[];
}

const rowOf = (json: string | null): Row | undefined => (json === null ? undefined : (JSON.parse(json) as Row));

/** A row that is new, or gone, is referred to by no dossier that has not changed itself. */
function isRenaming({ tableName, before, after }: Change): boolean {
  const [was, is] = [rowOf(before), rowOf(after)];
  return was !== undefined && is !== undefined && (NAMES[tableName] ?? []).some((name) => was[name] !== is[name]);
}

/** Tells what has changed since an event; `undefined` when that is more than `many` changes or dossiers. */
export function createJournalReader(db: Database, many: number) {
  const last = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM event').pluck();
  // The plus keeps SQLite to the index of events: by table it would go over all changes that there ever were.
  const changes = db.prepare<[number], Change>(
    `SELECT table_name AS tableName, row_id AS rowId, before, after FROM change
     WHERE event_seq > ? AND +table_name IN (${LOOKED_AT}) LIMIT ${many + 1}`,
  );
  const ofProject = db.prepare<[number], number>('SELECT id FROM dossier WHERE project_id = ?').pluck();
  const ofClient = db
    .prepare<[number, number], number>(
      `SELECT id FROM dossier WHERE client_id = ?
       UNION ALL SELECT d.id FROM project p JOIN dossier d ON d.project_id = p.id WHERE p.client_id = ?`,
    )
    .pluck();

  const dossiersOf = ({ tableName, rowId, before, after }: Change): number[] => {
    if (tableName === 'dossier') return [rowId];
    if (tableName === 'project') return ofProject.all(rowId);
    if (tableName === 'client') return ofClient.all(rowId, rowId);
    if (tableName !== 'archive_number' && tableName !== 'borrowing_line') return [];
    return [before, after].map((json) => rowOf(json)?.dossier_id).filter((id) => typeof id === 'number');
  };
  return {
    last: (): number => last.get() ?? 0,
    changedSince: (event: number): Changed | undefined => {
      const rows = changes.all(event);
      if (rows.length > many) return undefined;
      const dossiers = new Set(rows.flatMap(dossiersOf));
      const renamed = [...new Set(rows.filter(isRenaming).map(({ tableName }) => tableName))];
      return dossiers.size > many ? undefined : { dossiers, renamed };
    },
  };
}
