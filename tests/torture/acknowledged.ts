import type { Database } from 'better-sqlite3';
import { openLedger } from '../../electron/db/open';
import {
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PIN,
  registerProject,
  signIn,
} from '../api/office';
import { bringTitles, CUSTODIAN, engageKeepers, MANAGER, registerSafe } from '../api/title-office';
import { verdictOf } from '../db/verdict';

/** A write that the window was told is done: what to look for in the ledger afterwards. */
export type Acknowledged =
  | { kind: 'compiled'; dossierId: number; title: string }
  | { kind: 'given'; no: string }
  | { kind: 'checked'; handoverId: number }
  | { kind: 'acceptedAtB'; handoverId: number }
  | { kind: 'received'; dossierId: number; archiveNo: string }
  /** A slip of title documents, by the reason that stands on it. */
  | { kind: 'moved'; titleId: number; reason: string }
  /** A borrowing slip, by its purpose. */
  | { kind: 'askedFor'; purpose: string }
  /** A certificate that a counter took down in a stocktake, by what was read. */
  | { kind: 'counted'; certificateNo: string };

/** How long an opening took by the clock, and of that on a processor. */
export interface Opening {
  ms: number;
  processorMs: number;
}

export interface AfterKill<List extends string> {
  reopening: Opening;
  events: number;
  /** Of each list, what is not there. */
  missing: Record<List, Acknowledged[]>;
  /** Changes whose event is missing or whose hashes do not fit, broken pages, numbers with a gap: what must be empty. */
  faults: string[];
}

const one = (db: Database, sql: string, ...values: (string | number)[]): unknown =>
  db
    .prepare(sql)
    .pluck()
    .get(...values);

/** Does the ledger hold it? */
function holds(db: Database, fact: Acknowledged): boolean {
  switch (fact.kind) {
    case 'compiled':
      return (
        one(
          db,
          `SELECT 1 FROM change WHERE table_name = 'dossier_item' AND json_extract(after, '$.title') = ?
           AND json_extract(after, '$.dossier_id') = ?`,
          fact.title,
          fact.dossierId,
        ) === 1
      );
    case 'given':
      return one(db, 'SELECT 1 FROM handover WHERE no = ?', fact.no) === 1;
    case 'checked':
      return (
        one(db, 'SELECT count(*) FROM handover_item WHERE handover_id = ? AND pages_found IS NULL', fact.handoverId) ===
        0
      );
    case 'acceptedAtB':
      return one(db, "SELECT 1 FROM handover WHERE id = ? AND state = 'accepted'", fact.handoverId) === 1;
    case 'moved':
      return (
        one(
          db,
          'SELECT 1 FROM title_slip s JOIN title_movement m ON m.slip_id = s.id WHERE s.reason = ? AND m.title_id = ?',
          fact.reason,
          fact.titleId,
        ) === 1
      );
    case 'askedFor':
      return one(db, 'SELECT count(*) FROM borrowing WHERE no IS NOT NULL AND purpose = ?', fact.purpose) === 1;
    case 'counted':
      return one(db, 'SELECT count(*) FROM stocktake_entry WHERE certificate_no = ?', fact.certificateNo) === 1;
    case 'received':
      return one(db, 'SELECT archive_no FROM dossier WHERE id = ?', fact.dossierId) === fact.archiveNo;
  }
}

/** An acceptance is one event: number, place, three signatures and the closed list are all there or all absent. */
const HALF_ACCEPTANCES = `
  SELECT count(*) FROM dossier d LEFT JOIN archive_number n ON n.dossier_id = d.id
  LEFT JOIN handover h ON h.dossier_id = d.id AND h.kind = 'bToArchive' AND h.state = 'accepted'
  WHERE (d.archive_no IS NULL) <> (n.id IS NULL) OR (d.archive_no IS NULL) <> (h.id IS NULL) OR d.archive_no IS NOT n.text
    OR (h.id IS NOT NULL AND (SELECT count(*) FROM signature WHERE handover_id = h.id) <> 4)`;
/** A slip is one event: its movements, both signatures and the opening of the safe are all there, or there is no slip. */
const HALF_SLIPS = `
  SELECT count(*) FROM title_slip s
  WHERE NOT EXISTS (SELECT 1 FROM title_movement WHERE slip_id = s.id)
    OR (SELECT count(*) FROM title_slip_signature WHERE slip_id = s.id) <> 2
    OR NOT EXISTS (SELECT 1 FROM safe_opening_slip o JOIN safe_signature g ON g.subject_kind = 'opening' AND g.subject_id = o.opening_id
                   WHERE o.slip_id = s.id GROUP BY o.opening_id HAVING count(*) = 2)`;
/** A lending is one event: the slip that is lent, its signatures and the movement of the safe, or nothing of them; a return, too. */
const HALF_LENDINGS = `
  SELECT count(*) FROM title_slip s WHERE s.kind IN ('lent', 'returned') AND NOT EXISTS (
    SELECT 1 FROM borrowing b WHERE b.title_slip_id = s.id AND b.lent_on IS NOT NULL
      AND 2 = (SELECT count(*) FROM borrowing_signature g WHERE g.borrowing_id = b.id AND g.role IN ('lender', 'borrower'))
    UNION SELECT 1 FROM borrowing_return r WHERE r.title_slip_id = s.id
      AND 2 = (SELECT count(*) FROM borrowing_signature g WHERE g.return_id = r.id))`;
const NUMBER_GAPS = `
  SELECT count(*) FROM (SELECT class_id, year, max(seq) AS last, count(*) AS n FROM archive_number GROUP BY 1, 2) WHERE last <> n`;

function faultsOf(db: Database): string[] {
  const verdict = verdictOf(db);
  const integrity = String(db.pragma('integrity_check(1)', { simple: true }));
  return [
    ...(verdict.whole ? [] : [`journal: ${verdict.fault} at ${verdict.seq}`]),
    ...(integrity === 'ok' ? [] : [integrity]),
    ...((db.pragma('foreign_key_check') as unknown[]).length === 0 ? [] : ['foreign keys broken']),
    ...(one(db, HALF_ACCEPTANCES) === 0 ? [] : ['half an acceptance']),
    ...(one(db, HALF_SLIPS) === 0 ? [] : ['half a slip']),
    ...(one(db, HALF_LENDINGS) === 0 ? [] : ['half a lending']),
    ...(one(db, NUMBER_GAPS) === 0 ? [] : ['archive numbers with a gap']),
  ];
}

/** Opens the ledger of a program that was killed, as its next start does, and looks what of these lists is there. */
export function lookAfterKill<List extends string>(
  dataDir: string,
  lists: Record<List, readonly Acknowledged[]>,
): AfterKill<List> {
  const { ledger, reopening } = openTimed(dataDir);
  const { db } = ledger;
  try {
    const missing = Object.entries<readonly Acknowledged[]>(lists).map(([list, facts]) => [
      list,
      facts.filter((fact) => !holds(db, fact)),
    ]);
    const events = Number(one(db, 'SELECT max(seq) FROM event'));
    return { reopening, events, missing: Object.fromEntries(missing), faults: faultsOf(db) };
  } finally {
    ledger.close();
  }
}

/** The same of a ledger that was closed as it should be. */
export function openAsUsual(dataDir: string): Opening {
  const { ledger, reopening } = openTimed(dataDir);
  ledger.close();
  return reopening;
}

function openTimed(dataDir: string) {
  const [startedAt, usedBefore] = [performance.now(), process.cpuUsage()];
  const ledger = openLedger(dataDir);
  const { user, system } = process.cpuUsage(usedBefore);
  return { ledger, reopening: { ms: performance.now() - startedAt, processorMs: (user + system) / 1000 } };
}

/** Founds a company with `n` dossiers to hand over in `dataDir`; answers their ids and how people sign in. */
export async function prepareLedger(dataDir: string, n: number) {
  const office = openOffice('2026-03-02T08:00:00+08:00', undefined, dataDir);
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const dossiers: number[] = [];
  for (let i = 1; i <= n; i += 1) {
    const { projectId } = await registerProject(office, people, i);
    dossiers.push(await compileSample(office, projectId));
  }
  await signIn(office, LOGINS.admin);
  const titles = await keepTitles(office, people, n + 1);
  office.close();
  return { dossiers, logins: { ...LOGINS, custodian: CUSTODIAN, manager: MANAGER }, pin: PIN, titles };
}

/** Titles in a safe, to go to the registry or out on slips and come back, and a stocktake that two people count meanwhile. */
async function keepTitles(office: Office, people: People, n: number) {
  const keepers = await engageKeepers(office, people);
  const { compartments } = await registerSafe(office, keepers);
  const [compartmentId = 0] = compartments;
  await signIn(office, LOGINS.archivist);
  const { projectId } = await registerProject(office, people, n);
  const ids = await bringTitles(office, keepers, projectId, compartmentId);
  await signIn(office, LOGINS.archivist);
  const counters = { firstCounterId: people.archivist, secondCounterId: keepers.keeper };
  const { id: stocktakeId } = await office.call('stocktake.start', { scope: 'full', plan: '季末盘点', ...counters });
  const { custodian: custodianId, keeper: secondId } = keepers;
  const lentId = ids.pop() ?? 0;
  return { ids, lentId, compartmentId, custodianId, secondId, confirmerId: people.b, stocktakeId };
}
