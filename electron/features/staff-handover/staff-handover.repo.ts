import type { Database } from 'better-sqlite3';
import type {
  HandoverCause,
  HeldKind,
  StaffHandoverState,
  StaffSignature,
  StaffSignRole,
} from '../../../shared/api/staff-handover.contract';
import { present, type Stored } from '../../db/present';

/** A list as it stands in its table. */
export interface Head {
  id: number;
  no: string;
  state: StaffHandoverState;
  cause: HandoverCause;
  round: number;
  fromId: number;
  successorId?: number;
  supervisorId?: number;
  madeOn: string;
  closedOn?: string;
  reason: string;
}

/** What of its head is signed. */
export interface Round {
  id: number;
  round: number;
  fromName: string;
  department: string;
  supervisorId: number;
  supervisorName: string;
  askedAt: string;
}

/** A line as it is signed. */
export interface FrozenLine {
  kind: HeldKind;
  recordId: number;
  title: string;
  detail: string;
  successorId?: number;
  successor?: string;
  staysFor?: string;
}

/** A line of a list that waits for signatures. */
export interface Standing {
  handoverId: number;
  kind: HeldKind;
  title: string;
  successor?: string;
}

export interface Choice {
  kind: HeldKind;
  recordId: number;
  successorId: number;
}

export interface ExceptionRow {
  id: number;
  staffId: number;
  signedBy: number;
  name: string;
  at: string;
  reason: string;
  held: string;
  contentHash: string;
}

const HEAD = `SELECT id, no, state, cause, round, from_id AS fromId, successor_id AS successorId, supervisor_id AS supervisorId,
                     made_on AS madeOn, closed_on AS closedOn, reason FROM staff_handover`;
const ROUND = `SELECT id, round, from_name AS fromName, department, supervisor_id AS supervisorId,
                      supervisor_name AS supervisorName, asked_at AS askedAt FROM staff_handover_round WHERE handover_id = ?`;
const EXCEPTION = `SELECT id, staff_id AS staffId, signed_by AS signedBy, name, at, reason, held, content_hash AS contentHash
                   FROM leaving_exception`;

/** Which lines of lists that wait for signatures are about a record. */
const STANDING = `SELECT h.id AS handoverId, l.kind, l.title, l.successor FROM staff_handover h
                  JOIN staff_handover_round r ON r.handover_id = h.id AND r.round = h.round
                  JOIN staff_handover_line l ON l.round_id = r.id WHERE h.state = 'asked' AND `;
const ABOUT = {
  client: `(l.kind = 'client' AND l.record_id = @id OR l.kind IN ('projectA', 'projectB')
            AND l.record_id IN (SELECT id FROM project WHERE client_id = @id))`,
  dossier: `(l.kind = 'dossier' AND l.record_id = @id
             OR l.kind IN ('projectA', 'projectB') AND l.record_id = (SELECT project_id FROM dossier WHERE id = @id)
             OR l.kind = 'handover' AND l.record_id IN (SELECT id FROM handover WHERE dossier_id = @id)
             OR l.kind = 'supplement' AND l.record_id IN (SELECT id FROM supplement_list WHERE dossier_id = @id))`,
} as const;

export type StaffHandoverRepo = ReturnType<typeof createStaffHandoverRepo>;

/** The only writer of staff_handover, its choices, lines and signatures, and of leaving_exception. */
export function createStaffHandoverRepo(db: Database) {
  return {
    ...createHeads(db),
    ...createRounds(db),
    ...createLines(db),
    ...createSignatures(db),
    ...createExceptions(db),
  };
}

function createHeads(db: Database) {
  const byId = db.prepare<[number], Stored<Head>>(`${HEAD} WHERE id = ?`);
  const all = db.prepare<[], Stored<Head>>(`${HEAD} ORDER BY id DESC`);
  const asked = db.prepare<[], Stored<Head>>(`${HEAD} WHERE state = 'asked' ORDER BY id`);
  const openOf = db.prepare<[number], Stored<Head>>(`${HEAD} WHERE from_id = ? AND state IN ('draft', 'asked')`);
  const after = db.prepare<[number], Stored<Head>>(`${HEAD} WHERE id > ? ORDER BY id LIMIT 500`);
  const numbersOfYear = db.prepare<{ year: string }, { n: number }>(
    "SELECT count(*) AS n FROM staff_handover WHERE made_on BETWEEN @year || '-01-01' AND @year || '-12-31'",
  );
  const add = db.prepare<Stored<Omit<Head, 'id' | 'state' | 'round' | 'closedOn' | 'reason'>> & { madeBy: number }>(
    `INSERT INTO staff_handover (no, state, cause, round, from_id, successor_id, supervisor_id, made_on, made_by)
     VALUES (@no, 'draft', @cause, 1, @fromId, @successorId, @supervisorId, @madeOn, @madeBy)`,
  );
  const arrange = db.prepare<[number | null, number | null, number]>(
    'UPDATE staff_handover SET successor_id = ?, supervisor_id = ? WHERE id = ?',
  );
  const ask = db.prepare<[number]>("UPDATE staff_handover SET state = 'asked' WHERE id = ?");
  const takeBack = db.prepare<[string, number]>(
    "UPDATE staff_handover SET state = 'draft', round = round + 1, reason = ? WHERE id = ?",
  );
  const close = db.prepare<[string, string, string, number]>(
    'UPDATE staff_handover SET state = ?, closed_on = ?, reason = ? WHERE id = ?',
  );
  const maybe = (row: Stored<Head> | undefined) => row && present<Head>(row);
  return {
    byId: (id: number) => maybe(byId.get(id)),
    all: (): Head[] => all.all().map(present<Head>),
    /** Lists that ask for signatures, the oldest first. */
    asked: (): Head[] => asked.all().map(present<Head>),
    /** The list of that person that is not closed yet. */
    openOf: (fromId: number) => maybe(openOf.get(fromId)),
    /** A page of lists with ids above `id`, for a walk over all of them. */
    after: (id: number): Head[] => after.all(id).map(present<Head>),
    numbersOfYear: (year: string) => numbersOfYear.get({ year })?.n ?? 0,
    add: (its: {
      no: string;
      cause: HandoverCause;
      fromId: number;
      successorId?: number | undefined;
      supervisorId?: number | undefined;
      madeOn: string;
      madeBy: number;
    }) =>
      Number(
        add.run({ ...its, successorId: its.successorId ?? null, supervisorId: its.supervisorId ?? null })
          .lastInsertRowid,
      ),
    arrange: (id: number, successorId: number | null, supervisorId: number | null) =>
      void arrange.run(successorId, supervisorId, id),
    ask: (id: number) => void ask.run(id),
    takeBack: (id: number, reason: string) => void takeBack.run(reason, id),
    close: (id: number, state: 'signed' | 'cancelled', on: string, reason: string) =>
      void close.run(state, on, reason, id),
  };
}

function createRounds(db: Database) {
  const all = db.prepare<[number], Round>(`${ROUND} ORDER BY round`);
  const newest = db.prepare<[number], Round>(`${ROUND} ORDER BY round DESC LIMIT 1`);
  const add = db.prepare<Omit<Round, 'id'> & { handoverId: number }>(
    `INSERT INTO staff_handover_round (handover_id, round, from_name, department, supervisor_id, supervisor_name, asked_at)
     VALUES (@handoverId, @round, @fromName, @department, @supervisorId, @supervisorName, @askedAt)`,
  );
  return {
    rounds: (handoverId: number) => all.all(handoverId),
    /** What was offered for signing last. */
    round: (handoverId: number) => newest.get(handoverId),
    addRound: (handoverId: number, its: Omit<Round, 'id'>) => Number(add.run({ ...its, handoverId }).lastInsertRowid),
  };
}

function createLines(db: Database) {
  const choices = db.prepare<[number], Choice & { id: number }>(
    `SELECT id, kind, record_id AS recordId, successor_id AS successorId FROM staff_handover_choice
     WHERE handover_id = ? ORDER BY id`,
  );
  const choose = db.prepare<[number, string, number, number]>(
    'INSERT INTO staff_handover_choice (handover_id, kind, record_id, successor_id) VALUES (?, ?, ?, ?)',
  );
  const rechoose = db.prepare<[number, number]>('UPDATE staff_handover_choice SET successor_id = ? WHERE id = ?');
  const unchoose = db.prepare<[number]>('DELETE FROM staff_handover_choice WHERE id = ?');
  const lines = db.prepare<[number], Stored<FrozenLine>>(
    `SELECT kind, record_id AS recordId, title, detail, successor_id AS successorId, successor, stays_for AS staysFor
     FROM staff_handover_line WHERE round_id = ? ORDER BY ordinal`,
  );
  const standing = (about: keyof typeof ABOUT) =>
    db.prepare<{ id: number }, Stored<Standing>>(`${STANDING}${ABOUT[about]} ORDER BY h.id, l.ordinal`);
  const standings = { client: standing('client'), dossier: standing('dossier') };
  const addLine = db.prepare<Stored<FrozenLine> & { roundId: number; ordinal: number }>(
    `INSERT INTO staff_handover_line (round_id, ordinal, kind, record_id, title, detail, successor_id, successor, stays_for)
     VALUES (@roundId, @ordinal, @kind, @recordId, @title, @detail, @successorId, @successor, @staysFor)`,
  );
  return {
    choices: (id: number): Choice[] => choices.all(id),
    /** Writes the difference only, so that the journal tells what changed. */
    setChoices: (id: number, wanted: readonly Choice[]) => {
      const key = (its: Choice) => `${its.kind} ${its.recordId}`;
      const standing = new Map(choices.all(id).map((its) => [key(its), its]));
      const kept = new Set(wanted.map(key));
      for (const [its, { id: row }] of standing) if (!kept.has(its)) unchoose.run(row);
      for (const its of wanted) {
        const before = standing.get(key(its));
        if (!before) choose.run(id, its.kind, its.recordId, its.successorId);
        else if (before.successorId !== its.successorId) rechoose.run(its.successorId, before.id);
      }
    },
    standingOf: (about: keyof typeof ABOUT, id: number): Standing[] =>
      standings[about].all({ id }).map(present<Standing>),
    lines: (roundId: number): FrozenLine[] => lines.all(roundId).map(present<FrozenLine>),
    addLine: (roundId: number, ordinal: number, line: FrozenLine) =>
      void addLine.run({
        ...line,
        roundId,
        ordinal,
        successorId: line.successorId ?? null,
        successor: line.successor ?? null,
        staysFor: line.staysFor ?? null,
      }),
  };
}

function createSignatures(db: Database) {
  const ofRound = db.prepare<[number], Stored<StaffSignature>>(
    `SELECT role, staff_id AS staffId, name, absence, at, content_hash AS contentHash FROM staff_handover_signature
     WHERE round_id = ? ORDER BY id`,
  );
  const sign = db.prepare<[number, string, string | null, string, string, number]>(
    `INSERT INTO staff_handover_signature (round_id, role, staff_id, name, absence, at, content_hash)
     SELECT ?, ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  const signedBy = db.prepare<[number, string, number], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM staff_handover_signature s
     JOIN change c ON c.table_name = 'staff_handover_signature' AND c.row_id = s.id
     WHERE s.round_id = ? AND s.role = ? AND s.staff_id = ?`,
  );
  return {
    signatures: (roundId: number): StaffSignature[] => ofRound.all(roundId).map(present<StaffSignature>),
    sign: (
      roundId: number,
      its: { role: StaffSignRole; staffId: number; absence?: string | undefined; at: string; contentHash: string },
    ) => void sign.run(roundId, its.role, its.absence ?? null, its.at, its.contentHash, its.staffId),
    /** The event in which that person signed in that role. */
    signedBy: (roundId: number, role: StaffSignRole, staffId: number) => signedBy.get(roundId, role, staffId)?.seq ?? 0,
  };
}

function createExceptions(db: Database) {
  const ofStaff = db.prepare<[number], ExceptionRow>(`${EXCEPTION} WHERE staff_id = ? ORDER BY id DESC`);
  const after = db.prepare<[number], ExceptionRow>(`${EXCEPTION} WHERE id > ? ORDER BY id LIMIT 500`);
  const add = db.prepare<Omit<ExceptionRow, 'id' | 'name'>>(
    `INSERT INTO leaving_exception (staff_id, signed_by, name, at, reason, held, content_hash)
     SELECT @staffId, @signedBy, name, @at, @reason, @held, @contentHash FROM staff WHERE id = @signedBy`,
  );
  const addedBy = db.prepare<[number], { seq: number | null }>(
    "SELECT min(event_seq) AS seq FROM change WHERE table_name = 'leaving_exception' AND row_id = ?",
  );
  return {
    exceptions: (staffId: number) => ofStaff.all(staffId),
    exceptionsAfter: (id: number) => after.all(id),
    addException: (its: Omit<ExceptionRow, 'id' | 'name'>) => void add.run(its),
    /** The event in which it was signed. */
    exceptionSignedBy: (id: number) => addedBy.get(id)?.seq ?? 0,
  };
}
