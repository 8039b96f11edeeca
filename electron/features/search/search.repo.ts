import type { Database } from 'better-sqlite3';
import type { Hit, SearchKind } from '../../../shared/api/search.contract';
import { present, type Stored } from '../../db/present';
import { WITH_WHOM, withWhom } from '../../db/with-whom';
import { matchQuery } from '../../search/tokenise';

const ITEM_OUT = withWhom('o.dossier_id = i.dossier_id AND coalesce(o.item_id, i.id) = i.id');
const TITLE_OUT = withWhom('o.title_id = t.id');

/** How the hits of each kind are shown: the words of the record and what tells it from its like. */
const SHOWN: Readonly<Record<SearchKind, { index: string; select: string }>> = {
  dossier: {
    index: 'search_dossier',
    select: `SELECT d.id, coalesce(d.archive_no || ' ', '') || d.title AS title, coalesce(c.name, '') AS detail, d.id AS dossierId,
                    CASE WHEN d.state IN ('lent', 'partlyLent') THEN d.state END AS lent, ${WITH_WHOM.columns}
             FROM dossier d LEFT JOIN project p ON p.id = d.project_id LEFT JOIN client c ON c.id = p.client_id ${WITH_WHOM.join} WHERE d.id`,
  },
  dossierItem: {
    index: 'search_dossier_item',
    select: `SELECT i.id, i.title, i.document_no || CASE WHEN i.document_no = '' THEN '' ELSE ' · ' END
                    || coalesce(d.archive_no, d.title) AS detail, i.dossier_id AS dossierId,
                    iif(out_line.id IS NULL, NULL, 'lent') AS lent, ${ITEM_OUT.columns}
             FROM dossier_item i JOIN dossier d ON d.id = i.dossier_id
             ${ITEM_OUT.join} WHERE i.id`,
  },
  number: {
    index: 'search_archive_number',
    select: `SELECT n.id, n.text AS title, coalesce((SELECT '→ ' || r.text || ' · ' FROM archive_number r WHERE r.replaces_id = n.id), '')
                    || n.void_reason AS detail, n.dossier_id AS dossierId,
                    CASE WHEN d.state IN ('lent', 'partlyLent') THEN d.state END AS lent, ${WITH_WHOM.columns}
             FROM archive_number n LEFT JOIN dossier d ON d.id = n.dossier_id ${WITH_WHOM.join} WHERE n.id`,
  },
  handover: {
    index: 'search_handover',
    select: `SELECT h.id, h.no AS title, d.title AS detail, h.dossier_id AS dossierId
             FROM handover h JOIN dossier d ON d.id = h.dossier_id WHERE h.id`,
  },
  disposal: {
    index: 'search_disposal',
    select: `SELECT id, no AS title, CASE receiver WHEN '' THEN reason ELSE receiver END AS detail, NULL AS dossierId
             FROM disposal WHERE id`,
  },
  supplement: {
    index: 'search_supplement_list',
    select: `SELECT s.id, s.no AS title, d.title AS detail, s.dossier_id AS dossierId
             FROM supplement_list s JOIN dossier d ON d.id = s.dossier_id WHERE s.id`,
  },
  client: {
    index: 'search_client',
    select: 'SELECT id, name AS title, code AS detail, NULL AS dossierId FROM client WHERE id',
  },
  project: {
    index: 'search_project',
    select: `SELECT p.id, p.name AS title, p.contract_no || ' · ' || c.name AS detail, d.id AS dossierId
             FROM project p JOIN client c ON c.id = p.client_id LEFT JOIN dossier d ON d.project_id = p.id WHERE p.id`,
  },
  title: {
    index: 'search_title',
    select: `SELECT t.id, t.name || ' ' || t.certificate_no AS title, t.owner || ' · ' || coalesce(d.archive_no, p.contract_no) AS detail,
                    d.id AS dossierId, iif(out_line.id IS NULL, NULL, 'lent') AS lent, ${TITLE_OUT.columns}
             FROM title t JOIN project p ON p.id = t.project_id LEFT JOIN dossier d ON d.project_id = p.id
             ${TITLE_OUT.join} WHERE t.id`,
  },
  titleSlip: {
    index: 'search_title_slip',
    select: `SELECT id, no AS title, CASE party WHEN '' THEN reason ELSE party END AS detail, NULL AS dossierId FROM title_slip WHERE id`,
  },
  titleHandover: {
    index: 'search_title_handover',
    select: `SELECT h.id, h.no AS title, p.name AS detail, NULL AS dossierId
             FROM title_handover h JOIN project p ON p.id = h.project_id WHERE h.id`,
  },
  stocktake: {
    index: 'search_stocktake',
    select: 'SELECT id, no AS title, plan AS detail, NULL AS dossierId FROM stocktake WHERE id',
  },
  borrowing: {
    index: 'search_borrowing',
    select: `SELECT b.id, b.no AS title, s.name || ' · ' || b.purpose AS detail, NULL AS dossierId
             FROM borrowing b JOIN staff s ON s.id = b.borrower_id WHERE b.id`,
  },
  complaint: {
    index: 'search_complaint',
    select: `SELECT c.id, c.no AS title, p.title || ' · ' || c.complainant AS detail, NULL AS dossierId
             FROM complaint c JOIN complaint_procedure p ON p.id = c.procedure_id WHERE c.id`,
  },
  penalty: {
    index: 'search_penalty',
    select: `SELECT id, no AS title, person || ' · ' || title AS detail, NULL AS dossierId FROM penalty WHERE id`,
  },
  staffHandover: {
    index: 'search_staff_handover',
    select: `SELECT h.id, h.no AS title, s.name AS detail, NULL AS dossierId
             FROM staff_handover h JOIN staff s ON s.id = h.from_id WHERE h.id`,
  },
  staff: {
    index: 'search_staff',
    select: `SELECT s.id, s.name AS title, d.name AS detail, NULL AS dossierId
             FROM staff s JOIN department d ON d.id = s.department_id WHERE s.id`,
  },
};

type Row = Stored<Omit<Hit, 'kind'>>;

export const HITS_PER_KIND = 8;

export type SearchRepo = ReturnType<typeof createSearchRepo>;

/** Newest first: what an office looks for is nearly always recent. */
export function createSearchRepo(db: Database) {
  const statements = new Map(
    Object.entries(SHOWN).map(([kind, { index, select }]) => [
      kind,
      {
        match: db.prepare<[string, number], { rowid: number }>(
          `SELECT rowid FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT ?`,
        ),
        show: db.prepare<[number], Row>(`${select} = ?`),
      },
    ]),
  );
  return {
    find: (kind: SearchKind, text: string): { hits: Hit[]; more: boolean } => {
      const match = matchQuery(text);
      const its = statements.get(kind);
      if (match === undefined || !its) return { hits: [], more: false };
      const ids = its.match.all(match, HITS_PER_KIND + 1).map((row) => row.rowid);
      const hits = ids.slice(0, HITS_PER_KIND).flatMap((id): Hit[] => {
        const row = its.show.get(id);
        return row ? [{ kind, ...present<Omit<Hit, 'kind'>>(row) }] : [];
      });
      return { hits, more: ids.length > HITS_PER_KIND };
    },
  };
}
