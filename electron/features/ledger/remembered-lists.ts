import type { Database } from 'better-sqlite3';
import type { LedgerQuestion, LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { matchQuery } from '../../search/tokenise';
import type { HeldColumns } from './held-columns';
import type { HeldLedger } from './held-ledger';
import { type LedgerFilter, type Looked, sieve, sumsOf } from './sieve';

/** Lists that are kept at once: the ones somebody scrolls through now. */
const KEPT_LISTS = 8;

export interface FoundList {
  sums: LedgerSums;
  /** The dossiers, lowest first. */
  ids: Int32Array;
}

/** It finds dossiers by their own words, by those of the project and of the client, and by a void number that they bore. */
const FIND = [
  'SELECT rowid FROM search_dossier WHERE search_dossier MATCH @match',
  `SELECT d.id FROM dossier d WHERE d.project_id IN (SELECT rowid FROM search_project WHERE search_project MATCH @match
     UNION ALL SELECT p.id FROM project p WHERE p.client_id IN (SELECT rowid FROM search_client WHERE search_client MATCH @match))`,
  'SELECT id FROM dossier WHERE client_id IN (SELECT rowid FROM search_client WHERE search_client MATCH @match)',
  `SELECT dossier_id AS id FROM archive_number WHERE dossier_id IS NOT NULL
     AND id IN (SELECT rowid FROM search_archive_number WHERE search_archive_number MATCH @match)`,
];

/** Answers a question of the ledger by going over what is held; the same question is answered again from memory. */
export function createLists(db: Database, held: HeldLedger) {
  const find = FIND.map((sql) => db.prepare<{ match: string }, number>(sql).pluck());
  const remarked = db
    .prepare<[string], number>("SELECT id FROM dossier WHERE remarks <> '' AND instr(remarks, ?) > 0")
    .pluck();
  const places = db
    .prepare<Record<'room' | 'cabinet' | 'shelf' | 'box', string | null>, number>(
      `SELECT id FROM place WHERE (@room IS NULL OR room = @room) AND (@cabinet IS NULL OR cabinet = @cabinet)
       AND (@shelf IS NULL OR shelf = @shelf) AND (@box IS NULL OR box = @box)`,
    )
    .pluck();
  const highestPlace = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM place').pluck();
  const known = new Map<string, FoundList>();
  let knownFor = -1;
  let texts = new Map<string, Uint8Array>();
  let mask = new Uint8Array(0);

  const foundBy = (match: string, end: number): Uint8Array => {
    const before = texts.get(match);
    if (before) return before;
    const marks = new Uint8Array(end);
    for (const statement of find) for (const id of statement.all({ match })) marks[id] = 1;
    // Whoever types asks for longer and longer texts: only the last few are asked again.
    if (texts.size >= KEPT_LISTS) texts.clear();
    texts.set(match, marks);
    return marks;
  };
  const marksOf = (ids: readonly number[], size: number) => {
    const marks = new Uint8Array(size);
    for (const id of ids) marks[id] = 1;
    return marks;
  };
  const lookUp = ({ text, remarks, room, cabinet, shelf, box }: LedgerFilter, end: number): Looked => {
    const match = matchQuery(text);
    const asksPlace = [room, cabinet, shelf, box].some((part) => part !== undefined);
    const part = { room: room ?? null, cabinet: cabinet ?? null, shelf: shelf ?? null, box: box ?? null };
    return {
      found: match === undefined ? undefined : foundBy(match, end),
      remarked: remarks === undefined ? undefined : marksOf(remarked.all(remarks), end),
      places: asksPlace ? marksOf(places.all(part), (highestPlace.get() ?? 0) + 1) : undefined,
    };
  };
  /** Marks in `mask` what passes the filter, and adds it up. */
  const sumUp = (filter: LedgerFilter, columns: HeldColumns, today: Day): LedgerSums => {
    if (mask.length < columns.end) mask = new Uint8Array(columns.there.length);
    sieve(mask, columns, filter, lookUp(filter, columns.end), today);
    return sumsOf(mask, columns);
  };
  const work = ({ filter, sort }: LedgerQuestion, columns: HeldColumns, today: Day): FoundList => {
    const sums = sumUp(filter, columns, today);
    const order = held.orderBy(sort);
    if (sums.total === order.length) return { sums, ids: order };
    const ids = new Int32Array(sums.total);
    let length = 0;
    for (let i = 0; i < order.length && length < sums.total; i += 1) {
      const id = order[i] as number;
      if (mask[id] === 1) ids[length++] = id;
    }
    return { sums, ids };
  };
  const forgetOutdated = (version: number) => {
    if (version === knownFor) return;
    knownFor = version;
    known.clear();
    texts = new Map();
  };

  const listOf = (question: LedgerQuestion, today: Day): FoundList => {
    const { columns, version } = held.upToDate();
    forgetOutdated(version);
    const key = JSON.stringify([question.filter, question.sort, today]);
    const list = known.get(key) ?? work(question, columns, today);
    known.delete(key);
    known.set(key, list);
    for (const [oldest] of known) if (known.size > KEPT_LISTS) known.delete(oldest);
    return list;
  };
  return { listOf, sumsOf: (filter: LedgerFilter, today: Day) => sumUp(filter, held.upToDate().columns, today) };
}
