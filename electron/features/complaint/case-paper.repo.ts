import type { Database } from 'better-sqlite3';
import type { CaseOfDossier } from '../../../shared/api/dossier.contract';
import { present, type Stored } from '../../db/present';
import type { PaperSource } from './filing.rules';

/** A paper of a case, and the line of the in-volume list that it became. */
export interface FiledPaper extends PaperSource {
  round: number;
  dossierId: number;
  itemId?: number;
}

export type CasePaperRepo = ReturnType<typeof createCasePaperRepo>;

/** The only writer of complaint_paper. */
export function createCasePaperRepo(db: Database) {
  const of = db.prepare<[number], Stored<FiledPaper>>(
    `SELECT round, dossier_id AS dossierId, item_id AS itemId, what, source_id AS sourceId
     FROM complaint_paper WHERE complaint_id = ? ORDER BY id`,
  );
  const add = db.prepare<Stored<FiledPaper> & { complaintId: number }>(
    `INSERT INTO complaint_paper (complaint_id, round, dossier_id, item_id, what, source_id)
     VALUES (@complaintId, @round, @dossierId, @itemId, @what, @sourceId)`,
  );
  const caseOf = db.prepare<[number], { id: number; no: string }>(
    `SELECT c.id, c.no FROM complaint c
     WHERE c.id = (SELECT complaint_id FROM complaint_paper WHERE dossier_id = ? LIMIT 1)`,
  );
  const volumes = db.prepare<[number], Stored<CaseOfDossier['volumes'][number]>>(
    `SELECT d.id, d.title, d.archive_no AS archiveNo FROM dossier d
     WHERE d.id IN (SELECT dossier_id FROM complaint_paper WHERE complaint_id = ?) ORDER BY d.id`,
  );
  return {
    /** As they were filed. */
    of: (complaintId: number) => of.all(complaintId).map(present<FiledPaper>),
    add: (complaintId: number, { itemId, ...its }: FiledPaper) =>
      void add.run({ ...its, itemId: itemId ?? null, complaintId }),
    /** The case that a dossier holds papers of, and all its dossiers. */
    ofDossier: (dossierId: number): CaseOfDossier | undefined => {
      const its = caseOf.get(dossierId);
      return its && { ...its, volumes: volumes.all(its.id).map(present<CaseOfDossier['volumes'][number]>) };
    },
  };
}
