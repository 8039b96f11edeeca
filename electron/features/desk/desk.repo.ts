import type { Database } from 'better-sqlite3';
import type { Duty } from '../../../shared/api/desk.contract';
import { present, type Stored } from '../../db/present';

export type OpenDuty = Omit<Duty, 'lateDays' | 'workingDaysLeft' | 'dueIsGuess'>;
type StoredDuty = Omit<Stored<OpenDuty>, 'byKeeper'> & { byKeeper: number };
export type DeskRepo = ReturnType<typeof createDeskRepo>;

/** Reads whose turn it is with every dossier that is not yet received; writes nothing. */
export function createDeskRepo(db: Database) {
  const duties = db.prepare<[], StoredDuty>(
    `SELECT CASE WHEN h.kind = 'aToB' THEN 'checkAtB' WHEN h.kind = 'bToArchive' THEN 'checkAtArchive'
                 WHEN d.holder = 'a' THEN 'giveToB' ELSE 'giveToArchive' END AS kind,
            d.id AS dossierId, h.id AS handoverId, d.title, coalesce(c.name, '') AS client, d.project_id IS NULL AS byKeeper, s.id AS staffId, s.name AS staff,
            d.due_on AS dueOn,
            (SELECT reason FROM handover b WHERE b.dossier_id = d.id AND h.id IS NULL AND b.state = 'sentBack'
             AND b.id = (SELECT max(id) FROM handover WHERE dossier_id = d.id)) AS sentBackBecause
     FROM dossier d LEFT JOIN project p ON p.id = d.project_id LEFT JOIN client c ON c.id = coalesce(p.client_id, d.client_id)
     LEFT JOIN handover h ON h.dossier_id = d.id AND h.state = 'given'
     LEFT JOIN staff s ON s.id = CASE WHEN h.kind = 'bToArchive' THEN NULL WHEN h.kind = 'aToB' OR d.holder = 'b'
                                      THEN coalesce(p.b_manager_id, d.keeper_id) ELSE p.a_manager_id END
     WHERE d.state IN ('collecting', 'underReview') ORDER BY d.due_on IS NULL, d.due_on, d.id LIMIT 1000`,
  );
  return {
    duties: (): OpenDuty[] =>
      duties
        .all()
        .map(({ byKeeper, ...row }) => ({ ...present<Omit<OpenDuty, 'byKeeper'>>(row), byKeeper: byKeeper === 1 })),
  };
}
