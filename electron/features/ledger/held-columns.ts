import type { Database } from 'better-sqlite3';
import { DOSSIER_STATES, SECRECIES } from '../../../shared/api/dossier.contract';

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

/**
 * What filters and orders of the ledger look at, in the computer's memory: one list of numbers a column, by the dossier's id. Texts
 * stay in the database.
 */
export interface HeldColumns {
  /** 1 for each id that a dossier has. */
  readonly there: Uint8Array;
  readonly of: Readonly<Record<Held, Int32Array>>;
  /** The highest id and one. */
  readonly end: number;
}

/** Reads all dossiers; afterwards `again` reads single ones anew. */
export function createHeldColumns(db: Database) {
  const every = db.prepare<[], Numbers>(ROWS).raw();
  const one = db.prepare<[number], Numbers>(`${ROWS} WHERE d.id = ?`).raw();
  const highest = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM dossier').pluck();
  let room = 0;
  let end = 1;
  let there = new Uint8Array(0);
  const columns = Object.fromEntries(NAMES.map((name) => [name, new Int32Array(0)])) as Record<Held, Int32Array>;
  let inOrder: Int32Array[] = [];

  const enlarge = (size: number) => {
    if (size <= room) return;
    room = Math.ceil(size * 1.2) + 1_000;
    const larger = new Uint8Array(room);
    larger.set(there);
    there = larger;
    for (const name of NAMES) {
      const column = new Int32Array(room);
      column.set(columns[name]);
      columns[name] = column;
    }
    inOrder = NAMES.map((name) => columns[name]);
  };
  const put = (row: Numbers) => {
    const id = row[0];
    there[id] = 1;
    for (let i = 0; i < inOrder.length; i += 1) (inOrder[i] as Int32Array)[id] = row[i + 1] as number;
  };
  const makeRoom = () => {
    end = Math.max(end, (highest.get() ?? 0) + 1);
    enlarge(end);
  };
  return {
    read: () => {
      there.fill(0);
      makeRoom();
      for (const row of every.iterate()) put(row);
    },
    /** Reads these dossiers anew; one that is gone is held no more. */
    again: (ids: Iterable<number>) => {
      makeRoom();
      for (const id of ids) {
        const row = one.get(id);
        if (row) put(row);
        else there[id] = 0;
      }
    },
    now: (): HeldColumns => ({ there, of: columns, end }),
  };
}
