import type { Database } from 'better-sqlite3';
import type { Duty } from '../../../shared/api/desk.contract';
import { present, type Stored } from '../../db/present';

export type OpenDuty = Omit<Duty, 'lateDays' | 'workingDaysLeft'>;
/** Whose turn it is with a dossier, and until when: thousands are sorted and counted by that, and only few of them shown. */
export interface Turn extends Pick<OpenDuty, 'kind' | 'staffId' | 'dueOn'> {
  dossierId: number;
}
type StoredSupplement = StoredDuty & { id: number; no: string; lines: number };
/** What stands in the row; the rest is put together here. */
type Plain = Turn & Omit<OpenDuty, 'supplement' | 'request' | 'byKeeper'>;
type StoredDuty = Stored<Plain> & { byKeeper: number };
export type DeskRepo = ReturnType<typeof createDeskRepo>;

const TURN = `CASE WHEN h.kind = 'aToB' THEN 'checkAtB' WHEN h.kind = 'bToArchive' THEN 'checkAtArchive'
                   WHEN d.holder = 'a' THEN 'giveToB' ELSE 'giveToArchive' END AS kind, d.id AS dossierId, d.due_on AS dueOn,
              CASE WHEN h.kind = 'bToArchive' THEN NULL WHEN h.kind = 'aToB' OR d.holder = 'b'
                   THEN coalesce(p.b_manager_id, d.keeper_id) ELSE p.a_manager_id END AS staffId`;
const ITS_TURN = `LEFT JOIN project p ON p.id = d.project_id LEFT JOIN handover h ON h.dossier_id = d.id AND h.state = 'given'`;

/** Reads whose turn it is with every dossier that is not yet received; writes nothing. */
export function createDeskRepo(db: Database) {
  const turns = db.prepare<[], Stored<Turn>>(
    `SELECT ${TURN} FROM dossier d ${ITS_TURN}
     WHERE d.state IN ('collecting', 'underReview') ORDER BY d.due_on IS NULL, d.due_on, d.id`,
  );
  const duties = db.prepare<[string], StoredDuty>(
    `SELECT its.*, s.name AS staff FROM
       (SELECT ${TURN}, h.id AS handoverId, d.title, coalesce(c.name, '') AS client, d.project_id IS NULL AS byKeeper,
          (SELECT reason FROM handover b WHERE b.dossier_id = d.id AND h.id IS NULL AND b.state = 'sentBack'
           AND b.id = (SELECT max(id) FROM handover WHERE dossier_id = d.id)) AS sentBackBecause
        FROM json_each(?) j JOIN dossier d ON d.id = j.value ${ITS_TURN} LEFT JOIN client c ON c.id = coalesce(p.client_id, d.client_id)) its
     LEFT JOIN staff s ON s.id = its.staffId`,
  );
  const supplements = db.prepare<[], StoredSupplement>(
    `SELECT CASE l.state WHEN 'open' THEN 'clearSupplement' ELSE 'confirmSupplement' END AS kind, d.id AS dossierId, s.id, s.no,
            count(*) AS lines, d.title, coalesce(c.name, '') AS client, d.project_id IS NULL AS byKeeper, w.id AS staffId,
            w.name AS staff, s.due_on AS dueOn
     FROM supplement_list s JOIN supplement_line l ON l.list_id = s.id AND l.state IN ('open', 'handedIn')
     JOIN dossier d ON d.id = s.dossier_id LEFT JOIN project p ON p.id = d.project_id
     LEFT JOIN client c ON c.id = coalesce(p.client_id, d.client_id)
     LEFT JOIN staff w ON w.id = CASE WHEN l.state = 'open' THEN s.responsible_id WHEN s.side = 'b' THEN p.b_manager_id END
     WHERE s.state = 'open' GROUP BY s.id, l.state ORDER BY s.due_on, s.id`,
  );
  return {
    /** What supplement lists demand: to be handed in, or to be confirmed. */
    supplements: (): OpenDuty[] =>
      supplements.all().map(({ byKeeper, id, no, lines, ...row }) => ({
        ...present<Plain>(row),
        byKeeper: byKeeper === 1,
        supplement: { id, no, lines },
      })),
    /** With every dossier under way, the most urgent first. */
    turns: (): Turn[] => turns.all().map(present<Turn>),
    /** What a desk says of these dossiers, in any order. */
    duties: (dossierIds: readonly number[]): OpenDuty[] =>
      duties
        .all(JSON.stringify(dossierIds))
        .map(({ byKeeper, ...row }) => ({ ...present<Plain>(row), byKeeper: byKeeper === 1 })),
  };
}
