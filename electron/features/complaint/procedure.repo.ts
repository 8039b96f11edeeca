import type { Database } from 'better-sqlite3';
import type { Day } from '../../../shared/calendar/working-days';
import type { Procedure } from '../../../shared/complaint/procedure';
import { present, type Stored } from '../../db/present';

/** One version of a procedure. */
export interface ProcedureVersion {
  id: number;
  firstId: number;
  version: number;
  definition: Procedure;
  madeOn: Day;
  madeBy?: string;
  openCases: number;
}
type Row = Omit<ProcedureVersion, 'definition'> & { definition: string };

/** What a definition did not say before it could be said. */
const LATER = { majorMeans: '', urgentMeans: '' };

const ROW = `SELECT p.id, p.first_id AS firstId, p.version, p.definition, p.made_on AS madeOn, s.name AS madeBy,
    (SELECT count(*) FROM complaint c JOIN complaint_procedure o ON o.id = c.procedure_id
     WHERE o.first_id = p.first_id AND c.closed_on IS NULL) AS openCases
  FROM complaint_procedure p LEFT JOIN staff s ON s.id = p.made_by`;

export type ProcedureRepo = ReturnType<typeof createProcedureRepo>;

/** The only writer of complaint_procedure. */
export function createProcedureRepo(db: Database) {
  const byId = db.prepare<[number], Stored<Row>>(`${ROW} WHERE p.id = ?`);
  const newest = db.prepare<[], Stored<Row>>(
    `${ROW} WHERE p.version = (SELECT max(version) FROM complaint_procedure n WHERE n.first_id = p.first_id) ORDER BY p.first_id`,
  );
  const nextId = db.prepare<[], { id: number }>(
    `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'complaint_procedure'), 0) + 1 AS id`,
  );
  const add = db.prepare<{
    id: number;
    firstId: number;
    version: number;
    title: string;
    definition: string;
    on: Day;
    by: number | null;
  }>(
    `INSERT INTO complaint_procedure (id, first_id, version, title, definition, made_on, made_by)
     VALUES (@id, @firstId, @version, @title, @definition, @on, @by)`,
  );
  const shown = ({ definition, ...row }: Stored<Row>): ProcedureVersion => ({
    ...(present<Omit<Row, 'definition'>>(row) as Omit<ProcedureVersion, 'definition'>),
    definition: { ...LATER, ...(JSON.parse(definition) as Procedure) },
  });
  return {
    byId: (id: number): ProcedureVersion | undefined => {
      const row = byId.get(id);
      return row && shown(row);
    },
    newest: (): ProcedureVersion[] => newest.all().map(shown),
    /** `of`: the version that it follows; absent for a new procedure. */
    add: (
      its: Procedure,
      on: Day,
      by: number | undefined,
      of?: Pick<ProcedureVersion, 'firstId' | 'version'>,
    ): number => {
      const id = nextId.get()?.id ?? 1;
      add.run({
        ...{ id, firstId: of?.firstId ?? id, version: (of?.version ?? 0) + 1, title: its.title },
        ...{ definition: JSON.stringify(its), on, by: by ?? null },
      });
      return id;
    },
  };
}
