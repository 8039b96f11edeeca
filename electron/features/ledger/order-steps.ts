import type { Database } from 'better-sqlite3';
import type { LedgerSort } from '../../../shared/api/ledger.contract';
import { sortedByKey } from './counting-sort';
import type { HeldColumns } from './held-columns';
import { isNamed, isOwnText, NAMED, OWN_TEXTS } from './sorts';

/** Room for rows that are added meanwhile. */
const SPARE = 1_000;

type Steps = Generator<void, Int32Array>;

/** How an order is made. Rows that change between two steps may stand in it wrongly, twice or not at all: they are put right afterwards. */
export function createOrderSteps(db: Database, columns: () => HeldColumns, rowsPerStep: number) {
  /** The rows of a table along an index. */
  function* along<T extends [id: number, ...unknown[]]>(
    table: string,
    words: readonly string[],
    asked = 'id',
  ): Generator<T[], void> {
    const key = words.join(', ');
    const page = db
      .prepare<unknown[], T>(
        `SELECT ${asked} FROM ${table} WHERE (${key}, id) > (${words.map(() => '?').join(', ')}, ?)
         ORDER BY ${key}, id LIMIT ${rowsPerStep}`,
      )
      .raw();
    const keyOf = db.prepare<[number], unknown[]>(`SELECT ${key}, id FROM ${table} WHERE id = ?`).raw();
    let last: unknown[] | undefined = [...words.map(() => ''), 0];
    while (last) {
      const rows: T[] = page.all(...last);
      const end = rows.at(-1);
      last = end && keyOf.get(end[0]);
      yield rows;
    }
  }
  /** Those without a text stand first. */
  function* byText(column: string): Steps {
    let ids = new Int32Array(columns().end);
    let length = 0;
    const add = (its: readonly number[]) => {
      if (length + its.length > ids.length) ids = lengthened(ids, length + its.length + SPARE);
      ids.set(its, length);
      length += its.length;
    };
    add(db.prepare<[], number>(`SELECT id FROM dossier WHERE ${column} IS NULL ORDER BY id`).pluck().all());
    for (const rows of along<[number]>('dossier', [column])) {
      add(rows.flat());
      yield;
    }
    return ids.subarray(0, length);
  }
  /** The place of each row of another table among its like; equal words share one, 0 is nothing. */
  function* ranksOf(table: string, word: string, words: readonly string[]): Steps {
    const highest = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck();
    let ranks = new Int32Array((highest.get() ?? 0) + 1);
    let rank = 0;
    let last: string | undefined;
    for (const rows of along<[id: number, word: string]>(table, words, `id, ${word}`)) {
      for (const [id, its] of rows) {
        if (its !== last) rank += 1;
        last = its;
        if (id >= ranks.length) ranks = lengthened(ranks, id + SPARE);
        ranks[id] = rank;
      }
      yield;
    }
    return ranks;
  }
  function* byName({ refers, table, word, along: words = [word] }: (typeof NAMED)[keyof typeof NAMED]): Steps {
    const ranks = yield* ranksOf(table, word, words);
    const { of, there, end } = columns();
    const refersTo = of[refers];
    const keys = new Int32Array(end);
    for (let id = 1; id < end; id += 1) keys[id] = ranks[refersTo[id] as number] as number;
    return yield* sortedByKey(keys, there.slice(0, end), end);
  }
  return function* (sort: LedgerSort): Steps {
    if (isOwnText(sort)) return yield* byText(OWN_TEXTS[sort]);
    if (isNamed(sort)) return yield* byName(NAMED[sort]);
    const { of, there, end } = columns();
    const keys = sort === 'opened' ? new Int32Array(end) : of[sort].slice(0, end);
    return yield* sortedByKey(keys, there.slice(0, end), end);
  };
}

function lengthened(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(list);
  return longer;
}
