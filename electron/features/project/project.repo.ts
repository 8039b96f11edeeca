import type { Database } from 'better-sqlite3';
import type { ParsedOf } from '../../../shared/api/contract';
import type { ProjectFilter, ProjectRow, project } from '../../../shared/api/project.contract';
import { present, type Stored } from '../../db/present';
import { WITH_WHOM } from '../../db/with-whom';
import { matchQuery } from '../../search/tokenise';

/** What a person fills in; each has its column in the statements below. */
export type ProjectFields = ParsedOf<typeof project.register>;

type Row = Stored<ProjectRow>;

const rows = (more: {
  columns: string;
  join: string;
}) => `SELECT p.id, p.client_id AS clientId, c.name AS client, p.name,
                    p.business_type AS businessType, p.contract_no AS contractNo, p.amount_fen AS amountFen, p.guarantors,
                    p.a_manager_id AS aManagerId, a.name AS aManager, p.b_manager_id AS bManagerId, b.name AS bManager,
                    p.disbursed_on AS disbursedOn, p.ended_on AS endedOn, d.id AS dossierId ${more.columns}
             FROM project p JOIN client c ON c.id = p.client_id
             JOIN staff a ON a.id = p.a_manager_id JOIN staff b ON b.id = p.b_manager_id
             LEFT JOIN dossier d ON d.project_id = p.id ${more.join}`;
const ROW = rows({ columns: '', join: '' });
/** On a list with what is out of the dossier, and with whom. */
const LISTED = rows({
  columns: `, CASE WHEN d.state IN ('lent', 'partlyLent') THEN d.state END AS lent, ${WITH_WHOM.columns}`,
  join: WITH_WHOM.join,
});

export type ProjectRepo = ReturnType<typeof createProjectRepo>;

/** The only writer of project. */
export function createProjectRepo(db: Database) {
  const byId = db.prepare<[number], Row>(`${ROW} WHERE p.id = ?`);
  const byContractNo = db.prepare<[string], { id: number }>('SELECT id FROM project WHERE contract_no = ?');
  // One statement for each combination that is asked for, so that each can take its index.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const asked = ({ clientId, openable, text }: ProjectFilter) => {
    const match = matchQuery(text);
    const conditions = [
      clientId !== undefined && 'p.client_id = @clientId',
      openable && 'NOT EXISTS (SELECT 1 FROM dossier d WHERE d.project_id = p.id)',
      match !== undefined && 'p.id IN (SELECT rowid FROM search_project WHERE search_project MATCH @match)',
    ];
    return { where: ['true', ...conditions.filter(Boolean)].join(' AND '), values: { clientId, match } };
  };
  const ids = db.prepare<{ clientId: number | null }, { id: number }>(
    'SELECT id FROM project WHERE @clientId IS NULL OR client_id = @clientId ORDER BY id DESC',
  );
  const values = (fields: ProjectFields) => ({
    ...fields,
    disbursedOn: fields.disbursedOn ?? null,
    endedOn: fields.endedOn ?? null,
  });
  const add = db.prepare<ReturnType<typeof values>>(
    `INSERT INTO project (client_id, name, business_type, contract_no, amount_fen, guarantors, a_manager_id, b_manager_id,
                          disbursed_on, ended_on)
     VALUES (@clientId, @name, @businessType, @contractNo, @amountFen, @guarantors, @aManagerId, @bManagerId,
             @disbursedOn, @endedOn)`,
  );
  const correct = db.prepare<ReturnType<typeof values> & { id: number }>(
    `UPDATE project SET client_id = @clientId, name = @name, business_type = @businessType, contract_no = @contractNo,
       amount_fen = @amountFen, guarantors = @guarantors, a_manager_id = @aManagerId, b_manager_id = @bManagerId,
       disbursed_on = @disbursedOn, ended_on = @endedOn WHERE id = @id`,
  );
  const giveToA = db.prepare<[number, number]>('UPDATE project SET a_manager_id = ? WHERE id = ?');
  const giveToB = db.prepare<[number, number]>('UPDATE project SET b_manager_id = ? WHERE id = ?');
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<ProjectRow>(row);
    },
    byContractNo: (no: string) => byContractNo.get(no),
    /** A page of them, the latest first. */
    list: (filter: ProjectFilter, offset: number, limit: number): ProjectRow[] => {
      const { where, values } = asked(filter);
      const page = statement(`${LISTED} WHERE ${where} ORDER BY p.id DESC LIMIT @limit OFFSET @offset`);
      return (page.all({ ...values, offset, limit }) as Row[]).map(present<ProjectRow>);
    },
    count: (filter: ProjectFilter): number => {
      const { where, values } = asked(filter);
      return (statement(`SELECT count(*) AS n FROM project p WHERE ${where}`).get(values) as { n: number }).n;
    },
    /** All of them with their A manager, the latest first. */
    withManager: (filter: ProjectFilter) => {
      const { where, values } = asked(filter);
      const sql = `SELECT p.id, p.a_manager_id AS aManagerId FROM project p WHERE ${where} ORDER BY p.id DESC`;
      return statement(sql).all(values) as { id: number; aManagerId: number }[];
    },
    /** Of one client, or all; not only as many as a page shows. */
    ids: (clientId: number | undefined): number[] => ids.all({ clientId: clientId ?? null }).map(({ id }) => id),
    add: (fields: ProjectFields) => Number(add.run(values(fields)).lastInsertRowid),
    correct: (id: number, fields: ProjectFields) => void correct.run({ ...values(fields), id }),
    /** Another A manager, or another B manager, from now on. */
    giveToA: (id: number, staffId: number) => void giveToA.run(staffId, id),
    giveToB: (id: number, staffId: number) => void giveToB.run(staffId, id),
  };
}
