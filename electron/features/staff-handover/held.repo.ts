import type { Database } from 'better-sqlite3';
import { HELD_KINDS, type HeldKind, type HeldThing } from '../../../shared/api/staff-handover.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

/** A thing with what decides where it may go. */
export interface Held extends HeldThing {
  /** The client whose contact changes with it. */
  clientId?: number;
  /** The project's other manager, who must not become both. */
  otherId?: number;
  other?: string;
  /** Who must not have it, by numbers between commas: they hold the other part of the same safe, or are complained of. */
  barredIds?: string;
  /** The project that it goes along with. */
  followsId?: number;
}

/** The papers are on their way: the person gave them and has signed, so the thing stays until that is decided. */
const GIVEN = `LEFT JOIN dossier d ON d.project_id = p.id
               LEFT JOIN handover h ON h.dossier_id = d.id AND h.state = 'given' AND h.giver_id = @staffId`;
const project = (own: 'a' | 'b', other: 'a' | 'b') =>
  `SELECT p.id AS recordId, p.name AS title, p.contract_no || ' · ' || c.name AS detail, h.no AS staysFor, h.id AS staysForId,
          c.id AS clientId, o.id AS otherId, o.name AS other, NULL AS followsId
   FROM project p JOIN client c ON c.id = p.client_id JOIN staff o ON o.id = p.${other}_manager_id ${GIVEN}
   WHERE p.${own}_manager_id = @staffId AND (d.archive_no IS NULL OR p.ended_on IS NULL OR p.ended_on > @today) ORDER BY p.id`;

/** Where everything is looked for that a person can hold. Another source is another line here and in compose.ts. */
const SOURCES: Readonly<Record<HeldKind, string>> = {
  client: `SELECT id AS recordId, name AS title, code AS detail, NULL AS staysFor, NULL AS staysForId, id AS clientId,
                  NULL AS otherId, NULL AS other, NULL AS followsId FROM client WHERE owner_id = @staffId AND @today <> '' ORDER BY id`,
  projectA: project('a', 'b'),
  projectB: project('b', 'a'),
  dossier: `SELECT d.id AS recordId, d.title, coalesce(c.name, '') AS detail, h.no AS staysFor, h.id AS staysForId, NULL AS clientId,
                   NULL AS otherId, NULL AS other, NULL AS followsId
            FROM dossier d LEFT JOIN client c ON c.id = d.client_id
            LEFT JOIN handover h ON h.dossier_id = d.id AND h.state = 'given' AND h.giver_id = @staffId
            WHERE d.keeper_id = @staffId AND d.archive_no IS NULL AND @today <> '' ORDER BY d.id`,
  handover: `SELECT h.id AS recordId, h.no AS title, d.title || ' · ' || c.name AS detail, NULL AS staysFor, NULL AS staysForId,
                    NULL AS clientId, NULL AS otherId, NULL AS other, p.id AS followsId
             FROM project p JOIN dossier d ON d.project_id = p.id JOIN handover h ON h.dossier_id = d.id
             JOIN client c ON c.id = p.client_id
             WHERE h.state = 'given' AND h.kind = 'aToB' AND p.b_manager_id = @staffId AND @today <> '' ORDER BY h.id`,
  // Its responsible has to clear it: the list was signed with that name.
  supplement: `SELECT l.id AS recordId, l.no AS title, d.title AS detail, l.no AS staysFor, NULL AS staysForId, NULL AS clientId,
                      NULL AS otherId, NULL AS other, NULL AS followsId
               FROM supplement_list l JOIN dossier d ON d.id = l.dossier_id
               WHERE l.state = 'open' AND l.responsible_id = @staffId AND @today <> '' ORDER BY l.id`,
  // One person never has key and combination of the same safe.
  safeKey: `SELECT c.id AS recordId, trim(s.name || ' ' || CASE c.kind WHEN 'key' THEN '钥匙 ' || c.label ELSE '密码' END) AS title,
                   s.place AS detail, NULL AS staysFor, NULL AS staysForId, NULL AS clientId, NULL AS otherId, NULL AS other,
                   NULL AS followsId, (SELECT group_concat(o.holder_id) FROM safe_custody o
                     WHERE o.safe_id = c.safe_id AND o.kind <> c.kind AND o.ended_on IS NULL) AS barredIds
            FROM safe_custody c JOIN safe s ON s.id = c.safe_id
            WHERE c.holder_id = @staffId AND c.ended_on IS NULL AND @today <> '' ORDER BY c.id`,
  titleOut: `SELECT t.id AS recordId, t.name AS title, t.certificate_no AS detail, s.no AS staysFor, NULL AS staysForId,
                    NULL AS clientId, NULL AS otherId, NULL AS other, NULL AS followsId
             FROM title_slip s JOIN title_movement m ON m.slip_id = s.id AND m.to_place IN ('lent', 'registration')
             JOIN title t ON t.id = m.title_id
             WHERE s.kind IN ('lent', 'registrationOut') AND s.party_staff_id = @staffId AND @today <> ''
               AND NOT EXISTS (SELECT 1 FROM borrowing b WHERE b.title_slip_id = s.id)
               AND NOT EXISTS (SELECT 1 FROM title_movement n JOIN title_slip x ON x.id = n.slip_id
                               WHERE n.title_id = t.id AND n.slip_id > s.id AND n.to_place = m.to_place AND x.kind = s.kind)
               AND (SELECT sum(CASE WHEN n.to_place = m.to_place THEN n.quantity ELSE 0 END)
                         - sum(CASE WHEN n.from_place = m.to_place THEN n.quantity ELSE 0 END)
                    FROM title_movement n WHERE n.title_id = t.id) > 0
             GROUP BY t.id ORDER BY t.id`,
  titleHandover: `SELECT h.id AS recordId, h.no AS title, p.name AS detail, h.no AS staysFor, NULL AS staysForId, NULL AS clientId,
                         NULL AS otherId, NULL AS other, NULL AS followsId
                  FROM title_handover h JOIN project p ON p.id = h.project_id
                  WHERE h.state = 'given' AND @staffId IN (h.a_id, h.b_id) AND @today <> '' ORDER BY h.id`,
  stocktake: `SELECT s.id AS recordId, s.no AS title, s.plan AS detail, s.no AS staysFor, NULL AS staysForId, NULL AS clientId,
                     NULL AS otherId, NULL AS other, NULL AS followsId
              FROM stocktake s
              WHERE @staffId IN (s.first_counter_id, s.second_counter_id) AND @today <> '' AND (s.state = 'counting' OR s.state = 'counted'
                AND s.differences > (SELECT count(*) FROM stocktake_line l WHERE l.stocktake_id = s.id AND l.action <> ''))
              ORDER BY s.id`,
  borrowing: `SELECT b.id AS recordId, (SELECT group_concat(n.name, '、') FROM borrowing_line n WHERE n.borrowing_id = b.id
                       AND n.state IN ('lent', 'incomplete')) AS title, b.due_on AS detail, b.no AS staysFor, NULL AS staysForId,
                     NULL AS clientId, NULL AS otherId, NULL AS other, NULL AS followsId
              FROM borrowing b WHERE b.state IN ('lent', 'partlyReturned') AND @today <> '' AND (b.borrower_id = @staffId OR EXISTS (
                SELECT 1 FROM borrowing_line n JOIN borrowing_return_line r ON r.line_id = n.id
                WHERE n.borrowing_id = b.id AND n.state = 'incomplete' AND r.responsible_id = @staffId
                  AND NOT EXISTS (SELECT 1 FROM borrowing_return_line x WHERE x.line_id = n.id AND x.id > r.id))) ORDER BY b.id`,
  // Whoever is complained of never handles the case.
  complaint: `SELECT c.id AS recordId, c.no AS title, p.title AS detail, NULL AS staysFor, NULL AS staysForId, NULL AS clientId,
                     NULL AS otherId, NULL AS other, NULL AS followsId,
                     (SELECT group_concat(a.staff_id) FROM complaint_accused a WHERE a.complaint_id = c.id) AS barredIds
              FROM complaint c JOIN complaint_procedure p ON p.id = c.procedure_id
              WHERE c.handler_id = @staffId AND c.closed_on IS NULL AND @today <> '' ORDER BY c.id`,
};

export type HeldRepo = ReturnType<typeof createHeldRepo>;

/** Reads what a person holds; writes nothing. */
export function createHeldRepo(db: Database) {
  const statements = HELD_KINDS.map((kind) => ({
    kind,
    all: db.prepare<{ staffId: number; today: Day }, Stored<Omit<Held, 'kind'>>>(SOURCES[kind]),
  }));
  const leavers = db.prepare<[], { id: number }>(
    "SELECT id FROM staff WHERE employment <> 'active' ORDER BY employment = 'left', id",
  );
  return {
    /** Everything, kind by kind in the order of the list. */
    of: (staffId: number, today: Day): Held[] =>
      statements.flatMap(({ kind, all }) =>
        all.all({ staffId, today }).map((row) => ({ kind, ...present<Omit<Held, 'kind'>>(row) })),
      ),
    /** Those who are leaving first, then those who have left. */
    leavers: (): number[] => leavers.all().map(({ id }) => id),
  };
}
