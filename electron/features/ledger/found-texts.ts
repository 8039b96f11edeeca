import type { Database } from 'better-sqlite3';
import { createIndexWatch } from '../../search/standing';
import type { HeldColumns } from './held-columns';
import type { HeldLedger } from './held-ledger';

/** Texts that are kept found: whoever types asks for longer and longer ones. */
const KEPT_TEXTS = 12;
/** Dossiers that a list can grow by before it is copied. */
const SPARE = 1_000;
const TABLES = ['dossier', 'project', 'client'] as const;
type Table = (typeof TABLES)[number];

interface FoundText {
  /** 1 for each dossier that is found. */
  found: Uint8Array;
  version: number;
}

/**
 * Finds dossiers by their own words, by those of the project and of the client, and by a void number that they bore. What a text
 * finds is kept and follows what changes, dossier by dossier.
 */
export function createFoundTexts(db: Database, held: HeldLedger) {
  const finders = TABLES.map((table) => {
    const search = `search_${table}`;
    return {
      table,
      all: db.prepare<[string], number>(`SELECT rowid FROM ${search} WHERE ${search} MATCH ?`).pluck(),
      // A number from JavaScript arrives as a floating one, by which FTS5 does not look up a row.
      one: db.prepare<[string, number]>(
        `SELECT 1 FROM ${search} WHERE ${search} MATCH ? AND rowid = CAST(? AS INTEGER)`,
      ),
      highest: db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck(),
    };
  });
  const numbered = db
    .prepare<[string], number>(
      `SELECT dossier_id FROM archive_number WHERE dossier_id IS NOT NULL
       AND id IN (SELECT rowid FROM search_archive_number WHERE search_archive_number MATCH ?)`,
    )
    .pluck();
  const numbersOf = db
    .prepare<[number], number>('SELECT id FROM archive_number WHERE dossier_id = ? AND voided_on IS NOT NULL')
    .pluck();
  const hasNumber = db.prepare<[string, number]>(
    'SELECT 1 FROM search_archive_number WHERE search_archive_number MATCH ? AND rowid = CAST(? AS INTEGER)',
  );
  const known = new Map<string, FoundText>();
  const hasIndexMoved = createIndexWatch(db);

  const find = (match: string, { of, end }: HeldColumns): Uint8Array => {
    const marks = {} as Record<Table, Uint8Array>;
    for (const { table, all, highest } of finders) {
      const its = new Uint8Array((highest.get() ?? 0) + 1);
      for (const id of all.all(match)) its[id] = 1;
      marks[table] = its;
    }
    const { dossier, project, client } = marks;
    for (const id of numbered.all(match)) dossier[id] = 1;
    const found = new Uint8Array(end + SPARE);
    const { projectId, clientId } = of;
    for (let id = 1; id < end; id += 1)
      if (dossier[id] === 1 || client[clientId[id] as number] === 1 || project[projectId[id] as number] === 1)
        found[id] = 1;
    return found;
  };
  /** Is this dossier found by the text? */
  const finds = (match: string, id: number, { of }: HeldColumns): boolean => {
    const ids = { dossier: id, project: of.projectId[id] as number, client: of.clientId[id] as number };
    return (
      finders.some(({ table, one }) => ids[table] > 0 && one.get(match, ids[table]) !== undefined) ||
      numbersOf.all(id).some((number) => hasNumber.get(match, number) !== undefined)
    );
  };
  /** `undefined` where it is necessary to find anew. */
  const followed = (match: string, text: FoundText, columns: HeldColumns): Uint8Array | undefined => {
    const ids = held.since(text.version)?.ids;
    if (!ids || text.found.length < columns.end) return undefined;
    for (const id of ids) text.found[id] = finds(match, id, columns) ? 1 : 0;
    return text.found;
  };
  /** 1 for each dossier that the text finds. */
  return (match: string, columns: HeldColumns, version: number): Uint8Array => {
    if (hasIndexMoved()) known.clear();
    const before = known.get(match);
    const found = (before && followed(match, before, columns)) ?? find(match, columns);
    known.delete(match);
    known.set(match, { found, version });
    for (const [oldest] of known) if (known.size > KEPT_TEXTS) known.delete(oldest);
    return found;
  };
}
