import type { Database } from 'better-sqlite3';
import type { ColumnChange } from '../../../shared/api/audit.contract';
import { journalledTables } from '../../db/journal-triggers';
import { calledRow, type Row } from './audit.rules';

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
      db.prepare<[number], Row>(`SELECT * FROM "${target}" WHERE id = ?`),
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
  return (change: ColumnChange): ColumnChange => {
    const target = targets.get(`${change.table}.${change.column}`);
    if (target === undefined) return change;
    const named = (value: ColumnChange['before']) =>
      typeof value === 'number' ? (called(target, value) ?? value) : value;
    const { before, after, ...rest } = change;
    return {
      ...rest,
      ...(before === undefined ? {} : { before: named(before) }),
      ...(after === undefined ? {} : { after: named(after) }),
    };
  };
}
