import type { Database } from 'better-sqlite3';
import type { Custody, CustodyRow } from '../../../shared/api/safe.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { SignedCustody } from './safe.rules';

/** A row of custody as it is signed, with who held it. */
export type KeptCustody = SignedCustody & { id: number; endedOn?: Day };

/** Who holds a key or the combination, and who did. */
export function createCustodyRepo(db: Database) {
  const custody = db.prepare<[number], Custody>(
    `SELECT c.id, c.kind, c.label, c.holder_id AS holderId, s.name AS holder, c.taken_on AS takenOn
     FROM safe_custody c JOIN staff s ON s.id = c.holder_id WHERE c.safe_id = ? AND c.ended_on IS NULL ORDER BY c.kind DESC, c.label`,
  );
  const history = db.prepare<[number], Stored<Omit<CustodyRow, 'signatures'>>>(
    `SELECT c.id, c.safe_id AS safeId, f.name AS safe, c.kind, c.label, c.holder_id AS holderId, h.name AS holder, c.taken_on AS takenOn,
            c.ended_on AS endedOn, c.reason, g.name AS giver, c.absence, s.name AS supervisor
     FROM safe_custody c JOIN safe f ON f.id = c.safe_id JOIN staff h ON h.id = c.holder_id JOIN staff s ON s.id = c.supervisor_id
     LEFT JOIN staff g ON g.id = c.giver_id WHERE c.safe_id = ? ORDER BY c.ended_on IS NOT NULL, c.kind DESC, c.label, c.id DESC`,
  );
  const KEPT = `SELECT id, safe_id AS safeId, kind, label, giver_id AS giverId, holder_id AS holderId, supervisor_id AS supervisorId,
                reason, absence, taken_on AS takenOn, ended_on AS endedOn FROM safe_custody`;
  const byId = db.prepare<[number], Stored<KeptCustody>>(`${KEPT} WHERE id = ?`);
  const after = db.prepare<[number], Stored<KeptCustody>>(`${KEPT} WHERE id > ? ORDER BY id LIMIT 500`);
  const entrust = db.prepare<Omit<SignedCustody, 'giverId' | 'absence'> & { giverId: number | null; absence: string }>(
    `INSERT INTO safe_custody (safe_id, kind, label, giver_id, holder_id, supervisor_id, reason, absence, taken_on)
     VALUES (@safeId, @kind, @label, @giverId, @holderId, @supervisorId, @reason, @absence, @takenOn)`,
  );
  const end = db.prepare<[Day, number]>('UPDATE safe_custody SET ended_on = ? WHERE id = ?');
  return {
    /** Who holds what of a safe now, keys first. */
    custody: (safeId: number) => custody.all(safeId),
    custodyHistory: (safeId: number) => history.all(safeId).map(present<Omit<CustodyRow, 'signatures'>>),
    custodyById: (id: number) => {
      const row = byId.get(id);
      return row && present<KeptCustody>(row);
    },
    custodyAfter: (id: number) => after.all(id).map(present<KeptCustody>),
    entrust: (its: SignedCustody): number =>
      Number(entrust.run({ ...its, giverId: its.giverId ?? null, absence: its.absence ?? '' }).lastInsertRowid),
    endCustody: (id: number, on: Day) => void end.run(on, id),
  };
}
