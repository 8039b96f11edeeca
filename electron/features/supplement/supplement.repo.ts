import type { Database } from 'better-sqlite3';
import type { Delivery, SupplementLine, SupplementPaper, SupplementRow } from '../../../shared/api/supplement.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';

/** A list as it stands in its table, with the words of the records that it is about. */
export type SupplementList = Omit<SupplementRow, 'lateDays'> & {
  checkerId: number;
  signedAt: string;
  contentHash: string;
};
export type Which = 'open' | 'late' | 'closed' | 'all';
export interface Asked {
  which: Which;
  responsibleId?: number | undefined;
}

const ROW = `SELECT s.id, s.no, s.dossier_id AS dossierId, d.title AS dossier, p.name AS project, c.name AS client,
                    s.handover_id AS handoverId, s.side, s.checker_id AS checkerId, s.checker, s.responsible_id AS responsibleId,
                    r.name AS responsible, s.issued_on AS issuedOn, s.due_on AS dueOn, s.state, s.closed_on AS closedOn,
                    s.line_count AS lines, s.signed_at AS signedAt, s.content_hash AS contentHash,
                    (SELECT count(*) FROM supplement_line l WHERE l.list_id = s.id AND l.state = 'open') AS open,
                    (SELECT count(*) FROM supplement_line l WHERE l.list_id = s.id AND l.state = 'handedIn') AS handedIn
             FROM supplement_list s JOIN dossier d ON d.id = s.dossier_id JOIN staff r ON r.id = s.responsible_id
             LEFT JOIN project p ON p.id = d.project_id LEFT JOIN client c ON c.id = p.client_id`;

const WHICH: Readonly<Record<Which, string>> = {
  open: "s.state = 'open'",
  late: "s.state = 'open' AND s.due_on < @today",
  closed: "s.state = 'closed'",
  all: 'true',
};
const condition = ({ which, responsibleId }: Asked): string =>
  responsibleId === undefined ? WHICH[which] : `${WHICH[which]} AND s.responsible_id = @responsibleId`;

/** Past the due day by so many calendar days: until today, or until it was closed. */
export const lateDays = ({ dueOn, closedOn }: Pick<SupplementList, 'dueOn' | 'closedOn'>, today: Day): number =>
  Math.max(0, daysBetween(dueOn, closedOn ?? today));

type StoredLine = Omit<Stored<Omit<SupplementLine, 'deliveries'>>, 'deliveries'>;
type NewLine = Pick<SupplementLine, 'title' | 'fault' | 'basis' | 'part'> & { itemId?: number | undefined };

export interface Signed {
  staffId: number;
  at: string;
  hash: string;
}

export type SupplementRepo = ReturnType<typeof createSupplementRepo>;

/** The only writer of supplement_list, supplement_line and supplement_delivery. */
export function createSupplementRepo(db: Database) {
  // Kept by their text; only the conditions that are asked for, so that each has its index.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const values = ({ responsibleId }: Asked, today: Day) => ({ today, responsibleId: responsibleId ?? null });
  const byId = db.prepare<[number], Stored<SupplementList>>(`${ROW} WHERE s.id = ?`);
  const ofDossier = db.prepare<[number], Stored<SupplementList>>(`${ROW} WHERE s.dossier_id = ? ORDER BY s.id DESC`);
  const lines = db.prepare<[number], StoredLine>(
    `SELECT id, ordinal AS no, title, fault, basis, part, item_id AS itemId, state, closed_on AS closedOn, withdrawer,
            withdrawn_at AS withdrawnAt, reason, withdrawn_hash AS withdrawnHash
     FROM supplement_line WHERE list_id = ? ORDER BY ordinal`,
  );
  const deliveries = db.prepare<[number], Stored<Delivery & { lineId: number }>>(
    `SELECT d.line_id AS lineId, d.pages, d.handed_on AS handedOn, d.giver, d.given_at AS givenAt, d.giver_hash AS giverHash,
            d.state, d.closed_on AS closedOn, d.receiver, d.decided_at AS decidedAt, d.pages_found AS pagesFound, d.remark,
            d.receiver_hash AS receiverHash
     FROM supplement_line l JOIN supplement_delivery d ON d.line_id = l.id WHERE l.list_id = ? ORDER BY d.id`,
  );
  const openTitles = db.prepare<[number], { title: string; itemId: number | null; fault: string }>(
    `SELECT l.title, l.item_id AS itemId, l.fault FROM supplement_list s JOIN supplement_line l ON l.list_id = s.id
     WHERE s.dossier_id = ? AND s.state = 'open' AND l.state IN ('open', 'handedIn') ORDER BY s.id, l.ordinal`,
  );
  const confirmed = db.prepare<[number], Stored<SupplementPaper>>(
    `SELECT s.no, l.title, l.fault, l.part, l.item_id AS itemId, d.pages_found AS pages, d.handed_on AS handedOn
     FROM supplement_list s JOIN supplement_line l ON l.list_id = s.id AND l.state = 'cleared'
     JOIN supplement_delivery d ON d.line_id = l.id AND d.state = 'confirmed'
     WHERE s.dossier_id = ? ORDER BY s.id, l.ordinal`,
  );
  const numbersOfYear = db.prepare<{ year: string }, { n: number }>(
    "SELECT count(*) AS n FROM supplement_list WHERE issued_on BETWEEN @year || '-01-01' AND @year || '-12-31'",
  );
  const readLines = (id: number): SupplementLine[] => {
    const handed = deliveries.all(id);
    return lines.all(id).map((line) => ({
      ...present<Omit<SupplementLine, 'deliveries'>>(line),
      deliveries: handed
        .filter(({ lineId }) => lineId === line.id)
        .map(({ lineId: _, ...its }) => present<Delivery>(its)),
    }));
  };
  return {
    ...createWriting(db),
    byId: (id: number) => {
      const row = byId.get(id);
      return row && present<SupplementList>(row);
    },
    ofDossier: (dossierId: number) => ofDossier.all(dossierId).map(present<SupplementList>),
    /** As many as a page shows. */
    list: (asked: Asked, today: Day) =>
      (
        statement(`${ROW} WHERE ${condition(asked)} ORDER BY s.id DESC LIMIT 500`).all(
          values(asked, today),
        ) as Stored<SupplementList>[]
      ).map(present<SupplementList>),
    ids: (asked: Asked, today: Day) =>
      (
        statement(`SELECT s.id FROM supplement_list s WHERE ${condition(asked)} ORDER BY s.id DESC`).all(
          values(asked, today),
        ) as { id: number }[]
      ).map(({ id }) => id),
    lines: readLines,
    /** What a dossier still lacks by its open lists. */
    openLines: (dossierId: number) => openTitles.all(dossierId),
    /** What was handed in for its lists and confirmed, the earliest first. */
    confirmed: (dossierId: number) => confirmed.all(dossierId).map(present<SupplementPaper>),
    numbersOfYear: (year: string) => numbersOfYear.get({ year })?.n ?? 0,
    ...createWalking(db),
  };
}

/** Every signature is written with its act. */
function createWriting(db: Database) {
  const add = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO supplement_list (no, dossier_id, handover_id, side, responsible_id, issued_on, due_on, line_count, checker_id,
                                  checker, signed_at, content_hash, state)
     SELECT @no, @dossierId, @handoverId, @side, @responsibleId, @issuedOn, @dueOn, @lineCount, id, name, @at, @hash, 'open'
     FROM staff WHERE id = @staffId`,
  );
  const addLine = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO supplement_line (list_id, ordinal, title, fault, basis, part, item_id, state)
     VALUES (@listId, @ordinal, @title, @fault, @basis, @part, @itemId, 'open')`,
  );
  const setLine = db.prepare<[string, string | null, number]>(
    'UPDATE supplement_line SET state = ?, closed_on = ? WHERE id = ?',
  );
  const deliver = db.prepare<Record<string, string | number>>(
    `INSERT INTO supplement_delivery (line_id, pages, handed_on, giver_id, giver, given_at, giver_hash, state)
     SELECT @lineId, @pages, @on, id, name, @at, @hash, 'waiting' FROM staff WHERE id = @staffId`,
  );
  const decide = db.prepare<Record<string, string | number | null>>(
    `UPDATE supplement_delivery SET state = @state, closed_on = @on, receiver_id = @staffId, decided_at = @at,
       receiver = (SELECT name FROM staff WHERE id = @staffId), pages_found = @pagesFound, remark = @remark,
       receiver_hash = @hash WHERE line_id = @lineId AND state = 'waiting'`,
  );
  const withdraw = db.prepare<Record<string, string | number>>(
    `UPDATE supplement_line SET state = 'withdrawn', closed_on = @on, withdrawer_id = @staffId, withdrawn_at = @at,
       withdrawer = (SELECT name FROM staff WHERE id = @staffId), reason = @reason, withdrawn_hash = @hash WHERE id = @lineId`,
  );
  const close = db.prepare<{ id: number; on: string }>(
    `UPDATE supplement_list SET state = 'closed', closed_on = @on
     WHERE id = @id AND NOT EXISTS (SELECT 1 FROM supplement_line WHERE list_id = @id AND state IN ('open', 'handedIn'))`,
  );
  return {
    add: (
      list: Pick<SupplementList, 'no' | 'dossierId' | 'side' | 'responsibleId' | 'issuedOn' | 'dueOn'> & {
        handoverId?: number | undefined;
      },
      lines: readonly NewLine[],
      signed: Signed,
    ): number => {
      const row = { ...list, ...signed, handoverId: list.handoverId ?? null, lineCount: lines.length };
      const listId = Number(add.run(row).lastInsertRowid);
      for (const [i, line] of lines.entries())
        addLine.run({ ...line, itemId: line.itemId ?? null, listId, ordinal: i + 1 });
      return listId;
    },
    deliver: (lineId: number, pages: number, on: Day, signed: Signed): void => {
      deliver.run({ lineId, pages, on, ...signed });
      setLine.run('handedIn', null, lineId);
    },
    confirm: (lineId: number, pagesFound: number, remark: string, on: Day, signed: Signed): void => {
      decide.run({ lineId, state: 'confirmed', pagesFound, remark, on, ...signed });
      setLine.run('cleared', on, lineId);
    },
    giveBack: (lineId: number, remark: string, on: Day, signed: Signed): void => {
      decide.run({ lineId, state: 'returned', pagesFound: null, remark, on, ...signed });
      setLine.run('open', null, lineId);
    },
    withdraw: (lineId: number, reason: string, on: Day, signed: Signed) =>
      void withdraw.run({ lineId, reason, on, ...signed }),
    /** Closes the list when nothing of it is open any more. */
    closeWhenDone: (id: number, on: Day) => void close.run({ id, on }),
  };
}

/** For the check of all signatures. */
function createWalking(db: Database) {
  const after = db.prepare<[number], { id: number }>(
    'SELECT id FROM supplement_list WHERE id > ? ORDER BY id LIMIT 500',
  );
  const changedIn = db.prepare<[string, number], { seq: number | null }>(
    'SELECT max(event_seq) AS seq FROM change WHERE table_name = ? AND row_id = ?',
  );
  const tables = { list: 'supplement_list', line: 'supplement_line' } as const;
  return {
    idsAfter: (id: number) => after.all(id).map((row) => row.id),
    /** The last event that touched that row. */
    changedIn: (table: keyof typeof tables, id: number) => changedIn.get(tables[table], id)?.seq ?? 0,
  };
}
