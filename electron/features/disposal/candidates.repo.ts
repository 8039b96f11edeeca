import type { Database } from 'better-sqlite3';
import type { DueFilter } from '../../../shared/api/disposal.contract';
import type { DossierState, Place } from '../../../shared/api/dossier.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { WithWhom } from '../../../shared/records/with-whom';
import { present, type Stored } from '../../db/present';
import { WITH_WHOM } from '../../db/with-whom';
import { matchQuery } from '../../search/tokenise';

/** A dossier as it would stand on a list. */
export interface CandidateRow extends WithWhom {
  id: number;
  archiveNo?: string;
  title: string;
  state: DossierState;
  className: string;
  year: number;
  retention: string;
  receivedOn?: Day;
  endedOn?: Day;
  keepUntil?: Day;
  appraisedOn?: Day;
  items: number;
  pages: number;
  place?: Place;
  onList?: { id: number; no: string };
}

type Flat = Omit<CandidateRow, 'place' | 'onList'> & Partial<Place> & { listId?: number; listNo?: string };

const ON_LIST = `SELECT max(v.id) FROM disposal_line l JOIN disposal v ON v.id = l.disposal_id
  WHERE l.dossier_id = d.id AND (v.state = 'submitted' OR (v.state = 'approved' AND v.kind <> 'appraisal'))`;
const ROW = `SELECT d.id, d.archive_no AS archiveNo, d.title, d.state, k.name AS className, d.year, r.name AS retention,
                    d.received_on AS receivedOn, d.ended_on AS endedOn, d.keep_until AS keepUntil, d.appraised_on AS appraisedOn,
                    d.item_count AS items, d.page_count AS pages, p.room, p.cabinet, p.shelf, p.box, o.id AS listId, o.no AS listNo, ${WITH_WHOM.columns}
             FROM dossier d JOIN record_class k ON k.id = d.class_id JOIN retention r ON r.id = d.retention_id
             LEFT JOIN place p ON p.id = d.place_id LEFT JOIN disposal o ON o.id = (${ON_LIST}) ${WITH_WHOM.join}`;

/** Still here, and its term is over; whether somebody has decided since it was over. */
const GROUPS = {
  due: 'd.appraised_on IS NULL OR d.appraised_on <= d.keep_until',
  toDestroy: 'd.appraised_on > d.keep_until',
} as const;
const DUE = "d.keep_until < @today AND d.state IN ('received', 'partlyLent', 'lent')";

function toCandidate(stored: Stored<Flat>): CandidateRow {
  const { room, cabinet, shelf, box, listId, listNo, ...rest } = present<Flat>(stored);
  const stands = room !== undefined && cabinet !== undefined && shelf !== undefined && box !== undefined;
  return {
    ...rest,
    ...(stands && { place: { room, cabinet, shelf, box } }),
    ...(listId !== undefined && listNo !== undefined && { onList: { id: listId, no: listNo } }),
  };
}

export type CandidatesRepo = ReturnType<typeof createCandidatesRepo>;
const MOST_ROWS = 1000;

/** Dossiers as lists look at them; writes nothing. */
export function createCandidatesRepo(db: Database) {
  const byId = db.prepare<[number], Stored<Flat>>(`${ROW} WHERE d.id = ?`);
  // One statement for each combination that is asked for.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const asked = ({ group, classId, text }: DueFilter, today: Day) => {
    const match = matchQuery(text);
    const found = match !== undefined && 'd.id IN (SELECT rowid FROM search_dossier WHERE search_dossier MATCH @match)';
    const conditions = [DUE, `(${GROUPS[group]})`, classId !== undefined && '+d.class_id = @classId', found];
    return { where: conditions.filter(Boolean).join(' AND '), values: { today, classId, match } };
  };
  const page = (filter: DueFilter, today: Day, limit: number) => {
    const { where, values } = asked(filter, today);
    const sql = `${ROW} WHERE ${where} ORDER BY d.keep_until, d.id LIMIT ${limit}`;
    return (statement(sql).all(values) as Stored<Flat>[]).map(toCandidate);
  };
  return {
    byId: (id: number) => {
      const row = byId.get(id);
      return row && toCandidate(row);
    },
    due: (filter: DueFilter, today: Day) => page(filter, today, MOST_ROWS),
    /** Not only as many as a page shows. */
    dueIds: (filter: DueFilter, today: Day): number[] => {
      const { where, values } = asked(filter, today);
      const sql = `SELECT d.id FROM dossier d WHERE ${where} ORDER BY d.keep_until, d.id`;
      return (statement(sql).all(values) as { id: number }[]).map(({ id }) => id);
    },
    dueSums: (filter: DueFilter, today: Day) => {
      const { where, values } = asked(filter, today);
      const sql = `SELECT count(*) AS total, coalesce(sum(d.page_count), 0) AS pages FROM dossier d WHERE ${where}`;
      return statement(sql).get(values) as { total: number; pages: number };
    },
  };
}
