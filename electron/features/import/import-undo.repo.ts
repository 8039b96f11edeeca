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
  const rowsOf = db
    .prepare<[number, string, number], number>(
      `SELECT row_id FROM change WHERE event_seq = ? AND table_name = ? AND before IS NULL AND row_id > ? ORDER BY row_id LIMIT 500`,
    )
    .pluck();
  const mark = db.prepare<[string, number, string, number]>(
    'UPDATE import_batch SET undone_on = ?, undone_by = ?, undo_reason = ? WHERE id = ?',
  );
  return {
    batch: (id: number) => batch.get(id),
    eventOf: (id: number) => eventOf.get(id),
    /** One way in which something may have been built on the import after the other. */
    obstacles: function* (seq: number): Generator<Obstacle | undefined> {
      yield changedSince(db, seq);
      for (const reference of referencesOf(db)) yield referredTo(db, seq, reference);
      yield numberedSince(db, seq);
    },
    /** Takes away every row; pauses after each. */
    takeAway: function* (seq: number): Generator<void> {
      for (const table of MADE) {
        const remove = db.prepare<[number]>(`DELETE FROM "${table}" WHERE id = ?${table === MAY_STAY ? free(db) : ''}`);
        let after = 0;
        for (let ids = rowsOf.all(seq, table, after); ids.length > 0; ids = rowsOf.all(seq, table, after))
          for (const id of ids) {
            remove.run(id);
            after = id;
            yield;
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

function changedSince(db: Database, seq: number): Obstacle | undefined {
  for (const table of MADE) {
    if (table === MAY_STAY) continue;
    const found = db
      .prepare<[string, number, string, number], Obstacle>(
        `SELECT ${ownRow(table, 'c.row_id')}, ${WHO} FROM change i CROSS JOIN change c
         ON c.table_name = ? AND c.row_id = i.row_id
         WHERE i.event_seq = ? AND i.table_name = ? AND i.before IS NULL AND c.event_seq > ? ORDER BY c.id LIMIT 1`,
      )
      .get(table, seq, table, seq);
    if (found) return found;
  }
  return undefined;
}

/** A row from elsewhere that refers to one of the import. */
function referredTo(db: Database, seq: number, { child, column, parent }: Reference): Obstacle | undefined {
  return db
    .prepare<{ seq: number; child: string; parent: string }, Obstacle>(
      `SELECT ${ownRow(parent, `r."${column}"`)}, ${WHO} FROM "${child}" r JOIN change c
       ON c.table_name = @child AND c.row_id = r.id AND c.before IS NULL
       WHERE c.event_seq > @seq AND EXISTS (SELECT 1 FROM change i WHERE i.table_name = @parent AND i.row_id = r."${column}"
         AND i.event_seq = @seq AND i.before IS NULL) ORDER BY c.id LIMIT 1`,
    )
    .get({ seq, child, parent });
}

/** Numbers given since count on from those of the import: without them there would be a gap. */
function numberedSince(db: Database, seq: number): Obstacle | undefined {
  return db
    .prepare<{ seq: number }, Obstacle>(
      `SELECT n.text AS name, ${WHO} FROM archive_number n JOIN change c
       ON c.table_name = 'archive_number' AND c.row_id = n.id AND c.before IS NULL
       WHERE c.event_seq > @seq AND n.origin = 'given' AND EXISTS (SELECT 1 FROM archive_number m JOIN change i
         ON i.table_name = 'archive_number' AND i.row_id = m.id AND i.event_seq = @seq AND i.before IS NULL
         WHERE m.class_id = n.class_id AND m.year = n.year AND m.seq < n.seq) ORDER BY n.id LIMIT 1`,
    )
    .get({ seq });
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
