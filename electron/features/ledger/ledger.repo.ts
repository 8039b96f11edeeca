import type { Database } from 'better-sqlite3';
import type { DossierState, Holder, Secrecy } from '../../../shared/api/dossier.contract';
import type { LedgerQuestion, LedgerRow, LedgerSummary } from '../../../shared/api/ledger.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import { matchQuery } from '../../search/tokenise';
import { type Listed, pageQuery } from './page-query';
import { createSums } from './remembered-sums';

interface Row {
  id: number;
  archiveNo: string | null;
  title: string;
  client: string | null;
  contractNo: string | null;
  classId: number;
  className: string;
  year: number;
  volumes: number;
  items: number;
  pages: number;
  aManager: string | null;
  bManager: string | null;
  room: string | null;
  cabinet: string | null;
  shelf: string | null;
  box: string | null;
  retentionId: number;
  retention: string;
  secrecy: Secrecy;
  state: DossierState;
  holder: Holder;
  receivedOn: string | null;
  endedOn: string | null;
  keepUntil: string | null;
  remarks: string;
  keeper: string | null;
  dueOn: string | null;
}

const ROW = `SELECT d.id, d.archive_no AS archiveNo, d.title, c.name AS client, p.contract_no AS contractNo,
                    d.class_id AS classId, k.name AS className, d.year, d.volume_count AS volumes, d.item_count AS items,
                    d.page_count AS pages, a.name AS aManager, b.name AS bManager, s.name AS keeper, l.room, l.cabinet, l.shelf,
                    l.box, d.retention_id AS retentionId, r.name AS retention, d.secrecy, d.state, d.holder,
                    d.received_on AS receivedOn, d.ended_on AS endedOn, d.keep_until AS keepUntil, d.remarks, d.due_on AS dueOn
             FROM dossier d JOIN record_class k ON k.id = d.class_id JOIN retention r ON r.id = d.retention_id
             LEFT JOIN project p ON p.id = d.project_id LEFT JOIN client c ON c.id = coalesce(d.client_id, p.client_id)
             LEFT JOIN staff a ON a.id = p.a_manager_id LEFT JOIN staff b ON b.id = p.b_manager_id
             LEFT JOIN staff s ON s.id = d.keeper_id LEFT JOIN place l ON l.id = d.place_id WHERE d.id = ?`;

function toRow(row: Row, today: Day): LedgerRow {
  const { room, cabinet, shelf, box, ...rest } = row;
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const place =
    room !== null && cabinet !== null && shelf !== null && box !== null ? { place: { room, cabinet, shelf, box } } : {};
  const lateDays = row.dueOn === null ? 0 : Math.max(0, daysBetween(row.dueOn, today));
  return { ...kept, ...place, lateDays } as LedgerRow;
}

/** One part in so many of the dossiers is "most": from there on walking beats sorting. */
const MOST = 8;

export type LedgerRepo = ReturnType<typeof createLedgerRepo>;

/** Reads across dossiers; writes nothing but a temporary table. */
export function createLedgerRepo(db: Database) {
  // Kept by their text: the same few questions come again with every key and every scroll.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const sumsOf = createSums(db, statement);
  const row = db.prepare<[number], Row>(ROW);
  const summary = db.prepare<{ today: string; month: string }, Omit<LedgerSummary, 'years'>>(
    `SELECT (SELECT count(*) FROM dossier WHERE state IN ('received', 'partlyLent', 'lent')) AS received,
            (SELECT count(*) FROM dossier WHERE state IN ('collecting', 'underReview')) AS underway,
            (SELECT count(*) FROM dossier WHERE due_on < @today) AS late,
            (SELECT count(*) FROM dossier WHERE received_on >= @month AND received_on <= @today) AS receivedThisMonth`,
  );
  const years = db.prepare<[], { year: number }>('SELECT DISTINCT year FROM dossier ORDER BY year DESC');
  return {
    list: (asked: Listed, today: Day) => {
      const { filter, offset, limit } = asked;
      const { text, ...fields } = filter;
      const match = matchQuery(text);
      const values = { ...fields, match, today, month: `${today.slice(0, 7)}-01` };
      const { sums, all } = sumsOf(filter, values);
      const query = pageQuery(asked, match, sums.total * MOST >= all.total);
      const ids = statement(query).all({ ...values, limit, offset }) as { id: number }[];
      const rows = ids.flatMap(({ id }) => row.get(id) ?? []);
      return { rows: rows.map((found) => toRow(found, today)), ...sums };
    },
    /** All that the list holds, in its order: what a long export goes through piece by piece. */
    ids: (question: LedgerQuestion, today: Day): number[] => {
      const { text, ...fields } = question.filter;
      const match = matchQuery(text);
      const values = { ...fields, match, today, month: `${today.slice(0, 7)}-01` };
      const { sums, all } = sumsOf(question.filter, values);
      const query = pageQuery(question, match, sums.total * MOST >= all.total);
      return (statement(query).all({ ...values, limit: -1, offset: 0 }) as { id: number }[]).map(({ id }) => id);
    },
    byId: (id: number, today: Day): LedgerRow | undefined => {
      const found = row.get(id);
      return found && toRow(found, today);
    },
    summary: (today: Day): LedgerSummary => ({
      ...(summary.get({ today, month: `${today.slice(0, 7)}-01` }) as Omit<LedgerSummary, 'years'>),
      years: years.all().map((found) => found.year),
    }),
  };
}
