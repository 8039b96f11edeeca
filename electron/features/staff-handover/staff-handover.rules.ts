import { createHash } from 'node:crypto';
import type { Employment, Position } from '../../../shared/api/people.contract';
import type { HeldKind, Problem, StaffSignature, WantedSignature } from '../../../shared/api/staff-handover.contract';
import type { Held } from './held.repo';
import type { Choice, ExceptionRow, FrozenLine, Head, Round } from './staff-handover.repo';

/** What the rules need to know of a person. */
export interface Known {
  id: number;
  name: string;
  employment: Employment;
  positions: readonly Position[];
}

/** 交〔2026〕001号: staff handover lists run through each year. */
export const writeStaffHandoverNo = (year: string, seq: number): string =>
  `交〔${year}〕${String(seq).padStart(3, '0')}号`;

/** Who sees that everything is handed over: the head of a department, or an executive. */
const SUPERVISORS: readonly Position[] = ['departmentHead', 'deputyManager', 'generalManager', 'chairman'];
/** Who may let somebody leave with things in hand. */
const EXCEPTERS: readonly Position[] = ['chairman', 'generalManager'];

export const mayExcept = ({ positions }: Known): boolean => positions.some((its) => EXCEPTERS.includes(its));

const keyOf = (its: { kind: HeldKind; recordId: number }) => `${its.kind} ${its.recordId}`;

/** A line with the person it goes to, by number; `undefined` for what stays or is still open. */
export interface Destined extends Held {
  successorId?: number;
  chosen: boolean;
}

/** Everything that is held with where it goes: its own choice, or the successor of all; what follows goes with its project. */
export function destine(things: readonly Held[], choices: readonly Choice[], forAll: number | undefined): Destined[] {
  const chosen = new Map(choices.map((its) => [keyOf(its), its.successorId]));
  const ofProject = (id: number | undefined) => things.find((its) => its.kind === 'projectB' && its.recordId === id);
  return things.map((its) => {
    const leading = its.followsId === undefined ? its : (ofProject(its.followsId) ?? its);
    const own = chosen.get(keyOf(leading));
    const successorId = its.staysFor === undefined ? (own ?? forAll) : undefined;
    return { ...its, chosen: own !== undefined, ...(successorId !== undefined && { successorId }) };
  });
}

/** Why the line cannot go where it is to go; `undefined` when it can, or stays. */
export function whyNotThere(
  line: Destined,
  from: { id: number },
  to: Pick<Known, 'id' | 'name' | 'employment'> | undefined,
): Problem | undefined {
  if (line.staysFor !== undefined) return undefined;
  const details = { title: line.title, name: to?.name ?? '' };
  if (!to) return { reason: 'lineWithoutSuccessor', details };
  if (to.id === from.id) return { reason: 'successorIsLeaver', details };
  if (to.employment !== 'active') return { reason: 'successorNotHere', details };
  if (line.barredIds?.split(',').includes(String(to.id)))
    return { reason: line.kind === 'complaint' ? 'successorComplainedOf' : 'successorHoldsOtherPart', details };
  // The procedure: A prepares, B checks; one person cannot do both.
  return to.id === line.otherId ? { reason: 'successorIsOtherManager', details } : undefined;
}

/** Why that person cannot supervise. */
export function whyNotSupervisor(
  supervisor: Known | undefined,
  fromId: number,
  successors: readonly number[],
): Problem | undefined {
  if (!supervisor) return { reason: 'supervisorMissing', details: {} };
  const details = { name: supervisor.name };
  if (supervisor.employment !== 'active') return { reason: 'supervisorNotHere', details };
  if (supervisor.id === fromId || successors.includes(supervisor.id)) return { reason: 'supervisorIsParty', details };
  const entitled = supervisor.positions.some((its) => SUPERVISORS.includes(its));
  return entitled ? undefined : { reason: 'supervisorNotEntitled', details };
}

/** Everybody who takes something over, in the order of the lines. */
export const successorsOf = (lines: readonly { successorId?: number }[]): number[] => [
  ...new Set(lines.flatMap((line) => line.successorId ?? [])),
];

/** Whether the list still says what the person holds, and what of it stays. */
export function isOutdated(frozen: readonly FrozenLine[], things: readonly Held[]): boolean {
  const texts = (all: readonly (FrozenLine | Held)[]) =>
    all
      .map((its) => `${keyOf(its)} ${its.staysFor ?? ''}`)
      .sort()
      .join('\n');
  return texts(frozen) !== texts(things);
}

/** What people sign: a list as it was when their signatures were asked for. */
export interface Signed {
  head: Pick<Head, 'no' | 'cause' | 'fromId'>;
  round: Omit<Round, 'id' | 'askedAt'>;
  lines: readonly FrozenLine[];
}

/** SHA-256 of what is signed (docs/journal-format.md); the keys stand in the order of canonical JSON. */
export function contentHash({ head, round: its, lines }: Signed, absence?: string): string {
  const { cause, fromId, no } = head;
  const { department, fromName: from, round, supervisorId, supervisorName: supervisor } = its;
  const signed = JSON.stringify({
    absence,
    cause,
    department,
    from,
    fromId,
    lines: lines.map(({ detail, kind, recordId, staysFor, successor, successorId, title }) => ({
      detail,
      kind,
      recordId,
      staysFor,
      successor,
      successorId,
      title,
    })),
    no,
    round,
    supervisor,
    supervisorId,
  });
  return createHash('sha256').update(signed).digest('hex');
}

/** Who has to sign: whoever hands over, everybody who takes something over, the supervisor. */
export function signersOf({ head, round, lines }: Signed): WantedSignature[] {
  const named = new Map(lines.map((line) => [line.successorId, line.successor ?? '']));
  const to = successorsOf(lines).map((staffId) => ({ role: 'to' as const, staffId, name: named.get(staffId) ?? '' }));
  return [
    { role: 'from', staffId: head.fromId, name: round.fromName },
    ...to,
    { role: 'supervisor', staffId: round.supervisorId, name: round.supervisorName },
  ];
}

/** Whoever of them has not signed yet. Somebody else may have signed in the place of whoever hands over. */
export const wantedOf = (
  signers: readonly WantedSignature[],
  given: readonly Pick<StaffSignature, 'role' | 'staffId'>[],
): WantedSignature[] =>
  signers.filter(
    (its) => !given.some(({ role, staffId }) => role === its.role && (role === 'from' || staffId === its.staffId)),
  );

/** What is held, as an exception names it. */
export const heldText = (things: readonly Held[]): string => things.map(keyOf).join(', ');

/** Whether everything that is held now was held when the exception was signed. */
export function covers(exception: Pick<ExceptionRow, 'held'>, things: readonly Held[]): boolean {
  const then = new Set(exception.held.split(', '));
  return things.every((its) => then.has(keyOf(its)));
}

/** SHA-256 of what an executive signs. */
export function exceptionHash({ held, reason, staffId }: Pick<ExceptionRow, 'held' | 'reason' | 'staffId'>): string {
  return createHash('sha256').update(JSON.stringify({ held, reason, staffId })).digest('hex');
}
