import type { Database } from 'better-sqlite3';
import {
  type HandoverItem,
  type HandoverKind,
  type HandoverRow,
  type HandoverState,
  MOST_HANDOVERS,
  type SignatureView,
} from '../../../shared/api/handover.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { FrozenItem } from './handover.rules';

type StoredRow = Omit<Stored<Omit<Handover, 'lateDays'>>, 'byKeeper'> & { byKeeper: number };
type StoredItem = Omit<Stored<HandoverItem>, 'signatureComplete'> & { signatureComplete: number };

/** The first limit of the step, where the one that counted had been put off. */
const EXTENDED_FROM = `(SELECT min(x.due_on) FROM extension x WHERE x.dossier_id = h.dossier_id AND x.step = h.kind
                         AND x.state = 'granted' HAVING max(x.new_due_on) >= h.due_on)`;
const ROW = `SELECT h.id, h.no, h.kind, h.state, h.dossier_id AS dossierId, d.title AS dossier, coalesce(c.name, '') AS client,
                    h.giver_id AS giverId, g.name AS giver, h.receiver_id AS receiverId, r.name AS receiver,
                    h.due_on AS dueOn, ${EXTENDED_FROM} AS extendedFrom, h.given_on AS givenOn, h.closed_on AS closedOn, h.reason,
                    p.a_manager_id AS aManagerId, a.name AS aManager, b.id AS bManagerId, b.name AS bManager,
                    d.project_id IS NULL AS byKeeper,
                    d.archive_no AS archiveNo
             FROM handover h JOIN dossier d ON d.id = h.dossier_id LEFT JOIN project p ON p.id = d.project_id
             LEFT JOIN client c ON c.id = coalesce(p.client_id, d.client_id) JOIN staff g ON g.id = h.giver_id LEFT JOIN staff r ON r.id = h.receiver_id
             LEFT JOIN staff a ON a.id = p.a_manager_id JOIN staff b ON b.id = coalesce(p.b_manager_id, d.keeper_id)`;

/** What a signature is about, beside the list. */
export type SignedHandover = Pick<HandoverRow, 'id' | 'no' | 'kind' | 'state' | 'dossierId' | 'reason'>;

export interface Handover extends HandoverRow {
  /** Absent where there is no project. */
  aManagerId?: number;
  aManager?: string;
  /** B, or the keeper where there is no project. */
  bManagerId: number;
  bManager: string;
  archiveNo?: string;
}

/** Late by so many calendar days, if there was a limit. */
const toHandover = ({ byKeeper, ...row }: StoredRow): Handover => ({
  ...present<Omit<Handover, 'lateDays' | 'byKeeper'>>(row),
  byKeeper: byKeeper === 1,
  lateDays: row.dueOn === null ? 0 : Math.max(0, daysBetween(row.dueOn, row.givenOn)),
});

const toItem = ({ signatureComplete, ...row }: StoredItem): HandoverItem => ({
  ...present<Omit<HandoverItem, 'signatureComplete'>>(row),
  signatureComplete: signatureComplete === 1,
});

export interface HandoverFilter {
  dossierId?: number | undefined;
  openOnly: boolean;
  lateOnly: boolean;
}

const conditions = ({ dossierId, openOnly, lateOnly }: HandoverFilter): string[] =>
  [
    dossierId !== undefined && 'h.dossier_id = @dossierId',
    openOnly && "h.state = 'given'",
    lateOnly && 'h.given_on > h.due_on',
  ].filter((condition) => condition !== false);

export type HandoverRepo = ReturnType<typeof createHandoverRepo>;

/** The only writer of handover, handover_item and signature. */
export function createHandoverRepo(db: Database) {
  const byId = db.prepare<[number], StoredRow>(`${ROW} WHERE h.id = ?`);
  // One statement for each combination that is asked for, so that each can take its index.
  const lists = new Map<string, ReturnType<typeof db.prepare>>();
  const listWhere = (conditions: readonly string[]) => {
    const where = ['true', ...conditions].join(' AND ');
    const known = lists.get(where) ?? db.prepare(`${ROW} WHERE ${where} ORDER BY h.id DESC LIMIT ${MOST_HANDOVERS}`);
    lists.set(where, known);
    return known;
  };
  const items = db.prepare<[number], StoredItem>(
    `SELECT id, part, no, title, document_no AS documentNo, dated_on AS datedOn, responsible, originality, copies, pages,
            page_from AS pageFrom, page_to AS pageTo, signature_complete AS signatureComplete, remarks, volume,
            pages_found AS pagesFound, check_remark AS checkRemark,
            (SELECT contract_code FROM dossier_item i WHERE i.id = item_id) AS contractCode FROM handover_item WHERE handover_id = ? ORDER BY ordinal`,
  );
  const signatures = db.prepare<[number], SignatureView>(
    `SELECT staff_id AS staffId, name, role, at, content_hash AS contentHash FROM signature
     WHERE handover_id = ? ORDER BY id`,
  );
  const signedAfter = db.prepare<[number], SignedHandover>(
    'SELECT id, no, kind, state, dossier_id AS dossierId, reason FROM handover WHERE id > ? ORDER BY id LIMIT 500',
  );
  const signedBy = db.prepare<[number, string], { seq: number | null }>(
    `SELECT min(c.event_seq) AS seq FROM signature s JOIN change c ON c.table_name = 'signature' AND c.row_id = s.id
     WHERE s.handover_id = ? AND s.role = ?`,
  );
  const numbersOfYear = db.prepare<{ year: string }, { n: number }>(
    "SELECT count(*) AS n FROM handover WHERE given_on BETWEEN @year || '-01-01' AND @year || '-12-31'",
  );
  const add = db.prepare<{
    no: string;
    kind: HandoverKind;
    dossierId: number;
    giverId: number;
    dueOn: string | null;
    givenOn: string;
  }>(
    `INSERT INTO handover (no, kind, state, dossier_id, giver_id, due_on, given_on)
     VALUES (@no, @kind, 'given', @dossierId, @giverId, @dueOn, @givenOn)`,
  );
  const addItem = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO handover_item (handover_id, ordinal, item_id, part, no, title, document_no, dated_on, responsible, originality, copies,
                                pages, page_from, page_to, signature_complete, remarks, volume)
     VALUES (@handoverId, @ordinal, @itemId, @part, @no, @title, @documentNo, @datedOn, @responsible, @originality, @copies,
             @pages, @pageFrom, @pageTo, @signatureComplete, @remarks, @volume)`,
  );
  const sign = db.prepare<[number, string, string, string, number]>(
    `INSERT INTO signature (handover_id, staff_id, name, role, at, content_hash)
     SELECT ?, id, name, ?, ?, ? FROM staff WHERE id = ?`,
  );
  const find = db.prepare<[number | null, string, number, number]>(
    'UPDATE handover_item SET pages_found = ?, check_remark = ? WHERE id = ? AND handover_id = ?',
  );
  const close = db.prepare<[HandoverState, number, string, string, number]>(
    'UPDATE handover SET state = ?, receiver_id = ?, closed_on = ?, reason = ? WHERE id = ?',
  );
  const withdraw = db.prepare<[string, string, number]>(
    "UPDATE handover SET state = 'withdrawn', closed_on = ?, reason = ? WHERE id = ?",
  );
  const openOf = db.prepare<[number], { id: number }>(
    "SELECT id FROM handover WHERE dossier_id = ? AND state = 'given'",
  );
  const lastToB = db.prepare<[number], { givenOn: string }>(
    `SELECT given_on AS givenOn FROM handover WHERE dossier_id = ? AND kind = 'aToB' AND state IN ('given', 'accepted') ORDER BY id DESC LIMIT 1`,
  );
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && toHandover(row);
    },
    list: (filter: HandoverFilter) =>
      (listWhere(conditions(filter)).all({ dossierId: filter.dossierId }) as StoredRow[]).map(toHandover),
    count: (filter: HandoverFilter): number => {
      const where = ['true', ...conditions(filter)].join(' AND ');
      const found = db.prepare<object, { n: number }>(`SELECT count(*) AS n FROM handover h WHERE ${where}`);
      return found.get({ dossierId: filter.dossierId })?.n ?? 0;
    },
    /** Not only as many as a page shows. */
    ids: (filter: HandoverFilter): number[] => {
      const where = ['true', ...conditions(filter)].join(' AND ');
      const ids = db.prepare<object, { id: number }>(`SELECT h.id FROM handover h WHERE ${where} ORDER BY h.id DESC`);
      return ids.all({ dossierId: filter.dossierId }).map(({ id }) => id);
    },
    items: (id: number) => items.all(id).map(toItem),
    signatures: (id: number) => signatures.all(id),
    /** A page of handovers with ids above `id`, for a walk over all of them. */
    signedAfter: (id: number) => signedAfter.all(id),
    /** The event in which somebody signed in that role. */
    signedBy: (handoverId: number, role: string) => signedBy.get(handoverId, role)?.seq ?? 0,
    numbersOfYear: (year: string) => numbersOfYear.get({ year })?.n ?? 0,
    add: (row: {
      no: string;
      kind: HandoverKind;
      dossierId: number;
      giverId: number;
      dueOn?: string | undefined;
      givenOn: string;
    }) => Number(add.run({ ...row, dueOn: row.dueOn ?? null }).lastInsertRowid),
    addItem: (handoverId: number, ordinal: number, item: FrozenItem) =>
      void addItem.run({
        ...item,
        handoverId,
        ordinal,
        no: item.no ?? null,
        datedOn: item.datedOn ?? null,
        pageFrom: item.pageFrom ?? null,
        pageTo: item.pageTo ?? null,
        signatureComplete: item.signatureComplete ? 1 : 0,
      }),
    sign: (handoverId: number, staffId: number, role: SignatureView['role'], at: string, contentHash: string) =>
      void sign.run(handoverId, role, at, contentHash, staffId),
    /** Answers whether the item belongs to that handover. */
    find: (handoverId: number, itemId: number, pagesFound: number | null, remark: string) =>
      find.run(pagesFound, remark, itemId, handoverId).changes === 1,
    close: (id: number, state: HandoverState, receiverId: number, on: Day, reason = '') =>
      void close.run(state, receiverId, on, reason, id),
    withdraw: (id: number, on: Day, reason: string) => void withdraw.run(on, reason, id),
    openOf: (dossierId: number) => openOf.get(dossierId)?.id,
    lastToB: (dossierId: number) => lastToB.get(dossierId)?.givenOn,
  };
}
