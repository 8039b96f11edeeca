import type { Database } from 'better-sqlite3';
import type { Lookup, LookupResult, Security, TitleRow } from '../../../shared/api/title.contract';
import type { TitleFields } from '../../../shared/api/title-fields';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { FixedTitle } from './fixed-titles';
import type { Freed } from './title.rules';

/** A title without where it is: that is summed up from its movements. */
export type Title = Omit<TitleRow, 'standings' | 'number'> & { archiveNo?: string; aManagerId: number };

/** A new row: written when three people have signed for it, or in exchange for an old one. */
export interface AddedTitle extends TitleFields {
  projectId: number;
  certificateKey: string;
  replacesId?: number | undefined;
  registeredOn: Day;
}

export const ROW = `SELECT t.id, t.kind, t.name, t.certificate_no AS certificateNo, t.owner, t.quantity, t.storage, t.project_id AS projectId,
    p.name AS project, p.contract_no AS contractNo, p.a_manager_id AS aManagerId, c.name AS client, d.id AS dossierId,
    d.archive_no AS archiveNo, t.issued_by AS issuedBy, t.issued_on AS issuedOn, t.expires_on AS expiresOn, t.value_fen AS valueFen,
    t.remarks, t.replaces_id AS replacesId, t.registered_on AS registeredOn
  FROM title t JOIN project p ON p.id = t.project_id JOIN client c ON c.id = p.client_id LEFT JOIN dossier d ON d.project_id = p.id`;

export type TitleRepo = ReturnType<typeof createTitleRepo>;

/** The only writer of title, title_security with its signatures, and title_lookup. */
export function createTitleRepo(db: Database) {
  return { ...readingTitles(db), ...readingFreed(db), ...writingTitles(db) };
}

function readingTitles(db: Database) {
  const byId = db.prepare<[number], Stored<Title>>(`${ROW} WHERE t.id = ?`);
  const ofProject = db.prepare<[number], Stored<Title>>(`${ROW} WHERE t.project_id = ? ORDER BY t.id`);
  const withCertificate = db.prepare<[string], { id: number; certificateNo: string }>(
    'SELECT id, certificate_no AS certificateNo FROM title WHERE certificate_key = ? ORDER BY id',
  );
  const replacedBy = db.prepare<[number], { id: number; certificateNo: string }>(
    'SELECT id, certificate_no AS certificateNo FROM title WHERE replaces_id = ?',
  );
  const securities = db.prepare<[number], Stored<Security>>(
    `SELECT s.id, s.project_id AS projectId, p.name AS project, p.contract_no AS contractNo, c.name AS client, p.amount_fen AS amountFen,
       s.since_on AS sinceOn, p.ended_on AS settledOn, s.ended_on AS endedOn, e.name AS endedBy, s.ended_because AS endedBecause
     FROM title_security s JOIN project p ON p.id = s.project_id JOIN client c ON c.id = p.client_id
     LEFT JOIN staff e ON e.id = s.ended_by WHERE s.title_id = ? ORDER BY s.id`,
  );
  // Of an end that was entered more than once the last one counts.
  const freedBy = db.prepare<{ id: number }, { staffId: number; name: string; contractNo: string }>(
    `SELECT f.staffId, w.name, p.contract_no AS contractNo FROM title_security s JOIN project p ON p.id = s.project_id
     JOIN (SELECT s.id, s.ended_by AS staffId FROM title_security s WHERE s.title_id = @id AND s.ended_by IS NOT NULL
           UNION SELECT s.id, e.actor_id FROM title_security s JOIN change c ON c.table_name = 'project' AND c.row_id = s.project_id
             JOIN event e ON e.seq = c.event_seq
           WHERE s.title_id = @id AND s.ended_by IS NULL AND c.event_seq = (SELECT max(l.event_seq) FROM change l
             WHERE l.table_name = 'project' AND l.row_id = s.project_id
               AND json_extract(l.after, '$.ended_on') IS NOT json_extract(l.before, '$.ended_on'))) f ON f.id = s.id
     JOIN staff w ON w.id = f.staffId WHERE s.title_id = @id ORDER BY s.id`,
  );
  const lookups = db.prepare<[number], Lookup>(
    `SELECT l.id, l.looked_on AS lookedOn, l.result, l.source, l.remarks, l.looked_by AS lookedById, s.name AS lookedBy
     FROM title_lookup l JOIN staff s ON s.id = l.looked_by WHERE l.title_id = ? ORDER BY l.id DESC`,
  );
  const fixedAfter = db.prepare<[number], FixedTitle>(
    'SELECT id, kind, quantity, project_id AS projectId FROM title WHERE id > ? ORDER BY id',
  );
  const borrowedOn = db.prepare<[number], { id: number; no: string }>(
    `SELECT b.id, b.no FROM borrowing_line n JOIN borrowing b ON b.id = n.borrowing_id
     WHERE n.title_id = ? AND n.state IN ('lent', 'incomplete')`,
  );
  const project = db.prepare<[number], { id: number; contractNo: string; endedOn: string | null }>(
    'SELECT id, contract_no AS contractNo, ended_on AS endedOn FROM project WHERE id = ?',
  );
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<Title>(row);
    },
    ofProject: (projectId: number) => ofProject.all(projectId).map(present<Title>),
    withCertificate: (key: string) => withCertificate.all(key),
    replacedBy: (id: number) => replacedBy.get(id),
    securities: (titleId: number) => securities.all(titleId).map(present<Security>),
    /** Who entered the ends of the contracts that it secured, or freed it from them. */
    freedBy: (titleId: number) => freedBy.all({ id: titleId }),
    lookups: (titleId: number) => lookups.all(titleId),
    fixedAfter: (id: number) => fixedAfter.all(id),
    /** The borrowing slip on which it is out: it comes back there. */
    borrowedOn: (titleId: number) => borrowedOn.get(titleId),
    project: (id: number) => project.get(id),
  };
}

/** Contracts that a title was freed from, with the signature for it. */
function readingFreed(db: Database) {
  const after = db.prepare<[number], Freed & { id: number }>(
    `SELECT id, title_id AS titleId, project_id AS projectId, since_on AS sinceOn, ended_on AS endedOn, ended_by AS endedById,
            ended_because AS reason FROM title_security WHERE id > ? AND ended_on IS NOT NULL ORDER BY id LIMIT 500`,
  );
  const signatures = db.prepare<[number], { role: string; contentHash: string }>(
    'SELECT role, content_hash AS contentHash FROM title_security_signature WHERE security_id = ? ORDER BY id',
  );
  const signedBy = db.prepare<[number, string], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM title_security_signature s JOIN change c ON c.table_name = 'title_security_signature'
     AND c.row_id = s.id WHERE s.security_id = ? AND s.role = ?`,
  );
  return {
    freedAfter: (id: number) => after.all(id),
    freedSignatures: (securityId: number) => signatures.all(securityId),
    freedSignedBy: (securityId: number, role: string) => signedBy.get(securityId, role)?.seq ?? 0,
  };
}

/** NULL for what a person left empty. */
const emptied = (its: Pick<TitleFields, 'issuedOn' | 'expiresOn' | 'valueFen'>) => ({
  issuedOn: its.issuedOn ?? null,
  expiresOn: its.expiresOn ?? null,
  valueFen: its.valueFen ?? null,
});

function writingTitles(db: Database) {
  const add = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO title (project_id, kind, name, certificate_no, certificate_key, owner, quantity, storage, issued_by, issued_on,
                        expires_on, value_fen, remarks, replaces_id, registered_on)
     VALUES (@projectId, @kind, @name, @certificateNo, @certificateKey, @owner, @quantity, @storage, @issuedBy, @issuedOn,
             @expiresOn, @valueFen, @remarks, @replacesId, @registeredOn)`,
  );
  const describe = db.prepare<Record<string, string | number | null>>(
    `UPDATE title SET issued_by = @issuedBy, issued_on = @issuedOn, expires_on = @expiresOn, value_fen = @valueFen, remarks = @remarks
     WHERE id = @id`,
  );
  const secure = db.prepare<[number, number, string]>(
    'INSERT INTO title_security (title_id, project_id, since_on) VALUES (?, ?, ?)',
  );
  const free = db.prepare<[string, number, string, number, number]>(
    `UPDATE title_security SET ended_on = ?, ended_by = ?, ended_because = ?
     WHERE title_id = ? AND project_id = ? AND ended_on IS NULL`,
  );
  const signFreed = db.prepare<[number, string, string, number]>(
    `INSERT INTO title_security_signature (security_id, staff_id, name, role, at, content_hash)
     SELECT ?, id, name, 'executive', ?, ? FROM staff WHERE id = ?`,
  );
  const lookUp = db.prepare<[number, string, LookupResult, string, string, number]>(
    'INSERT INTO title_lookup (title_id, looked_on, result, source, remarks, looked_by) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    add: (its: AddedTitle): number =>
      Number(add.run({ ...its, ...emptied(its), replacesId: its.replacesId ?? null }).lastInsertRowid),
    describe: (
      its: Pick<TitleFields, 'issuedBy' | 'issuedOn' | 'expiresOn' | 'valueFen' | 'remarks'> & { id: number },
    ) => void describe.run({ ...its, ...emptied(its) }),
    secure: (titleId: number, projectId: number, on: Day) => void secure.run(titleId, projectId, on),
    free: (titleId: number, projectId: number, its: { on: Day; by: number; because: string }) =>
      void free.run(its.on, its.by, its.because, titleId, projectId),
    signFreed: (securityId: number, staffId: number, at: string, contentHash: string) =>
      void signFreed.run(securityId, at, contentHash, staffId),
    lookUp: (titleId: number, its: Pick<Lookup, 'lookedOn' | 'result' | 'source' | 'remarks'>, by: number) =>
      void lookUp.run(titleId, its.lookedOn, its.result, its.source, its.remarks, by),
  };
}
