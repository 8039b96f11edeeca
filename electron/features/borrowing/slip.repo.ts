import type { Database } from 'better-sqlite3';
import type { BorrowingFilter } from '../../../shared/api/borrowing.contract';
import type {
  BorrowingLine,
  BorrowingRow,
  BorrowingSignature,
  BorrowingView,
  RenewalView,
  ReturnedLine,
  ReturnView,
} from '../../../shared/api/borrowing-slip.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import { matchQuery } from '../../search/tokenise';

/** A slip as it is kept. */
export type Slip = Omit<BorrowingRow, 'overdueDays' | 'waitsDays' | 'renewalWaits' | 'direct' | 'first'> &
  Pick<
    BorrowingView,
    'madeById' | 'madeBy' | 'contact' | 'outsiderDocument' | 'remarks' | 'opinion' | 'closingReason'
  > & {
    direct: number;
    /** 1: the copies stand under the signatures of the lending. */
    copiesSigned: number;
    first?: string;
    /** Where the borrower works now. */
    departmentId: number;
    deciderId?: number;
    askedDueOn?: Day;
    lender?: string;
    titleSlipId?: number;
    titleSlipNo?: string;
    repeatsId?: number;
    repeatsNo?: string;
    renewalAskedOn?: Day;
  };

const ROW = `SELECT b.id, b.no, b.state, b.borrower_id AS borrowerId, w.name AS borrower, w.department_id AS departmentId, b.department,
    b.made_by AS madeById, m.name AS madeBy, b.contact, b.purpose, b.way, b.due_on AS dueOn, b.outsider_name AS outsiderName,
    b.outsider_organisation AS outsiderOrganisation, b.outsider_document AS outsiderDocument, b.remarks, b.repeats_id AS repeatsId,
    r.no AS repeatsNo, b.submitted_on AS submittedOn, b.direct, b.decided_on AS decidedOn, b.decided_by AS deciderId, d.name AS decider,
    b.opinion, b.asked_due_on AS askedDueOn, b.lent_on AS lentOn, l.name AS lender, b.title_slip_id AS titleSlipId,
    s.no AS titleSlipNo, b.copies_signed AS copiesSigned, b.closed_on AS closedOn, b.closing_reason AS closingReason,
    (SELECT n.number || ' ' || n.name FROM borrowing_line n WHERE n.borrowing_id = b.id ORDER BY n.ordinal LIMIT 1) AS first,
    (SELECT count(*) FROM borrowing_line n WHERE n.borrowing_id = b.id) AS things,
    (SELECT count(*) FROM borrowing_line n WHERE n.borrowing_id = b.id AND n.state IN ('lent', 'incomplete')) AS out,
    (SELECT x.asked_on FROM borrowing_renewal x WHERE x.borrowing_id = b.id AND x.state = 'waiting') AS renewalAskedOn
  FROM borrowing b JOIN staff w ON w.id = b.borrower_id JOIN staff m ON m.id = b.made_by
  LEFT JOIN staff d ON d.id = b.decided_by LEFT JOIN staff l ON l.id = b.lent_by LEFT JOIN title_slip s ON s.id = b.title_slip_id
  LEFT JOIN borrowing r ON r.id = b.repeats_id`;

const LINE = `SELECT id, borrowing_id AS borrowingId, ordinal, kind, dossier_id AS dossierId, item_id AS itemId, title_id AS titleId,
    number, name, secrecy, place, quantity, state, found, copies, returned_on AS returnedOn,
    CASE kind WHEN 'item' THEN (SELECT d.title FROM dossier d WHERE d.id = dossier_id) END AS dossier FROM borrowing_line`;

const OUT = "b.state IN ('lent', 'partlyReturned')";
/** What each choice of the list means; who approves what is worked out by the rules. */
const CHOICES: Readonly<Record<BorrowingFilter['which'], string>> = {
  all: 'true',
  mine: '(b.borrower_id = @me OR b.made_by = @me)',
  waiting: `(b.state = 'submitted' OR EXISTS (SELECT 1 FROM borrowing_renewal x WHERE x.borrowing_id = b.id AND x.state = 'waiting'))`,
  toLend: "b.state = 'approved'",
  out: OUT,
  overdue: `${OUT} AND b.due_on < @today`,
};

export interface Asked extends BorrowingFilter {
  me: number;
  today: Day;
  /** Only the own ones. */
  ownOnly: boolean;
}
const stored = ({ me, today, borrowerId, text }: Asked) => ({
  ...{ me, today, borrowerId: borrowerId ?? null, match: matchQuery(text) ?? null },
});
/** A text is sought in numbers and outsiders, in names of borrowers, and in what stands on the lines. */
const FOUND = `(b.id IN (SELECT rowid FROM search_borrowing WHERE search_borrowing MATCH @match)
  OR b.borrower_id IN (SELECT rowid FROM search_staff WHERE search_staff MATCH @match)
  OR b.id IN (SELECT n.borrowing_id FROM borrowing_line n WHERE n.dossier_id IN
    (SELECT rowid FROM search_dossier WHERE search_dossier MATCH @match))
  OR b.id IN (SELECT n.borrowing_id FROM borrowing_line n WHERE n.item_id IN
    (SELECT rowid FROM search_dossier_item WHERE search_dossier_item MATCH @match))
  OR b.id IN (SELECT n.borrowing_id FROM borrowing_line n WHERE n.title_id IN
    (SELECT rowid FROM search_title WHERE search_title MATCH @match)))`;

export interface KeptLine extends BorrowingLine {
  borrowingId: number;
}
export type KeptRenewal = Omit<RenewalView, 'waitsDays' | 'direct'> & { direct: number; borrowingId: number };

/** Reads slips with everything that hangs on them. */
export function readingSlips(db: Database) {
  // One statement for each combination that is asked for.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const byId = db.prepare<[number], Stored<Slip>>(`${ROW} WHERE b.id = ?`);
  const after = db.prepare<[number], Stored<Slip>>(`${ROW} WHERE b.id > ? ORDER BY b.id LIMIT 500`);
  const lines = db.prepare<[number], Stored<KeptLine>>(`${LINE} WHERE borrowing_id = ? ORDER BY ordinal`);
  const lineById = db.prepare<[number], Stored<KeptLine>>(`${LINE} WHERE id = ?`);
  const outOfDossier = db.prepare<[number], Stored<KeptLine>>(
    `${LINE} WHERE dossier_id = ? AND state IN ('lent', 'incomplete') ORDER BY id`,
  );
  const numbersOfYear = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM borrowing WHERE substr(submitted_on, 1, 4) = ?',
  );
  const openIds = db.prepare<[], { id: number }>(
    `SELECT b.id FROM borrowing b WHERE b.state IN ('submitted', 'approved', 'lent', 'partlyReturned') ORDER BY b.id`,
  );
  const where = ({ which, ownOnly, borrowerId, text }: Asked): string =>
    [
      CHOICES[which],
      ...(ownOnly ? [CHOICES.mine] : []),
      // A draft is nobody's business but that of those who write it.
      `(b.state <> 'draft' OR ${CHOICES.mine})`,
      ...(borrowerId === undefined ? [] : ['b.borrower_id = @borrowerId']),
      ...(matchQuery(text) === undefined ? [] : [FOUND]),
      '(@match IS NULL OR true) AND (@borrowerId IS NULL OR true) AND @today IS NOT NULL AND @me IS NOT NULL',
    ].join(' AND ');
  return {
    ...readingReturns(db),
    slip: (id: number) => {
      const row = byId.get(id);
      return row && present<Slip>(row);
    },
    /** A page of slips with ids above `id`, for a walk over all of them. */
    after: (id: number) => after.all(id).map(present<Slip>),
    lines: (id: number) => lines.all(id).map(present<KeptLine>),
    line: (id: number) => {
      const row = lineById.get(id);
      return row && present<KeptLine>(row);
    },
    outOfDossier: (dossierId: number) => outOfDossier.all(dossierId).map(present<KeptLine>),
    numbersOfYear: (year: string) => numbersOfYear.get(year)?.n ?? 0,
    openIds: () => openIds.all().map(({ id }) => id),
    /** The newest first. */
    ids: (asked: Asked): number[] =>
      (
        statement(`SELECT b.id FROM borrowing b WHERE ${where(asked)} ORDER BY b.id DESC`).all(stored(asked)) as {
          id: number;
        }[]
      ).map(({ id }) => id),
  };
}

function readingReturns(db: Database) {
  const returns = db.prepare<[number], Stored<Omit<ReturnView, 'lines'>>>(
    `SELECT r.id, r.returned_on AS returnedOn, a.name AS receiver, c.name AS confirmer, r.title_slip_id AS titleSlipId
     FROM borrowing_return r JOIN staff a ON a.id = r.received_by JOIN staff c ON c.id = r.confirmed_by
     WHERE r.borrowing_id = ? ORDER BY r.id`,
  );
  const returned = db.prepare<[number], Stored<ReturnedLine>>(
    `SELECT l.line_id AS lineId, l.found, l.condition, l.remarks, l.missing, l.responsible_id AS responsibleId, s.name AS responsible,
            l.due_on AS dueOn
     FROM borrowing_return_line l LEFT JOIN staff s ON s.id = l.responsible_id WHERE l.return_id = ? ORDER BY l.id`,
  );
  const missing = db.prepare<[], Stored<ReturnedLine & { borrowingId: number; name: string; since: Day }>>(
    `SELECT l.line_id AS lineId, l.found, l.condition, l.remarks, l.missing, l.responsible_id AS responsibleId, s.name AS responsible,
            l.due_on AS dueOn, n.borrowing_id AS borrowingId, n.number || ' ' || n.name AS name, r.returned_on AS since
     FROM borrowing_line n JOIN borrowing_return_line l ON l.id = (SELECT max(x.id) FROM borrowing_return_line x WHERE x.line_id = n.id)
     JOIN borrowing_return r ON r.id = l.return_id JOIN staff s ON s.id = l.responsible_id WHERE n.state = 'incomplete' ORDER BY l.due_on`,
  );
  const renewals = db.prepare<[number], Stored<KeptRenewal>>(`${RENEWAL} WHERE x.borrowing_id = ? ORDER BY x.id`);
  const renewal = db.prepare<[number], Stored<KeptRenewal>>(`${RENEWAL} WHERE x.id = ?`);
  const settlements = db.prepare<[number], BorrowingView['settlements'][number]>(
    `SELECT x.line_id AS lineId, x.settled_on AS settledOn, s.name AS settler, x.reason
     FROM borrowing_settlement x JOIN borrowing_line n ON n.id = x.line_id JOIN staff s ON s.id = x.settled_by
     WHERE n.borrowing_id = ? ORDER BY x.id`,
  );
  const signatures = db.prepare<[number], Stored<BorrowingSignature>>(
    `SELECT staff_id AS staffId, name, role, return_id AS returnId, renewal_id AS renewalId, line_id AS lineId, at,
            content_hash AS contentHash
     FROM borrowing_signature WHERE borrowing_id = ? ORDER BY id`,
  );
  const signedBy = db.prepare<[number, string, number], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM borrowing_signature s JOIN change c ON c.table_name = 'borrowing_signature' AND c.row_id = s.id
     WHERE s.borrowing_id = ? AND s.role = ? AND coalesce(s.return_id, s.renewal_id, s.line_id, 0) = ?`,
  );
  return {
    returns: (id: number): ReturnView[] =>
      returns
        .all(id)
        .map(present<Omit<ReturnView, 'lines'>>)
        .map((its) => ({ ...its, lines: returned.all(its.id).map(present<ReturnedLine>) })),
    /** What came back in part, with who brings the rest. */
    missing: () => missing.all().map(present<ReturnedLine & { borrowingId: number; name: string; since: Day }>),
    renewals: (id: number) => renewals.all(id).map(present<KeptRenewal>),
    renewal: (id: number) => {
      const row = renewal.get(id);
      return row && present<KeptRenewal>(row);
    },
    settlements: (id: number) => settlements.all(id),
    signatures: (id: number) => signatures.all(id).map(present<BorrowingSignature>),
    /** The event in which somebody signed in that role, of that return, renewal or line. */
    signedBy: (id: number, role: string, of: number) => signedBy.get(id, role, of)?.seq ?? 0,
  };
}

const RENEWAL = `SELECT x.id, x.borrowing_id AS borrowingId, x.from_due_on AS fromDueOn, x.new_due_on AS newDueOn, x.reason,
    x.asked_on AS askedOn, a.name AS asker, x.state, x.direct, x.decided_on AS decidedOn, d.name AS decider, x.opinion
  FROM borrowing_renewal x JOIN staff a ON a.id = x.asked_by LEFT JOIN staff d ON d.id = x.decided_by`;
