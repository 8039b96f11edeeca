import type { Database } from 'better-sqlite3';
import type { HandoverKind, StepChoice } from '../../../shared/api/handover.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

/** A handover that was due: given, or still owed. */
export interface Step {
  dossierId: number;
  dossier: string;
  client: string;
  byKeeper: boolean;
  kind: HandoverKind;
  staffId: number;
  staff: string;
  dueOn: Day;
  extendedFrom?: Day;
  handoverId?: number;
  no?: string;
  givenOn?: Day;
}
type StoredStep = Omit<Stored<Step>, 'byKeeper'> & { byKeeper: number };

export interface StepFilter {
  which: StepChoice;
  /** First and last day of the limits that are looked at. */
  from: Day;
  to: Day;
  staffId?: number | undefined;
}

const extendedFrom = (dossierId: string, kind: string, dueOn: string) =>
  `(SELECT min(x.due_on) FROM extension x WHERE x.dossier_id = ${dossierId} AND x.step = ${kind} AND x.state = 'granted'
    HAVING max(x.new_due_on) >= ${dueOn})`;

/** What was sent back or taken back was not done: the step is owed again. */
const GIVEN = `SELECT h.dossier_id AS dossierId, h.kind, h.giver_id AS staffId, h.due_on AS dueOn, h.given_on AS givenOn,
                      h.id AS handoverId, h.no, ${extendedFrom('h.dossier_id', 'h.kind', 'h.due_on')} AS extendedFrom
               FROM handover h WHERE h.due_on BETWEEN @from AND @to AND h.state IN ('given', 'accepted')`;
/** With A, or with B, who answers for what A has given as well; what lies with the archivist is done. */
const OWED = `SELECT o.id AS dossierId, o.kind, o.staffId, o.dueOn, NULL AS givenOn, NULL AS handoverId, NULL AS no,
                     ${extendedFrom('o.id', 'o.kind', 'o.dueOn')} AS extendedFrom
              FROM (SELECT d.id, d.due_on AS dueOn, iif(d.holder = 'a' AND h.id IS NULL, 'aToB', 'bToArchive') AS kind,
                           iif(d.holder = 'a' AND h.id IS NULL, p.a_manager_id, coalesce(p.b_manager_id, d.keeper_id)) AS staffId
                    FROM dossier d LEFT JOIN project p ON p.id = d.project_id
                    LEFT JOIN handover h ON h.dossier_id = d.id AND h.state = 'given'
                    WHERE d.due_on BETWEEN @from AND @to AND d.state IN ('collecting', 'underReview')
                      AND coalesce(h.kind, '') <> 'bToArchive') o`;

const LATE_GIVEN = `${GIVEN} AND h.given_on > h.due_on`;
const LATE_OWED = `${OWED} WHERE o.dueOn < @today`;

/** The steps of a choice; each part can take its index. */
const CHOSEN: Readonly<Record<StepChoice, string>> = {
  all: `${GIVEN} UNION ALL ${OWED}`,
  inTime: `${GIVEN} AND h.given_on <= h.due_on`,
  late: `${LATE_GIVEN} UNION ALL ${LATE_OWED}`,
  lateGiven: LATE_GIVEN,
  lateOpen: LATE_OWED,
  open: `${OWED} WHERE o.dueOn >= @today`,
  extended: `SELECT * FROM (${GIVEN} UNION ALL ${OWED}) WHERE extendedFrom IS NOT NULL`,
};
const MOST = 500;

export type StepsRepo = ReturnType<typeof createStepsRepo>;

/** Reads who owed which handover until when, and when it was made; writes nothing. */
export function createStepsRepo(db: Database) {
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const chosen = ({ which, staffId }: StepFilter): string =>
    `SELECT * FROM (${CHOSEN[which]})${staffId === undefined ? '' : ' WHERE staffId = @staffId'}`;
  const values = ({ from, to, staffId }: StepFilter, today: Day) => ({ from, to, today, staffId: staffId ?? null });
  const inWords = (page: string) =>
    `SELECT s.*, d.title AS dossier, coalesce(c.name, '') AS client, d.project_id IS NULL AS byKeeper, w.name AS staff
     FROM (${page}) s JOIN dossier d ON d.id = s.dossierId JOIN staff w ON w.id = s.staffId
     LEFT JOIN project p ON p.id = d.project_id LEFT JOIN client c ON c.id = coalesce(p.client_id, d.client_id)
     ORDER BY s.dueOn DESC, s.dossierId DESC, s.kind`;
  return {
    list: (asked: StepFilter, today: Day): Step[] => {
      const page = `${chosen(asked)} ORDER BY dueOn DESC, dossierId DESC, kind LIMIT ${MOST}`;
      return (statement(inWords(page)).all(values(asked, today)) as StoredStep[]).map(({ byKeeper, ...row }) => ({
        ...present<Omit<Step, 'byKeeper'>>(row),
        byKeeper: byKeeper === 1,
      }));
    },
    /** All of them, for an export. */
    all: (asked: StepFilter, today: Day): Step[] =>
      (statement(inWords(chosen(asked))).all(values(asked, today)) as StoredStep[]).map(({ byKeeper, ...row }) => ({
        ...present<Omit<Step, 'byKeeper'>>(row),
        byKeeper: byKeeper === 1,
      })),
    count: (asked: StepFilter, today: Day): number =>
      (statement(`SELECT count(*) AS n FROM (${chosen(asked)})`).get(values(asked, today)) as { n: number }).n,
  };
}
