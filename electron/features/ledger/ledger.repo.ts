import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import type { ParsedOf } from '../../../shared/api/contract';
import { DOSSIER_STATES, type DossierState, type Holder, type Secrecy } from '../../../shared/api/dossier.contract';
import {
  type LedgerGroup,
  type LedgerQuestion,
  type LedgerRow,
  type LedgerSummary,
  type LedgerSums,
  type ledger,
  ledgerFilter,
} from '../../../shared/api/ledger.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import { createHeldLedger, type HeldLedger } from './held-ledger';
import { createLists, type FoundList } from './remembered-lists';
import { sumsBy } from './sieve';

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

/** A page of a list that stands lowest first. */
function pageOf({ ids }: FoundList, { descending, offset, limit }: Listed): number[] {
  if (!descending) return [...ids.subarray(offset, offset + limit)];
  const end = Math.max(0, ids.length - offset);
  return [...ids.subarray(Math.max(0, end - limit), end)].reverse();
}

type Listed = ParsedOf<typeof ledger.list>;

export type LedgerRepo = ReturnType<typeof createLedgerRepo>;

/** Reads across dossiers; writes nothing. */
export function createLedgerRepo(db: Database) {
  const held = createHeldLedger(db);
  const lists = createLists(db, held);
  const { listOf } = lists;
  const row = db.prepare<[number], Row>(ROW);
  const summaryOf = createSummary(held, lists);
  return {
    list: (asked: Listed, today: Day): { rows: LedgerRow[] } & LedgerSums => {
      const found = listOf(asked, today);
      const rows = pageOf(found, asked).flatMap((id) => row.get(id) ?? []);
      return { rows: rows.map((its) => toRow(its, today)), ...found.sums };
    },
    /** All that the list holds, in its order: what a long export goes through piece by piece. */
    ids: (question: LedgerQuestion, today: Day): number[] => {
      const ids = Array.from(listOf(question, today).ids);
      return question.descending ? ids.reverse() : ids;
    },
    byId: (id: number, today: Day): LedgerRow | undefined => {
      const found = row.get(id);
      return found && toRow(found, today);
    },
    summary: summaryOf,
  };
}

/** The numbers over the ledger: each is the sum of the list that it opens. */
function createSummary(held: HeldLedger, { sumsOf }: ReturnType<typeof createLists>) {
  let known: { version: number; today: Day; summary: LedgerSummary } | undefined;
  const read = (today: Day): LedgerSummary => {
    const { columns } = held.upToDate();
    const { state, classId, year } = columns.of;
    const sums = (filter: z.input<typeof ledgerFilter>) => sumsOf(ledgerFilter.parse(filter), today);
    const group = (name: LedgerGroup) => sums({ group: name }).total;
    return {
      all: sums({}),
      received: group('received'),
      underway: group('underway'),
      late: sums({ lateOnly: true }).total,
      receivedThisMonth: group('receivedThisMonth'),
      dueForAppraisal: group('dueForAppraisal'),
      withoutPlace: group('withoutPlace'),
      byState: sumsBy(columns, state).flatMap(({ value, ...its }) => {
        const word = DOSSIER_STATES[value - 1];
        return word ? [{ state: word, ...its }] : [];
      }),
      byClass: sumsBy(columns, classId).map(({ value, ...its }) => ({ classId: value, ...its })),
      years: sumsBy(columns, year)
        .map(({ value }) => value)
        .reverse(),
    };
  };
  return (today: Day): LedgerSummary => {
    const { version } = held.upToDate();
    if (known?.version !== version || known.today !== today) known = { version, today, summary: read(today) };
    return known.summary;
  };
}
