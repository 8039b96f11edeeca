import type { Database } from 'better-sqlite3';
import type {
  AttachmentKind,
  AttachmentList,
  AttachmentRow,
  AttachmentSubject,
  FaultyFile,
  Rotation,
  SubjectKind,
} from '../../../shared/api/attachment.contract';
import { PARTS } from '../../../shared/api/dossier.contract';
import type { PrintedAttachment } from '../../../shared/api/print.contract';
import { present, type Stored } from '../../db/present';

/** A file as it was kept, and under which name it is shown. */
export interface KeptFile {
  name: string;
  kind: AttachmentKind;
  sha256: string;
  bytes: number;
}

export interface StoredAttachment extends KeptFile {
  id: number;
  /** None where it is a title's, a slip's or a complaint's. */
  dossierId?: number;
  subjectKind: SubjectKind;
  subjectId: number;
  rotation: Rotation;
  removedAt?: string;
}

type Listed = Omit<AttachmentRow, 'subject' | 'itemGone'> & {
  subjectKind: SubjectKind;
  subjectId: number;
  itemId?: number;
};
type Named = FaultyFile['of'][number];

/** A paper that is out of the list is called as the journal last knew it. */
const ITEM_TITLE = `CASE WHEN a.subject_kind = 'dossierItem' THEN coalesce(i.title, (
    SELECT json_extract(c.before, '$.title') FROM change c
    WHERE c.table_name = 'dossier_item' AND c.row_id = a.subject_id ORDER BY c.event_seq DESC, c.id DESC LIMIT 1)) END`;
const ITEM = `LEFT JOIN dossier_item i ON a.subject_kind = 'dossierItem' AND i.id = a.subject_id`;

/** Whose scan it is, in the words of OwnRecord. */
const RECORD = `CASE WHEN a.dossier_id IS NULL THEN a.subject_kind ELSE 'dossier' END AS recordKind,
    coalesce(a.dossier_id, a.subject_id) AS recordId`;
const RECORDS = `LEFT JOIN dossier d ON d.id = a.dossier_id LEFT JOIN title t ON a.subject_kind = 'title' AND t.id = a.subject_id
    LEFT JOIN borrowing b ON a.subject_kind = 'borrowing' AND b.id = a.subject_id
    LEFT JOIN complaint p ON a.subject_kind = 'complaint' AND p.id = a.subject_id`;
/** All of a dossier; of one that a complaint was filed in the evidence that was filed there as well. */
const OF_DOSSIER = `(a.dossier_id = @id OR a.dossier_id IS NULL AND a.subject_kind = 'complaint'
    AND a.id IN (SELECT source_id FROM complaint_paper WHERE dossier_id = @id AND what = 'evidence'))`;

export type AttachmentRepo = ReturnType<typeof createAttachmentRepo>;

/** The only writer of attachment. */
export function createAttachmentRepo(db: Database) {
  // The dossier as a whole first, then its papers in the list's order, then those of papers that are out of it.
  const list = db.prepare<{ id: number }, Stored<Listed>>(
    `SELECT a.id, a.subject_kind AS subjectKind, a.subject_id AS subjectId, i.id AS itemId, ${ITEM_TITLE} AS itemTitle,
            a.name, a.kind, a.bytes, a.rotation, a.added_at AS addedAt, s.name AS addedBy
     FROM attachment a JOIN staff s ON s.id = a.added_by ${ITEM}
     WHERE ${OF_DOSSIER} AND a.removed_at IS NULL
     ORDER BY a.subject_kind <> 'dossier', a.dossier_id IS NULL, i.id IS NULL,
       CASE i.part ${PARTS.map((part, at) => `WHEN '${part}' THEN ${at}`).join(' ')} END, i.ordinal, a.subject_id, a.id`,
  );
  const listOf = db.prepare<[string, number], Stored<Listed>>(
    `SELECT a.id, a.subject_kind AS subjectKind, a.subject_id AS subjectId, a.name, a.kind, a.bytes, a.rotation,
            a.added_at AS addedAt, s.name AS addedBy
     FROM attachment a JOIN staff s ON s.id = a.added_by
     WHERE a.dossier_id IS NULL AND a.subject_kind = ? AND a.subject_id = ? AND a.removed_at IS NULL ORDER BY a.id`,
  );
  const removedOf = (whose: string) =>
    db.prepare<{ id: number; kind?: string }, AttachmentList['removed'][number]>(
      `SELECT a.id, a.name, a.removed_at AS removedAt, s.name AS removedBy, a.remove_reason AS reason
       FROM attachment a JOIN staff s ON s.id = a.removed_by WHERE ${whose} AND a.removed_at IS NOT NULL ORDER BY a.id`,
    );
  const removed = removedOf(OF_DOSSIER);
  const removedOfOther = removedOf('a.dossier_id IS NULL AND a.subject_kind = @kind AND a.subject_id = @id');
  const byId = db.prepare<[number], Stored<StoredAttachment>>(
    `SELECT id, dossier_id AS dossierId, subject_kind AS subjectKind, subject_id AS subjectId, name, kind, sha256, bytes, rotation,
            removed_at AS removedAt
     FROM attachment WHERE id = ?`,
  );
  const printed = db.prepare<[number], Stored<PrintedAttachment>>(
    `SELECT a.id, a.name, a.kind, a.bytes, a.rotation, ${ITEM_TITLE} AS itemTitle, ${RECORD},
            coalesce(d.title, t.name, b.no, p.no) AS record, coalesce(d.archive_no, t.certificate_no) AS number
     FROM attachment a ${RECORDS} ${ITEM} WHERE a.id = ?`,
  );
  const filedIn = db.prepare<[number], { id: number }>(
    "SELECT dossier_id AS id FROM complaint_paper WHERE what = 'evidence' AND source_id = ?",
  );
  const dossierOfItem = db.prepare<[number], { id: number }>('SELECT dossier_id AS id FROM dossier_item WHERE id = ?');
  const add = db.prepare<
    KeptFile & { dossierId: number | null; subjectKind: string; subjectId: number; addedAt: string; addedBy: number }
  >(
    `INSERT INTO attachment (dossier_id, subject_kind, subject_id, name, kind, sha256, bytes, added_at, added_by)
     VALUES (@dossierId, @subjectKind, @subjectId, @name, @kind, @sha256, @bytes, @addedAt, @addedBy)`,
  );
  const rotate = db.prepare<[number, number]>('UPDATE attachment SET rotation = ? WHERE id = ?');
  const assign = db.prepare<[string, number, number]>(
    'UPDATE attachment SET subject_kind = ?, subject_id = ? WHERE id = ?',
  );
  const remove = db.prepare<[string, number, string, number]>(
    'UPDATE attachment SET removed_at = ?, removed_by = ?, remove_reason = ? WHERE id = ?',
  );
  const files = db.prepare<[string, number], { sha256: string; bytes: number }>(
    'SELECT sha256, max(bytes) AS bytes FROM attachment WHERE sha256 > ? GROUP BY sha256 ORDER BY sha256 LIMIT ?',
  );
  const sum = db.prepare<[], { files: number; bytes: number }>(
    'SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM (SELECT max(bytes) AS bytes FROM attachment GROUP BY sha256)',
  );
  const isNamed = db.prepare<[string], { yes: number }>('SELECT 1 AS yes FROM attachment WHERE sha256 = ? LIMIT 1');
  const ofFile = db.prepare<[string], Stored<Named>>(
    `SELECT a.id, a.name, ${RECORD}, coalesce(d.archive_no, d.title, t.certificate_no, b.no, p.no) AS record, ${ITEM_TITLE} AS itemTitle
     FROM attachment a ${RECORDS} ${ITEM} WHERE a.sha256 = ? ORDER BY a.id`,
  );
  return {
    list: (dossierId: number): AttachmentRow[] =>
      list
        .all({ id: dossierId })
        .map(present<Listed>)
        .map(toRow),
    removed: (dossierId: number) => removed.all({ id: dossierId }),
    /** Of a record outside of the dossiers: a title document, a slip. */
    listOf: ({ kind, id }: AttachmentSubject): AttachmentRow[] =>
      listOf
        .all(kind, id)
        .map(present<Listed>)
        .map(toRow),
    removedOf: ({ kind, id }: AttachmentSubject) => removedOfOther.all({ kind, id }),
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<StoredAttachment>(row);
    },
    printed: (id: number) => {
      const row = printed.get(id);
      return row && present<PrintedAttachment>(row);
    },
    /** The dossier that a piece of evidence was filed in. */
    filedIn: (id: number) => filedIn.get(id)?.id,
    dossierOfItem: (itemId: number) => dossierOfItem.get(itemId)?.id,
    add: (
      dossierId: number | undefined,
      subject: AttachmentSubject,
      file: KeptFile,
      added: { at: string; by: number },
    ): number =>
      Number(
        add.run({
          ...file,
          dossierId: dossierId ?? null,
          subjectKind: subject.kind,
          subjectId: subject.id,
          addedAt: added.at,
          addedBy: added.by,
        }).lastInsertRowid,
      ),
    rotate: (id: number, rotation: Rotation) => void rotate.run(rotation, id),
    assign: (id: number, subject: AttachmentSubject) => void assign.run(subject.kind, subject.id, id),
    remove: (id: number, removed: { at: string; by: number; reason: string }) =>
      void remove.run(removed.at, removed.by, removed.reason, id),
    /** Every file that the ledger names, removed ones too, a page at a time. */
    filesAfter: (sha256: string, limit: number) => files.all(sha256, limit),
    sum: () => sum.get() ?? { files: 0, bytes: 0 },
    isNamed: (sha256: string) => isNamed.get(sha256) !== undefined,
    ofFile: (sha256: string) => ofFile.all(sha256).map(present<Named>),
  };
}

const toRow = ({ subjectKind, subjectId, itemId, ...row }: Listed): AttachmentRow => ({
  ...row,
  subject: { kind: subjectKind, id: subjectId },
  itemGone: subjectKind === 'dossierItem' && itemId === undefined,
});
