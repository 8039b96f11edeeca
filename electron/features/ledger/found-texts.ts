import type { Database, Statement } from 'better-sqlite3';
import type { HeldColumns } from './held-columns';
import type { HeldLedger } from './held-ledger';

/** Texts that are kept found: whoever types asks for longer and longer ones. */
const KEPT_TEXTS = 12;
const TABLES = ['dossier', 'project', 'client'] as const;
type Table = (typeof TABLES)[number];

interface FoundText {
  /** 1 for each row whose own words have the text. */
  marks: Record<Table, Uint8Array>;
  /** 1 for each dossier that bears, or bore, a number with the text. */
  numbered: Uint8Array;
  version: number;
}

const isFollowed = (name: string): name is Table => (TABLES as readonly string[]).includes(name);

/**
 * Finds dossiers by their own words, by those of the project and of the client, and by a void number that they bore. What a text
 * finds is kept and follows what changes, row by row.
 */
export function createFoundTexts(db: Database, held: HeldLedger) {
  const finders = Object.fromEntries(
    TABLES.map((table) => [
      table,
      {
        all: db.prepare<[string], number>(`SELECT rowid FROM search_${table} WHERE search_${table} MATCH ?`).pluck(),
        // A number from JavaScript arrives as a floating one, by which FTS5 does not look up a row.
        one: db.prepare<[string, number]>(
          `SELECT 1 FROM search_${table} WHERE search_${table} MATCH ? AND rowid = CAST(? AS INTEGER)`,
        ),
        highest: db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck(),
      },
    ]),
  ) as Record<Table, { all: Finder; one: Finder; highest: Finder }>;
  const numbers = db
    .prepare<[string], number>(
      `SELECT dossier_id FROM archive_number WHERE dossier_id IS NOT NULL
       AND id IN (SELECT rowid FROM search_archive_number WHERE search_archive_number MATCH ?)`,
    )
    .pluck();
  const known = new Map<string, FoundText>();

  const find = (match: string, version: number): FoundText => {
    const marksOf = (table: Table) => {
      // Room for rows to come.
      const marks = new Uint8Array(Number(finders[table].highest.get()) + 1_000);
      for (const id of finders[table].all.iterate(match) as Iterable<number>) marks[id] = 1;
      return marks;
    };
    const marks = { dossier: marksOf('dossier'), project: marksOf('project'), client: marksOf('client') };
    const numbered = new Uint8Array(marks.dossier.length);
    for (const id of numbers.iterate(match)) numbered[id] = 1;
    return { marks, numbered, version };
  };
  /** `undefined` where it is quicker, or necessary, to find anew. */
  const followed = (match: string, text: FoundText, version: number): FoundText | undefined => {
    const changed = held.changedSince(text.version);
    if (!changed || changed.some(({ tableName }) => tableName === 'archive_number')) return undefined;
    for (const { tableName, rowId } of changed) {
      if (!isFollowed(tableName)) continue;
      const marks = text.marks[tableName];
      if (rowId >= marks.length) return undefined;
      marks[rowId] = finders[tableName].one.get(match, rowId) ? 1 : 0;
    }
    return { ...text, version };
  };

  return (match: string, { of, end }: HeldColumns, version: number): Uint8Array => {
    const before = known.get(match);
    const text = (before && followed(match, before, version)) ?? find(match, version);
    known.delete(match);
    known.set(match, text);
    for (const [oldest] of known) if (known.size > KEPT_TEXTS) known.delete(oldest);
    const { dossier, project, client } = text.marks;
    const found = new Uint8Array(end);
    for (let id = 1; id < end; id += 1)
      if (
        dossier[id] === 1 ||
        text.numbered[id] === 1 ||
        client[of.clientId[id] as number] === 1 ||
        project[of.projectId[id] as number] === 1
      )
        found[id] = 1;
    return found;
  };
}
type Finder = Statement<unknown[]>;
