import type { Database } from 'better-sqlite3';
import type { TitleFields } from '../../../shared/api/title-fields';
import type {
  TitleHandoverLine,
  TitleHandoverRow,
  TitleHandoverSignature,
  TitleHandoverState,
} from '../../../shared/api/title-handover.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

/** A handover as it is kept. */
export type TitleHandover = Omit<TitleHandoverRow, 'number' | 'lateDays'> & {
  slipId?: number;
  slipNo?: string;
};
type StoredLine = Omit<Stored<TitleHandoverLine>, 'nameAgrees' | 'numberAgrees'> & {
  nameAgrees: 0 | 1 | null;
  numberAgrees: 0 | 1 | null;
};
/** What was found of a line. */
export interface Found {
  nameAgrees: boolean;
  numberAgrees: boolean;
  quantityFound: number;
  remark: string;
}

const ROW = `SELECT h.id, h.no, h.state, h.project_id AS projectId, p.name AS project, p.contract_no AS contractNo, c.name AS client,
    d.archive_no AS archiveNo, h.obtained_on AS obtainedOn, h.due_on AS dueOn, h.given_on AS givenOn, h.closed_on AS closedOn,
    h.a_id AS aId, a.name AS a, h.b_id AS bId, b.name AS b, h.custodian_id AS custodianId, k.name AS custodian, h.reason,
    (SELECT count(*) FROM title_handover_line l WHERE l.handover_id = h.id) AS titles,
    (SELECT sum(l.quantity) FROM title_handover_line l WHERE l.handover_id = h.id) AS pieces, s.id AS slipId, s.no AS slipNo
  FROM title_handover h JOIN project p ON p.id = h.project_id JOIN client c ON c.id = p.client_id
  JOIN staff a ON a.id = h.a_id JOIN staff b ON b.id = h.b_id LEFT JOIN staff k ON k.id = h.custodian_id
  LEFT JOIN dossier d ON d.project_id = p.id LEFT JOIN title_slip s ON s.handover_id = h.id`;

function toLine({ nameAgrees, numberAgrees, ...stored }: StoredLine): TitleHandoverLine {
  const line = present<Omit<TitleHandoverLine, 'nameAgrees' | 'numberAgrees'>>(stored);
  return {
    ...line,
    ...(nameAgrees !== null && { nameAgrees: nameAgrees === 1 }),
    ...(numberAgrees !== null && { numberAgrees: numberAgrees === 1 }),
  };
}

export type TitleHandoverRepo = ReturnType<typeof createTitleHandoverRepo>;

/** The only writer of title_handover, title_handover_line and title_handover_signature. */
export function createTitleHandoverRepo(db: Database) {
  return { ...readingHandovers(db), ...writingHandovers(db) };
}

function readingHandovers(db: Database) {
  const byId = db.prepare<[number], Stored<TitleHandover>>(`${ROW} WHERE h.id = ?`);
  const list = db.prepare<{ projectId: number | null; openOnly: number }, Stored<TitleHandover>>(
    `${ROW} WHERE (@projectId IS NULL OR h.project_id = @projectId) AND (NOT @openOnly OR h.state = 'given') ORDER BY h.id DESC`,
  );
  const waiting = db.prepare<[], Stored<TitleHandover>>(
    `${ROW} WHERE h.state = 'given' OR (h.state = 'sentBack' AND p.ended_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM title_handover n WHERE n.project_id = h.project_id AND n.id > h.id)) ORDER BY h.id`,
  );
  const after = db.prepare<[number], Stored<TitleHandover>>(`${ROW} WHERE h.id > ? ORDER BY h.id LIMIT 500`);
  const lines = db.prepare<[number], StoredLine>(
    `SELECT id, ordinal, kind, name, certificate_no AS certificateNo, owner, quantity, storage, issued_by AS issuedBy,
       issued_on AS issuedOn, expires_on AS expiresOn, value_fen AS valueFen, remarks, name_agrees AS nameAgrees,
       number_agrees AS numberAgrees, quantity_found AS quantityFound, check_remark AS checkRemark, title_id AS titleId
     FROM title_handover_line WHERE handover_id = ? ORDER BY ordinal`,
  );
  const signatures = db.prepare<[number], TitleHandoverSignature>(
    `SELECT staff_id AS staffId, name, role, at, content_hash AS contentHash FROM title_handover_signature
     WHERE handover_id = ? ORDER BY id`,
  );
  const signedBy = db.prepare<[number, string], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM title_handover_signature s JOIN change c ON c.table_name = 'title_handover_signature'
     AND c.row_id = s.id WHERE s.handover_id = ? AND s.role = ?`,
  );
  const numbersOfYear = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM title_handover WHERE substr(given_on, 1, 4) = ?',
  );
  const waitingWith = db.prepare<[string], { no: string }>(
    `SELECT h.no FROM title_handover_line l JOIN title_handover h ON h.id = l.handover_id
     WHERE l.certificate_key = ? AND h.state = 'given' LIMIT 1`,
  );
  const ofTitle = db.prepare<[number], { id: number; no: string }>(
    'SELECT h.id, h.no FROM title_handover_line l JOIN title_handover h ON h.id = l.handover_id WHERE l.title_id = ?',
  );
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<TitleHandover>(row);
    },
    list: (projectId: number | undefined, openOnly: boolean) =>
      list.all({ projectId: projectId ?? null, openOnly: openOnly ? 1 : 0 }).map(present<TitleHandover>),
    /** Open lists, and those that came back and were not given anew while their project goes on. */
    waiting: () => waiting.all().map(present<TitleHandover>),
    /** A page of handovers with ids above `id`, for a walk over all of them. */
    after: (id: number) => after.all(id).map(present<TitleHandover>),
    lines: (id: number) => lines.all(id).map(toLine),
    signatures: (id: number) => signatures.all(id),
    /** The event in which somebody signed in that role. */
    signedBy: (id: number, role: string) => signedBy.get(id, role)?.seq ?? 0,
    numbersOfYear: (year: string) => numbersOfYear.get(year)?.n ?? 0,
    /** Number of the open list on which a certificate stands. */
    waitingWith: (certificateKey: string) => waitingWith.get(certificateKey)?.no,
    /** The list by which a title came. */
    ofTitle: (titleId: number) => ofTitle.get(titleId),
  };
}

function writingHandovers(db: Database) {
  const add = db.prepare<Record<string, string | number>>(
    `INSERT INTO title_handover (no, project_id, state, obtained_on, due_on, given_on, a_id, b_id)
     VALUES (@no, @projectId, 'given', @obtainedOn, @dueOn, @givenOn, @aId, @bId)`,
  );
  const addLine = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO title_handover_line (handover_id, ordinal, kind, name, certificate_no, certificate_key, owner, quantity, storage,
                                      issued_by, issued_on, expires_on, value_fen, remarks)
     VALUES (@handoverId, @ordinal, @kind, @name, @certificateNo, @certificateKey, @owner, @quantity, @storage,
             @issuedBy, @issuedOn, @expiresOn, @valueFen, @remarks)`,
  );
  const check = db.prepare<[number, number, number, string, number]>(
    `UPDATE title_handover_line SET name_agrees = ?, number_agrees = ?, quantity_found = ?, check_remark = ? WHERE id = ?`,
  );
  const becomes = db.prepare<[number, number]>('UPDATE title_handover_line SET title_id = ? WHERE id = ?');
  const close = db.prepare<[TitleHandoverState, string, number | null, string, number]>(
    'UPDATE title_handover SET state = ?, closed_on = ?, custodian_id = ?, reason = ? WHERE id = ?',
  );
  const sign = db.prepare<[number, string, string, string, number]>(
    `INSERT INTO title_handover_signature (handover_id, staff_id, name, role, at, content_hash)
     SELECT ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  return {
    add: (its: {
      no: string;
      projectId: number;
      obtainedOn: Day;
      dueOn: Day;
      givenOn: Day;
      aId: number;
      bId: number;
    }) => Number(add.run(its).lastInsertRowid),
    addLine: (handoverId: number, ordinal: number, its: TitleFields & { certificateKey: string }) =>
      void addLine.run({
        ...{ ...its, handoverId, ordinal },
        ...{ issuedOn: its.issuedOn ?? null, expiresOn: its.expiresOn ?? null, valueFen: its.valueFen ?? null },
      }),
    check: (lineId: number, its: Found) =>
      void check.run(its.nameAgrees ? 1 : 0, its.numberAgrees ? 1 : 0, its.quantityFound, its.remark, lineId),
    becomes: (lineId: number, titleId: number) => void becomes.run(titleId, lineId),
    close: (id: number, state: TitleHandoverState, on: Day, custodianId: number | undefined, reason = '') =>
      void close.run(state, on, custodianId ?? null, reason, id),
    sign: (id: number, staffId: number, role: TitleHandoverSignature['role'], at: string, contentHash: string) =>
      void sign.run(id, role, at, contentHash, staffId),
  };
}
