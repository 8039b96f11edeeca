import type { Database } from 'better-sqlite3';
import type { ParsedOf } from '../../../shared/api/contract';
import { DOSSIER_STATES, type DossierState, type Holder, type Secrecy } from '../../../shared/api/dossier.contract';
import type {
  LedgerQuestion,
  LedgerRow,
  LedgerSort,
  LedgerSummary,
  LedgerSums,
  ledger,
} from '../../../shared/api/ledger.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import type { WithWhom } from '../../../shared/records/with-whom';
import { present, type Stored } from '../../db/present';
import { WITH_WHOM } from '../../db/with-whom';
import { ahead } from '../../ipc/ahead';
import type { HeldColumns } from './held-columns';
import { createHeldLedger, type HeldLedger } from './held-ledger';
import { createLists } from './remembered-lists';
import { createTally, type Tally } from './tally';

interface Row extends Stored<WithWhom> {
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

/** In the order of the ids that are asked for. */
const ROWS = `SELECT d.id, d.archive_no AS archiveNo, d.title, c.name AS client, p.contract_no AS contractNo,
                    d.class_id AS classId, k.name AS className, d.year, d.volume_count AS volumes, d.item_count AS items,
                    d.page_count AS pages, a.name AS aManager, b.name AS bManager, s.name AS keeper, l.room, l.cabinet, l.shelf,
                    l.box, d.retention_id AS retentionId, r.name AS retention, d.secrecy, d.state, d.holder,
                    d.received_on AS receivedOn, d.ended_on AS endedOn, d.keep_until AS keepUntil, d.remarks, d.due_on AS dueOn,
                    ${WITH_WHOM.columns}
             FROM json_each(?) j JOIN dossier d ON d.id = j.value JOIN record_class k ON k.id = d.class_id JOIN retention r ON r.id = d.retention_id
             LEFT JOIN project p ON p.id = d.project_id LEFT JOIN client c ON c.id = coalesce(d.client_id, p.client_id)
             LEFT JOIN staff a ON a.id = p.a_manager_id LEFT JOIN staff b ON b.id = p.b_manager_id
             LEFT JOIN staff s ON s.id = d.keeper_id LEFT JOIN place l ON l.id = d.place_id ${WITH_WHOM.join}
             ORDER BY j.key`;

function toRow({ room, cabinet, shelf, box, ...row }: Row, today: Day): LedgerRow {
  const lateDays = row.dueOn === null || row.dueOn >= today ? 0 : daysBetween(row.dueOn, today);
  const its = present<Omit<LedgerRow, 'place' | 'lateDays'>>(row);
  if (room === null || cabinet === null || shelf === null || box === null) return { ...its, lateDays };
  return { ...its, place: { room, cabinet, shelf, box }, lateDays };
}

type Listed = ParsedOf<typeof ledger.list>;

export type LedgerRepo = ReturnType<typeof createLedgerRepo>;

/** Reads across dossiers; writes nothing. */
export function createLedgerRepo(db: Database) {
  const held = createHeldLedger(db);
  const lists = createLists(db, held);
  const rows = db.prepare<[string], Row>(ROWS);
  const rowsOf = (ids: readonly number[], today: Day) => rows.all(JSON.stringify(ids)).map((row) => toRow(row, today));
  const summaryOf = createSummary(held);
  const may = () => {
    if (!db.open) return 'stop';
    // A long act writes: what it has written so far may be taken back.
    return db.inTransaction ? 'wait' : 'goOn';
  };
  function* everything(): Generator<void> {
    yield* held.ahead();
    yield* lists.keepUp();
  }
  let isGoingAhead = false;
  return {
    list: (asked: Listed, today: Day): { rows: LedgerRow[] } & LedgerSums => {
      const found = lists.find(asked, today);
      return { rows: rowsOf(found.page(asked), today), ...found.sums };
    },
    /** All that the list holds, in its order: what a long export goes through piece by piece. */
    ids: (question: LedgerQuestion, today: Day): number[] => {
      const ids = Array.from(lists.find(question, today).ids());
      return question.descending ? ids.reverse() : ids;
    },
    byId: (id: number, today: Day): LedgerRow | undefined => rowsOf([id], today)[0],
    summary: summaryOf,
    /** Answers at once where it can; otherwise reads what is lacking first, and others are answered in between. */
    whenReady: <T>(sort: LedgerSort, answer: () => T): T | Promise<T> =>
      held.isReadyFor(sort) ? answer() : ahead(held.ahead(sort), may).then(answer),
    /** Reads, in the time between other things, what is asked for sooner or later. */
    goAhead: (): void => {
      if (isGoingAhead) return;
      isGoingAhead = true;
      const end = () => {
        isGoingAhead = false;
      };
      // What fails here fails again when it is asked for, and is told then.
      void ahead(everything(), may).then(end, end);
    },
  };
}

/** The numbers over the ledger: each is the sum of the list that it opens. They follow what changes. */
function createSummary(held: HeldLedger) {
  let known: { version: number; today: Day; tally: Tally; summary: LedgerSummary } | undefined;
  const read = (tally: Tally): LedgerSummary => {
    const { states, classes, years, ...counts } = tally.now();
    const byState = states.flatMap(({ value, ...its }) => {
      const state = DOSSIER_STATES[value - 1];
      return state ? [{ state, ...its }] : [];
    });
    const inStates = (...those: DossierState[]) =>
      byState.filter(({ state }) => those.includes(state)).reduce((sum, { total }) => sum + total, 0);
    const all = { total: 0, volumes: 0, items: 0, pages: 0 };
    for (const its of byState) for (const name of SUMMED) all[name] += its[name];
    return {
      all,
      received: inStates('received', 'partlyLent', 'lent'),
      underway: inStates('collecting', 'underReview'),
      ...counts,
      byState,
      byClass: classes.map(({ value, ...its }) => ({ classId: value, ...its })),
      years: years.reverse(),
    };
  };
  const followed = (today: Day): Tally | undefined => {
    if (known?.today !== today) return undefined;
    const since = held.since(known.version);
    if (since) {
      known.tally.add(since.before, -1);
      known.tally.add(since.after, 1);
    }
    return since && known.tally;
  };
  const counted = (columns: HeldColumns, today: Day): Tally => {
    const tally = createTally(today);
    tally.add(columns, 1);
    return tally;
  };
  return (today: Day): LedgerSummary => {
    const { columns, version } = held.upToDate();
    if (known?.version === version && known.today === today) return known.summary;
    const tally = followed(today) ?? counted(columns, today);
    known = { version, today, tally, summary: read(tally) };
    return known.summary;
  };
}
const SUMMED = ['total', 'volumes', 'items', 'pages'] as const;
