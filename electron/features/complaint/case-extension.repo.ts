import type { Database } from 'better-sqlite3';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { CaseExtension } from './case-extension.rules';

const ROW = `SELECT id, complaint_id AS complaintId, round, limit_code AS limitCode, asker_id AS askerId, asker, due_on AS dueOn,
    new_due_on AS newDueOn, reason, asked_on AS askedOn, state, closed_on AS closedOn, decider_id AS deciderId, decider,
    decided_at AS decidedAt, answer, content_hash AS contentHash
  FROM complaint_extension`;

export type CaseExtensionRepo = ReturnType<typeof createCaseExtensionRepo>;

/** The only writer of complaint_extension. */
export function createCaseExtensionRepo(db: Database) {
  const byId = db.prepare<[number], Stored<CaseExtension>>(`${ROW} WHERE id = ?`);
  const ofCase = db.prepare<[number], Stored<CaseExtension>>(`${ROW} WHERE complaint_id = ? ORDER BY id`);
  const waiting = db.prepare<[], Stored<CaseExtension>>(`${ROW} WHERE state = 'waiting' ORDER BY id`);
  const add = db.prepare<{
    complaintId: number;
    round: number;
    limitCode: string;
    askerId: number;
    dueOn: Day;
    newDueOn: Day;
    reason: string;
    on: Day;
  }>(
    `INSERT INTO complaint_extension (complaint_id, round, limit_code, asker_id, asker, due_on, new_due_on, reason, asked_on)
     VALUES (@complaintId, @round, @limitCode, @askerId, (SELECT name FROM staff WHERE id = @askerId), @dueOn, @newDueOn, @reason, @on)`,
  );
  const decide = db.prepare<{
    id: number;
    state: 'granted' | 'refused';
    on: Day;
    by: number;
    at: string;
    answer: string;
    hash: string;
  }>(
    `UPDATE complaint_extension SET state = @state, closed_on = @on, decider_id = @by, decided_at = @at, answer = @answer,
       content_hash = @hash, decider = (SELECT name FROM staff WHERE id = @by) WHERE id = @id`,
  );
  const withdraw = db.prepare<[Day, number]>(
    "UPDATE complaint_extension SET state = 'withdrawn', closed_on = ? WHERE id = ?",
  );
  const after = db.prepare<[number], Stored<CaseExtension>>(`${ROW} WHERE id > ? ORDER BY id LIMIT 500`);
  const signedIn = db.prepare<[number], { seq: number | null }>(
    "SELECT max(event_seq) AS seq FROM change WHERE table_name = 'complaint_extension' AND row_id = ?",
  );
  const shown = (row: Stored<CaseExtension>) => present<CaseExtension>(row);
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && shown(row);
    },
    ofCase: (complaintId: number) => ofCase.all(complaintId).map(shown),
    waiting: () => waiting.all().map(shown),
    add: (its: Parameters<typeof add.run>[0]) => Number(add.run(its).lastInsertRowid),
    decide: (its: Parameters<typeof decide.run>[0]) => void decide.run(its),
    withdraw: (id: number, on: Day) => void withdraw.run(on, id),
    /** A page of them with ids above `id`, for a walk over all. */
    after: (id: number) => after.all(id).map(shown),
    /** The event in which it was signed. */
    signedIn: (id: number) => signedIn.get(id)?.seq ?? 0,
  };
}
