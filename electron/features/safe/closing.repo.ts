import type { Database } from 'better-sqlite3';
import type {
  ClosingFilter,
  ClosingRow,
  DaySlip,
  KindBalance,
  MonthRow,
} from '../../../shared/api/safe-closing.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedClosing, SignedMonth } from './safe.rules';

type KeptClosing = Omit<SignedClosing, 'lines'> & { id: number };
type KeptMonth = SignedMonth & { id: number };

/** Days of a safe that two people have signed for, and months that are over. */
export function createClosingRepo(db: Database) {
  return { ...readingDays(db), ...readingMonths(db), ...writingClosings(db) };
}

const CLOSING = `SELECT l.id, l.safe_id AS safeId, s.name AS safe, l.day, sum(k.opening) AS opening, sum(k.came) AS came,
    sum(k.went) AS went, sum(k.closing) AS closing, l.closed_at AS closedAt, a.name AS operator, b.name AS second
  FROM safe_closing l JOIN safe s ON s.id = l.safe_id JOIN staff a ON a.id = l.operator_id JOIN staff b ON b.id = l.second_id
  JOIN safe_closing_line k ON k.closing_id = l.id`;

function readingDays(db: Database) {
  const all = db.prepare<{ safeId: number | null; from: Day; to: Day }, ClosingRow>(
    `${CLOSING} WHERE l.day BETWEEN @from AND @to AND (@safeId IS NULL OR l.safe_id = @safeId) GROUP BY l.id ORDER BY l.day DESC, l.id DESC`,
  );
  const byId = db.prepare<[number], ClosingRow>(`${CLOSING} WHERE l.id = ? GROUP BY l.id`);
  const ofDay = db.prepare<[number, Day], ClosingRow>(`${CLOSING} WHERE l.safe_id = ? AND l.day = ? GROUP BY l.id`);
  const lines = db.prepare<[number], KindBalance>(
    'SELECT kind, opening, came, went, closing FROM safe_closing_line WHERE closing_id = ? ORDER BY id',
  );
  const after = db.prepare<[number], KeptClosing>(
    `SELECT id, safe_id AS safeId, day, as_of AS asOf, operator_id AS operatorId, second_id AS secondId
     FROM safe_closing WHERE id > ? ORDER BY id LIMIT 500`,
  );
  const lastClosed = db.prepare<[number], { day: Day | null }>(
    'SELECT max(day) AS day FROM safe_closing WHERE safe_id = ?',
  );
  const daySlips = db.prepare<{ safeId: number; day: Day }, DaySlip>(
    `SELECT t.id, t.no, t.kind, t.reason, t.basis,
       sum(CASE WHEN tc.safe_id = @safeId AND fc.safe_id IS NOT @safeId THEN m.quantity ELSE 0 END) AS came,
       sum(CASE WHEN fc.safe_id = @safeId AND tc.safe_id IS NOT @safeId THEN m.quantity ELSE 0 END) AS went,
       sum(CASE WHEN fc.safe_id = @safeId AND tc.safe_id = @safeId THEN m.quantity ELSE 0 END) AS moved
     FROM title_slip t JOIN title_movement m ON m.slip_id = t.id
     LEFT JOIN compartment fc ON fc.id = m.from_compartment_id LEFT JOIN compartment tc ON tc.id = m.to_compartment_id
     WHERE t.moved_on = @day GROUP BY t.id HAVING came + went + moved > 0 ORDER BY t.id`,
  );
  const writtenBy = db.prepare<[number], { seq: number; code: string }>(
    `SELECT e.seq, substr(e.hash, 1, 16) AS code FROM change c JOIN event e ON e.seq = c.event_seq
     WHERE c.table_name = 'safe_closing' AND c.row_id = ? ORDER BY c.id LIMIT 1`,
  );
  return {
    closings: ({ safeId, from, to }: ClosingFilter) => all.all({ safeId: safeId ?? null, from, to }),
    closing: (id: number) => byId.get(id),
    closingOf: (safeId: number, day: Day) => ofDay.get(safeId, day),
    closingLines: (id: number) => lines.all(id),
    closingsAfter: (id: number) => after.all(id),
    lastClosedDay: (safeId: number) => lastClosed.get(safeId)?.day ?? undefined,
    /** What moved in a safe that day, slip by slip. */
    daySlips: (safeId: number, day: Day) => daySlips.all({ safeId, day }),
    /** The event in which a day was closed. */
    closingEvent: (id: number) => writtenBy.get(id) ?? { seq: 0, code: '' },
  };
}

function readingMonths(db: Database) {
  const all = db.prepare<[], MonthRow>(
    `SELECT t.id, t.month, t.closed_at AS closedAt, a.name AS closedBy, b.name AS second
     FROM title_month t JOIN staff a ON a.id = t.closed_by JOIN staff b ON b.id = t.second_id ORDER BY t.month DESC`,
  );
  const last = db.prepare<[], { month: string | null }>('SELECT max(month) AS month FROM title_month');
  const firstOpen = db.prepare<[string], { day: Day | null }>(
    'SELECT min(moved_on) AS day FROM title_slip WHERE moved_on > ?',
  );
  const after = db.prepare<[number], KeptMonth>(
    `SELECT id, month, as_of AS asOf, closed_by AS closedBy, second_id AS secondId FROM title_month WHERE id > ? ORDER BY id LIMIT 500`,
  );
  return {
    months: () => all.all(),
    lastMonth: () => last.get()?.month ?? undefined,
    /** The first month with a movement that nobody has closed. */
    firstOpenMonth: () => firstOpen.get(`${last.get()?.month ?? ''}-99`)?.day?.slice(0, 7),
    monthsAfter: (id: number) => after.all(id),
  };
}

function writingClosings(db: Database) {
  const add = db.prepare<Omit<SignedClosing, 'lines'> & { closedAt: string }>(
    `INSERT INTO safe_closing (safe_id, day, as_of, closed_at, operator_id, second_id)
     VALUES (@safeId, @day, @asOf, @closedAt, @operatorId, @secondId)`,
  );
  const addLine = db.prepare<KindBalance & { closingId: number }>(
    `INSERT INTO safe_closing_line (closing_id, kind, opening, came, went, closing)
     VALUES (@closingId, @kind, @opening, @came, @went, @closing)`,
  );
  const addMonth = db.prepare<SignedMonth & { closedAt: string }>(
    `INSERT INTO title_month (month, as_of, closed_at, closed_by, second_id)
     VALUES (@month, @asOf, @closedAt, @closedBy, @secondId)`,
  );
  return {
    addClosing: ({ lines, ...its }: SignedClosing & { closedAt: string }): number => {
      const closingId = Number(add.run(its).lastInsertRowid);
      for (const line of lines) addLine.run({ ...line, closingId });
      return closingId;
    },
    addMonth: (its: SignedMonth & { closedAt: string }): number => Number(addMonth.run(its).lastInsertRowid),
  };
}
