import type { Database } from 'better-sqlite3';
import type { Compartment } from '../../../shared/api/safe.contract';
import type { SafeSignature } from '../../../shared/api/safe-closing.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import { createClosingRepo } from './closing.repo';
import { createCustodyRepo } from './custody.repo';
import { createOpeningRepo } from './opening.repo';

export interface Safe {
  id: number;
  name: string;
  place: string;
  retiredOn?: string;
}
/** A compartment with the safe that it is in. */
export interface CompartmentOfSafe extends Compartment {
  safeId: number;
  safe: string;
}
/** Below what somebody has signed; an id of that table. */
export type SignedKind = 'custody' | 'opening' | 'closing' | 'month';

export type SafeRepo = ReturnType<typeof createSafeRepo>;

/** The only writer of the tables of the safes; custody, openings and closings have a file each. */
export function createSafeRepo(db: Database) {
  return {
    ...readingSafes(db),
    ...writingSafes(db),
    ...signing(db),
    ...createCustodyRepo(db),
    ...createOpeningRepo(db),
    ...createClosingRepo(db),
  };
}

function readingSafes(db: Database) {
  const all = db.prepare<[], Stored<Safe>>('SELECT id, name, place, retired_on AS retiredOn FROM safe ORDER BY id');
  const compartments = db.prepare<[], Stored<CompartmentOfSafe>>(
    `SELECT c.id, c.name, c.row, c.col, c.retired_on AS retiredOn, c.safe_id AS safeId, s.name AS safe
     FROM compartment c JOIN safe s ON s.id = c.safe_id ORDER BY c.safe_id, c.row, c.col`,
  );
  return {
    all: () => all.all().map(present<Safe>),
    compartments: () => compartments.all().map(present<CompartmentOfSafe>),
  };
}

function writingSafes(db: Database) {
  const add = db.prepare<[string, string]>('INSERT INTO safe (name, place) VALUES (?, ?)');
  const rename = db.prepare<[string, string, number]>('UPDATE safe SET name = ?, place = ? WHERE id = ?');
  const retire = db.prepare<[Day, number]>('UPDATE safe SET retired_on = ? WHERE id = ?');
  const addCompartment = db.prepare<[number, string, number, number]>(
    'INSERT INTO compartment (safe_id, name, row, col) VALUES (?, ?, ?, ?)',
  );
  const retireCompartment = db.prepare<[Day, number]>('UPDATE compartment SET retired_on = ? WHERE id = ?');
  const reuseCompartment = db.prepare<[string, number]>(
    'UPDATE compartment SET name = ?, retired_on = NULL WHERE id = ?',
  );
  return {
    add: (name: string, place: string): number => Number(add.run(name, place).lastInsertRowid),
    rename: (id: number, name: string, place: string) => void rename.run(name, place, id),
    retire: (id: number, on: Day) => void retire.run(on, id),
    addCompartment: (safeId: number, name: string, row: number, col: number): number =>
      Number(addCompartment.run(safeId, name, row, col).lastInsertRowid),
    retireCompartment: (id: number, on: Day) => void retireCompartment.run(on, id),
    reuseCompartment: (id: number, name: string) => void reuseCompartment.run(name, id),
  };
}

function signing(db: Database) {
  const sign = db.prepare<[SignedKind, number, string, string, string, number]>(
    `INSERT INTO safe_signature (subject_kind, subject_id, staff_id, name, role, at, content_hash)
     SELECT ?, ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  const signatures = db.prepare<[SignedKind, number], SafeSignature>(
    `SELECT staff_id AS staffId, name, role, at, content_hash AS contentHash FROM safe_signature
     WHERE subject_kind = ? AND subject_id = ? ORDER BY id`,
  );
  const signedBy = db.prepare<[SignedKind, number, string], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM safe_signature s JOIN change c ON c.table_name = 'safe_signature' AND c.row_id = s.id
     WHERE s.subject_kind = ? AND s.subject_id = ? AND s.role = ?`,
  );
  return {
    sign: (
      of: { kind: SignedKind; id: number },
      staffId: number,
      role: SafeSignature['role'],
      at: string,
      contentHash: string,
    ) => void sign.run(of.kind, of.id, role, at, contentHash, staffId),
    signatures: (kind: SignedKind, id: number) => signatures.all(kind, id),
    signedBy: (kind: SignedKind, id: number, role: string) => signedBy.get(kind, id, role)?.seq ?? 0,
  };
}
