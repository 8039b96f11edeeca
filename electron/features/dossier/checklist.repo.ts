import type { Database } from 'better-sqlite3';
import type { Part } from '../../../shared/api/dossier.contract';
import type { BusinessType } from '../../../shared/api/project.contract';

export interface ChecklistEntry {
  part: Part;
  ordinal: number;
  title: string;
  required: boolean;
}

export type ChecklistRepo = ReturnType<typeof createChecklistRepo>;

/** The only writer of checklist and checklist_entry. */
export function createChecklistRepo(db: Database) {
  const list = db.prepare<[], { id: number; name: string; businessType: BusinessType; entries: number }>(
    `SELECT c.id, c.name, c.business_type AS businessType,
            (SELECT count(*) FROM checklist_entry e WHERE e.checklist_id = c.id) AS entries FROM checklist c ORDER BY c.id`,
  );
  const entries = db.prepare<[number], Omit<ChecklistEntry, 'required'> & { required: number }>(
    'SELECT part, ordinal, title, required FROM checklist_entry WHERE checklist_id = ? ORDER BY part, ordinal',
  );
  const add = db.prepare<[string, string]>('INSERT INTO checklist (name, business_type) VALUES (?, ?)');
  const addEntry = db.prepare<[number, string, number, string, number]>(
    'INSERT INTO checklist_entry (checklist_id, part, ordinal, title, required) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    list: () => list.all(),
    entries: (id: number): ChecklistEntry[] =>
      entries.all(id).map((entry) => ({ ...entry, required: entry.required === 1 })),
    /** `titles` in the order of the volume; a title that ends in ? is expected but not required. */
    add: (name: string, businessType: BusinessType, titles: Readonly<Record<Part, readonly string[]>>): void => {
      const id = Number(add.run(name, businessType).lastInsertRowid);
      for (const [part, its] of Object.entries(titles))
        its.forEach((title, i) => {
          addEntry.run(id, part, i + 1, title.replace(/\?$/, ''), title.endsWith('?') ? 0 : 1);
        });
    },
  };
}
