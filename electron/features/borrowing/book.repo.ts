import type { Database } from 'better-sqlite3';
import type { LentLine, RecallLine, RecallRow } from '../../../shared/api/borrowing-book.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

export type KeptLent = Omit<LentLine, 'lateDays'>;
/** A line that is out, for a note that calls it back. */
export interface DueLine {
  lineId: number;
  borrowerId: number;
  borrower: string;
  department: string;
  dueOn: Day;
}
export type KeptRecall = Omit<RecallRow, 'stillOut'> & { stillOut: number; oldestOut?: Day };

/** Every thing on a slip that was submitted; of one that was given up before it was lent, what was asked for. */
const LENT = `SELECT n.id, n.borrowing_id AS borrowingId, b.no, n.kind, coalesce(n.title_id, n.item_id, n.dossier_id) AS thingId,
    n.dossier_id AS dossierId, n.number, n.name, n.quantity, b.way, b.borrower_id AS borrowerId, s.name AS borrower, b.department,
    b.outsider_organisation AS outsiderOrganisation, b.outsider_name AS outsiderName, b.outsider_document AS outsiderDocument,
    b.submitted_on AS submittedOn, b.lent_on AS lentOn, b.due_on AS dueOn, n.returned_on AS returnedOn, n.state, n.copies
  FROM borrowing_line n JOIN borrowing b ON b.id = n.borrowing_id JOIN staff s ON s.id = b.borrower_id WHERE b.submitted_on IS NOT NULL`;
const RECALL = `SELECT r.id, r.no, r.borrower_id AS borrowerId, s.name AS borrower, r.department, r.made_on AS madeOn, m.name AS maker,
    count(*) AS things, max(l.overdue_days) AS overdueDays, sum(n.state IN ('lent', 'incomplete')) AS stillOut,
    min(CASE WHEN n.state IN ('lent', 'incomplete') THEN b.due_on END) AS oldestOut, x.received_on AS receivedOn
  FROM borrowing_recall r JOIN staff s ON s.id = r.borrower_id JOIN staff m ON m.id = r.made_by
  JOIN borrowing_recall_line l ON l.recall_id = r.id JOIN borrowing_line n ON n.id = l.line_id JOIN borrowing b ON b.id = n.borrowing_id
  LEFT JOIN borrowing_recall_receipt x ON x.recall_id = r.id`;

export type BookRepo = ReturnType<typeof createBookRepo>;

/** Reads what was lent, for lists and statistics; the only writer of borrowing_recall, its lines and receipts. */
export function createBookRepo(db: Database) {
  // What was asked for in a period was asked for, or lent, in it.
  const between = db.prepare<{ from: Day; to: Day }, Stored<KeptLent>>(
    `${LENT} AND (b.submitted_on BETWEEN @from AND @to OR b.lent_on BETWEEN @from AND @to) ORDER BY n.id DESC`,
  );
  const due = db.prepare<[Day], DueLine>(
    `SELECT n.id AS lineId, b.borrower_id AS borrowerId, s.name AS borrower, d.name AS department, b.due_on AS dueOn
     FROM borrowing_line n JOIN borrowing b ON b.id = n.borrowing_id JOIN staff s ON s.id = b.borrower_id
     JOIN department d ON d.id = s.department_id
     WHERE n.state IN ('lent', 'incomplete') AND b.due_on <= ? ORDER BY b.due_on, n.id`,
  );
  return {
    between: (from: Day, to: Day) => between.all({ from, to }).map(present<KeptLent>),
    /** Everything that is to be back by that day and is not, the longest due first. */
    dueBy: (today: Day) => due.all(today),
    ...recalls(db),
  };
}

function recalls(db: Database) {
  const numbersOfYear = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM borrowing_recall WHERE substr(made_on, 1, 4) = ?',
  );
  const add = db.prepare<[string, number, string, Day, number]>(
    'INSERT INTO borrowing_recall (no, borrower_id, department, made_on, made_by) VALUES (?, ?, ?, ?, ?)',
  );
  const addLine = db.prepare<[number, number, Day, number]>(
    'INSERT INTO borrowing_recall_line (recall_id, line_id, due_on, overdue_days) VALUES (?, ?, ?, ?)',
  );
  const receive = db.prepare<[number, Day, number]>(
    'INSERT INTO borrowing_recall_receipt (recall_id, received_on, noted_by) VALUES (?, ?, ?)',
  );
  const ofAll = db.prepare<[], Stored<KeptRecall>>(`${RECALL} GROUP BY r.id ORDER BY r.id DESC`);
  const ofStaff = db.prepare<[number], Stored<KeptRecall>>(
    `${RECALL} WHERE r.borrower_id = ? GROUP BY r.id ORDER BY r.id DESC`,
  );
  const byId = db.prepare<[number], Stored<KeptRecall>>(`${RECALL} WHERE r.id = ? GROUP BY r.id`);
  const lines = db.prepare<[number], RecallLine>(
    `SELECT l.line_id AS lineId, b.no AS slipNo, n.number, n.name, b.lent_on AS lentOn, l.due_on AS dueOn, l.overdue_days AS overdueDays,
            trim(b.outsider_organisation || ' ' || b.outsider_name) AS outsider
     FROM borrowing_recall_line l JOIN borrowing_line n ON n.id = l.line_id JOIN borrowing b ON b.id = n.borrowing_id
     WHERE l.recall_id = ? ORDER BY l.due_on, l.id`,
  );
  return {
    recallsOfYear: (year: string) => numbersOfYear.get(year)?.n ?? 0,
    addRecall: (its: { no: string; borrowerId: number; department: string; on: Day; by: number }): number =>
      Number(add.run(its.no, its.borrowerId, its.department, its.on, its.by).lastInsertRowid),
    addRecallLine: (recallId: number, its: { lineId: number; dueOn: Day; overdueDays: number }) =>
      void addLine.run(recallId, its.lineId, its.dueOn, its.overdueDays),
    receive: (recallId: number, on: Day, by: number) => void receive.run(recallId, on, by),
    /** The newest first. */
    recalls: (borrowerId?: number) =>
      (borrowerId === undefined ? ofAll.all() : ofStaff.all(borrowerId)).map(present<KeptRecall>),
    recall: (id: number) => {
      const row = byId.get(id);
      return row && present<KeptRecall>(row);
    },
    recallLines: (id: number) => lines.all(id),
  };
}
