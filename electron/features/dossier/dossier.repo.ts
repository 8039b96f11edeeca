import type { Database } from 'better-sqlite3';
import type {
  DossierItem,
  DossierState,
  Holder,
  Originality,
  Part,
  Secrecy,
} from '../../../shared/api/dossier.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

export interface DossierRow {
  id: number;
  projectId?: number;
  clientId?: number;
  keeperId?: number;
  classId: number;
  checklistId?: number;
  title: string;
  year: number;
  retentionId: number;
  secrecy: Secrecy;
  state: DossierState;
  holder: Holder;
  revision: number;
  archiveNo?: string;
  receivedOn?: string;
  /** Last day of the step that is due next; absent once received or when nothing sets a limit. */
  dueOn?: string;
  /** End of the business, and the last day of the retention that counts from it. */
  endedOn?: string;
  keepUntil?: string;
  /** The last appraisal that decided on it: from then on its term no longer says how long it is kept. */
  appraisedOn?: string;
  placeId?: number;
  remarks: string;
  origin: 'opened' | 'imported';
  volumeCount: number;
  itemCount: number;
  pageCount: number;
}

/** What a dossier begins with. */
export type OpenedDossier = Pick<DossierRow, 'classId' | 'title' | 'year' | 'retentionId' | 'secrecy'> & {
  projectId?: number | undefined;
  clientId?: number | undefined;
  keeperId?: number | undefined;
  checklistId?: number | undefined;
  openedOn: Day;
  dueOn?: Day | undefined;
  endedOn?: Day | undefined;
  keepUntil?: Day | undefined;
};

/** What may be written anew while the list may. */
type Heading = Pick<DossierRow, 'title' | 'retentionId' | 'secrecy' | 'remarks'> & {
  endedOn?: Day | undefined;
  keepUntil?: Day | undefined;
};

/** What may still be corrected when the archive has it. */
type Description = Omit<Heading, 'title'>;

/** Those that are neither gone nor told otherwise by an appraisal: their term says how long they are kept. */
const BY_TERM = "appraised_on IS NULL AND state NOT IN ('transferred', 'destroyed')";

/** What a dossier takes over from its project. */
type Followed = Pick<OpenedDossier, 'classId' | 'dueOn' | 'endedOn' | 'keepUntil'>;

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
  volume: number;
}

type ItemRow = WrittenItem & { id: number; contractCode?: string };

const ITEM = `id, part, ordinal, title, document_no AS documentNo, dated_on AS datedOn, responsible, originality, copies, pages,
              signature_complete AS signatureComplete, remarks, volume, contract_code AS contractCode`;

const toItem = ({ ordinal: _, signatureComplete, ...row }: ItemRow): DossierItem => ({
  ...row,
  signatureComplete: signatureComplete === 1,
});

export type DossierRepo = ReturnType<typeof createDossierRepo>;

/** The only writer of dossier and dossier_item. */
export function createDossierRepo(db: Database) {
  const byId = db.prepare<[number], Stored<DossierRow>>(
    `SELECT id, project_id AS projectId, client_id AS clientId, keeper_id AS keeperId, class_id AS classId,
            checklist_id AS checklistId, title, year, retention_id AS retentionId, secrecy, state, holder, revision,
            archive_no AS archiveNo, received_on AS receivedOn, due_on AS dueOn, ended_on AS endedOn, keep_until AS keepUntil,
            appraised_on AS appraisedOn, place_id AS placeId, remarks, origin, volume_count AS volumeCount, item_count AS itemCount, page_count AS pageCount
     FROM dossier WHERE id = ?`,
  );
  const items = db.prepare<[number], Stored<ItemRow>>(
    `SELECT ${ITEM} FROM dossier_item WHERE dossier_id = ? ORDER BY CASE part WHEN 'approval' THEN 1 WHEN 'contracts' THEN 2
       WHEN 'investigation' THEN 3 WHEN 'clientPapers' THEN 4 ELSE 5 END, ordinal, id`,
  );
  const add = db.prepare<Stored<OpenedDossier>>(
    `INSERT INTO dossier (project_id, client_id, keeper_id, class_id, checklist_id, title, year, retention_id, secrecy, state, holder,
                          revision, volume_count, item_count, page_count, opened_on, due_on, ended_on, keep_until, origin)
     VALUES (@projectId, @clientId, @keeperId, @classId, @checklistId, @title, @year, @retentionId, @secrecy, 'collecting',
             iif(@projectId IS NULL, 'b', 'a'), 0, 1, 0, 0, @openedOn, @dueOn, @endedOn, @keepUntil, 'opened')`,
  );
  const addItem = db.prepare<Stored<WrittenItem> & { id: number | null; dossierId: number }>(
    `INSERT INTO dossier_item (id, dossier_id, part, ordinal, title, document_no, dated_on, responsible, originality, copies,
                               pages, signature_complete, remarks, volume)
     VALUES (@id, @dossierId, @part, @ordinal, @title, @documentNo, @datedOn, @responsible, @originality, @copies, @pages,
             @signatureComplete, @remarks, @volume)`,
  );
  const reviseItem = db.prepare<Stored<WrittenItem> & { id: number }>(
    `UPDATE dossier_item SET part = @part, ordinal = @ordinal, title = @title, document_no = @documentNo, dated_on = @datedOn,
       responsible = @responsible, originality = @originality, copies = @copies, pages = @pages,
       signature_complete = @signatureComplete, remarks = @remarks, volume = @volume WHERE id = @id`,
  );
  const dropItem = db.prepare<[number]>('DELETE FROM dossier_item WHERE id = ?');
  const setCounts = db.prepare<[number, number, number, number]>(
    'UPDATE dossier SET revision = revision + 1, volume_count = ?, item_count = ?, page_count = ? WHERE id = ?',
  );
  const retitle = db.prepare<Stored<Heading> & { id: number }>(
    `UPDATE dossier SET title = @title, retention_id = @retentionId, secrecy = @secrecy, ended_on = @endedOn,
       keep_until = @keepUntil, remarks = @remarks WHERE id = @id`,
  );
  const pass = db.prepare<[string, string, string | null, number]>(
    'UPDATE dossier SET state = ?, holder = ?, due_on = ? WHERE id = ?',
  );
  const follow = db.prepare<Stored<Followed> & { id: number }>(
    `UPDATE dossier SET class_id = @classId, due_on = @dueOn, ended_on = @endedOn, keep_until = @keepUntil
     WHERE id = @id AND (class_id, due_on, ended_on, keep_until) IS NOT (@classId, @dueOn, @endedOn, @keepUntil)`,
  );
  const underway = db.prepare<[], { id: number }>(
    "SELECT id FROM dossier WHERE state IN ('collecting', 'underReview') ORDER BY id",
  );
  const receive = db.prepare<[string, string, number, number]>(
    `UPDATE dossier SET state = 'received', holder = 'archive', due_on = NULL, archive_no = ?, received_on = ?, place_id = ?
     WHERE id = ?`,
  );
  const setPlace = db.prepare<[number, number]>('UPDATE dossier SET place_id = ? WHERE id = ?');
  const renumber = db.prepare<[string, number, number]>('UPDATE dossier SET archive_no = ?, class_id = ? WHERE id = ?');
  const describe = db.prepare<Stored<Description> & { id: number }>(
    `UPDATE dossier SET retention_id = @retentionId, secrecy = @secrecy, ended_on = @endedOn, keep_until = @keepUntil,
       remarks = @remarks WHERE id = @id`,
  );
  const keptFor = db.prepare<[number], Stored<{ endedOn: Day; keepUntil?: Day; count: number }>>(
    `SELECT ended_on AS endedOn, keep_until AS keepUntil, count(*) AS count FROM dossier
     WHERE retention_id = ? AND ended_on IS NOT NULL AND ${BY_TERM} GROUP BY ended_on, keep_until`,
  );
  const keepAnew = db.prepare<{ retentionId: number; endedOn: Day; keepUntil: Day | null }>(
    `UPDATE dossier SET keep_until = @keepUntil
     WHERE retention_id = @retentionId AND ended_on = @endedOn AND keep_until IS NOT @keepUntil AND ${BY_TERM}`,
  );
  const appraise = db.prepare<{ id: number; on: string; keepUntil: string | null; retentionId: number | null }>(
    `UPDATE dossier SET appraised_on = @on, keep_until = @keepUntil, retention_id = coalesce(@retentionId, retention_id)
     WHERE id = @id`,
  );
  const leave = db.prepare<[string, string, number]>(
    'UPDATE dossier SET state = ?, holder = ?, place_id = NULL WHERE id = ?',
  );
  const comeBack = db.prepare<[number, number]>(
    "UPDATE dossier SET state = 'received', holder = 'archive', place_id = ? WHERE id = ?",
  );
  const setOut = db.prepare<{ id: number; state: string }>(
    'UPDATE dossier SET state = @state WHERE id = @id AND state <> @state',
  );
  const setContractCode = db.prepare<[string, number]>('UPDATE dossier_item SET contract_code = ? WHERE id = ?');
  const giveTo = db.prepare<[number, number]>('UPDATE dossier SET keeper_id = ? WHERE id = ?');
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
    add: (opened: OpenedDossier) => {
      const none = { projectId: null, clientId: null, keeperId: null, checklistId: null };
      return Number(add.run({ ...none, dueOn: null, endedOn: null, keepUntil: null, ...opened }).lastInsertRowid);
    },
    addItem: (dossierId: number, item: WrittenItem, id?: number) =>
      Number(addItem.run({ ...item, datedOn: item.datedOn ?? null, dossierId, id: id ?? null }).lastInsertRowid),
    reviseItem: (id: number, item: WrittenItem) => void reviseItem.run({ ...item, datedOn: item.datedOn ?? null, id }),
    dropItem: (id: number) => void dropItem.run(id),
    /** Whether the journal knows the item as one that was once added to this dossier. */
    everHeld: (itemId: number, dossierId: number) => everHeld.get(itemId, dossierId) !== undefined,
    countAnew: (id: number, counts: { volumes: number; items: number; pages: number }) =>
      void setCounts.run(counts.volumes, counts.items, counts.pages, id),
    retitle: (id: number, heading: Heading) =>
      void retitle.run({ ...heading, endedOn: heading.endedOn ?? null, keepUntil: heading.keepUntil ?? null, id }),
    pass: (id: number, state: DossierState, holder: Holder, dueOn?: string) =>
      void pass.run(state, holder, dueOn ?? null, id),
    /** Whether its class, its deadline or its retention is another than before. */
    follow: (id: number, { classId, dueOn, endedOn, keepUntil }: Followed) =>
      follow.run({ id, classId, dueOn: dueOn ?? null, endedOn: endedOn ?? null, keepUntil: keepUntil ?? null })
        .changes > 0,
    /** Somebody else keeps the dossier without a project from now on. */
    giveTo: (id: number, keeperId: number) => void giveTo.run(keeperId, id),
    /** Dossiers whose papers are not on the shelf yet. */
    underway: () => underway.all().map(({ id }) => id),
    receive: (id: number, archiveNo: string, on: Day, placeId: number) => void receive.run(archiveNo, on, placeId, id),
    setPlace: (id: number, placeId: number) => void setPlace.run(placeId, id),
    /** Another number of another class. */
    renumber: (id: number, archiveNo: string, classId: number) => void renumber.run(archiveNo, classId, id),
    describe: (id: number, its: Description) =>
      void describe.run({ ...its, endedOn: its.endedOn ?? null, keepUntil: its.keepUntil ?? null, id }),
    /** The dossiers that a term still speaks for, by the day on which their business ended. */
    keptFor: (retentionId: number) =>
      keptFor.all(retentionId).map(present<{ endedOn: Day; keepUntil?: Day; count: number }>),
    keepAnew: (retentionId: number, endedOn: Day, keepUntil: Day | undefined) =>
      keepAnew.run({ retentionId, endedOn, keepUntil: keepUntil ?? null }).changes,
    appraise: (id: number, decided: { on: Day; keepUntil?: Day | undefined; retentionId?: number | undefined }) =>
      void appraise.run({
        id,
        on: decided.on,
        keepUntil: decided.keepUntil ?? null,
        retentionId: decided.retentionId ?? null,
      }),
    /** The papers are gone for good or to outside. */
    leave: (id: number, state: 'destroyed' | 'transferred') =>
      void leave.run(state, state === 'destroyed' ? 'nobody' : 'outside', id),
    comeBack: (id: number, placeId: number) => void comeBack.run(placeId, id),
    /** What of it is lent: all, some of it, nothing. */
    setOut: (id: number, state: 'received' | 'partlyLent' | 'lent') => void setOut.run({ id, state }),
    setContractCode: (itemId: number, code: string) => void setContractCode.run(code, itemId),
  };
}
