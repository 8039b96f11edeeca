import type { Database } from 'better-sqlite3';

/** What stands in the way of undoing: a record that came with the import, and the event that built on it. */
export interface Obstacle {
  name: string;
  at: string;
  by: string | null;
}

/** What an import has made and an undo takes away, in the order in which it can go. People stay: whoever was named stays known. */
const MADE = ['archive_number', 'dossier', 'project', 'client', 'place'] as const;
type Made = (typeof MADE)[number];
/** A box that others use by now simply stays. */
const MAY_STAY: Made = 'place';

/** So many changes since are looked through in one go. */
const CHANGES_AT_ONCE = 1_000;

const NAMES: Readonly<Record<Made, string>> = {
  archive_number: 'text',
  dossier: "coalesce(archive_no || ' ', '') || title",
  project: 'contract_no',
  client: 'name',
  place: "room || ' ' || cabinet || ' ' || shelf || ' ' || box",
};

export type ImportUndoRepo = ReturnType<typeof createImportUndoRepo>;

/** Reads the journal for what an import has made, and takes it away again. */
export function createImportUndoRepo(db: Database) {
  const eventOf = db
    .prepare<[number], number>(
      "SELECT event_seq FROM change WHERE table_name = 'import_batch' AND row_id = ? AND before IS NULL",
    )
    .pluck();
  const batch = db.prepare<[number], { fileName: string; dossiers: number; undoneOn: string | null }>(
    'SELECT file_name AS fileName, dossiers, undone_on AS undoneOn FROM import_batch WHERE id = ?',
  );
  /** So many rows are taken away in one go. */
  const rowsOf = db
    .prepare<[number, string, number], number>(
      `SELECT row_id FROM change WHERE event_seq = ? AND table_name = ? AND before IS NULL AND row_id > ? ORDER BY row_id LIMIT 64`,
    )
    .pluck();
  const since = db.prepare<[number], { first: number; last: number }>(
    'SELECT max(id) + 1 AS first, (SELECT max(id) FROM change) AS last FROM change WHERE event_seq = ?',
  );
  const mark = db.prepare<[string, number, string, number]>(
    'UPDATE import_batch SET undone_on = ?, undone_by = ?, undo_reason = ? WHERE id = ?',
  );
  return {
    batch: (id: number) => batch.get(id),
    eventOf: (id: number) => eventOf.get(id),
    /** Looks through what has happened since, some of it at a time: the first thing that was built on the import. */
    obstacles: function* (seq: number): Generator<Obstacle | undefined> {
      const ways = waysToBuildOn(db);
      const { first, last } = since.get(seq) ?? { first: 1, last: 0 };
      for (let from = first; from <= last; from += CHANGES_AT_ONCE)
        for (const builtUpon of ways) yield builtUpon({ seq, from, to: from + CHANGES_AT_ONCE - 1 });
    },
    /** Takes away every row, some at a time; tells how many each time. */
    takeAway: function* (seq: number): Generator<number> {
      for (const table of MADE) {
        const remove = db.prepare<[string]>(
          `DELETE FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))${table === MAY_STAY ? free(db) : ''}`,
        );
        for (let ids = rowsOf.all(seq, table, 0); ids.length > 0; ids = rowsOf.all(seq, table, ids.at(-1) ?? 0)) {
          remove.run(JSON.stringify(ids));
          yield ids.length;
        }
      }
    },
    mark: (id: number, on: string, by: number, reason: string) => void mark.run(on, by, reason, id),
  };
}

interface Reference {
  child: string;
  column: string;
  parent: Made;
}

/** Who may refer to what an import has made, as the schema says it. */
function referencesOf(db: Database): Reference[] {
  return db
    .prepare<[], { child: string; column: string; parent: string }>(
      `SELECT t.name AS child, f."from" AS "column", f."table" AS parent
       FROM pragma_table_list t, pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' AND t.type = 'table'`,
    )
    .all()
    .filter((its): its is Reference => MADE.some((table) => table === its.parent && table !== MAY_STAY));
}

const WHO = `(SELECT e.at FROM event e WHERE e.seq = c.event_seq) AS at,
  (SELECT s.name FROM event e JOIN staff s ON s.id = e.actor_id WHERE e.seq = c.event_seq) AS by`;
const ownRow = (table: Made, id: string) => `(SELECT ${NAMES[table]} FROM "${table}" o WHERE o.id = ${id}) AS name`;

/** The import's event, and the changes after it among which is looked. */
interface Span {
  seq: number;
  from: number;
  to: number;
}
type BuiltUpon = (span: Span) => Obstacle | undefined;

const waysToBuildOn = (db: Database): BuiltUpon[] => [
  ...MADE.filter((table) => table !== MAY_STAY).map((table) => changedSince(db, table)),
  ...referencesOf(db).map((reference) => referredTo(db, reference)),
  numberedSince(db),
];

/** The crosses keep SQLite to its order: from what has happened since to what it concerns, however large the import was. */
const AMONG = (table: string) => `c.id BETWEEN @from AND @to AND +c.table_name = '${table}'`;
const MADE_BY_IT = (table: Made, id: string) =>
  `EXISTS (SELECT 1 FROM change i WHERE i.table_name = '${table}' AND i.row_id = ${id} AND i.event_seq = @seq AND i.before IS NULL)`;

function changedSince(db: Database, table: Made): BuiltUpon {
  const first = db.prepare<[Span], Obstacle>(
    `SELECT ${ownRow(table, 'c.row_id')}, ${WHO} FROM change c
     WHERE ${AMONG(table)} AND ${MADE_BY_IT(table, 'c.row_id')} ORDER BY c.id LIMIT 1`,
  );
  return (span) => first.get(span);
}

/** A row from elsewhere that refers to one of the import. */
function referredTo(db: Database, { child, column, parent }: Reference): BuiltUpon {
  const first = db.prepare<[Span], Obstacle>(
    `SELECT ${ownRow(parent, `r."${column}"`)}, ${WHO} FROM change c CROSS JOIN "${child}" r ON r.id = c.row_id
     WHERE ${AMONG(child)} AND c.before IS NULL AND ${MADE_BY_IT(parent, `r."${column}"`)} ORDER BY c.id LIMIT 1`,
  );
  return (span) => first.get(span);
}

/** Numbers given since count on from those of the import: without them there would be a gap. */
function numberedSince(db: Database): BuiltUpon {
  const first = db.prepare<[Span], Obstacle>(
    `SELECT n.text AS name, ${WHO} FROM change c CROSS JOIN archive_number n ON n.id = c.row_id
     WHERE ${AMONG('archive_number')} AND c.before IS NULL AND n.origin = 'given' AND EXISTS (
       SELECT 1 FROM archive_number m WHERE m.class_id = n.class_id AND m.year = n.year AND m.seq < n.seq
       AND ${MADE_BY_IT('archive_number', 'm.id')}) ORDER BY c.id LIMIT 1`,
  );
  return (span) => first.get(span);
}

/** Only where no row refers to the box any more. */
const free = (db: Database): string =>
  db
    .prepare<[], { child: string; column: string }>(
      `SELECT t.name AS child, f."from" AS "column" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
       WHERE t.schema = 'main' AND t.type = 'table' AND f."table" = 'place'`,
    )
    .all()
    .map(({ child, column }) => ` AND NOT EXISTS (SELECT 1 FROM "${child}" r WHERE r."${column}" = place.id)`)
    .join('');
