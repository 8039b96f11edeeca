import type { Database } from 'better-sqlite3';
import type { Channel } from '../../../shared/api/complaint-contact';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { Said, Taken } from './course.rules';

/** A case as it stands in its table, with the words of the records that it names. */
export interface Case {
  id: number;
  no: string;
  procedureId: number;
  kind: string;
  channel: Channel;
  complainant: string;
  contact: string;
  clientId?: number;
  client?: string;
  about: string;
  happenedOn?: Day;
  facts: string;
  demand: string;
  unitId?: number;
  unit?: string;
  registeredAt: string;
  registeredOn: Day;
  registeredById: number;
  registeredBy: string;
  round: number;
  roundAt: string;
  roundOn: Day;
  handlerId?: number;
  handler?: string;
  closedOn?: Day;
  dossierId?: number;
}

export interface NewCase {
  no: string;
  procedureId: number;
  kind: string;
  channel: Channel;
  complainant: string;
  contact: string;
  clientId?: number | undefined;
  about: string;
  happenedOn?: Day | undefined;
  facts: string;
  demand: string;
  unitId?: number | undefined;
  at: string;
  on: Day;
  by: number;
}

export type StepRow = Taken & { takenBy: number; taker: string; contentHash?: string };
type StoredStep = Omit<StepRow, 'said'> & { said: string };

const ROW = `SELECT c.id, c.no, c.procedure_id AS procedureId, c.kind, c.channel, c.complainant, c.contact, c.client_id AS clientId,
    k.name AS client, c.about, c.happened_on AS happenedOn, c.facts, c.demand, c.unit_id AS unitId, d.name AS unit,
    c.registered_at AS registeredAt, c.registered_on AS registeredOn, c.registered_by AS registeredById, r.name AS registeredBy, c.round, c.round_at AS roundAt,
    c.round_on AS roundOn, c.handler_id AS handlerId, h.name AS handler, c.closed_on AS closedOn, c.dossier_id AS dossierId
  FROM complaint c JOIN staff r ON r.id = c.registered_by LEFT JOIN staff h ON h.id = c.handler_id
  LEFT JOIN client k ON k.id = c.client_id LEFT JOIN department d ON d.id = c.unit_id`;

export type ComplaintRepo = ReturnType<typeof createComplaintRepo>;

/** The only writer of complaint, complaint_accused and complaint_step. */
export function createComplaintRepo(db: Database) {
  const byId = db.prepare<[number], Stored<Case>>(`${ROW} WHERE c.id = ?`);
  const open = db.prepare<[], Stored<Case>>(`${ROW} WHERE c.closed_on IS NULL ORDER BY c.id DESC`);
  const closedBefore = db.prepare<[number], Stored<Case>>(
    `${ROW} WHERE c.id < ? AND c.closed_on IS NOT NULL ORDER BY c.id DESC LIMIT 50`,
  );
  const closedCount = db.prepare<[], number>('SELECT count(*) FROM complaint WHERE closed_on IS NOT NULL').pluck();
  const accused = db.prepare<[number], { id: number; name: string; department: string }>(
    `SELECT s.id, s.name, d.name AS department FROM complaint_accused a JOIN staff s ON s.id = a.staff_id
     JOIN department d ON d.id = s.department_id WHERE a.complaint_id = ? ORDER BY a.id`,
  );
  const steps = db.prepare<[number], Stored<StoredStep>>(
    `SELECT id, round, step, taken_at AS at, taken_on AS "on", taken_by AS takenBy, taker, said, content_hash AS contentHash
     FROM complaint_step WHERE complaint_id = ? ORDER BY id`,
  );
  const ofYear = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM complaint WHERE substr(registered_on, 1, 4) = ?',
  );
  const add = db.prepare<Stored<NewCase>>(
    `INSERT INTO complaint (no, procedure_id, kind, channel, complainant, contact, client_id, about, happened_on, facts, demand, unit_id,
       registered_at, registered_on, registered_by, round_at, round_on)
     VALUES (@no, @procedureId, @kind, @channel, @complainant, @contact, @clientId, @about, @happenedOn, @facts, @demand, @unitId,
       @at, @on, @by, @at, @on)`,
  );
  const accuse = db.prepare<[number, number]>('INSERT INTO complaint_accused (complaint_id, staff_id) VALUES (?, ?)');
  const addStep = db.prepare<{
    id: number;
    round: number;
    step: string;
    at: string;
    on: Day;
    by: number;
    said: string;
    hash: string | null;
  }>(
    `INSERT INTO complaint_step (complaint_id, round, step, taken_at, taken_on, taken_by, taker, said, content_hash)
     VALUES (@id, @round, @step, @at, @on, @by, (SELECT name FROM staff WHERE id = @by), @said, @hash)`,
  );
  const assign = db.prepare<[number, number]>('UPDATE complaint SET handler_id = ? WHERE id = ?');
  const close = db.prepare<[Day, number, number]>('UPDATE complaint SET closed_on = ?, dossier_id = ? WHERE id = ?');
  const linkClient = db.prepare<[number | null, number]>('UPDATE complaint SET client_id = ? WHERE id = ?');
  const ofClient = db.prepare<[number], Stored<Case>>(`${ROW} WHERE c.client_id = ? ORDER BY c.id DESC`);
  const reopen = db.prepare<[string, Day, number]>(
    'UPDATE complaint SET round = round + 1, round_at = ?, round_on = ?, closed_on = NULL WHERE id = ?',
  );
  const signedAfter = db.prepare<[number], { id: number }>(
    `SELECT id FROM complaint c WHERE id > ?
       AND EXISTS (SELECT 1 FROM complaint_step s WHERE s.complaint_id = c.id AND s.content_hash IS NOT NULL)
     ORDER BY id LIMIT 200`,
  );
  const signedIn = db.prepare<[number], { seq: number | null }>(
    "SELECT max(event_seq) AS seq FROM change WHERE table_name = 'complaint_step' AND row_id = ?",
  );
  const shown = (row: Stored<Case>) => present<Case>(row);
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && shown(row);
    },
    open: () => open.all().map(shown),
    closedCount: () => closedCount.get() ?? 0,
    /** The next ones, the latest first. */
    closedBefore: (id: number) => closedBefore.all(id).map(shown),
    accused: (id: number) => accused.all(id),
    steps: (id: number): StepRow[] =>
      steps.all(id).map(({ said, ...row }) => ({
        ...(present<Omit<StoredStep, 'said'>>(row) as Omit<StepRow, 'said'>),
        said: JSON.parse(said) as Said,
      })),
    numbersOfYear: (year: string) => ofYear.get(year)?.n ?? 0,
    add: ({ clientId, happenedOn, unitId, ...its }: NewCase) =>
      Number(
        add.run({ ...its, clientId: clientId ?? null, happenedOn: happenedOn ?? null, unitId: unitId ?? null })
          .lastInsertRowid,
      ),
    accuse: (id: number, staffId: number) => void accuse.run(id, staffId),
    addStep: ({
      said,
      hash,
      ...its
    }: Omit<Parameters<typeof addStep.run>[0], 'said' | 'hash'> & { said: Said; hash?: string | undefined }) =>
      void addStep.run({ ...its, said: JSON.stringify(said), hash: hash ?? null }),
    assign: (id: number, staffId: number) => void assign.run(staffId, id),
    close: (id: number, on: Day, dossierId: number) => void close.run(on, dossierId, id),
    linkClient: (id: number, clientId: number | null) => void linkClient.run(clientId, id),
    ofClient: (clientId: number) => ofClient.all(clientId).map(shown),
    reopen: (id: number, at: string, on: Day) => void reopen.run(at, on, id),
    /** A page of cases with something signed, for a walk over all of them. */
    signedAfter: (id: number) => signedAfter.all(id).map((row) => row.id),
    /** The event in which a step was signed. */
    signedIn: (stepId: number) => signedIn.get(stepId)?.seq ?? 0,
  };
}
