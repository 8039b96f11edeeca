import type { Database } from 'better-sqlite3';
import { DOSSIER_STATES, SECRECIES } from '../../../shared/api/dossier.contract';
import type { LedgerSums } from '../../../shared/api/ledger.contract';
import { atOnce } from '../../ipc/in-turns';

const ranked = (column: string, words: readonly string[]) =>
  `CASE ${column} ${words.map((word, i) => `WHEN '${word}' THEN ${i + 1}`).join(' ')} END`;
const dayNumber = (column: string) => `coalesce(CAST(replace(${column}, '-', '') AS INTEGER), 0)`;

/** What is held of each dossier, as whole numbers: 0 stands for nothing, 20260302 for a day, a word for its place in its list. */
const HELD = {
  classId: 'd.class_id',
  retentionId: 'd.retention_id',
  year: 'd.year',
  secrecy: ranked('d.secrecy', SECRECIES),
  state: ranked('d.state', DOSSIER_STATES),
  volumes: 'd.volume_count',
  items: 'd.item_count',
  pages: 'd.page_count',
  receivedOn: dayNumber('d.received_on'),
  endedOn: dayNumber('d.ended_on'),
  keepUntil: dayNumber('d.keep_until'),
  appraisedOn: dayNumber('d.appraised_on'),
  dueOn: dayNumber('d.due_on'),
  placeId: 'coalesce(d.place_id, 0)',
  projectId: 'coalesce(d.project_id, 0)',
  clientId: 'coalesce(d.client_id, p.client_id, 0)',
  aManagerId: 'coalesce(p.a_manager_id, 0)',
  bManagerId: 'coalesce(p.b_manager_id, 0)',
  keeperId: 'coalesce(d.keeper_id, 0)',
  imported: "d.origin = 'imported'",
} as const;

export type Held = keyof typeof HELD;
const NAMES = Object.keys(HELD) as Held[];
const ROWS = `SELECT d.id, ${Object.values(HELD).join(', ')} FROM dossier d LEFT JOIN project p ON p.id = d.project_id`;
type Numbers = readonly [id: number, ...values: number[]];

/** A day as it is held. */
export const held = (day: string): number => Number(day.replaceAll('-', ''));

/** Dossiers as filters and orders look at them: one list of numbers a column. Texts stay in the database. */
export interface Columns {
  /** 1 where a dossier stands. */
  readonly there: Uint8Array;
  readonly of: Readonly<Record<Held, Int32Array>>;
  /** The last place and one. */
  readonly end: number;
}

/** All dossiers, each at the place of its id, in the computer's memory. */
export interface HeldColumns extends Columns {
  /** What all of them add up to. */
  readonly all: Readonly<LedgerSums>;
}

/** What is held of one dossier, in the order of the columns. */
export type HeldRow = Int32Array;

/** Some dossiers side by side, from place 1 on; `undefined` leaves its place empty. */
export function columnsOf(rows: readonly (HeldRow | undefined)[]): Columns {
  const end = rows.length + 1;
  const there = new Uint8Array(end);
  const of = emptyColumns(end);
  for (const [at, row] of rows.entries()) {
    if (!row) continue;
    there[at + 1] = 1;
    for (let i = 0; i < NAMES.length; i += 1) of[NAMES[i] as Held][at + 1] = row[i] as number;
  }
  return { there, of, end };
}

const emptyColumns = (size: number) =>
  Object.fromEntries(NAMES.map((name) => [name, new Int32Array(size)])) as Record<Held, Int32Array>;

/** Reads all dossiers, so many a step; afterwards `again` reads single ones anew. */
export function createHeldColumns(db: Database, rowsPerStep: number) {
  const page = db.prepare<[number], Numbers>(`${ROWS} WHERE d.id > ? ORDER BY d.id LIMIT ${rowsPerStep}`).raw();
  const one = db.prepare<[number], Numbers>(`${ROWS} WHERE d.id = ?`).raw();
  const highest = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM dossier').pluck();
  let room = 0;
  let end = 1;
  let all = { total: 0, volumes: 0, items: 0, pages: 0 };
  let there = new Uint8Array(0);
  const columns = emptyColumns(0);
  let inOrder: Int32Array[] = [];

  /** A step a column. */
  function* makeRoom(): Generator<void> {
    end = Math.max(end, (highest.get() ?? 0) + 1);
    if (end <= room) return;
    const size = Math.ceil(end * 1.02) + 1_000;
    const larger = new Uint8Array(size);
    larger.set(there);
    there = larger;
    for (const name of NAMES) {
      const column = new Int32Array(size);
      column.set(columns[name]);
      columns[name] = column;
      yield;
    }
    inOrder = NAMES.map((name) => columns[name]);
    room = size;
  }
  /** Adds a dossier to the sums of all, or takes it away. */
  const count = (id: number, by: 1 | -1) => {
    all.total += by;
    for (const name of ['volumes', 'items', 'pages'] as const) all[name] += by * (columns[name][id] as number);
  };
  const takeAway = (id: number) => {
    if (there[id] === 1) count(id, -1);
    there[id] = 0;
  };
  const put = (row: Numbers) => {
    const id = row[0];
    takeAway(id);
    there[id] = 1;
    for (let i = 0; i < inOrder.length; i += 1) (inOrder[i] as Int32Array)[id] = row[i + 1] as number;
    count(id, 1);
  };
  return {
    *read(): Generator<void> {
      there.fill(0);
      all = { total: 0, volumes: 0, items: 0, pages: 0 };
      for (let last: number | undefined = 0; last !== undefined; ) {
        yield* makeRoom();
        const rows: Numbers[] = page.all(last);
        for (const row of rows) put(row);
        last = rows.at(-1)?.[0];
        yield;
      }
    },
    /** Reads these dossiers anew; one that is gone is held no more. */
    again: (ids: Iterable<number>) => {
      atOnce(makeRoom());
      for (const id of ids) {
        const row = one.get(id);
        if (row) put(row);
        else takeAway(id);
      }
    },
    /** A dossier as it is held; `undefined` where there is none. */
    row: (id: number): HeldRow | undefined =>
      there[id] === 1 ? Int32Array.from(inOrder, (column) => column[id] as number) : undefined,
    now: (): HeldColumns => ({ there, of: columns, end, all }),
  };
}
