import type { Database } from 'better-sqlite3';
import { matchQuery } from '../../search/tokenise';
import { createFoundTexts } from './found-texts';
import type { HeldLedger } from './held-ledger';
import type { LedgerFilter, Looked } from './sieve';

type Place = Pick<LedgerFilter, 'room' | 'cabinet' | 'shelf' | 'box'>;
type Now = ReturnType<HeldLedger['upToDate']>;

export const asksPlace = ({ room, cabinet, shelf, box }: LedgerFilter) =>
  [room, cabinet, shelf, box].some((part) => part !== undefined);

const marksOf = (ids: readonly number[], size: number): Uint8Array => {
  const marks = new Uint8Array(size);
  for (const id of ids) marks[id] = 1;
  return marks;
};
/** At the places of these ids in their list and one. */
const among = (ids: readonly number[], is: (id: number) => boolean) =>
  Uint8Array.from([0, ...ids.map((id) => Number(is(id)))]);

/** Who has something of it now. */
const LENT = `SELECT d.id FROM borrowing b JOIN borrowing_line o ON o.borrowing_id = b.id JOIN dossier d ON d.id = o.dossier_id
              WHERE b.borrower_id = ? AND o.state IN ('lent', 'incomplete') AND d.state IN ('lent', 'partlyLent')`;

const PROJECT = 'project p JOIN dossier d ON d.project_id = p.id';
/** Columns that have words of their own, with the index that knows which rows can have them. */
const OWN_WORDS = [
  { column: 'archiveNo', from: 'dossier d', id: 'd.id', text: 'd.archive_no', index: 'search_dossier' },
  { column: 'title', from: 'dossier d', id: 'd.id', text: 'd.title', index: 'search_dossier' },
  { column: 'contractNo', from: PROJECT, id: 'p.id', text: 'p.contract_no', index: 'search_project' },
] as const;

/** Words in one column: the search index, which knows them in any column, says where to look. */
const createOwnWords = (db: Database) =>
  OWN_WORDS.map(({ column, from, id, text, index }) => {
    const containing = `SELECT d.id FROM ${from} WHERE instr(lower(${text}), lower(?)) > 0`;
    const everywhere = db.prepare<[string], number>(containing).pluck();
    const indexed = `${id} IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`;
    const found = db.prepare<[string, string], number>(`${containing} AND ${indexed}`).pluck();
    const one = db.prepare<[string, number]>(`${containing} AND d.id = ?`);
    return {
      column,
      all: (words: string): number[] => {
        const match = matchQuery(words);
        // Brackets and dashes alone are in no index.
        return match === undefined ? everywhere.all(words) : found.all(words, match);
      },
      has: (dossierId: number, words: string): boolean => one.get(words, dossierId) !== undefined,
    };
  });

/** Asks the database for what the columns do not tell: for all dossiers, or for `few`, side by side. */
export function createLookUp(db: Database, held: HeldLedger) {
  const foundBy = createFoundTexts(db, held);
  const remarked = db
    .prepare<[string], number>("SELECT id FROM dossier WHERE remarks <> '' AND instr(remarks, ?) > 0")
    .pluck();
  const isRemarked = db.prepare<[number, string]>('SELECT 1 FROM dossier WHERE id = ? AND instr(remarks, ?) > 0');
  const isThere = `(@room IS NULL OR room = @room) AND (@cabinet IS NULL OR cabinet = @cabinet)
                   AND (@shelf IS NULL OR shelf = @shelf) AND (@box IS NULL OR box = @box)`;
  const places = db
    .prepare<Record<keyof Place, string | null>, number>(`SELECT id FROM place WHERE ${isThere}`)
    .pluck();
  const placesAmong = db
    .prepare<Record<keyof Place | 'ids', string | null>, number>(
      `SELECT id FROM place WHERE id IN (SELECT value FROM json_each(@ids)) AND ${isThere}`,
    )
    .pluck();
  const highestPlace = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM place').pluck();

  const ownWords = createOwnWords(db);
  const lentTo = db.prepare<[number], number>(LENT).pluck();
  const isLentTo = db.prepare<[number, number]>(`${LENT} AND d.id = ?`);

  const lookForText = (text: string, { columns, version }: Now, few?: readonly number[]) => {
    const match = matchQuery(text);
    const found = match === undefined ? undefined : foundBy(match, columns, version);
    return found && few ? among(few, (id) => found[id] === 1) : found;
  };
  const lookForRemark = (remark: string | undefined, { columns }: Now, few?: readonly number[]) => {
    if (remark === undefined) return undefined;
    if (few) return among(few, (id) => isRemarked.get(id, remark) !== undefined);
    return marksOf(remarked.all(remark), columns.end);
  };
  const lookForBorrower = (borrowerId: number | undefined, { columns }: Now, few?: readonly number[]) => {
    if (borrowerId === undefined) return undefined;
    if (few) return among(few, (id) => isLentTo.get(borrowerId, id) !== undefined);
    return marksOf(lentTo.all(borrowerId), columns.end);
  };
  const lookForWords = (filter: LedgerFilter, { columns }: Now, few?: readonly number[]) =>
    ownWords.flatMap(({ column, all, has }) => {
      const words = filter[column];
      if (words === undefined) return [];
      return few ? among(few, (id) => has(id, words)) : marksOf(all(words), columns.end);
    });
  const lookForPlace = (filter: LedgerFilter, { columns }: Now, few?: readonly number[]) => {
    if (!asksPlace(filter)) return undefined;
    const { room, cabinet, shelf, box } = filter;
    const part = { room: room ?? null, cabinet: cabinet ?? null, shelf: shelf ?? null, box: box ?? null };
    const ids = few?.map((id) => columns.of.placeId[id]);
    return marksOf(
      ids ? placesAmong.all({ ...part, ids: JSON.stringify(ids) }) : places.all(part),
      (highestPlace.get() ?? 0) + 1,
    );
  };
  return (filter: LedgerFilter, now: Now, few?: readonly number[]): Looked => ({
    found: lookForText(filter.text, now, few),
    places: lookForPlace(filter, now, few),
    others: [
      lookForRemark(filter.remarks, now, few) ?? [],
      lookForBorrower(filter.lentToId, now, few) ?? [],
      lookForWords(filter, now, few),
    ].flat(),
  });
}
