import type { Database } from 'better-sqlite3';
import type {
  DisposalFilter,
  DisposalKind,
  DisposalLineView,
  DisposalRole,
  DisposalRow,
  DisposalSignature,
  DisposalState,
  DisposalTrace,
} from '../../../shared/api/disposal.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import { WITH_WHOM } from '../../db/with-whom';
import type { SignedLine } from './disposal.rules';

/** A list as it is kept. */
export interface Disposal extends Omit<DisposalRow, 'waitsDays'> {
  receiverPerson: string;
  receiverDocument: string;
  appraisalId?: number;
  appraisalNo?: string;
  appraisedById?: number;
  appraisedBy?: string;
  appraisalApprovedById?: number;
  appraisalApprovedBy?: string;
  firstWitnessId?: number;
  firstWitness?: string;
  secondWitnessId?: number;
  secondWitness?: string;
}

export interface AddedDisposal {
  no: string;
  kind: DisposalKind;
  reason: string;
  madeOn: Day;
  madeBy: number;
  appraisalId?: number | undefined;
  receiver: string;
  receiverPerson: string;
  receiverDocument: string;
  witnessIds: readonly number[];
}

type FlatLine = Omit<DisposalLineView, 'listedOn' | 'takenBack'> & {
  listedId?: number;
  listedNo?: string;
  takenOn?: string;
  takenBy?: string;
  takenBecause?: string;
};

const ROW = `SELECT v.id, v.no, v.kind, v.state, v.reason, v.receiver, v.receiver_person AS receiverPerson,
    v.receiver_document AS receiverDocument, v.made_on AS madeOn, v.made_by AS madeById, m.name AS madeBy,
    v.decided_on AS decidedOn, v.decided_by AS decidedById, e.name AS decidedBy, v.done_on AS doneOn,
    v.closing_reason AS closingReason, v.appraisal_id AS appraisalId, a.no AS appraisalNo, a.made_by AS appraisedById,
    am.name AS appraisedBy, a.decided_by AS appraisalApprovedById, ae.name AS appraisalApprovedBy,
    v.first_witness_id AS firstWitnessId, f.name AS firstWitness, v.second_witness_id AS secondWitnessId, s.name AS secondWitness,
    (SELECT count(*) FROM disposal_line l WHERE l.disposal_id = v.id) AS dossiers,
    (SELECT coalesce(sum(l.pages), 0) FROM disposal_line l WHERE l.disposal_id = v.id) AS pages
  FROM disposal v JOIN staff m ON m.id = v.made_by LEFT JOIN staff e ON e.id = v.decided_by
  LEFT JOIN disposal a ON a.id = v.appraisal_id LEFT JOIN staff am ON am.id = a.made_by LEFT JOIN staff ae ON ae.id = a.decided_by
  LEFT JOIN staff f ON f.id = v.first_witness_id LEFT JOIN staff s ON s.id = v.second_witness_id`;

const OPEN = "(v.state = 'submitted' OR (v.state = 'approved' AND v.kind <> 'appraisal'))";

// A list that was refused or withdrawn holds nothing.
const LINES = `SELECT l.id, l.dossier_id AS dossierId, l.archive_no AS archiveNo, l.title, l.class_name AS className, l.year,
    l.retention, l.kept_from AS keptFrom, l.keep_until AS keepUntil, l.items, l.pages, l.decision, l.new_until AS newUntil,
    l.remarks, d.state AS dossierState, x.id AS listedId, x.no AS listedNo, t.taken_on AS takenOn, w.name AS takenBy,
    t.reason AS takenBecause, ${WITH_WHOM.columns}
  FROM disposal_line l JOIN dossier d ON d.id = l.dossier_id
  LEFT JOIN disposal x ON x.id = (
    SELECT max(n.disposal_id) FROM disposal_line n JOIN disposal g ON g.id = n.disposal_id
    WHERE n.dossier_id = l.dossier_id AND g.appraisal_id = l.disposal_id AND g.state IN ('submitted', 'approved', 'done'))
  LEFT JOIN take_back t ON t.line_id = l.id LEFT JOIN staff w ON w.id = t.taken_by ${WITH_WHOM.join}
  WHERE l.disposal_id = ? ORDER BY l.ordinal`;

function toLine(stored: Stored<FlatLine>): DisposalLineView {
  const { listedId, listedNo, takenOn, takenBy, takenBecause, ...line } = present<FlatLine>(stored);
  return {
    ...line,
    ...(listedId !== undefined && listedNo !== undefined && { listedOn: { id: listedId, no: listedNo } }),
    ...(takenOn && { takenBack: { on: takenOn, by: takenBy ?? '', reason: takenBecause ?? '' } }),
  };
}

export type DisposalRepo = ReturnType<typeof createDisposalRepo>;

/** The only writer of disposal, disposal_line, disposal_signature and take_back. */
export function createDisposalRepo(db: Database) {
  return { ...readingLists(db), ...writingLists(db) };
}

function readingLists(db: Database) {
  const byId = db.prepare<[number], Stored<Disposal>>(`${ROW} WHERE v.id = ?`);
  const lines = db.prepare<[number], Stored<FlatLine>>(LINES);
  const signatures = db.prepare<[number], DisposalSignature>(
    `SELECT staff_id AS staffId, name, role, at, content_hash AS contentHash FROM disposal_signature
     WHERE disposal_id = ? ORDER BY id`,
  );
  const lists = (['true', OPEN] as const).map((open) => ({
    all: db.prepare<[], Stored<Disposal>>(`${ROW} WHERE ${open} ORDER BY v.id DESC LIMIT 1000`),
    ofKind: db.prepare<[string], Stored<Disposal>>(`${ROW} WHERE v.kind = ? AND ${open} ORDER BY v.id DESC LIMIT 1000`),
  }));
  const ids = db.prepare<{ kind: string | null; openOnly: number }, { id: number }>(
    `SELECT v.id FROM disposal v WHERE (@kind IS NULL OR v.kind = @kind) AND (NOT @openOnly OR ${OPEN}) ORDER BY v.id DESC`,
  );
  const after = db.prepare<[number], Stored<Disposal>>(`${ROW} WHERE v.id > ? ORDER BY v.id LIMIT 500`);
  const signedBy = db.prepare<[number, string], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM disposal_signature s JOIN change c ON c.table_name = 'disposal_signature'
     AND c.row_id = s.id WHERE s.disposal_id = ? AND s.role = ?`,
  );
  const ofDossier = db.prepare<[number], Stored<DisposalTrace>>(
    `SELECT v.id, v.no, v.kind, v.state, l.decision, l.new_until AS newUntil, v.receiver, v.made_on AS madeOn,
       v.done_on AS doneOn, v.decided_on AS decidedOn, t.taken_on AS takenBackOn, t.reason AS takenBackBecause
     FROM disposal_line l JOIN disposal v ON v.id = l.disposal_id LEFT JOIN take_back t ON t.line_id = l.id
     WHERE l.dossier_id = ? ORDER BY v.id DESC`,
  );
  const lastAppraisal = db.prepare<[number], { id: number }>(
    `SELECT max(v.id) AS id FROM disposal_line l JOIN disposal v ON v.id = l.disposal_id
     WHERE l.dossier_id = ? AND v.kind = 'appraisal' AND v.state = 'approved' HAVING max(v.id) IS NOT NULL`,
  );
  const numbersOfYear = db.prepare<[string, string], { n: number }>(
    'SELECT count(*) AS n FROM disposal WHERE kind = ? AND substr(made_on, 1, 4) = ?',
  );
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<Disposal>(row);
    },
    lines: (id: number) => lines.all(id).map(toLine),
    signatures: (id: number) => signatures.all(id),
    list: ({ kind, openOnly }: DisposalFilter): Disposal[] => {
      const its = lists[openOnly ? 1 : 0];
      const rows = (kind === undefined ? its?.all.all() : its?.ofKind.all(kind)) ?? [];
      return rows.map(present<Disposal>);
    },
    ids: ({ kind, openOnly }: DisposalFilter) =>
      ids.all({ kind: kind ?? null, openOnly: openOnly ? 1 : 0 }).map(({ id }) => id),
    /** A page of lists with ids above `id`, for a walk over all of them. */
    after: (id: number) => after.all(id).map(present<Disposal>),
    /** The event in which somebody signed in that role. */
    signedBy: (id: number, role: string) => signedBy.get(id, role)?.seq ?? 0,
    ofDossier: (dossierId: number) => ofDossier.all(dossierId).map(present<DisposalTrace>),
    /** The approved appraisal that decided last on a dossier. */
    lastAppraisalOf: (dossierId: number) => lastAppraisal.get(dossierId)?.id,
    numbersOfYear: (kind: DisposalKind, year: string) => numbersOfYear.get(kind, year)?.n ?? 0,
  };
}

function writingLists(db: Database) {
  const add = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO disposal (no, kind, state, appraisal_id, reason, receiver, receiver_person, receiver_document, made_on, made_by,
                           first_witness_id, second_witness_id)
     VALUES (@no, @kind, 'submitted', @appraisalId, @reason, @receiver, @receiverPerson, @receiverDocument, @madeOn, @madeBy,
             @first, @second)`,
  );
  const addLine = db.prepare<Stored<SignedLine> & { disposalId: number; ordinal: number }>(
    `INSERT INTO disposal_line (disposal_id, ordinal, dossier_id, archive_no, title, class_name, year, retention, kept_from,
                                keep_until, items, pages, decision, new_until, remarks)
     VALUES (@disposalId, @ordinal, @dossierId, @archiveNo, @title, @className, @year, @retention, @keptFrom, @keepUntil, @items,
             @pages, @decision, @newUntil, @remarks)`,
  );
  const sign = db.prepare<[number, string, string, string, number]>(
    `INSERT INTO disposal_signature (disposal_id, staff_id, name, role, at, content_hash)
     SELECT ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  const decide = db.prepare<[DisposalState, string, number, string, number]>(
    'UPDATE disposal SET state = ?, decided_on = ?, decided_by = ?, closing_reason = ? WHERE id = ?',
  );
  const withdraw = db.prepare<[string, number]>(
    "UPDATE disposal SET state = 'withdrawn', closing_reason = ? WHERE id = ?",
  );
  const finish = db.prepare<[string, number]>("UPDATE disposal SET state = 'done', done_on = ? WHERE id = ?");
  const nameWitnesses = db.prepare<[number, number | null, number]>(
    'UPDATE disposal SET first_witness_id = ?, second_witness_id = ? WHERE id = ?',
  );
  const takeBack = db.prepare<Record<string, string | number>>(
    `INSERT INTO take_back (line_id, dossier_id, taken_on, taken_by, reason, place_id)
     VALUES (@lineId, @dossierId, @takenOn, @takenBy, @reason, @placeId)`,
  );
  return {
    add: ({ witnessIds: [first, second], appraisalId, ...row }: AddedDisposal) =>
      Number(
        add.run({ ...row, appraisalId: appraisalId ?? null, first: first ?? null, second: second ?? null })
          .lastInsertRowid,
      ),
    addLine: (disposalId: number, ordinal: number, line: SignedLine) =>
      void addLine.run({
        ...line,
        disposalId,
        ordinal,
        keepUntil: line.keepUntil ?? null,
        decision: line.decision ?? null,
        newUntil: line.newUntil ?? null,
      }),
    sign: (id: number, staffId: number, role: DisposalRole, at: string, contentHash: string) =>
      void sign.run(id, role, at, contentHash, staffId),
    decide: (id: number, state: 'approved' | 'refused', on: Day, by: number, because = '') =>
      void decide.run(state, on, by, because, id),
    withdraw: (id: number, because: string) => void withdraw.run(because, id),
    finish: (id: number, on: Day) => void finish.run(on, id),
    nameWitnesses: (id: number, [first = 0, second]: readonly number[]) =>
      void nameWitnesses.run(first, second ?? null, id),
    takeBack: (row: {
      lineId: number;
      dossierId: number;
      takenOn: Day;
      takenBy: number;
      reason: string;
      placeId: number;
    }) => void takeBack.run(row),
  };
}
