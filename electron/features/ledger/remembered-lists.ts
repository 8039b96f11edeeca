import type { Database } from 'better-sqlite3';
import type { LedgerQuestion, LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { matchQuery } from '../../search/tokenise';
import { createFoundTexts } from './found-texts';
import type { HeldLedger } from './held-ledger';
import { type LedgerFilter, type Looked, sieve, sumsOf } from './sieve';

/** Lists that are kept at once: the ones somebody scrolls through now. */
const KEPT_LISTS = 8;

type Now = ReturnType<HeldLedger['upToDate']>;

export interface FoundList {
  sums: LedgerSums;
  /** The dossiers, lowest first. */
  ids: Int32Array;
}

/** Answers a question of the ledger by going over what is held; the same question is answered again from memory. */
export function createLists(db: Database, held: HeldLedger) {
  const foundBy = createFoundTexts(db, held);
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
  let mask = new Uint8Array(0);

  const marksOf = (ids: readonly number[], size: number) => {
    const marks = new Uint8Array(size);
    for (const id of ids) marks[id] = 1;
    return marks;
  };
  const lookUp = ({ text, remarks, room, cabinet, shelf, box }: LedgerFilter, now: Now): Looked => {
    const { columns, version } = now;
    const { end } = columns;
    const match = matchQuery(text);
    const asksPlace = [room, cabinet, shelf, box].some((part) => part !== undefined);
    const part = { room: room ?? null, cabinet: cabinet ?? null, shelf: shelf ?? null, box: box ?? null };
    return {
      found: match === undefined ? undefined : foundBy(match, columns, version),
      remarked: remarks === undefined ? undefined : marksOf(remarked.all(remarks), end),
      places: asksPlace ? marksOf(places.all(part), (highestPlace.get() ?? 0) + 1) : undefined,
    };
  };
  /** Marks in `mask` what passes the filter, and adds it up. */
  const sumUp = (filter: LedgerFilter, now: Now, today: Day): LedgerSums => {
    const { columns } = now;
    if (mask.length < columns.end) mask = new Uint8Array(columns.there.length);
    sieve(mask, columns, filter, lookUp(filter, now), today);
    return sumsOf(mask, columns);
  };
  const work = ({ filter, sort }: LedgerQuestion, now: Now, today: Day): FoundList => {
    const sums = sumUp(filter, now, today);
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
  };

  return (question: LedgerQuestion, today: Day): FoundList => {
    const now = held.upToDate();
    forgetOutdated(now.version);
    const key = JSON.stringify([question.filter, question.sort, today]);
    const list = known.get(key) ?? work(question, now, today);
    known.delete(key);
    known.set(key, list);
    for (const [oldest] of known) if (known.size > KEPT_LISTS) known.delete(oldest);
    return list;
  };
}
