import { createHash } from 'node:crypto';
import type {
  BorrowingLine,
  BorrowingState,
  Hindrance,
  ReturnedLine,
  ThingKind,
  Way,
} from '../../../shared/api/borrowing-slip.contract';
import type { DossierState } from '../../../shared/api/dossier.contract';
import { EXECUTIVES, type Position } from '../../../shared/api/people.contract';
import { addDays, type Day, daysBetween } from '../../../shared/calendar/working-days';
import { canonicalJson } from '../../db/journal';

/** 借〔2026〕001号: slips run through each year, in the order in which they are submitted. */
export const writeBorrowingNo = (year: string, seq: number): string => `借〔${year}〕${String(seq).padStart(3, '0')}号`;
/** 催〔2026〕001号: notes that call things back. */
export const writeRecallNo = (year: string, seq: number): string => `催〔${year}〕${String(seq).padStart(3, '0')}号`;

/** What the rules need to know of a person. */
export interface Known {
  id: number;
  name: string;
  departmentId: number;
  department: string;
  hasLeft: boolean;
  positions: readonly Position[];
  /** Departments that a deputy manager is in charge of. */
  charges: readonly number[];
}

/** Borrowing, section 6: chairman, general manager and deputy managers borrow directly from the archivist. */
export const borrowsDirectly = ({ positions }: Pick<Known, 'positions'>): boolean =>
  positions.some((its) => EXECUTIVES.includes(its));

/** Chairman and general manager approve for all, a deputy manager for the departments in his or her charge. */
export const leads = ({ positions, charges }: Pick<Known, 'positions' | 'charges'>, departmentId: number): boolean =>
  positions.some((its) => its === 'chairman' || its === 'generalManager') ||
  (positions.includes('deputyManager') && charges.includes(departmentId));

/** Why that person does not approve a request of the borrower; nobody approves the own one, nor one that he or she wrote. */
export function whyNotApprover(
  approver: Known,
  borrower: Pick<Known, 'id' | 'departmentId' | 'department'>,
  its: { madeById: number; no: string },
): Hindrance | undefined {
  const details = { no: its.no, department: borrower.department };
  if (approver.id === borrower.id || approver.id === its.madeById) return { reason: 'ownBorrowing', details };
  return leads(approver, borrower.departmentId) ? undefined : { reason: 'notApproverOfBorrowing', details };
}

/** In which states each act can be done. */
const STATES_OF = {
  submit: ['draft'],
  approve: ['submitted'],
  reject: ['submitted'],
  lend: ['approved'],
  giveBack: ['lent', 'partlyReturned'],
  renew: ['lent', 'partlyReturned'],
  cancel: ['draft', 'submitted', 'approved'],
} as const satisfies Record<string, readonly BorrowingState[]>;
type Act = keyof typeof STATES_OF;

/** Why a slip is past that act, or not there yet. */
export function whyNotNow(act: Act, its: { state: BorrowingState; no: string }): Hindrance | undefined {
  const states: readonly BorrowingState[] = STATES_OF[act];
  if (states.includes(its.state)) return undefined;
  const reason =
    its.state === 'lent' || its.state === 'partlyReturned'
      ? 'borrowingIsLent'
      : its.state === 'submitted' && act === 'lend'
        ? 'borrowingNotApproved'
        : act === 'giveBack' && its.state !== 'closed'
          ? 'borrowingNotLent'
          : 'borrowingIsOver';
  return { reason, details: { no: its.no } };
}

export interface Term {
  classId?: number | undefined;
  position?: Position | undefined;
  days: number;
}
/** Where nobody has laid down anything. */
const DEFAULT_DAYS = 10;

/**
 * In how many days a thing of that class comes back: the rule that says class and position, else the class, else the position,
 * else the rule for all. Of several positions the longest counts.
 */
export function daysFor(terms: readonly Term[], classId: number | undefined, positions: readonly Position[]): number {
  const among = (isMeant: (term: Term) => boolean) =>
    terms.filter(isMeant).reduce((most, { days }) => Math.max(most, days), 0);
  const mine = (position: Position | undefined) => position !== undefined && positions.includes(position);
  return (
    among((its) => classId !== undefined && its.classId === classId && mine(its.position)) ||
    among((its) => classId !== undefined && its.classId === classId && its.position === undefined) ||
    among((its) => its.classId === undefined && mine(its.position)) ||
    among((its) => its.classId === undefined && its.position === undefined) ||
    DEFAULT_DAYS
  );
}

/** Of several things the shortest term counts; what is read in the archive is back the same day. */
export function dueBy(
  terms: readonly Term[],
  asked: { classIds: readonly (number | undefined)[]; positions: readonly Position[]; way: Way; today: Day },
): { dueOn: Day; days: number } {
  const each = asked.classIds.map((classId) => daysFor(terms, classId, asked.positions));
  const days =
    asked.way === 'readHere' ? 0 : each.length === 0 ? daysFor(terms, undefined, asked.positions) : Math.min(...each);
  return { dueOn: addDays(asked.today, days), days };
}

/** A day long past or years away is a slip of the fingers. */
const MOST_DAYS = 366;
/** The entry that is to blame. */
const DUE_FIELD = 'dueOn';
const DUE = { field: DUE_FIELD };
export function whyNotDue(dueOn: Day, today: Day): Hindrance | undefined {
  if (dueOn < today) return { reason: 'borrowingDueInPast', details: { day: dueOn, ...DUE } };
  return daysBetween(today, dueOn) > MOST_DAYS
    ? { reason: 'borrowingDueTooLate', details: { day: dueOn, ...DUE } }
    : undefined;
}

/** A clock that was set back would let a step come before the one that it follows. */
export function whyNotBefore(before: Day | undefined, today: Day): Hindrance | undefined {
  const isBehind = before !== undefined && today < before;
  return isBehind ? { reason: 'clockBehindSlip', details: { day: before, today } } : undefined;
}

/** What is read in the archive is due on the day on which it is handed out, however long the approval has taken. */
export const dueWhenLent = ({ way, dueOn }: { way: Way; dueOn: Day }, today: Day): Day =>
  way === 'readHere' && dueOn < today ? today : dueOn;

/** Calendar days past the day by which it was to be back; a clock that was set back makes none. */
export const overdueDays = (dueOn: Day, today: Day): number => Math.max(0, daysBetween(dueOn, today));

/** What the ledger says of a dossier, by what of it is out: the whole of it, some of it, nothing. */
export function dossierStateOf(
  out: readonly { kind: ThingKind; found: number }[],
): Extract<DossierState, 'received' | 'partlyLent' | 'lent'> {
  if (out.some(({ kind, found }) => kind === 'dossier' && found === 0)) return 'lent';
  return out.length > 0 ? 'partlyLent' : 'received';
}

/** A slip as it is signed by who approves it and, with what was lent, by archivist and borrower. */
export interface SignedSlip {
  no: string;
  borrowerId: number;
  department: string;
  purpose: string;
  way: Way;
  dueOn: Day;
  outsiderName: string;
  outsiderOrganisation: string;
  outsiderDocument: string;
  lines: readonly Pick<
    BorrowingLine,
    'ordinal' | 'kind' | 'dossierId' | 'itemId' | 'titleId' | 'number' | 'name' | 'quantity'
  >[];
}

const sha256 = (signed: object): string => createHash('sha256').update(canonicalJson(signed)).digest('hex');

const signedLine = ({
  ordinal,
  kind,
  dossierId,
  itemId,
  titleId,
  number,
  name,
  quantity,
}: SignedSlip['lines'][number]) => ({
  ...{ ordinal, kind, dossierId, itemId, titleId, number, name, quantity },
});
function signedSlip(its: SignedSlip) {
  const { no, borrowerId, department, purpose, way, dueOn, outsiderName, outsiderOrganisation, outsiderDocument } = its;
  return {
    ...{ no, borrowerId, department, purpose, way, dueOn, outsiderName, outsiderOrganisation },
    ...(outsiderDocument !== '' && { outsiderDocument }),
    lines: its.lines.map(signedLine),
  };
}

/** SHA-256 of what an approver signs (docs/journal-format.md). */
export const decisionHash = (its: SignedSlip, decided: { approved: boolean; opinion: string }): string =>
  sha256({ ...signedSlip(its), ...decided });

/** SHA-256 of what archivist and borrower sign: the lines that go, with how many copies of each, and until when. */
export function lendingHash(
  its: SignedSlip,
  lent: { lentOn: Day; titleSlipId?: number | undefined; copies?: readonly number[] | undefined },
): string {
  const { copies, ...when } = lent;
  const slip = signedSlip(its);
  // What was lent before copies were signed has none of them in it.
  const lines = copies ? slip.lines.map((line, index) => ({ ...line, copies: copies[index] ?? 0 })) : slip.lines;
  return sha256({ ...slip, lines, ...when });
}

/** SHA-256 of what receiver and second person sign. */
export const returnHash = (its: {
  no: string;
  returnedOn: Day;
  titleSlipId?: number | undefined;
  lines: readonly ReturnedLine[];
}): string =>
  sha256({
    ...{ no: its.no, returnedOn: its.returnedOn, titleSlipId: its.titleSlipId },
    lines: its.lines.map(({ lineId, found, condition, remarks, missing, responsibleId, dueOn }) => ({
      ...{ lineId, found, condition, remarks, missing, responsibleId, dueOn },
    })),
  });

/** SHA-256 of what is signed of a renewal, and of what is given up. */
export const renewalHash = (its: {
  no: string;
  fromDueOn: Day;
  newDueOn: Day;
  reason: string;
  granted: boolean;
  opinion: string;
}): string => {
  const { no, fromDueOn, newDueOn, reason, granted, opinion } = its;
  return sha256({ no, fromDueOn, newDueOn, reason, granted, opinion });
};
export const settlementHash = (its: { no: string; lineId: number; settledOn: Day; reason: string }): string => {
  const { no, lineId, settledOn, reason } = its;
  return sha256({ no, lineId, settledOn, reason });
};
