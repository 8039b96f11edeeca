import type { Database } from 'better-sqlite3';
import type { CompensationRow } from '../../../shared/api/penalty.contract';
import type { Said } from './course.rules';

export type CompensationRepo = ReturnType<typeof createCompensationRepo>;

/** What was paid to clients stands in the steps that carried a solution out. */
export function createCompensationRepo(db: Database) {
  const paid = db.prepare<
    [],
    { id: number; complaintId: number; no: string; said: string; paidOn: string; paidBy: string; client: string }
  >(
    `SELECT s.id, s.complaint_id AS complaintId, c.no, s.said, s.taken_on AS paidOn, s.taker AS paidBy,
       coalesce(k.name, c.complainant) AS client
     FROM complaint_step s JOIN complaint c ON c.id = s.complaint_id LEFT JOIN client k ON k.id = c.client_id
     WHERE json_extract(s.said, '$.compensation') > 0 ORDER BY s.id DESC`,
  );
  return {
    /** The latest first. */
    all: (): CompensationRow[] =>
      paid.all().map(({ said, client, paidOn, ...row }) => {
        const its = JSON.parse(said) as Said;
        return {
          ...row,
          amountFen: Number(its.compensation),
          paidTo: String(its.paidTo ?? client),
          paidOn: String(its.paidOn ?? paidOn),
          done: String(its.done ?? ''),
        };
      }),
  };
}
