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
