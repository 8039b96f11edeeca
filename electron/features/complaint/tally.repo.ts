import type { Database } from 'better-sqlite3';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { Said, Taken } from './course.rules';

/** A case as it is counted. */
export interface TallyCase {
  id: number;
  procedureId: number;
  kind: string;
  unitId?: number;
  unit?: string;
  registeredAt: string;
  registeredOn: Day;
  round: number;
  roundAt: string;
  roundOn: Day;
  closedOn?: Day;
}

export type TallyRepo = ReturnType<typeof createTallyRepo>;

/** Reads cases to count them, some at a time. Writes nothing. */
export function createTallyRepo(db: Database) {
  const cases = db.prepare<[number, Day, Day], Stored<TallyCase>>(
    `SELECT c.id, c.procedure_id AS procedureId, c.kind, c.unit_id AS unitId, d.name AS unit, c.registered_at AS registeredAt,
       c.registered_on AS registeredOn, c.round, c.round_at AS roundAt, c.round_on AS roundOn, c.closed_on AS closedOn
     FROM complaint c LEFT JOIN department d ON d.id = c.unit_id
     WHERE c.id > ? AND c.registered_on BETWEEN ? AND ? ORDER BY c.id LIMIT 10`,
  );
  const steps = db.prepare<[number, number], Omit<Taken, 'said'> & { caseId: number; said: string }>(
    `SELECT complaint_id AS caseId, id, round, step, taken_at AS at, taken_on AS "on", said
     FROM complaint_step WHERE complaint_id BETWEEN ? AND ? ORDER BY complaint_id, id`,
  );
  const accused = db.prepare<[number, number], { caseId: number; id: number; name: string }>(
    `SELECT a.complaint_id AS caseId, s.id, s.name FROM complaint_accused a JOIN staff s ON s.id = a.staff_id
     WHERE a.complaint_id BETWEEN ? AND ? ORDER BY a.id`,
  );
  // A case keeps the beginning of its last round only; the journal has them all.
  const begins = db.prepare<[number], { round: number; at: string; on: Day }>(
    `SELECT json_extract(after, '$.round') AS round, json_extract(after, '$.round_at') AS at, json_extract(after, '$.round_on') AS "on"
     FROM change WHERE table_name = 'complaint' AND row_id = ? AND after IS NOT NULL ORDER BY event_seq, id`,
  );
  return {
    /** The next ones of the period, the oldest first. */
    after: (id: number, from: Day, to: Day) => cases.all(id, from, to).map(present<TallyCase>),
    stepsBetween: (first: number, last: number) =>
      byCase(steps.all(first, last).map(({ said, ...its }) => ({ ...its, said: JSON.parse(said) as Said }))),
    accusedBetween: (first: number, last: number) => byCase(accused.all(first, last)),
    begins: (id: number) => new Map(begins.all(id).map(({ round, at, on }) => [round, { at, on }])),
  };
}

function byCase<R extends { caseId: number }>(rows: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const known = groups.get(row.caseId);
    if (known) known.push(row);
    else groups.set(row.caseId, [row]);
  }
  return groups;
}
