import type { Database } from 'better-sqlite3';
import type { LedgerSort } from '../../../shared/api/ledger.contract';
import type { Held, HeldColumns } from './held-columns';

type NumberSort =
  | 'year'
  | 'volumes'
  | 'items'
  | 'pages'
  | 'receivedOn'
  | 'endedOn'
  | 'keepUntil'
  | 'secrecy'
  | 'dueOn'
  | 'state';
type OwnText = 'archiveNo' | 'title';
type NamedSort = Exclude<LedgerSort, NumberSort | OwnText | 'opened'>;

const OWN_TEXTS: Readonly<Record<OwnText, string>> = { archiveNo: 'archive_no', title: 'title' };

/** Sorted by a word of another table: which column refers to it, the table, and the word. */
const NAMED: Readonly<Record<NamedSort, { refers: Held; table: string; word: string }>> = {
  client: { refers: 'clientId', table: 'client', word: 'name' },
  className: { refers: 'classId', table: 'record_class', word: 'name' },
  contractNo: { refers: 'projectId', table: 'project', word: 'contract_no' },
  aManager: { refers: 'aManagerId', table: 'staff', word: 'name' },
  bManager: { refers: 'bManagerId', table: 'staff', word: 'name' },
  keeper: { refers: 'keeperId', table: 'staff', word: 'name' },
  place: {
    refers: 'placeId',
    table: 'place',
    word: 'room || char(1) || cabinet || char(1) || shelf || char(1) || box',
  },
  // The shortest first, for ever last.
  retention: { refers: 'retentionId', table: 'retention', word: 'coalesce(years, 1000)' },
};

type Key = string | number | null;

/** As SQLite orders: nothing first, numbers by size, texts by their bytes. */
function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
}

/** The ids that are there, by key and then by id: sorted by the key's lower half and then by its upper one. */
function sortedBy(keyOf: (id: number) => number, { there, end }: HeldColumns): Int32Array {
  let ids = new Int32Array(end);
  let [length, highest] = [0, 0];
  const keys = new Int32Array(end);
  for (let id = 1; id < end; id += 1) {
    if (there[id] !== 1) continue;
    ids[length++] = id;
    const key = keyOf(id);
    keys[id] = key;
    if (key > highest) highest = key;
  }
  ids = ids.slice(0, length);
  for (const shift of highest < 65_536 ? [0] : [0, 16]) ids = sortedOnce(ids, keys, shift);
  return ids;
}

function sortedOnce(ids: Int32Array, keys: Int32Array, shift: number): Int32Array<ArrayBuffer> {
  const from = new Int32Array(65_537);
  for (const id of ids) {
    const slot = (((keys[id] as number) >>> shift) & 65_535) + 1;
    from[slot] = (from[slot] as number) + 1;
  }
  for (let i = 1; i <= 65_536; i += 1) from[i] = (from[i] as number) + (from[i - 1] as number);
  const sorted = new Int32Array(ids.length);
  for (const id of ids) {
    const slot = ((keys[id] as number) >>> shift) & 65_535;
    const at = from[slot] as number;
    sorted[at] = id;
    from[slot] = at + 1;
  }
  return sorted;
}

/** Puts changed dossiers where they belong now: everything else keeps its place. */
function mended(
  order: Int32Array,
  changed: ReadonlySet<number>,
  { there, end }: HeldColumns,
  compare: (a: number, b: number) => number,
): Int32Array {
  const isChanged = new Uint8Array(end);
  for (const id of changed) isChanged[id] = 1;
  const kept = new Int32Array(order.length);
  let length = 0;
  for (let i = 0; i < order.length; i += 1) {
    const id = order[i] as number;
    if (isChanged[id] === 0) kept[length++] = id;
  }
  const moved = [...changed].filter((id) => there[id] === 1).sort(compare);
  const result = new Int32Array(length + moved.length);
  let [from, to] = [0, 0];
  for (const id of moved) {
    let [low, high] = [from, length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle] as number, id) < 0) low = middle + 1;
      else high = middle;
    }
    result.set(kept.subarray(from, low), to);
    to += low - from;
    result[to++] = id;
    from = low;
  }
  result.set(kept.subarray(from, length), to);
  return result;
}

/** Orders that are kept at once; each takes four bytes a dossier. */
const KEPT_ORDERS = 10;
/** With more changes than these an order is made anew. */
const MANY = 2_000;

interface Kept {
  ids: Int32Array;
  /** Changed since; they are put right when the order is asked for. */
  changed: Set<number>;
}

/** The dossiers in every order that was asked for, lowest first; they follow what changes. */
export function createOrders(db: Database, columns: () => HeldColumns) {
  const kept = new Map<LedgerSort, Kept>();
  const ownText = (sort: OwnText) =>
    db.prepare<[number], Key>(`SELECT ${OWN_TEXTS[sort]} FROM dossier WHERE id = ?`).pluck();
  const named = (sort: NamedSort) =>
    db.prepare<[number], Key>(`SELECT ${NAMED[sort].word} FROM ${NAMED[sort].table} WHERE id = ?`).pluck();

  /** The place of each row of another table among its like; equal words share one, 0 is nothing. */
  const ranksOf = (sort: NamedSort): Int32Array => {
    const { table, word } = NAMED[sort];
    const rows = db.prepare<[], [number, Key]>(`SELECT id, ${word} AS word FROM ${table} ORDER BY word`).raw();
    const highest = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() ?? 0;
    const ranks = new Int32Array(highest + 1);
    let rank = 0;
    let last: Key | undefined;
    for (const [id, its] of rows.iterate()) {
      if (its !== last) rank += 1;
      last = its;
      ranks[id] = rank;
    }
    return ranks;
  };
  const made = (sort: LedgerSort): Int32Array => {
    const now = columns();
    if (sort === 'opened') return sortedBy(() => 0, now);
    if (sort in OWN_TEXTS) {
      const ids = db.prepare<[], number>(`SELECT id FROM dossier ORDER BY ${OWN_TEXTS[sort as OwnText]}, id`).pluck();
      return Int32Array.from(ids.all());
    }
    if (!(sort in NAMED)) {
      const column = now.of[sort as NumberSort];
      return sortedBy((id) => column[id] as number, now);
    }
    const refers = now.of[NAMED[sort as NamedSort].refers];
    const ranks = ranksOf(sort as NamedSort);
    return sortedBy((id) => ranks[refers[id] as number] as number, now);
  };
  const keyReader = (sort: LedgerSort): ((id: number) => Key) => {
    if (sort === 'opened') return () => 0;
    if (sort in OWN_TEXTS) {
      const read = ownText(sort as OwnText);
      return (id) => read.get(id) ?? null;
    }
    const now = columns();
    if (!(sort in NAMED)) return (id) => now.of[sort as NumberSort][id] as number;
    const read = named(sort as NamedSort);
    return (id) => read.get(now.of[NAMED[sort as NamedSort].refers][id] as number) ?? null;
  };
  const putRight = (sort: LedgerSort, { ids, changed }: Kept): Int32Array => {
    if (changed.size === 0) return ids;
    const keyOf = keyReader(sort);
    return mended(ids, changed, columns(), (a, b) => compareKeys(keyOf(a), keyOf(b)) || a - b);
  };

  return {
    /** Lowest first; equal ones by id. */
    by: (sort: LedgerSort): Int32Array => {
      const before = kept.get(sort);
      kept.delete(sort);
      const ids = before ? putRight(sort, before) : made(sort);
      kept.set(sort, { ids, changed: new Set() });
      for (const [oldest] of kept) if (kept.size > KEPT_ORDERS) kept.delete(oldest);
      return ids;
    },
    forgetAll: () => kept.clear(),
    /** Words of a table have changed: its orders are made anew when they are asked for. */
    forgetNamesOf: (table: string) => {
      for (const [sort, { table: its }] of Object.entries(NAMED)) if (its === table) kept.delete(sort as LedgerSort);
    },
    mend: (ids: ReadonlySet<number>) => {
      for (const [sort, { changed }] of kept) {
        for (const id of ids) changed.add(id);
        if (changed.size > MANY) kept.delete(sort);
      }
    },
  };
}
