import type { Database } from 'better-sqlite3';
import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierState, Holder } from '../../../shared/api/dossier.contract';
import type { LedgerGroup, LedgerRow, LedgerSort, LedgerSummary, ledger } from '../../../shared/api/ledger.contract';
import type { BusinessType } from '../../../shared/api/project.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import { matchQuery } from '../../search/tokenise';

interface Row {
  id: number;
  archiveNo: string | null;
  title: string;
  client: string | null;
  contractNo: string | null;
  businessType: BusinessType;
  year: number;
  items: number;
  pages: number;
  aManager: string | null;
  bManager: string | null;
  room: string | null;
  cabinet: string | null;
  shelf: string | null;
  box: string | null;
  state: DossierState;
  holder: Holder;
  receivedOn: string | null;
  dueOn: string | null;
}

type Listed = ParsedOf<typeof ledger.list>;

const COLUMNS: Readonly<Record<LedgerSort, string>> = {
  archiveNo: 'd.archive_no',
  title: 'd.title',
  client: 'c.name',
  year: 'd.year',
  items: 'd.item_count',
  pages: 'd.page_count',
  receivedOn: 'd.received_on',
  state: 'd.state',
  opened: 'd.id',
};

const JOINED = `dossier d LEFT JOIN project p ON p.id = d.project_id LEFT JOIN client c ON c.id = p.client_id`;
const ROW = `SELECT d.id, d.archive_no AS archiveNo, d.title, c.name AS client, p.contract_no AS contractNo,
                    d.business_type AS businessType, d.year, d.item_count AS items, d.page_count AS pages,
                    a.name AS aManager, b.name AS bManager, d.room, d.cabinet, d.shelf, d.box, d.state, d.holder,
                    d.received_on AS receivedOn, d.due_on AS dueOn
             FROM ${JOINED} LEFT JOIN staff a ON a.id = p.a_manager_id LEFT JOIN staff b ON b.id = p.b_manager_id`;

const FOUND = `(d.id IN (SELECT rowid FROM search_dossier WHERE search_dossier MATCH @match)
  OR p.id IN (SELECT rowid FROM search_project WHERE search_project MATCH @match)
  OR p.client_id IN (SELECT rowid FROM search_client WHERE search_client MATCH @match))`;

const GROUPS: Readonly<Record<LedgerGroup, string>> = {
  received: `d.state IN ('received', 'partlyLent', 'lent')`,
  underway: `d.state IN ('collecting', 'underReview')`,
  receivedThisMonth: 'd.received_on BETWEEN @month AND @today',
};

/** Only the conditions that are asked for, so that SQLite can choose the index of each. */
function conditions(filter: Listed['filter'], match: string | undefined): string {
  const asked = [
    match !== undefined && FOUND,
    filter.businessType !== undefined && 'd.business_type = @businessType',
    filter.year !== undefined && 'd.year = @year',
    filter.state !== undefined && 'd.state = @state',
    filter.group !== undefined && GROUPS[filter.group],
    filter.managerId !== undefined && '(p.a_manager_id = @managerId OR p.b_manager_id = @managerId)',
    filter.lateOnly && 'd.due_on < @today',
  ].filter((condition) => condition !== false);
  return asked.length > 0 ? `WHERE ${asked.join(' AND ')}` : '';
}

function toRow(row: Row, today: Day): LedgerRow {
  const { room, cabinet, shelf, box, ...rest } = row;
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const place =
    room !== null && cabinet !== null && shelf !== null && box !== null ? { place: { room, cabinet, shelf, box } } : {};
  const lateDays = row.dueOn === null ? 0 : Math.max(0, daysBetween(row.dueOn, today));
  return { ...kept, ...place, lateDays } as LedgerRow;
}

export type LedgerRepo = ReturnType<typeof createLedgerRepo>;

/** Reads across dossiers; writes nothing. */
export function createLedgerRepo(db: Database) {
  // Kept by their text: the same few questions come again with every key and every scroll.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const summary = db.prepare<{ today: string; month: string }, Omit<LedgerSummary, 'years'>>(
    `SELECT (SELECT count(*) FROM dossier WHERE state IN ('received', 'partlyLent', 'lent')) AS received,
            (SELECT count(*) FROM dossier WHERE state IN ('collecting', 'underReview')) AS underway,
            (SELECT count(*) FROM dossier WHERE due_on < @today) AS late,
            (SELECT count(*) FROM dossier WHERE received_on >= @month AND received_on <= @today) AS receivedThisMonth`,
  );
  const years = db.prepare<[], { year: number }>('SELECT DISTINCT year FROM dossier ORDER BY year DESC');
  return {
    list: ({ filter, sort, descending, offset, limit }: Listed, today: Day) => {
      const match = matchQuery(filter.text);
      const where = conditions(filter, match);
      const { text: _, lateOnly: __, group: ___, ...asked } = filter;
      const values = { ...asked, today, month: `${today.slice(0, 7)}-01`, match };
      const direction = descending ? 'DESC' : 'ASC';
      const order = sort === 'opened' ? `d.id ${direction}` : `${COLUMNS[sort]} ${direction}, d.id ${direction}`;
      const rows = statement(`${ROW} ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`).all({
        ...values,
        limit,
        offset,
      }) as Row[];
      const sum = statement(
        `SELECT count(*) AS total, coalesce(sum(d.page_count), 0) AS pages FROM ${JOINED} ${where}`,
      ).get(values);
      return { rows: rows.map((row) => toRow(row, today)), ...(sum as { total: number; pages: number }) };
    },
    summary: (today: Day): LedgerSummary => ({
      ...(summary.get({ today, month: `${today.slice(0, 7)}-01` }) as Omit<LedgerSummary, 'years'>),
      years: years.all().map((row) => row.year),
    }),
  };
}
