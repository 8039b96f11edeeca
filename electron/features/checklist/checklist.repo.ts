import type { Database } from 'better-sqlite3';
import type {
  ChecklistEntry,
  ChecklistRow,
  ChecklistVersion,
  RecordClass,
} from '../../../shared/api/checklist.contract';
import { PARTS } from '../../../shared/api/dossier.contract';

export interface Version {
  id: number;
  firstId: number;
  version: number;
  name: string;
  recordClass: RecordClass;
}
type Stored<T extends ChecklistVersion> = Omit<T, 'madeBy'> & { madeBy: string | null };

const toVersion = <T extends ChecklistVersion>({ madeBy, ...row }: Stored<T>) =>
  ({ ...row, ...(madeBy !== null && { madeBy }) }) as unknown as T;

const VERSION = `c.id, c.version, c.made_on AS madeOn, s.name AS madeBy,
                 (SELECT count(*) FROM dossier d WHERE d.checklist_id = c.id) AS dossiers`;
const ROW = `SELECT ${VERSION}, c.name, c.record_class AS recordClass,
                    (SELECT count(*) FROM checklist_entry e WHERE e.checklist_id = c.id) AS entries,
                    (SELECT count(*) FROM checklist_entry e WHERE e.checklist_id = c.id AND e.required = 1) AS required
             FROM checklist c LEFT JOIN staff s ON s.id = c.made_by`;

export type ChecklistRepo = ReturnType<typeof createChecklistRepo>;

/** The only writer of checklist and checklist_entry; rows are added and never changed. */
export function createChecklistRepo(db: Database) {
  const newest = db.prepare<[], Stored<ChecklistRow>>(
    `${ROW} WHERE c.version = (SELECT max(version) FROM checklist n WHERE n.first_id = c.first_id) ORDER BY c.first_id`,
  );
  const row = db.prepare<[number], Stored<ChecklistRow>>(`${ROW} WHERE c.id = ?`);
  const byId = db.prepare<[number], Version>(
    'SELECT id, first_id AS firstId, version, name, record_class AS recordClass FROM checklist WHERE id = ?',
  );
  const versions = db.prepare<[number], Stored<ChecklistVersion>>(
    `SELECT ${VERSION} FROM checklist c LEFT JOIN staff s ON s.id = c.made_by
     WHERE c.first_id = (SELECT first_id FROM checklist WHERE id = ?) ORDER BY c.version DESC`,
  );
  const entries = db.prepare<[number], Omit<ChecklistEntry, 'required'> & { required: number; ordinal: number }>(
    `SELECT part, ordinal, title, required FROM checklist_entry WHERE checklist_id = ?
     ORDER BY CASE part ${PARTS.map((part, i) => `WHEN '${part}' THEN ${i}`).join(' ')} END, ordinal`,
  );
  const nextId = db.prepare<[], { id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM checklist');
  const add = db.prepare<Version & { madeOn: string; madeBy: number | null }>(
    `INSERT INTO checklist (id, first_id, version, name, record_class, made_on, made_by)
     VALUES (@id, @firstId, @version, @name, @recordClass, @madeOn, @madeBy)`,
  );
  const addEntry = db.prepare<[number, string, number, string, number]>(
    'INSERT INTO checklist_entry (checklist_id, part, ordinal, title, required) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    list: () => newest.all().map((its) => toVersion<ChecklistRow>(its)),
    row: (id: number) => {
      const found = row.get(id);
      return found && toVersion<ChecklistRow>(found);
    },
    byId: (id: number) => byId.get(id),
    versions: (id: number) => versions.all(id).map((its) => toVersion<ChecklistVersion>(its)),
    entries: (id: number) => entries.all(id).map(({ required, ...entry }) => ({ ...entry, required: required === 1 })),
    /** Without `after` the first version of a new list. */
    add: (
      its: { name: string; recordClass: RecordClass; entries: readonly ChecklistEntry[] },
      made: { on: string; by?: number },
      after?: Version,
    ): number => {
      const id = nextId.get()?.id ?? 1;
      const { name, recordClass } = its;
      const version = (after?.version ?? 0) + 1;
      add.run({
        id,
        firstId: after?.firstId ?? id,
        version,
        name,
        recordClass,
        madeOn: made.on,
        madeBy: made.by ?? null,
      });
      for (const part of PARTS)
        its.entries
          .filter((entry) => entry.part === part)
          .forEach(({ title, required }, i) => {
            addEntry.run(id, part, i + 1, title, required ? 1 : 0);
          });
      return id;
    },
  };
}
