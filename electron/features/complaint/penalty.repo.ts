import type { Database } from 'better-sqlite3';
import type { PenaltyKind, StatementWay } from '../../../shared/api/penalty.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { Penalty } from './penalty.rules';

const ROW = `SELECT p.id, p.no, p.kind, p.complaint_id AS complaintId, c.no AS complaintNo, p.staff_id AS staffId, p.person,
    p.department_id AS departmentId, d.name AS department, p.measure, p.title, p.amount_fen AS amountFen, p.points, p.to_all AS toAll,
    p.facts, p.basis, p.proposed_on AS proposedOn, p.proposed_by AS proposedBy, p.proposer, u.name AS passedUpBy,
    p.passed_up_on AS passedUpOn, p.passed_up_reason AS passedUpReason, p.statement_way AS statementWay, p.statement,
    p.stated_on AS statedOn, w.name AS statedBy, p.statement_hash AS statementHash, p.granted, p.opinion, p.effective_on AS effectiveOn,
    p.decided_on AS decidedOn, p.decided_by AS decidedBy, p.decider, p.decision_hash AS decisionHash, p.told_on AS toldOn,
    t.name AS toldBy, p.withdrawn_on AS withdrawnOn, p.withdrawer, p.withdraw_reason AS withdrawReason, p.withdraw_hash AS withdrawHash
  FROM penalty p JOIN department d ON d.id = p.department_id LEFT JOIN complaint c ON c.id = p.complaint_id
  LEFT JOIN staff u ON u.id = p.passed_up_by LEFT JOIN staff w ON w.id = p.stated_by LEFT JOIN staff t ON t.id = p.told_by`;

export type PenaltyRepo = ReturnType<typeof createPenaltyRepo>;

/** The only writer of penalty. */
export function createPenaltyRepo(db: Database) {
  const byId = db.prepare<[number], Stored<Penalty>>(`${ROW} WHERE p.id = ?`);
  const all = db.prepare<[], Stored<Penalty>>(`${ROW} ORDER BY p.id DESC`);
  const open = db.prepare<[], Stored<Penalty>>(
    `${ROW} WHERE (p.granted IS NULL OR (p.granted = 1 AND p.told_on IS NULL)) AND p.withdrawn_on IS NULL ORDER BY p.id`,
  );
  const ofCase = db.prepare<[number], Stored<Penalty>>(`${ROW} WHERE p.complaint_id = ? ORDER BY p.id DESC`);
  const ofYear = db.prepare<[PenaltyKind, string], { n: number }>(
    'SELECT count(*) AS n FROM penalty WHERE kind = ? AND substr(proposed_on, 1, 4) = ?',
  );
  const add = db.prepare<{
    no: string;
    kind: PenaltyKind;
    complaintId: number | null;
    staffId: number;
    departmentId: number;
    measure: string;
    title: string;
    amountFen: number;
    points: number;
    toAll: number;
    facts: string;
    basis: string;
    on: Day;
    by: number;
  }>(
    `INSERT INTO penalty (no, kind, complaint_id, staff_id, person, department_id, measure, title, amount_fen, points, to_all, facts, basis,
       proposed_on, proposed_by, proposer)
     VALUES (@no, @kind, @complaintId, @staffId, (SELECT name FROM staff WHERE id = @staffId), @departmentId, @measure, @title, @amountFen,
       @points, @toAll, @facts, @basis, @on, @by, (SELECT name FROM staff WHERE id = @by))`,
  );
  const state = db.prepare<{ id: number; way: StatementWay; statement: string; on: Day; by: number; hash: string }>(
    `UPDATE penalty SET statement_way = @way, statement = @statement, stated_on = @on, stated_by = @by, statement_hash = @hash
     WHERE id = @id`,
  );
  const passUp = db.prepare<{ id: number; reason: string; on: Day; by: number }>(
    'UPDATE penalty SET passed_up_by = @by, passed_up_on = @on, passed_up_reason = @reason WHERE id = @id',
  );
  const decide = db.prepare<{
    id: number;
    granted: number;
    opinion: string;
    effectiveOn: Day | null;
    on: Day;
    by: number;
    hash: string;
  }>(
    `UPDATE penalty SET granted = @granted, opinion = @opinion, effective_on = @effectiveOn, decided_on = @on, decided_by = @by,
       decider = (SELECT name FROM staff WHERE id = @by), decision_hash = @hash WHERE id = @id`,
  );
  const tell = db.prepare<{ id: number; on: Day; by: number }>(
    'UPDATE penalty SET told_on = @on, told_by = @by WHERE id = @id',
  );
  const withdraw = db.prepare<{ id: number; reason: string; on: Day; by: number; hash: string }>(
    `UPDATE penalty SET withdrawn_on = @on, withdrawn_by = @by, withdrawer = (SELECT name FROM staff WHERE id = @by),
       withdraw_reason = @reason, withdraw_hash = @hash WHERE id = @id`,
  );
  const after = db.prepare<[number], Stored<Penalty>>(`${ROW} WHERE p.id > ? ORDER BY p.id LIMIT 500`);
  const signedIn = db.prepare<[number], { seq: number | null }>(
    "SELECT max(event_seq) AS seq FROM change WHERE table_name = 'penalty' AND row_id = ?",
  );
  const shown = (row: Stored<Penalty>) => present<Penalty>(row);
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && shown(row);
    },
    all: () => all.all().map(shown),
    /** Not decided, or not yet told to whom they are for. */
    open: () => open.all().map(shown),
    ofCase: (complaintId: number) => ofCase.all(complaintId).map(shown),
    numbersOfYear: (kind: PenaltyKind, year: string) => ofYear.get(kind, year)?.n ?? 0,
    add: (its: Parameters<typeof add.run>[0]) => Number(add.run(its).lastInsertRowid),
    state: (its: Parameters<typeof state.run>[0]) => void state.run(its),
    passUp: (its: Parameters<typeof passUp.run>[0]) => void passUp.run(its),
    decide: (its: Parameters<typeof decide.run>[0]) => void decide.run(its),
    tell: (its: Parameters<typeof tell.run>[0]) => void tell.run(its),
    withdraw: (its: Parameters<typeof withdraw.run>[0]) => void withdraw.run(its),
    /** A page of them with ids above `id`, for a walk over all. */
    after: (id: number) => after.all(id).map(shown),
    /** The event in which it was last signed. */
    signedIn: (id: number) => signedIn.get(id)?.seq ?? 0,
  };
}
