import { createHash } from 'node:crypto';
import type {
  Decision,
  DisposalKind,
  DisposalLine,
  DisposalRole,
  DisposalState,
} from '../../../shared/api/disposal.contract';
import type { DossierState } from '../../../shared/api/dossier.contract';
import type { ErrorDetails } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';

/** 鉴〔2026〕001号, 销〔2026〕001号, 移出〔2026〕001号: each kind runs through its years. */
const WORDS: Readonly<Record<DisposalKind, string>> = { appraisal: '鉴', destruction: '销', transfer: '移出' };
export const writeDisposalNo = (kind: DisposalKind, year: string, seq: number): string =>
  `${WORDS[kind]}〔${year}〕${String(seq).padStart(3, '0')}号`;

/** A line as it is signed. */
export type SignedLine = Omit<DisposalLine, 'id'>;

export interface SignedDisposal {
  no: string;
  kind: DisposalKind;
  reason: string;
  /** The appraisal that a destruction follows from. */
  appraisalId?: number;
  receiver: string;
  receiverPerson: string;
  receiverDocument: string;
  lines: readonly SignedLine[];
  /** Only in what an approver signs who refuses. */
  refusedBecause?: string;
  /** Only in what is signed when it is carried out. */
  doneOn?: Day;
}

/** SHA-256 of what a person signs (docs/journal-format.md); the keys stand in the order of canonical JSON. */
export function contentHash(its: SignedDisposal): string {
  const { appraisalId, doneOn, kind, no, reason, receiver, receiverDocument, receiverPerson, refusedBecause } = its;
  const signed = JSON.stringify({
    ...{ appraisalId, doneOn, kind, lines: its.lines.map(signedLine), no, reason, receiver },
    ...{ receiverDocument, receiverPerson, refusedBecause },
  });
  return createHash('sha256').update(signed).digest('hex');
}

function signedLine(line: SignedLine) {
  const { archiveNo, className, decision, dossierId, items, keepUntil, keptFrom, newUntil, pages } = line;
  const { remarks, retention, title, year } = line;
  return {
    ...{ archiveNo, className, decision, dossierId, items, keepUntil, keptFrom, newUntil, pages },
    ...{ remarks, retention, title, year },
  };
}

/** What each role signs of a list as it stands. */
export function expectedHashes(
  its: Omit<SignedDisposal, 'refusedBecause' | 'doneOn'> & {
    state: DisposalState;
    closingReason: string;
    doneOn?: Day | undefined;
  },
): (role: DisposalRole) => string {
  const { state, closingReason, doneOn, ...list } = its;
  const listed = contentHash(list);
  const decided = state === 'refused' ? contentHash({ ...list, refusedBecause: closingReason }) : listed;
  const done = doneOn === undefined ? listed : contentHash({ ...list, doneOn });
  return (role) => (role === 'maker' ? listed : role === 'approver' ? decided : done);
}

/** A dossier as an appraisal, a destruction or a transfer looks at it. */
export interface Candidate {
  id: number;
  archiveNo?: string;
  title: string;
  state: DossierState;
  endedOn?: Day;
  keepUntil?: Day;
  receivedOn?: Day;
  /** The open list on which it stands already. */
  onList?: { id: number; no: string };
}

export interface Hindrance {
  reason: string;
  details: ErrorDetails;
}

/** As a person knows it. */
const nameOf = (its: Candidate) => its.archiveNo ?? its.title;

/** Why a dossier cannot be put on such a list, or be carried out on it; `undefined`: nothing is in the way. */
export function whyNotDisposable(its: Candidate, kind: DisposalKind, today: Day): Hindrance | undefined {
  const details = { dossier: nameOf(its) };
  if (its.state === 'lent' || its.state === 'partlyLent') return { reason: 'dossierIsLent', details };
  if (its.state === 'destroyed' || its.state === 'transferred') return { reason: 'dossierIsGone', details };
  if (its.state !== 'received') return { reason: 'dossierNotReceived', details };
  if (its.onList) return { reason: 'dossierOnList', details: { ...details, no: its.onList.no } };
  return kind === 'transfer' ? undefined : whyStillKept(its, today);
}

/** Why the term of a dossier is not over; `undefined` when it is. */
function whyStillKept(its: Candidate, today: Day): Hindrance | undefined {
  const details = { dossier: nameOf(its) };
  if (its.keepUntil === undefined && its.endedOn === undefined) return { reason: 'retentionNotBegun', details };
  if (its.keepUntil === undefined) return { reason: 'retentionForEver', details };
  return its.keepUntil >= today
    ? { reason: 'retentionNotOver', details: { ...details, day: its.keepUntil } }
    : undefined;
}

/** To which day a dossier is kept on: counted from the end of its term, and never over already. */
export function whyNotKeptOn(its: Candidate, newUntil: Day | undefined, today: Day): Hindrance | undefined {
  const dossier = nameOf(its);
  if (newUntil === undefined) return { reason: 'yearsNeeded', details: { dossier } };
  if (newUntil <= today) return { reason: 'keptOnTooShort', details: { dossier, day: newUntil } };
  return newUntil > '2300-12-31' ? { reason: 'keptOnTooLong', details: { dossier } } : undefined;
}

/** Does the list stand, and who decides on it, in the way of that person? */
export function whyNotApprovable(
  its: { state: DisposalState; madeById: number; witnessIds: readonly number[]; appraisedById?: number | undefined },
  staffId: number,
  allowed: boolean,
): string | undefined {
  if (its.state !== 'submitted') return 'listNotWaiting';
  if (!allowed) return 'onlyExecutiveApproves';
  if (its.madeById === staffId || its.appraisedById === staffId) return 'approverMadeIt';
  return its.witnessIds.includes(staffId) ? 'approverIsWitness' : undefined;
}

/** Does an appraisal say that it is to be destroyed? */
export const isCondemned = (line: { decision?: Decision }): boolean => line.decision === 'destroy';
