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
    remarked: lookForRemark(filter.remarks, now, few),
    places: lookForPlace(filter, now, few),
  });
}
