import type { Database } from 'better-sqlite3';
import type { RecordClassRow } from '../../../shared/api/record-class.contract';
import { present, type Stored } from '../../db/present';

type Row = Omit<Stored<RecordClassRow>, 'retired' | 'yearly'> & { retired: number; yearly: number };

const toClass = ({ retired, yearly, ...row }: Row): RecordClassRow => ({
  ...present<Omit<RecordClassRow, 'retired' | 'yearly'>>(row),
  yearly: yearly === 1,
  retired: retired === 1,
});

/** What may be written anew. */
export type ClassFields = Pick<RecordClassRow, 'name' | 'word' | 'pattern' | 'yearly' | 'retentionId'>;

const ROW = 'SELECT id, code, name, word, pattern, yearly, retention_id AS retentionId, retired FROM record_class';

export type RecordClassRepo = ReturnType<typeof createRecordClassRepo>;

/** The only writer of record_class. */
export function createRecordClassRepo(db: Database) {
  const list = db.prepare<[], Row>(`${ROW} ORDER BY id`);
  const byId = db.prepare<[number], Row>(`${ROW} WHERE id = ?`);
  const byCode = db.prepare<[string], Row>(`${ROW} WHERE code = ?`);
  const add = db.prepare<[string | null, string, string, string, number, number]>(
    'INSERT INTO record_class (code, name, word, pattern, yearly, retention_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const revise = db.prepare<[string, string, string, number, number, number]>(
    'UPDATE record_class SET name = ?, word = ?, pattern = ?, yearly = ?, retention_id = ? WHERE id = ?',
  );
  const retire = db.prepare<[number, number]>('UPDATE record_class SET retired = ? WHERE id = ?');
  const dossiers = db.prepare<[], { classId: number; n: number }>(
    'SELECT class_id AS classId, count(*) AS n FROM dossier GROUP BY class_id',
  );
  const found = (row: Row | undefined) => row && toClass(row);
  return {
    list: () => list.all().map(toClass),
    byId: (id: number) => found(byId.get(id)),
    byCode: (code: string) => found(byCode.get(code)),
    add: (its: ClassFields & { code?: string }) =>
      Number(
        add.run(its.code ?? null, its.name, its.word, its.pattern, its.yearly ? 1 : 0, its.retentionId).lastInsertRowid,
      ),
    revise: (id: number, its: ClassFields) =>
      void revise.run(its.name, its.word, its.pattern, its.yearly ? 1 : 0, its.retentionId, id),
    retire: (id: number, retired: boolean) => void retire.run(retired ? 1 : 0, id),
    /** How many dossiers each class has. */
    dossiers: () => new Map(dossiers.all().map(({ classId, n }) => [classId, n])),
  };
}
