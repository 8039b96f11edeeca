import type { Database } from 'better-sqlite3';
import type { Whereabouts } from '../../../shared/api/borrowing-slip.contract';
import type { DossierState, Secrecy } from '../../../shared/api/dossier.contract';
import { present, type Stored } from '../../db/present';
import { matchQuery } from '../../search/tokenise';

/** A dossier, or a paper of one, as a slip looks at it. */
export interface KeptThing {
  id: number;
  dossierId: number;
  classId: number;
  state: DossierState;
  archiveNo?: string;
  title: string;
  /** Of a paper: its own title and code. */
  item?: string;
  code?: string;
  secrecy: Secrecy;
  pages: number;
  place?: string;
  /** The open list of appraisal, destruction or transfer on which the dossier stands. */
  listNo?: string;
}
export type Out = Omit<Whereabouts, 'overdueDays'> & { kind: 'dossier' | 'item' | 'title'; itemId?: number };

const PLACE = `(SELECT p.room || ' ' || p.cabinet || ' ' || p.shelf || ' ' || p.box FROM place p WHERE p.id = d.place_id)`;
const LIST = `(SELECT max(v.no) FROM disposal_line l JOIN disposal v ON v.id = l.disposal_id
  WHERE l.dossier_id = d.id AND (v.state = 'submitted' OR (v.state = 'approved' AND v.kind <> 'appraisal')))`;
const DOSSIER = `SELECT d.id, d.id AS dossierId, d.class_id AS classId, d.state, d.archive_no AS archiveNo, d.title, NULL AS item, NULL AS code,
    d.secrecy, d.page_count AS pages, ${PLACE} AS place, ${LIST} AS listNo FROM dossier d`;
const ITEM = `SELECT i.id, d.id AS dossierId, d.class_id AS classId, d.state, d.archive_no AS archiveNo, d.title, i.title AS item,
    coalesce(i.contract_code, i.document_no) AS code, d.secrecy, i.pages, ${PLACE} AS place, ${LIST} AS listNo
  FROM dossier_item i JOIN dossier d ON d.id = i.dossier_id`;
const OUT = `SELECT b.id AS borrowingId, b.no, s.name AS borrower, b.department, b.outsider_name AS outsider, b.lent_on AS since,
    b.due_on AS dueOn, n.kind, n.item_id AS itemId
  FROM borrowing_line n JOIN borrowing b ON b.id = n.borrowing_id JOIN staff s ON s.id = b.borrower_id WHERE n.state IN ('lent', 'incomplete')`;
/** Offered while somebody types: another letter narrows them. */
const MOST_OFFERED = 12;

export type ThingRepo = ReturnType<typeof createThingRepo>;

/** Reads what can be asked for, and where it is when it is out; writes nothing. */
export function createThingRepo(db: Database) {
  const dossier = db.prepare<[number], Stored<KeptThing>>(`${DOSSIER} WHERE d.id = ?`);
  const byNumber = db.prepare<[string], { id: number }>('SELECT id FROM dossier WHERE archive_no = ?');
  const item = db.prepare<[number], Stored<KeptThing>>(`${ITEM} WHERE i.id = ?`);
  const found = db.prepare<[string], { id: number }>(
    `SELECT d.id FROM search_dossier f JOIN dossier d ON d.id = f.rowid WHERE search_dossier MATCH ? AND d.archive_no IS NOT NULL
     ORDER BY d.id DESC LIMIT ${MOST_OFFERED}`,
  );
  const foundItems = db.prepare<[string], { id: number }>(
    `SELECT i.id FROM search_dossier_item f JOIN dossier_item i ON i.id = f.rowid JOIN dossier d ON d.id = i.dossier_id
     WHERE search_dossier_item MATCH ? AND d.archive_no IS NOT NULL ORDER BY i.id DESC LIMIT ${MOST_OFFERED}`,
  );
  const foundTitles = db.prepare<[string], { id: number }>(
    `SELECT rowid AS id FROM search_title WHERE search_title MATCH ? ORDER BY rowid DESC LIMIT ${MOST_OFFERED}`,
  );
  const outOfDossier = db.prepare<[number], Stored<Out>>(`${OUT} AND n.dossier_id = ? ORDER BY n.id`);
  const outOfTitle = db.prepare<[number], Stored<Out>>(`${OUT} AND n.title_id = ?`);
  const classOfProject = db.prepare<[number], { classId: number }>(
    'SELECT class_id AS classId FROM dossier WHERE project_id = ?',
  );
  const one = (row: Stored<KeptThing> | undefined) => row && present<KeptThing>(row);
  const offered = (statement: typeof found, text: string): number[] => {
    const match = matchQuery(text);
    return match === undefined ? [] : statement.all(match).map(({ id }) => id);
  };
  return {
    dossier: (id: number) => one(dossier.get(id)),
    item: (id: number) => one(item.get(id)),
    byNumber: (archiveNo: string) => byNumber.get(archiveNo)?.id,
    findDossiers: (text: string) => offered(found, text),
    findItems: (text: string) => offered(foundItems, text),
    findTitles: (text: string) => offered(foundTitles, text),
    outOfDossier: (id: number) => outOfDossier.all(id).map(present<Out>),
    outOfTitle: (id: number) => outOfTitle.all(id).map(present<Out>),
    classOfProject: (projectId: number) => classOfProject.get(projectId)?.classId,
  };
}
