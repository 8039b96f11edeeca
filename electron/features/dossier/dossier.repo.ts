import type { Database } from 'better-sqlite3';
import type {
  DossierItem,
  DossierState,
  Holder,
  Originality,
  Part,
  Place,
  Retention,
  Secrecy,
} from '../../../shared/api/dossier.contract';
import type { BusinessType } from '../../../shared/api/project.contract';
import { present, type Stored } from '../../db/present';

export interface DossierRow {
  id: number;
  projectId?: number;
  checklistId?: number;
  title: string;
  businessType: BusinessType;
  year: number;
  retention: Retention;
  secrecy: Secrecy;
  state: DossierState;
  holder: Holder;
  revision: number;
  archiveNo?: string;
  receivedOn?: string;
  /** Last day of the step that is due next; absent once received or when nothing sets a limit. */
  dueOn?: string;
  room?: string;
  cabinet?: string;
  shelf?: string;
  box?: string;
}

/** An item as it is written; `id` of a removed row of the same dossier brings that row back. */
export interface WrittenItem {
  part: Part;
  ordinal: number;
  title: string;
  documentNo: string;
  /** Named also when there is none: a day taken away is a difference. */
  datedOn: string | undefined;
  responsible: string;
  originality: Originality;
  copies: number;
  pages: number;
  signatureComplete: number;
  remarks: string;
}

type ItemRow = WrittenItem & { id: number; contractCode?: string };

const ITEM = `id, part, ordinal, title, document_no AS documentNo, dated_on AS datedOn, responsible, originality, copies, pages,
              signature_complete AS signatureComplete, remarks, contract_code AS contractCode`;

const toItem = ({ ordinal: _, signatureComplete, ...row }: ItemRow): DossierItem => ({
  ...row,
  signatureComplete: signatureComplete === 1,
});

export type DossierRepo = ReturnType<typeof createDossierRepo>;

/** The only writer of dossier and dossier_item. */
export function createDossierRepo(db: Database) {
  const byId = db.prepare<[number], Stored<DossierRow>>(
    `SELECT id, project_id AS projectId, checklist_id AS checklistId, title, business_type AS businessType, year, retention,
            secrecy, state, holder, revision, archive_no AS archiveNo, received_on AS receivedOn, due_on AS dueOn,
            room, cabinet, shelf, box FROM dossier WHERE id = ?`,
  );
  const items = db.prepare<[number], Stored<ItemRow>>(
    `SELECT ${ITEM} FROM dossier_item WHERE dossier_id = ? ORDER BY CASE part WHEN 'approval' THEN 1 WHEN 'contracts' THEN 2
       WHEN 'investigation' THEN 3 WHEN 'clientPapers' THEN 4 ELSE 5 END, ordinal, id`,
  );
  const add = db.prepare<[number, number | null, string, string, number, string, string, string, string | null]>(
    `INSERT INTO dossier (project_id, checklist_id, title, business_type, year, retention, secrecy, state, holder, revision,
                          item_count, page_count, opened_on, due_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'collecting', 'a', 0, 0, 0, ?, ?)`,
  );
  const addItem = db.prepare<Stored<WrittenItem> & { id: number | null; dossierId: number }>(
    `INSERT INTO dossier_item (id, dossier_id, part, ordinal, title, document_no, dated_on, responsible, originality, copies,
                               pages, signature_complete, remarks)
     VALUES (@id, @dossierId, @part, @ordinal, @title, @documentNo, @datedOn, @responsible, @originality, @copies, @pages,
             @signatureComplete, @remarks)`,
  );
  const reviseItem = db.prepare<Stored<WrittenItem> & { id: number }>(
    `UPDATE dossier_item SET part = @part, ordinal = @ordinal, title = @title, document_no = @documentNo, dated_on = @datedOn,
       responsible = @responsible, originality = @originality, copies = @copies, pages = @pages,
       signature_complete = @signatureComplete, remarks = @remarks WHERE id = @id`,
  );
  const dropItem = db.prepare<[number]>('DELETE FROM dossier_item WHERE id = ?');
  const setCounts = db.prepare<[number, number, number]>(
    'UPDATE dossier SET revision = revision + 1, item_count = ?, page_count = ? WHERE id = ?',
  );
  const retitle = db.prepare<[string, string, string, number]>(
    'UPDATE dossier SET title = ?, retention = ?, secrecy = ? WHERE id = ?',
  );
  const pass = db.prepare<[string, string, string | null, number]>(
    'UPDATE dossier SET state = ?, holder = ?, due_on = ? WHERE id = ?',
  );
  const follow = db.prepare<{ id: number; businessType: string; dueOn: string | null }>(
    `UPDATE dossier SET business_type = @businessType, due_on = @dueOn
     WHERE id = @id AND (business_type, due_on) IS NOT (@businessType, @dueOn)`,
  );
  const underway = db.prepare<[], { id: number }>(
    "SELECT id FROM dossier WHERE state IN ('collecting', 'underReview') ORDER BY id",
  );
  const receive = db.prepare<[string, string, string, string, string, string, number]>(
    `UPDATE dossier SET state = 'received', holder = 'archive', due_on = NULL, archive_no = ?, received_on = ?,
       room = ?, cabinet = ?, shelf = ?, box = ? WHERE id = ?`,
  );
  const setPlace = db.prepare<[string, string, string, string, number]>(
    'UPDATE dossier SET room = ?, cabinet = ?, shelf = ?, box = ? WHERE id = ?',
  );
  const setContractCode = db.prepare<[string, number]>('UPDATE dossier_item SET contract_code = ? WHERE id = ?');
  const everHeld = db.prepare<[number, number], { yes: number }>(
    `SELECT 1 AS yes FROM change WHERE table_name = 'dossier_item' AND row_id = ? AND before IS NULL
     AND json_extract(after, '$.dossier_id') = ? LIMIT 1`,
  );
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<DossierRow>(row);
    },
    items: (dossierId: number) =>
      items
        .all(dossierId)
        .map(present<ItemRow>)
        .map(toItem),
    writtenItems: (dossierId: number) => items.all(dossierId).map(present<ItemRow>),
    add: (
      d: Omit<DossierRow, 'id' | 'revision' | 'state' | 'holder' | 'archiveNo' | 'receivedOn' | keyof Place> & {
        projectId: number;
        openedOn: string;
      },
    ) =>
      Number(
        add.run(
          d.projectId,
          d.checklistId ?? null,
          d.title,
          d.businessType,
          d.year,
          d.retention,
          d.secrecy,
          d.openedOn,
          d.dueOn ?? null,
        ).lastInsertRowid,
      ),
    addItem: (dossierId: number, item: WrittenItem, id?: number) =>
      Number(addItem.run({ ...item, datedOn: item.datedOn ?? null, dossierId, id: id ?? null }).lastInsertRowid),
    reviseItem: (id: number, item: WrittenItem) => void reviseItem.run({ ...item, datedOn: item.datedOn ?? null, id }),
    dropItem: (id: number) => void dropItem.run(id),
    /** Whether the journal knows the item as one that was once added to this dossier. */
    everHeld: (itemId: number, dossierId: number) => everHeld.get(itemId, dossierId) !== undefined,
    countAnew: (id: number, itemCount: number, pageCount: number) => void setCounts.run(itemCount, pageCount, id),
    retitle: (id: number, title: string, retention: Retention, secrecy: Secrecy) =>
      void retitle.run(title, retention, secrecy, id),
    pass: (id: number, state: DossierState, holder: Holder, dueOn?: string) =>
      void pass.run(state, holder, dueOn ?? null, id),
    /** Whether its type or its deadline is another than before. */
    follow: (id: number, businessType: BusinessType, dueOn?: string) =>
      follow.run({ id, businessType, dueOn: dueOn ?? null }).changes > 0,
    /** Dossiers whose papers are not on the shelf yet. */
    underway: () => underway.all().map(({ id }) => id),
    receive: (id: number, archiveNo: string, on: string, place: Place) =>
      void receive.run(archiveNo, on, place.room, place.cabinet, place.shelf, place.box, id),
    setPlace: (id: number, place: Place) => void setPlace.run(place.room, place.cabinet, place.shelf, place.box, id),
    setContractCode: (itemId: number, code: string) => void setContractCode.run(code, itemId),
  };
}
