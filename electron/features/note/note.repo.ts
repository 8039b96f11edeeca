import type { Database } from 'better-sqlite3';
import type { NoteKind, NoteRow } from '../../../shared/api/note.contract';
import type { Day } from '../../../shared/calendar/working-days';

interface Row {
  id: number;
  volume: number | null;
  kind: NoteKind;
  text: string;
  notedOn: string;
  by: string;
  struckOn: string | null;
  struckBy: string | null;
  reason: string | null;
}

const toNote = ({ volume, struckOn, struckBy, reason, ...row }: Row): NoteRow => ({
  ...row,
  ...(volume === null ? {} : { volume }),
  ...(struckOn === null ? {} : { struck: { on: struckOn, by: struckBy ?? '', reason: reason ?? '' } }),
});

export type NoteRepo = ReturnType<typeof createNoteRepo>;

/** The only writer of dossier_note; rows are added and never changed. */
export function createNoteRepo(db: Database) {
  const ofDossier = db.prepare<[number], Row>(
    `SELECT n.id, n.volume, n.kind, n.text, n.noted_on AS notedOn, s.name AS "by", k.noted_on AS struckOn, w.name AS struckBy,
            k.text AS reason
     FROM dossier_note n JOIN staff s ON s.id = n.noted_by LEFT JOIN dossier_note k ON k.strikes_id = n.id
     LEFT JOIN staff w ON w.id = k.noted_by WHERE n.dossier_id = ? AND n.kind <> 'struck' ORDER BY n.id`,
  );
  const byId = db.prepare<[number], { dossierId: number; volume: number | null; struck: number }>(
    `SELECT n.dossier_id AS dossierId, n.volume, EXISTS (SELECT 1 FROM dossier_note k WHERE k.strikes_id = n.id) AS struck
     FROM dossier_note n WHERE n.id = ? AND n.kind <> 'struck'`,
  );
  const add = db.prepare<{
    dossierId: number;
    volume: number | null;
    kind: NoteKind | 'struck';
    text: string;
    on: Day;
    by: number;
    strikes: number | null;
  }>(
    `INSERT INTO dossier_note (dossier_id, volume, kind, text, noted_on, noted_by, strikes_id)
     VALUES (@dossierId, @volume, @kind, @text, @on, @by, @strikes)`,
  );
  return {
    ofDossier: (dossierId: number) => ofDossier.all(dossierId).map(toNote),
    byId: (id: number) => byId.get(id),
    add: (row: {
      dossierId: number;
      volume?: number | null | undefined;
      kind: NoteKind | 'struck';
      text: string;
      on: Day;
      by: number;
      strikes?: number;
    }): number => Number(add.run({ ...row, volume: row.volume ?? null, strikes: row.strikes ?? null }).lastInsertRowid),
  };
}
