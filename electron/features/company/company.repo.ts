import type { Database } from 'better-sqlite3';

export interface Company {
  name: string;
  shortName: string;
  ledgerId: string;
  demonstration: boolean;
  idleMinutes: number;
}

export type CompanyRepo = ReturnType<typeof createCompanyRepo>;

/** The only writer of company, which has one row. */
export function createCompanyRepo(db: Database) {
  const read = db.prepare<[], Omit<Company, 'demonstration'> & { demonstration: number }>(
    'SELECT name, short_name AS shortName, ledger_id AS ledgerId, demonstration, idle_minutes AS idleMinutes FROM company',
  );
  const add = db.prepare<[string, string, string, number]>(
    'INSERT INTO company (id, name, short_name, ledger_id, demonstration) VALUES (1, ?, ?, ?, ?)',
  );
  const change = db.prepare<[string, string, number]>(
    'UPDATE company SET name = ?, short_name = ?, idle_minutes = ? WHERE id = 1',
  );
  return {
    read: (): Company | undefined => {
      const row = read.get();
      return row && { ...row, demonstration: row.demonstration === 1 };
    },
    found: (name: string, shortName: string, ledgerId: string, demonstration: boolean) =>
      void add.run(name, shortName, ledgerId, demonstration ? 1 : 0),
    change: (name: string, shortName: string, idleMinutes: number) => void change.run(name, shortName, idleMinutes),
  };
}
