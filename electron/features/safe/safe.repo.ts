import type { Database } from 'better-sqlite3';
import type { Compartment, Custody } from '../../../shared/api/safe.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { SignedCustody, SignedOpening } from './safe.rules';

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

/** The only writer of safe, compartment, safe_custody, safe_opening, safe_opening_slip and safe_signature. */
export function createSafeRepo(db: Database) {
  return { ...readingSafes(db), ...writingSafes(db) };
}

function readingSafes(db: Database) {
  const all = db.prepare<[], Stored<Safe>>('SELECT id, name, place, retired_on AS retiredOn FROM safe ORDER BY id');
  const compartments = db.prepare<[], Stored<CompartmentOfSafe>>(
    `SELECT c.id, c.name, c.row, c.col, c.retired_on AS retiredOn, c.safe_id AS safeId, s.name AS safe
     FROM compartment c JOIN safe s ON s.id = c.safe_id ORDER BY c.safe_id, c.row, c.col`,
  );
  const custody = db.prepare<[number], Custody>(
    `SELECT c.id, c.kind, c.label, c.holder_id AS holderId, s.name AS holder, c.taken_on AS takenOn
     FROM safe_custody c JOIN staff s ON s.id = c.holder_id WHERE c.safe_id = ? AND c.ended_on IS NULL ORDER BY c.kind DESC, c.label`,
  );
  const openNow = db.prepare<[number], { id: number }>(
    'SELECT id FROM safe_opening WHERE safe_id = ? AND closed_at IS NULL',
  );
  return {
    all: () => all.all().map(present<Safe>),
    compartments: () => compartments.all().map(present<CompartmentOfSafe>),
    /** Who holds what of a safe now, keys first. */
    custody: (safeId: number) => custody.all(safeId),
    openNow: (safeId: number) => openNow.get(safeId)?.id,
  };
}

function writingSafes(db: Database) {
  const add = db.prepare<[string, string]>('INSERT INTO safe (name, place) VALUES (?, ?)');
  const addCompartment = db.prepare<[number, string, number, number]>(
    'INSERT INTO compartment (safe_id, name, row, col) VALUES (?, ?, ?, ?)',
  );
  const entrust = db.prepare<SignedCustody>(
    `INSERT INTO safe_custody (safe_id, kind, label, holder_id, supervisor_id, reason, taken_on)
     VALUES (@safeId, @kind, @label, @holderId, @supervisorId, @reason, @takenOn)`,
  );
  const open = db.prepare<SignedOpening & { openedOn: Day; closedAt: string | null }>(
    `INSERT INTO safe_opening (safe_id, opened_on, opened_at, closed_at, reason, operator_id, second_id)
     VALUES (@safeId, @openedOn, @openedAt, @closedAt, @reason, @operatorId, @secondId)`,
  );
  const noteSlip = db.prepare<[number, number]>('INSERT INTO safe_opening_slip (opening_id, slip_id) VALUES (?, ?)');
  const sign = db.prepare<[SignedKind, number, string, string, string, number]>(
    `INSERT INTO safe_signature (subject_kind, subject_id, staff_id, name, role, at, content_hash)
     SELECT ?, ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  return {
    add: (name: string, place: string): number => Number(add.run(name, place).lastInsertRowid),
    addCompartment: (safeId: number, name: string, row: number, col: number) =>
      void addCompartment.run(safeId, name, row, col),
    entrust: (its: SignedCustody): number => Number(entrust.run(its).lastInsertRowid),
    open: (its: SignedOpening & { openedOn: Day; closedAt: string | null }): number =>
      Number(open.run(its).lastInsertRowid),
    noteSlip: (openingId: number, slipId: number) => void noteSlip.run(openingId, slipId),
    sign: (
      of: { kind: SignedKind; id: number },
      staffId: number,
      role: 'giver' | 'holder' | 'supervisor' | 'operator' | 'second',
      at: string,
      contentHash: string,
    ) => void sign.run(of.kind, of.id, role, at, contentHash, staffId),
  };
}
