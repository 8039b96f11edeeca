import type { Database } from 'better-sqlite3';
import type {
  CountEntry,
  CountLine,
  StocktakeRow,
  StocktakeScope,
  StocktakeSignature,
} from '../../../shared/api/stocktake.contract';
import type { TitleKind } from '../../../shared/api/title-fields';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { Compared } from './stocktake.rules';

/** A stocktake as it is kept. */
export type Stocktake = StocktakeRow & { population: number; countedUntil?: number };
/** Of a title, where it is known: its project's number is put together from these. */
interface OfProject {
  projectId?: number;
  archiveNo?: string;
}
export type KeptEntry = Omit<CountEntry, 'number'> & OfProject;
export type KeptLine = Omit<CountLine, 'number' | 'class' | 'differs' | 'moved' | 'remedy'> & OfProject;
/** Something that moved since. */
export interface MovedSince {
  movementId: number;
  slipId: number;
  slipNo: string;
  basis: string;
  movedOn: Day;
}
/** What is known of a title that may be counted. */
export interface Countable extends OfProject {
  id: number;
  certificateNo: string;
  certificateKey: string;
  name: string;
  kind: TitleKind;
  owner: string;
}
export interface Begun {
  no: string;
  scope: StocktakeScope;
  safeId?: number | undefined;
  plan: string;
  startedOn: Day;
  startedAt: string;
  asOf: number;
  population: number;
  sampleSize?: number | undefined;
  seed?: string | undefined;
  seedSeq?: number | undefined;
  firstCounterId: number;
  secondCounterId: number;
}

const ROW = `SELECT k.id, k.no, k.scope, k.state, k.safe_id AS safeId, s.name AS safe, k.plan, k.started_on AS startedOn,
    k.started_at AS startedAt, k.as_of AS asOf, k.population, k.sample_size AS sampleSize, k.seed, k.seed_seq AS seedSeq,
    k.first_counter_id AS firstCounterId, a.name AS firstCounter, k.second_counter_id AS secondCounterId, b.name AS secondCounter,
    (SELECT coalesce(sum(e.quantity), 0) FROM stocktake_entry e WHERE e.stocktake_id = k.id) AS counted,
    k.counted_on AS countedOn, k.counted_until AS countedUntil, k.book_pieces AS bookPieces, k.found_pieces AS foundPieces,
    k.differences, CASE k.state WHEN 'counted' THEN k.differences - (SELECT count(*) FROM stocktake_line l
      WHERE l.stocktake_id = k.id AND l.action <> '') END AS unexplained,
    k.decided_by AS decidedById, d.name AS decidedBy, k.closed_on AS closedOn, k.closing_reason AS closingReason
  FROM stocktake k LEFT JOIN safe s ON s.id = k.safe_id JOIN staff a ON a.id = k.first_counter_id
  JOIN staff b ON b.id = k.second_counter_id LEFT JOIN staff d ON d.id = k.decided_by`;

const OF_TITLE = `t.name, t.kind, t.owner, t.project_id AS projectId, p.archive_no AS archiveNo`;
const WITH_TITLE = 'LEFT JOIN title t ON t.id = x.title_id LEFT JOIN dossier p ON p.project_id = t.project_id';
/** Read from the certificate where nobody knows it. */
const NUMBER = 'coalesce(t.certificate_no, x.certificate_no) AS certificateNo, x.title_id AS titleId';

export type StocktakeRepo = ReturnType<typeof createStocktakeRepo>;

/** The only writer of stocktake, stocktake_entry, stocktake_line and stocktake_signature. */
export function createStocktakeRepo(db: Database) {
  return { ...readingStocktakes(db), ...readingTitles(db), ...writingStocktakes(db) };
}

function readingStocktakes(db: Database) {
  const byId = db.prepare<[number], Stored<Stocktake>>(`${ROW} WHERE k.id = ?`);
  const list = db.prepare<[number], Stored<Stocktake>>(
    `${ROW} WHERE NOT ? OR k.state IN ('counting', 'counted') ORDER BY k.id DESC`,
  );
  const after = db.prepare<[number], Stored<Stocktake>>(`${ROW} WHERE k.id > ? ORDER BY k.id LIMIT 500`);
  const ENTRY = `SELECT x.id, x.ordinal, ${NUMBER}, ${OF_TITLE}, x.compartment_id AS compartmentId, s.name || ' ' || c.name AS place, x.quantity,
       x.counted_by AS countedById, w.name AS countedBy, x.counted_at AS countedAt
     FROM stocktake_entry x JOIN compartment c ON c.id = x.compartment_id JOIN safe s ON s.id = c.safe_id
     JOIN staff w ON w.id = x.counted_by ${WITH_TITLE} WHERE x.stocktake_id = ?`;
  const entries = db.prepare<[number], Stored<KeptEntry>>(`${ENTRY} ORDER BY x.ordinal`);
  const latest = db.prepare<[number, number], Stored<KeptEntry>>(`${ENTRY} ORDER BY x.ordinal DESC LIMIT ?`);
  const together = db.prepare<Record<string, string | number | null>, { n: number }>(
    `SELECT coalesce(sum(quantity), 0) AS n FROM stocktake_entry WHERE stocktake_id = @stocktakeId
     AND compartment_id = @compartmentId AND title_id IS @titleId AND certificate_no = @certificateNo`,
  );
  const countedIn = db.prepare<[number], { compartmentId: number; n: number }>(
    'SELECT compartment_id AS compartmentId, sum(quantity) AS n FROM stocktake_entry WHERE stocktake_id = ? GROUP BY compartment_id',
  );
  const foundIds = db.prepare<[number], { titleId: number }>(
    'SELECT DISTINCT title_id AS titleId FROM stocktake_entry WHERE stocktake_id = ? AND title_id IS NOT NULL',
  );
  const lines = db.prepare<[number], Stored<KeptLine>>(
    `SELECT x.id, x.ordinal, ${NUMBER}, ${OF_TITLE}, x.expected_compartment_id AS expectedCompartmentId,
       es.name || ' ' || ec.name AS expectedPlace, x.expected_quantity AS expectedQuantity, x.out_quantity AS outQuantity,
       x.found_compartment_id AS foundCompartmentId, fs.name || ' ' || fc.name AS foundPlace, x.found_quantity AS foundQuantity,
       x.cause, x.action
     FROM stocktake_line x LEFT JOIN compartment ec ON ec.id = x.expected_compartment_id LEFT JOIN safe es ON es.id = ec.safe_id
     LEFT JOIN compartment fc ON fc.id = x.found_compartment_id LEFT JOIN safe fs ON fs.id = fc.safe_id ${WITH_TITLE}
     WHERE x.stocktake_id = ? ORDER BY x.ordinal`,
  );
  const signatures = db.prepare<[number], StocktakeSignature>(
    `SELECT staff_id AS staffId, name, role, at, content_hash AS contentHash FROM stocktake_signature
     WHERE stocktake_id = ? ORDER BY id`,
  );
  const signedBy = db.prepare<[number, string], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM stocktake_signature s JOIN change c ON c.table_name = 'stocktake_signature'
     AND c.row_id = s.id WHERE s.stocktake_id = ? AND s.role = ?`,
  );
  const numbersOfYear = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM stocktake WHERE substr(started_on, 1, 4) = ?',
  );
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<Stocktake>(row);
    },
    list: (openOnly: boolean) => list.all(openOnly ? 1 : 0).map(present<Stocktake>),
    /** A page of stocktakes with ids above `id`, for a walk over all of them. */
    after: (id: number) => after.all(id).map(present<Stocktake>),
    entries: (id: number) => entries.all(id).map(present<KeptEntry>),
    /** The last ones, the very last first. */
    latest: (id: number, limit: number) => latest.all(id, limit).map(present<KeptEntry>),
    /** Pieces of one certificate in one compartment so far. */
    together: (its: {
      stocktakeId: number;
      compartmentId: number;
      titleId?: number | undefined;
      certificateNo: string;
      quantity: number;
    }) => together.get({ ...its, titleId: its.titleId ?? null })?.n ?? 0,
    /** Pieces by compartment. */
    countedIn: (id: number) => new Map(countedIn.all(id).map(({ compartmentId, n }) => [compartmentId, n])),
    foundIds: (id: number) => new Set(foundIds.all(id).map(({ titleId }) => titleId)),
    lines: (id: number) => lines.all(id).map(present<KeptLine>),
    signatures: (id: number) => signatures.all(id),
    /** The event in which somebody signed in that role. */
    signedBy: (id: number, role: string) => signedBy.get(id, role)?.seq ?? 0,
    numbersOfYear: (year: string) => numbersOfYear.get(year)?.n ?? 0,
  };
}

/** Titles by what is read from them, and what moved of them. */
function readingTitles(db: Database) {
  const TITLE = `SELECT t.id, t.certificate_no AS certificateNo, t.certificate_key AS certificateKey, ${OF_TITLE}
    FROM title t LEFT JOIN dossier p ON p.project_id = t.project_id`;
  const title = db.prepare<[number], Stored<Countable>>(`${TITLE} WHERE t.id = ?`);
  const withKey = db.prepare<[string], Stored<Countable>>(`${TITLE} WHERE t.certificate_key = ? ORDER BY t.id DESC`);
  const withDigits = db.prepare<[string], Stored<Countable>>(
    `${TITLE} WHERE t.certificate_key LIKE '%' || ? || '%' ORDER BY t.id DESC`,
  );
  const paper = db.prepare<[], { id: number }>("SELECT id FROM title WHERE storage = 'paper'");
  const moved = db.prepare<[number, number], MovedSince>(
    `SELECT m.id AS movementId, s.id AS slipId, s.no AS slipNo, s.basis, m.moved_on AS movedOn
     FROM title_movement m JOIN title_slip s ON s.id = m.slip_id WHERE m.title_id = ? AND m.id > ? ORDER BY m.id`,
  );
  const slipsSince = db.prepare<[number], { n: number }>(
    'SELECT count(DISTINCT slip_id) AS n FROM title_movement WHERE id > ?',
  );
  const declared = db.prepare<[number, number, number], { n: number }>(
    `SELECT coalesce(sum(m.quantity), 0) AS n FROM title_movement m JOIN title_slip s ON s.id = m.slip_id
     LEFT JOIN title_slip r ON r.reverses_id = s.id
     WHERE m.title_id = ? AND s.stocktake_id = ? AND s.kind = 'missing' AND m.from_compartment_id = ? AND r.id IS NULL`,
  );
  const foundLater = db.prepare<[number, number], { no: string }>(
    `SELECT k.no FROM stocktake_line l JOIN stocktake k ON k.id = l.stocktake_id
     WHERE l.title_id = ? AND k.id > ? AND l.found_quantity > 0 ORDER BY k.id DESC LIMIT 1`,
  );
  const cameFrom = db.prepare<[number, number], { safeId: number | null }>(
    `SELECT c.safe_id AS safeId FROM title_movement m LEFT JOIN compartment c ON c.id = m.from_compartment_id
     WHERE m.title_id = ? AND m.slip_id = ? ORDER BY m.id DESC LIMIT 1`,
  );
  return {
    title: (id: number) => {
      const row = title.get(id);
      return row && present<Countable>(row);
    },
    withKey: (key: string) => withKey.all(key).map(present<Countable>),
    withDigits: (digits: string) => withDigits.all(digits).map(present<Countable>),
    paperIds: () => new Set(paper.all().map(({ id }) => id)),
    movedSince: (titleId: number, movementId: number) => moved.all(titleId, movementId),
    slipsSince: (movementId: number) => slipsSince.get(movementId)?.n ?? 0,
    /** Pieces of it that were declared missing from there by this stocktake, and not reversed since. */
    declaredMissing: (titleId: number, stocktakeId: number, compartmentId: number) =>
      declared.get(titleId, stocktakeId, compartmentId)?.n ?? 0,
    /** A later stocktake that had it in hand. */
    foundLater: (titleId: number, stocktakeId: number) => foundLater.get(titleId, stocktakeId)?.no,
    /** The safe from which a slip took it out. */
    cameFrom: (titleId: number, slipId: number) => cameFrom.get(titleId, slipId)?.safeId ?? undefined,
  };
}

function writingStocktakes(db: Database) {
  const begin = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO stocktake (no, scope, state, safe_id, plan, started_on, started_at, as_of, population, sample_size, seed, seed_seq,
                            first_counter_id, second_counter_id)
     VALUES (@no, @scope, 'counting', @safeId, @plan, @startedOn, @startedAt, @asOf, @population, @sampleSize, @seed, @seedSeq,
             @firstCounterId, @secondCounterId)`,
  );
  const enter = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO stocktake_entry (stocktake_id, ordinal, compartment_id, title_id, certificate_no, quantity, counted_by, counted_at)
     VALUES (@stocktakeId, (SELECT coalesce(max(ordinal), 0) + 1 FROM stocktake_entry WHERE stocktake_id = @stocktakeId),
             @compartmentId, @titleId, @certificateNo, @quantity, @countedBy, @countedAt)`,
  );
  const undo = db.prepare<[number]>('DELETE FROM stocktake_entry WHERE id = ?');
  const addLine = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO stocktake_line (stocktake_id, ordinal, title_id, certificate_no, expected_compartment_id, expected_quantity,
                                 out_quantity, found_compartment_id, found_quantity)
     VALUES (@stocktakeId, @ordinal, @titleId, @certificateNo, @expectedCompartmentId, @expectedQuantity,
             @outQuantity, @foundCompartmentId, @foundQuantity)`,
  );
  const counted = db.prepare<Record<string, string | number>>(
    `UPDATE stocktake SET state = 'counted', counted_on = @on, counted_until = @until, book_pieces = @book, found_pieces = @found,
       differences = @differences WHERE id = @id`,
  );
  const explain = db.prepare<[string, string, number]>('UPDATE stocktake_line SET cause = ?, action = ? WHERE id = ?');
  const close = db.prepare<[number, Day, number]>(
    "UPDATE stocktake SET state = 'closed', decided_by = ?, closed_on = ? WHERE id = ?",
  );
  const abandon = db.prepare<[Day, string, number]>(
    "UPDATE stocktake SET state = 'abandoned', closed_on = ?, closing_reason = ? WHERE id = ?",
  );
  const sign = db.prepare<[number, string, string, string, number]>(
    `INSERT INTO stocktake_signature (stocktake_id, staff_id, name, role, at, content_hash)
     SELECT ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  return {
    begin: (its: Begun): number => {
      const { safeId = null, sampleSize = null, seed = null, seedSeq = null } = its;
      return Number(begin.run({ ...its, safeId, sampleSize, seed, seedSeq }).lastInsertRowid);
    },
    enter: (its: {
      stocktakeId: number;
      compartmentId: number;
      titleId?: number | undefined;
      certificateNo: string;
      quantity: number;
      countedBy: number;
      countedAt: string;
    }): number => Number(enter.run({ ...its, titleId: its.titleId ?? null }).lastInsertRowid),
    undo: (entryId: number) => void undo.run(entryId),
    addLine: (stocktakeId: number, ordinal: number, line: Compared) => {
      const { titleId = null, expectedCompartmentId = null, foundCompartmentId = null } = line;
      addLine.run({ ...line, stocktakeId, ordinal, titleId, expectedCompartmentId, foundCompartmentId });
    },
    counted: (id: number, its: { on: Day; until: number; book: number; found: number; differences: number }) =>
      void counted.run({ ...its, id }),
    explain: (lineId: number, cause: string, action: string) => void explain.run(cause, action, lineId),
    close: (id: number, by: number, on: Day) => void close.run(by, on, id),
    abandon: (id: number, on: Day, reason: string) => void abandon.run(on, reason, id),
    sign: (id: number, staffId: number, role: StocktakeSignature['role'], at: string, contentHash: string) =>
      void sign.run(id, role, at, contentHash, staffId),
  };
}
