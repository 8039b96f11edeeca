import type { Database } from 'better-sqlite3';
import type { ContactLetter } from '../../../shared/api/staff-handover.contract';

interface Row {
  clientId: number;
  client: string;
  isPerson: number;
  kind: 'client' | 'projectA';
  no: string;
  from: string;
  department: string;
  closedOn: string;
  successor: string;
  successorDepartment: string;
  project: string | null;
  contractNo: string | null;
}

export type LettersRepo = ReturnType<typeof createLettersRepo>;

/** Reads whose contact has changed by a signed list: clients, and clients of projects whose A manager has changed. */
export function createLettersRepo(db: Database) {
  const rows = db.prepare<[number], Row>(
    `SELECT c.id AS clientId, c.name AS client, c.kind = 'person' AS isPerson, l.kind, h.no, r.from_name AS "from", r.department,
            h.closed_on AS closedOn, l.successor, d.name AS successorDepartment, p.name AS project, p.contract_no AS contractNo
     FROM staff_handover h
     JOIN staff_handover_round r ON r.handover_id = h.id AND r.round = h.round
     JOIN staff_handover_line l ON l.round_id = r.id AND l.successor_id IS NOT NULL
     LEFT JOIN project p ON l.kind = 'projectA' AND p.id = l.record_id
     JOIN client c ON c.id = CASE l.kind WHEN 'client' THEN l.record_id ELSE p.client_id END
     JOIN staff s ON s.id = l.successor_id JOIN department d ON d.id = s.department_id
     WHERE h.id = ? AND l.kind IN ('client', 'projectA') ORDER BY c.id, l.ordinal`,
  );
  return (handoverId: number): ContactLetter[] => {
    const letters = new Map<number, ContactLetter>();
    // A client's own line stands before its projects: whoever answers for the client is the one to turn to.
    for (const { clientId, kind, isPerson, project, contractNo, ...row } of rows.all(handoverId)) {
      const letter = letters.get(clientId) ?? { ...row, clientId, isPerson: isPerson === 1, projects: [] };
      letters.set(clientId, letter);
      const { successor, successorDepartment } = row;
      if (kind === 'projectA')
        letter.projects.push({ name: project ?? '', contractNo: contractNo ?? '', successor, successorDepartment });
    }
    return [...letters.values()];
  };
}
