import type { Database } from 'better-sqlite3';
import type { TitleKind, TitlePlace } from '../../../shared/api/title-fields';
import type { SlipBorrowing, SlipKind, SlipRow, SlipSignature } from '../../../shared/api/title-move.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { Moved } from './moves';
import type { SlipDraft } from './title.rules';

/** A line as it is kept, with what a page says of its title. */
export interface KeptLine {
  id: number;
  slipId: number;
  titleId: number;
  certificateNo: string;
  name: string;
  kind: TitleKind;
  owner: string;
  projectId: number;
  archiveNo?: string;
  client: string;
  contractNo: string;
  amountFen: number;
  valueFen?: number;
  quantity: number;
  fromPlace: TitlePlace;
  from?: string;
  fromCompartmentId?: number;
  toPlace: TitlePlace;
  to?: string;
  toCompartmentId?: number;
  movedOn: Day;
}

const LINE = `SELECT m.id, m.slip_id AS slipId, m.title_id AS titleId, t.certificate_no AS certificateNo, t.name, t.kind, t.owner,
    t.project_id AS projectId, d.archive_no AS archiveNo, c.name AS client, p.contract_no AS contractNo,
    p.amount_fen AS amountFen, t.value_fen AS valueFen, m.quantity, m.from_place AS fromPlace,
    fs.name || ' ' || fc.name AS "from", m.from_compartment_id AS fromCompartmentId, m.to_place AS toPlace,
    ts.name || ' ' || tc.name AS "to", m.to_compartment_id AS toCompartmentId, m.moved_on AS movedOn
  FROM title_movement m JOIN title t ON t.id = m.title_id JOIN project p ON p.id = t.project_id JOIN client c ON c.id = p.client_id
  LEFT JOIN dossier d ON d.project_id = p.id
  LEFT JOIN compartment fc ON fc.id = m.from_compartment_id LEFT JOIN safe fs ON fs.id = fc.safe_id
  LEFT JOIN compartment tc ON tc.id = m.to_compartment_id LEFT JOIN safe ts ON ts.id = tc.safe_id`;

const SLIP = `SELECT s.id, s.no, s.kind, s.moved_on AS movedOn, s.at, s.reason, s.basis, s.party, s.party_staff_id AS partyStaffId,
    s.due_on AS dueOn, s.project_id AS projectId, p.contract_no AS contractNo, s.handover_id AS handoverId,
    s.stocktake_id AS stocktakeId, s.reverses_id AS reversesId, o.no AS reversesNo, r.id AS reversedById, r.no AS reversedByNo,
    s.operator_id AS operatorId, a.name AS operator, s.second_id AS secondId, b.name AS second, s.remarks,
    (SELECT count(DISTINCT m.title_id) FROM title_movement m WHERE m.slip_id = s.id) AS titles,
    (SELECT sum(m.quantity) FROM title_movement m WHERE m.slip_id = s.id) AS pieces
  FROM title_slip s JOIN staff a ON a.id = s.operator_id JOIN staff b ON b.id = s.second_id
  LEFT JOIN project p ON p.id = s.project_id LEFT JOIN title_slip o ON o.id = s.reverses_id
  LEFT JOIN title_slip r ON r.reverses_id = s.id`;

export type MovementRepo = ReturnType<typeof createMovementRepo>;

/** The only writer of title_slip, title_movement and title_slip_signature. */
export function createMovementRepo(db: Database) {
  return { ...readingMovements(db), ...writingMovements(db) };
}

type MovedColumns = [number, number, number, number, TitlePlace, number | null, TitlePlace, number | null, Day];
const movedOf = ([id, slipId, titleId, quantity, fromPlace, from, toPlace, to, movedOn]: MovedColumns): Moved => ({
  ...{ id, slipId, titleId, quantity, fromPlace, toPlace, movedOn },
  fromCompartmentId: from ?? undefined,
  toCompartmentId: to ?? undefined,
});

function readingMovements(db: Database) {
  // As arrays: a hundred thousand of them are read at the first look.
  const after = db
    .prepare<[number, number], MovedColumns>(
      `SELECT id, slip_id, title_id, quantity, from_place, from_compartment_id, to_place, to_compartment_id, moved_on
       FROM title_movement WHERE id > ? ORDER BY id LIMIT ?`,
    )
    .raw();
  const slip = db.prepare<[number], Stored<SlipRow>>(`${SLIP} WHERE s.id = ?`);
  const slips = db.prepare<{ kind: string | null; from: Day; to: Day; limit: number }, Stored<SlipRow>>(
    `${SLIP} WHERE s.moved_on BETWEEN @from AND @to AND (@kind IS NULL OR s.kind = @kind) ORDER BY s.id DESC LIMIT @limit`,
  );
  const slipIds = db.prepare<{ kind: string | null; from: Day; to: Day }, { id: number }>(
    'SELECT id FROM title_slip WHERE moved_on BETWEEN @from AND @to AND (@kind IS NULL OR kind = @kind) ORDER BY id DESC',
  );
  const countSlips = db.prepare<{ kind: string | null; from: Day; to: Day }, { n: number }>(
    'SELECT count(*) AS n FROM title_slip WHERE moved_on BETWEEN @from AND @to AND (@kind IS NULL OR kind = @kind)',
  );
  const slipsAfter = db.prepare<[number], Stored<SlipRow>>(`${SLIP} WHERE s.id > ? ORDER BY s.id LIMIT 500`);
  const lines = db.prepare<[number], Stored<KeptLine>>(`${LINE} WHERE m.slip_id = ? ORDER BY m.ordinal`);
  const linesOfTitle = db.prepare<[number], Stored<KeptLine>>(`${LINE} WHERE m.title_id = ? ORDER BY m.id DESC`);
  const linesBetween = db.prepare<[Day, Day], Stored<KeptLine>>(
    // The slips of these days have an index.
    `${LINE} JOIN title_slip s ON s.id = m.slip_id WHERE s.moved_on BETWEEN ? AND ? ORDER BY m.moved_on, m.id`,
  );
  const signatures = db.prepare<[number], SlipSignature>(
    `SELECT staff_id AS staffId, name, role, at, content_hash AS contentHash FROM title_slip_signature WHERE slip_id = ? ORDER BY id`,
  );
  const signedBy = db.prepare<[number, string], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM title_slip_signature s JOIN change c ON c.table_name = 'title_slip_signature'
     AND c.row_id = s.id WHERE s.slip_id = ? AND s.role = ?`,
  );
  type Borrowed = { id: number; no: string; direct: 0 | 1; remarks: string } & Stored<
    NonNullable<SlipBorrowing['approval']>
  >;
  const borrowing = db.prepare<{ id: number }, Borrowed>(
    `SELECT b.id, b.no, b.direct, b.remarks, g.name, g.at, g.content_hash AS contentHash
     FROM borrowing b LEFT JOIN borrowing_signature g ON g.borrowing_id = b.id AND g.role = 'approver'
     WHERE b.title_slip_id = @id OR b.id = (SELECT r.borrowing_id FROM borrowing_return r WHERE r.title_slip_id = @id)`,
  );
  const numbersOfYear = db.prepare<[string, string], { n: number }>(
    'SELECT count(*) AS n FROM title_slip WHERE kind = ? AND substr(moved_on, 1, 4) = ?',
  );
  const lastDayOfTitle = db.prepare<[number], { day: Day | null }>(
    'SELECT max(moved_on) AS day FROM title_movement WHERE title_id = ?',
  );
  const closedMonth = db.prepare<[], { month: string | null }>('SELECT max(month) AS month FROM title_month');
  const closedDay = db.prepare<[number], { day: Day | null }>(
    'SELECT max(l.day) AS day FROM safe_closing l JOIN compartment c ON c.safe_id = l.safe_id WHERE c.id = ?',
  );
  return {
    after: (id: number, limit = -1) => after.all(id, limit).map(movedOf),
    /** Inside a transaction what is read may still be taken back. */
    settled: () => !db.inTransaction,
    slip: (id: number) => {
      const row = slip.get(id);
      return row && present<SlipRow>(row);
    },
    /** The borrowing slip that stands behind a movement out or back. */
    borrowing: (slipId: number): SlipBorrowing | undefined => {
      const row = borrowing.get({ id: slipId });
      if (!row) return undefined;
      const { id, no, direct, remarks, name, at, contentHash } = row;
      const approval = name === null || at === null || contentHash === null ? undefined : { name, at, contentHash };
      return { id, no, direct: direct === 1, remarks, ...(approval && { approval }) };
    },
    slips: (kind: SlipKind | undefined, from: Day, to: Day, limit: number) =>
      slips.all({ kind: kind ?? null, from, to, limit }).map(present<SlipRow>),
    slipIds: (kind: SlipKind | undefined, from: Day, to: Day): number[] =>
      slipIds.all({ kind: kind ?? null, from, to }).map(({ id }) => id),
    countSlips: (kind: SlipKind | undefined, from: Day, to: Day) =>
      countSlips.get({ kind: kind ?? null, from, to })?.n ?? 0,
    /** A page of slips with ids above `id`, for a walk over all of them. */
    slipsAfter: (id: number) => slipsAfter.all(id).map(present<SlipRow>),
    lines: (slipId: number) => lines.all(slipId).map(present<KeptLine>),
    linesOfTitle: (titleId: number) => linesOfTitle.all(titleId).map(present<KeptLine>),
    linesBetween: (from: Day, to: Day) => linesBetween.all(from, to).map(present<KeptLine>),
    signatures: (slipId: number) => signatures.all(slipId),
    signedBy: (slipId: number, role: string) => signedBy.get(slipId, role)?.seq ?? 0,
    numbersOfYear: (kind: SlipKind, year: string) => numbersOfYear.get(kind, year)?.n ?? 0,
    lastDayOfTitle: (titleId: number) => lastDayOfTitle.get(titleId)?.day ?? undefined,
    closedMonth: () => closedMonth.get()?.month ?? undefined,
    /** The last closed day of the safe in which a compartment is. */
    closedDay: (compartmentId: number) => closedDay.get(compartmentId)?.day ?? undefined,
  };
}

function writingMovements(db: Database) {
  const addSlip = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO title_slip (no, kind, moved_on, at, reason, basis, party, party_staff_id, due_on, project_id, handover_id,
                             stocktake_id, reverses_id, operator_id, second_id, remarks)
     VALUES (@no, @kind, @movedOn, @at, @reason, @basis, @party, @partyStaffId, @dueOn, @projectId, @handoverId,
             @stocktakeId, @reversesId, @operatorId, @secondId, @remarks)`,
  );
  const addLine = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO title_movement (slip_id, ordinal, title_id, quantity, from_place, from_compartment_id, to_place, to_compartment_id, moved_on)
     VALUES (@slipId, @ordinal, @titleId, @quantity, @fromPlace, @fromCompartmentId, @toPlace, @toCompartmentId, @movedOn)`,
  );
  const sign = db.prepare<[number, string, string, string, number]>(
    `INSERT INTO title_slip_signature (slip_id, staff_id, name, role, at, content_hash)
     SELECT ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  return {
    add: (its: SlipDraft & { no: string; at: string; operatorId: number; secondId: number }): number => {
      const { lines, becomes: _, ...head } = its;
      const { partyStaffId, dueOn, projectId, handoverId, stocktakeId, reversesId } = head;
      const absent = { partyStaffId, dueOn, projectId, handoverId, stocktakeId, reversesId };
      const stored = Object.fromEntries(Object.entries(absent).map(([column, value]) => [column, value ?? null]));
      const slipId = Number(addSlip.run({ ...(head as Record<string, string | number>), ...stored }).lastInsertRowid);
      for (const [i, { titleId, quantity, from, to }] of lines.entries())
        addLine.run({
          ...{ slipId, ordinal: i + 1, titleId, quantity, movedOn: its.movedOn },
          ...{ fromPlace: from.place, fromCompartmentId: from.compartmentId ?? null },
          ...{ toPlace: to.place, toCompartmentId: to.compartmentId ?? null },
        });
      return slipId;
    },
    sign: (slipId: number, staffId: number, role: SlipSignature['role'], at: string, contentHash: string) =>
      void sign.run(slipId, role, at, contentHash, staffId),
  };
}
