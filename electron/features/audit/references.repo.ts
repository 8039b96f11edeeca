import type { Database } from 'better-sqlite3';
import type { ColumnChange } from '../../../shared/api/audit.contract';
import { journalledTables } from '../../db/journal-triggers';
import { calledRow, type Row } from './audit.rules';

/** What says by another record's words what it is. */
const ABOUT: Readonly<Record<string, string>> = {
  title_movement: 'title_id',
  title_security: 'title_id',
  title_lookup: 'title_id',
  stocktake_line: 'title_id',
  borrowing_queue: 'staff_id',
  borrowing_return: 'borrowing_id',
  borrowing_return_line: 'line_id',
  borrowing_settlement: 'line_id',
  borrowing_renewal: 'borrowing_id',
  borrowing_recall_line: 'line_id',
  safe_custody: 'safe_id',
  safe_opening: 'safe_id',
  safe_opening_slip: 'slip_id',
  safe_closing: 'safe_id',
};
/** A compartment is known by its safe. */
const SELECTED: Readonly<Record<string, string>> = {
  compartment: `SELECT c.id, s.name || ' ' || c.name AS name FROM compartment c JOIN safe s ON s.id = c.safe_id WHERE c.id = ?`,
};

/** Says in place of the number of a record what people call it: a box, a term, a person. */
export function createReferences(db: Database) {
  const keys = db.prepare<[string], { column: string; target: string }>(
    'SELECT "from" AS column, "table" AS target FROM pragma_foreign_key_list(?)',
  );
  const targets = new Map(
    journalledTables(db).flatMap((table) =>
      keys.all(table).map(({ column, target }): [string, string] => [`${table}.${column}`, target]),
    ),
  );
  const rows = new Map(
    [...targets.values()].map((target) => [
      target,
      db.prepare<[number], Row>(SELECTED[target] ?? `SELECT * FROM "${target}" WHERE id = ?`),
    ]),
  );
  // A box that was taken away since is still called what it was called.
  const removed = db.prepare<[string, number], { before: string }>(
    'SELECT before FROM change WHERE table_name = ? AND row_id = ? AND after IS NULL ORDER BY id DESC LIMIT 1',
  );
  const called = (target: string, id: number): string | undefined => {
    const row = rows.get(target)?.get(id);
    const last = row ? undefined : removed.get(target, id);
    return calledRow(row ?? (last ? (JSON.parse(last.before) as Row) : {}));
  };
  /** A row without words of its own, by those of the record that it is about. */
  const calledBy = (table: string, row: Row): string | undefined => {
    const column = ABOUT[table];
    const target = column && targets.get(`${table}.${column}`);
    const id = column && row[column];
    return target && typeof id === 'number' ? called(target, id) : undefined;
  };
  const named = (change: ColumnChange): ColumnChange => {
    const target = targets.get(`${change.table}.${change.column}`);
    if (target === undefined) return change;
    const nameOf = (value: ColumnChange['before']) =>
      typeof value === 'number' ? (called(target, value) ?? value) : value;
    const { before, after, ...rest } = change;
    return {
      ...rest,
      ...(before === undefined ? {} : { before: nameOf(before) }),
      ...(after === undefined ? {} : { after: nameOf(after) }),
    };
  };
  return { named, calledBy };
}
