import type { Database } from 'better-sqlite3';
import type { ShownColumns, ViewContent } from '../../../shared/api/ledger-view.contract';

export interface StoredView {
  id: number;
  ownerId: number;
  owner: string;
  name: string;
  shared: number;
  question: string;
  columns: string | null;
}
interface StoredHabit {
  columns: string | null;
  opensWith: number | null;
}

const VIEW = `SELECT v.id, v.owner_id AS ownerId, s.name AS owner, v.name, v.shared, v.question, v.columns
              FROM ledger_view v JOIN staff s ON s.id = v.owner_id`;
const asText = (columns: ShownColumns | undefined) => (columns ? JSON.stringify(columns) : null);

export type LedgerViewRepo = ReturnType<typeof createLedgerViewRepo>;

/** The only writer of ledger_view and ledger_habit. */
export function createLedgerViewRepo(db: Database) {
  const seenBy = db.prepare<{ staffId: number }, StoredView>(
    `${VIEW} WHERE v.owner_id = @staffId OR v.shared = 1 ORDER BY v.owner_id <> @staffId, v.name, v.id`,
  );
  const byId = db.prepare<[number], StoredView>(`${VIEW} WHERE v.id = ?`);
  const named = db.prepare<[number, string], { id: number }>(
    'SELECT id FROM ledger_view WHERE owner_id = ? AND name = ?',
  );
  const add = db.prepare<[number, string, string, string | null]>(
    'INSERT INTO ledger_view (owner_id, name, question, columns) VALUES (?, ?, ?, ?)',
  );
  const change = db.prepare<[string, string | null, number]>(
    'UPDATE ledger_view SET question = ?, columns = ? WHERE id = ?',
  );
  const rename = db.prepare<[string, number]>('UPDATE ledger_view SET name = ? WHERE id = ?');
  const share = db.prepare<[number, number]>('UPDATE ledger_view SET shared = ? WHERE id = ?');
  const remove = db.prepare<[number]>('DELETE FROM ledger_view WHERE id = ?');
  const forget = db.prepare<[number, number]>(
    'UPDATE ledger_habit SET opens_with = NULL WHERE opens_with = ? AND staff_id <> ?',
  );
  const habit = db.prepare<[number], StoredHabit>(
    'SELECT columns, opens_with AS opensWith FROM ledger_habit WHERE staff_id = ?',
  );
  const begin = db.prepare<[number]>(
    'INSERT INTO ledger_habit (staff_id) SELECT ? WHERE true ON CONFLICT (staff_id) DO NOTHING',
  );
  const arrange = db.prepare<[string | null, number]>('UPDATE ledger_habit SET columns = ? WHERE staff_id = ?');
  const openWith = db.prepare<[number | null, number]>('UPDATE ledger_habit SET opens_with = ? WHERE staff_id = ?');
  const NOBODY = 0;
  return {
    seenBy: (staffId: number) => seenBy.all({ staffId }),
    byId: (id: number) => byId.get(id),
    named: (ownerId: number, name: string) => named.get(ownerId, name)?.id,
    add: (ownerId: number, name: string, { question, columns }: ViewContent) =>
      Number(add.run(ownerId, name, JSON.stringify(question), asText(columns)).lastInsertRowid),
    change: (id: number, { question, columns }: ViewContent) => {
      change.run(JSON.stringify(question), asText(columns), id);
    },
    rename: (id: number, name: string) => {
      rename.run(name, id);
    },
    /** Whoever opens the ledger with a view that is not shared any more opens it whole. */
    share: (id: number, shared: boolean, ownerId: number) => {
      share.run(shared ? 1 : 0, id);
      if (!shared) forget.run(id, ownerId);
    },
    remove: (id: number) => {
      forget.run(id, NOBODY);
      remove.run(id);
    },
    habit: (staffId: number) => habit.get(staffId),
    arrange: (staffId: number, columns: ShownColumns | undefined) => {
      begin.run(staffId);
      arrange.run(asText(columns), staffId);
    },
    openWith: (staffId: number, id: number | undefined) => {
      begin.run(staffId);
      openWith.run(id ?? null, staffId);
    },
  };
}
