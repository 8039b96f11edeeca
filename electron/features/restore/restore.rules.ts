import { createHash } from 'node:crypto';
import { EXECUTIVES, type StaffRow } from '../../../shared/api/people.contract';
import {
  BAG_CHECKS,
  type BagCheck,
  type CheckState,
  type LostKind,
  type RestoreSigner,
} from '../../../shared/api/restore.contract';
import { canonicalJson } from '../../db/journal';

/** What was looked at when a backup was refused for that reason; everything about its files where nothing else is meant. */
const CHECK_OF: Readonly<Record<string, BagCheck>> = {
  bagNotOurs: 'ours',
  bagOfOtherCompany: 'ours',
  bagNewer: 'schema',
  bagSchemaAltered: 'schema',
  noCompanyYet: 'head',
  bagHeadDiffers: 'head',
  bagLedgerDamaged: 'integrity',
  bagNotOpened: 'opens',
  bagJournalBroken: 'journal',
};

/** How far the checks of a backup came: what stands before the fault was found good, what stands after it was not looked at. */
export function checkStates(fault: string | undefined, missingScans: number): Record<BagCheck, CheckState> {
  const failedAt = fault === undefined ? BAG_CHECKS.length : BAG_CHECKS.indexOf(CHECK_OF[fault] ?? 'files');
  const state = (check: BagCheck, at: number): CheckState => {
    if (at === failedAt) return 'failed';
    if (at > failedAt) return 'notReached';
    return check === 'scans' && missingScans > 0 ? 'warned' : 'passed';
  };
  return Object.fromEntries(BAG_CHECKS.map((check, at) => [check, state(check, at)])) as Record<BagCheck, CheckState>;
}

/**
 * Who may sign a restore: first somebody who makes backups, second an executive; where no executive can sign, a second one who
 * makes backups. They are never the same person, but a person may stand in both lists.
 */
export function signersAmong(
  staff: readonly StaffRow[],
  mayBackUp: (staffId: number) => boolean,
): { first: RestoreSigner[]; second: RestoreSigner[] } {
  const able = staff.filter((its) => its.employment !== 'left' && (its.hasPassword || its.hasPin));
  const named = (its: readonly StaffRow[]) => its.map(({ id: staffId, name }) => ({ staffId, name }));
  const first = able.filter(({ id }) => mayBackUp(id));
  const executives = able.filter(({ positions }) => positions.some((its) => EXECUTIVES.includes(its)));
  // One executive alone who also makes the backups could not find a second.
  const second = executives.some(({ id }) => first.some((other) => other.id !== id)) ? executives : first;
  return { first: named(first), second: named(second) };
}

/** Acts on the program itself: a hundred of them must not hide one that moved a title. */
const OF_THE_PROGRAM: readonly string[] = [
  ...['audit', 'backup', 'clock', 'export', 'permission', 'print', 'restore', 'secret'],
  ...['people.signIn', 'people.signOut', 'people.lock', 'people.unlock'],
];

/** What would be lost of the office's records is named first, however seldom it was. */
export function recordsFirst(kinds: readonly { action: string; count: number }[]): LostKind[] {
  const all = kinds.map((its) => ({
    ...its,
    ofRecords: ![its.action, its.action.split('.')[0] ?? ''].some((part) => OF_THE_PROGRAM.includes(part)),
  }));
  return [...all.filter(({ ofRecords }) => ofRecords), ...all.filter(({ ofRecords }) => !ofRecords)];
}

/** What two people sign; docs/journal-format.md, "Signatures". */
export interface SignedRestore {
  restoredAt: string;
  place: string;
  name: string;
  seq: number;
  head: string;
  oldSeq: number | null;
  oldHead: string | null;
  lostEvents: number;
  althoughNewer: 0 | 1;
  aside: string;
  firstName: string;
  secondName: string;
}

export function restoreHash({ oldSeq, oldHead, althoughNewer, ...its }: SignedRestore): string {
  const old = oldSeq === null || oldHead === null ? {} : { oldSeq, oldHead };
  const signed = canonicalJson({ ...its, ...old, althoughNewer: althoughNewer === 1 });
  return createHash('sha256').update(signed).digest('hex');
}

/** The last event that two journals have in common, when each hash stands for all before it; 0 when there is none. */
export function lastShared(
  most: number,
  hashOf: (seq: number) => string | undefined,
  otherOf: (seq: number) => string | undefined,
): number {
  let shared = 0;
  for (let low = 1, high = most; low <= high; ) {
    const seq = Math.floor((low + high) / 2);
    if (hashOf(seq) !== undefined && hashOf(seq) === otherOf(seq)) {
      shared = seq;
      low = seq + 1;
    } else high = seq - 1;
  }
  return shared;
}
