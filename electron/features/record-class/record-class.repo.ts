import type { Database } from 'better-sqlite3';
import type { RecordClassRow } from '../../../shared/api/record-class.contract';
import { present, type Stored } from '../../db/present';

type Row = Omit<Stored<RecordClassRow>, 'retired' | 'yearly'> & { retired: number; yearly: number };

const toClass = ({ retired, yearly, ...row }: Row): RecordClassRow => ({
  ...present<Omit<RecordClassRow, 'retired' | 'yearly'>>(row),
  yearly: yearly === 1,
  retired: retired === 1,
});

const ROW = 'SELECT id, code, name, word, pattern, yearly, retention_id AS retentionId, retired FROM record_class';

export type RecordClassRepo = ReturnType<typeof createRecordClassRepo>;

/** The only writer of record_class and archive_number. */
export function createRecordClassRepo(db: Database) {
  const list = db.prepare<[], Row>(`${ROW} ORDER BY id`);
  const byId = db.prepare<[number], Row>(`${ROW} WHERE id = ?`);
  const byCode = db.prepare<[string], Row>(`${ROW} WHERE code = ?`);
  const add = db.prepare<[string | null, string, string, string, number, number]>(
    'INSERT INTO record_class (code, name, word, pattern, yearly, retention_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const lastSeq = db.prepare<[number, number], { seq: number }>(
    'SELECT coalesce(max(seq), 0) AS seq FROM archive_number WHERE class_id = ? AND year = ?',
  );
  const give = db.prepare<[number, number, number, string, number]>(
    `INSERT INTO archive_number (class_id, year, seq, text, dossier_id, origin) VALUES (?, ?, ?, ?, ?, 'given')`,
  );
  const found = (row: Row | undefined) => row && toClass(row);
  return {
    list: () => list.all().map(toClass),
    byId: (id: number) => found(byId.get(id)),
    byCode: (code: string) => found(byCode.get(code)),
    add: (its: Omit<RecordClassRow, 'id' | 'retired'>) =>
      Number(
        add.run(its.code ?? null, its.name, its.word, its.pattern, its.yearly ? 1 : 0, its.retentionId).lastInsertRowid,
      ),
    /** The last number of a class; `year` is 0 where its numbers run on. */
    lastSeq: (classId: number, year: number) => lastSeq.get(classId, year)?.seq ?? 0,
    give: (number: { classId: number; year: number; seq: number; text: string }, dossierId: number) =>
      void give.run(number.classId, number.year, number.seq, number.text, dossierId),
  };
}
