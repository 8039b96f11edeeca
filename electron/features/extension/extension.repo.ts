import type { Database } from 'better-sqlite3';
import type { ExtensionRow, ExtensionState } from '../../../shared/api/extension.contract';
import type { HandoverKind } from '../../../shared/api/handover.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

/** A request as it stands in its table, with the words of the records that it is about. */
export type Extension = Omit<ExtensionRow, 'waitingDays'> & { departmentId: number };
type Which = 'waiting' | 'decided' | 'all';

const ROW = `SELECT x.id, x.dossier_id AS dossierId, d.title AS dossier, c.name AS client, x.step, x.asker_id AS askerId,
                    a.name AS asker, a.department_id AS departmentId, t.name AS department, x.due_on AS dueOn,
                    x.new_due_on AS newDueOn, x.reason, x.asked_on AS askedOn, x.state, x.closed_on AS closedOn, x.decider,
                    x.decided_at AS decidedAt, x.answer, x.content_hash AS contentHash
             FROM extension x JOIN dossier d ON d.id = x.dossier_id JOIN staff a ON a.id = x.asker_id
             JOIN department t ON t.id = a.department_id LEFT JOIN project p ON p.id = d.project_id
             LEFT JOIN client c ON c.id = p.client_id`;

const CONDITIONS: Readonly<Record<Which, string>> = {
  waiting: "x.state = 'waiting'",
  decided: "x.state <> 'waiting'",
  all: 'true',
};
/** As many as a page shows. */
const MOST = 500;

/** How long a request has waited by that day. */
export const waitingDays = (its: Pick<Extension, 'state' | 'askedOn'>, today: Day): number =>
  its.state === 'waiting' ? Math.max(0, daysBetween(its.askedOn, today)) : 0;

export type ExtensionRepo = ReturnType<typeof createExtensionRepo>;

/** The only writer of extension. */
export function createExtensionRepo(db: Database) {
  const byId = db.prepare<[number], Stored<Extension>>(`${ROW} WHERE x.id = ?`);
  const ofDossier = db.prepare<[number], Stored<Extension>>(`${ROW} WHERE x.dossier_id = ? ORDER BY x.id DESC`);
  const listed = (which: Which) =>
    db.prepare<[], Stored<Extension>>(`${ROW} WHERE ${CONDITIONS[which]} ORDER BY x.id DESC LIMIT ${MOST}`);
  const lists = { waiting: listed('waiting'), decided: listed('decided'), all: listed('all') };
  const numbered = (which: Which) =>
    db.prepare<[], { id: number }>(`SELECT x.id FROM extension x WHERE ${CONDITIONS[which]} ORDER BY x.id DESC`);
  const ids = { waiting: numbered('waiting'), decided: numbered('decided'), all: numbered('all') };
  const add = db.prepare<{
    dossierId: number;
    step: HandoverKind;
    askerId: number;
    dueOn: Day;
    newDueOn: Day;
    reason: string;
    askedOn: Day;
  }>(
    `INSERT INTO extension (dossier_id, step, asker_id, due_on, new_due_on, reason, asked_on, state)
     VALUES (@dossierId, @step, @askerId, @dueOn, @newDueOn, @reason, @askedOn, 'waiting')`,
  );
  const decide = db.prepare<{
    id: number;
    state: ExtensionState;
    on: Day;
    deciderId: number;
    at: string;
    answer: string;
    hash: string;
  }>(
    `UPDATE extension SET state = @state, closed_on = @on, decider_id = @deciderId, decided_at = @at, answer = @answer,
       content_hash = @hash, decider = (SELECT name FROM staff WHERE id = @deciderId) WHERE id = @id`,
  );
  const close = db.prepare<[ExtensionState, Day, number]>(
    "UPDATE extension SET state = ?, closed_on = ? WHERE id = ? AND state = 'waiting'",
  );
  const waitingOf = db.prepare<[number], { id: number }>(
    "SELECT id FROM extension WHERE dossier_id = ? AND state = 'waiting'",
  );
  const grantedTo = db.prepare<[number, HandoverKind], { day: Day | null }>(
    "SELECT max(new_due_on) AS day FROM extension WHERE dossier_id = ? AND step = ? AND state = 'granted'",
  );
  const firstLimit = db.prepare<[number, HandoverKind], { day: Day | null }>(
    "SELECT min(due_on) AS day FROM extension WHERE dossier_id = ? AND step = ? AND state = 'granted'",
  );
  const signedAfter = db.prepare<[number], Stored<Extension>>(
    `${ROW} WHERE x.id > ? AND x.content_hash IS NOT NULL ORDER BY x.id LIMIT 500`,
  );
  const signedIn = db.prepare<[number], { seq: number | null }>(
    "SELECT max(event_seq) AS seq FROM change WHERE table_name = 'extension' AND row_id = ?",
  );
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<Extension>(row);
    },
    ofDossier: (dossierId: number) => ofDossier.all(dossierId).map(present<Extension>),
    list: (which: Which) => lists[which].all().map(present<Extension>),
    ids: (which: Which) => ids[which].all().map(({ id }) => id),
    add: (row: Parameters<typeof add.run>[0]) => Number(add.run(row).lastInsertRowid),
    decide: (row: Parameters<typeof decide.run>[0]) => void decide.run(row),
    close: (id: number, state: 'withdrawn' | 'lapsed', on: Day) => void close.run(state, on, id),
    waitingOf: (dossierId: number) => waitingOf.get(dossierId)?.id,
    /** The last day that was granted for that step; absent when none was. */
    grantedTo: (dossierId: number, step: HandoverKind) => grantedTo.get(dossierId, step)?.day ?? undefined,
    /** The limit before the first grant for that step. */
    firstLimit: (dossierId: number, step: HandoverKind) => firstLimit.get(dossierId, step)?.day ?? undefined,
    /** A page of signed ones with ids above `id`, for a walk over all of them. */
    signedAfter: (id: number) => signedAfter.all(id).map(present<Extension>),
    /** The event in which it was signed. */
    signedIn: (id: number) => signedIn.get(id)?.seq ?? 0,
  };
}
