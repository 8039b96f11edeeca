import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/api/errors';
import type { Measure, PenaltyKind, PenaltyState, StatementWay } from '../../../shared/api/penalty.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Procedure, Role, Step } from '../../../shared/complaint/procedure';
import { canonicalJson } from '../../db/journal';
import { type Parties, type Person, takersOf, whyNotTaker } from './takers.rules';

/** A penalty or a reward as it stands in its table. */
export interface Penalty {
  id: number;
  no: string;
  kind: PenaltyKind;
  complaintId?: number;
  complaintNo?: string;
  staffId: number;
  person: string;
  departmentId: number;
  department: string;
  measure: string;
  title: string;
  amountFen: number;
  points: number;
  toAll: number;
  facts: string;
  basis: string;
  proposedOn: Day;
  proposedBy: number;
  proposer: string;
  passedUpBy?: string;
  passedUpOn?: Day;
  passedUpReason: string;
  statementWay?: StatementWay;
  statement: string;
  statedOn?: Day;
  statedBy?: string;
  statementHash?: string;
  granted?: number;
  opinion: string;
  effectiveOn?: Day;
  decidedOn?: Day;
  decidedBy?: number;
  decider?: string;
  decisionHash?: string;
  toldOn?: Day;
  toldBy?: string;
  withdrawnOn?: Day;
  withdrawer?: string;
  withdrawReason: string;
  withdrawHash?: string;
}

/** What decides on who decides: the case's procedure and whom the case is about, or neither for a reward without a case. */
export interface Matter {
  definition?: Procedure | undefined;
  accused: readonly number[];
}

export function stateOf({ granted, withdrawnOn }: Pick<Penalty, 'granted' | 'withdrawnOn'>): PenaltyState {
  if (withdrawnOn !== undefined) return 'withdrawn';
  if (granted === undefined) return 'proposed';
  return granted === 1 ? 'decided' : 'refused';
}

export const scaleOf = ({ penalties }: Procedure): Measure[] =>
  penalties.map(({ notice, ...its }) => ({ ...its, toAll: notice }));

/** The line of the scale that an amount keeps to; refuses what is outside it, and says what the scale is. */
export function demandOnScale(its: Procedure, code: string, amountFen: number): Measure {
  const scale = scaleOf(its);
  if (scale.length === 0) throw new AppError('conflict', 'noPenaltyScale', { name: its.title });
  const found = scale.find((one) => one.code === code);
  if (!found) throw new AppError('conflict', 'measureUnknown', { field: 'measure', name: its.title });
  const { title, leastFen, mostFen } = found;
  if (amountFen >= leastFen && amountFen <= mostFen) return found;
  const [least, most] = [leastFen / 100, mostFen / 100];
  const reason = least === most ? 'penaltyIsFixed' : 'penaltyOutsideScale';
  throw new AppError('conflict', reason, { field: 'amountFen', name: title, least, most });
}

const EXECUTIVES = ['generalManager', 'deputyManager', 'chairman'] as const;

/** Whose decision it is before anybody must keep out of it. The head of a department decides for it, and on none of the executives. */
function rolesOf(
  its: Pick<Penalty, 'kind' | 'passedUpOn' | 'staffId'>,
  { definition }: Matter,
  present: readonly Person[],
): Role[] {
  const person = present.find(({ id }) => id === its.staffId);
  const isExecutive = EXECUTIVES.some((position) => person?.positions.includes(position));
  if (its.passedUpOn !== undefined || isExecutive) return ['generalManager'];
  return its.kind === 'penalty' && definition ? definition.penaltyBy : ['headOfUnit'];
}

const stepOf = (does: Step['does'], by: Role[]): Step => ({
  ...{ code: 'penalty', title: '', does, by, required: true, fields: [] },
});

type Decided = Pick<Penalty, 'kind' | 'staffId' | 'departmentId' | 'proposedBy' | 'passedUpOn'>;

const partiesOf = (its: Decided, { accused }: Matter): Parties => ({
  ...{ accused: [...accused, its.staffId], unitId: its.departmentId, proposerId: its.proposedBy },
});

/** Why somebody may not decide on it; a key of errors.json. Whoever it is for, is complained of, or has proposed it never decides. */
export function whyNotPenaltyDecider(
  its: Decided,
  matter: Matter,
  person: Person,
  present: readonly Person[],
): string | undefined {
  if (person.id === its.staffId) return 'penaltyIsYours';
  const step = stepOf('approve', rolesOf(its, matter, present));
  const because = whyNotTaker(step, person, partiesOf(its, matter), present);
  if (because === 'ownSolution') return 'ownPenalty';
  return because === 'notYourStep' ? 'notYourPenalty' : because;
}

export const penaltyDeciders = (its: Decided, matter: Matter, present: readonly Person[]): readonly Person[] =>
  takersOf(stepOf('approve', rolesOf(its, matter, present)), partiesOf(its, matter), present);

const headsOf = ({ departmentId }: Decided, present: readonly Person[]): readonly Person[] =>
  present.filter((one) => one.departmentId === departmentId && one.positions.includes('departmentHead'));

/** The personnel managers who are free of the matter. */
const personnelOf = (its: Decided, matter: Matter, present: readonly Person[]): readonly Person[] =>
  present.filter(
    ({ id, positions }) => positions.includes('hrManager') && id !== its.staffId && !matter.accused.includes(id),
  );

/** Why somebody may not propose it; a key of errors.json. Over a head who must keep out of it the personnel manager proposes. */
export function whyNotProposer(its: Decided, matter: Matter, present: readonly Person[]): string | undefined {
  if (matter.accused.includes(its.proposedBy)) return 'complainedOf';
  if (its.staffId === its.proposedBy) return 'penaltyForOneself';
  const byHead = rolesOf(its, matter, present).includes('headOfUnit');
  const heads = headsOf(its, present);
  const avoid = heads.length > 0 && heads.every(({ id }) => id === its.staffId || matter.accused.includes(id));
  if (!byHead || !avoid) return undefined;
  const personnel = personnelOf(its, matter, present);
  return personnel.length === 0 || personnel.some(({ id }) => id === its.proposedBy) ? undefined : 'personnelProposes';
}

/** Why somebody may not take it over the head who does not act; a key of errors.json. */
export function whyNotPassUp(
  its: Decided,
  matter: Matter,
  person: Person,
  present: readonly Person[],
): string | undefined {
  if (person.id === its.staffId) return 'penaltyIsYours';
  if (matter.accused.includes(person.id)) return 'complainedOf';
  const isHeads = rolesOf(its, matter, present).includes('headOfUnit');
  const deciders = penaltyDeciders(its, matter, present);
  if (!isHeads || !deciders.some(({ positions }) => positions.includes('departmentHead'))) return 'noHeadToPass';
  const personnel = takersOf(stepOf('work', ['hrManager']), partiesOf(its, matter), present);
  return personnel.some(({ id }) => id === person.id) ? undefined : 'personnelPassesUp';
}

const hashOf = (signed: object): string => createHash('sha256').update(canonicalJson(signed)).digest('hex');

/** What was proposed, as everybody who signs has it before him or her. */
const proposal = ({
  no,
  kind,
  complaintId,
  staffId,
  measure,
  title,
  amountFen,
  points,
  toAll,
  facts,
  basis,
  proposedBy,
}: Penalty) => ({
  ...{
    no,
    kind,
    complaintId: complaintId ?? null,
    staffId,
    measure,
    title,
    amountFen,
    points,
    toAll,
    facts,
    basis,
    proposedBy,
  },
});

/** SHA-256 of what is signed (docs/journal-format.md): the proposal, and what is said to it. */
export const statementHashOf = (its: Penalty, way: StatementWay, statement: string): string =>
  hashOf({ ...proposal(its), way, statement });
export const decisionHashOf = (its: Penalty, granted: boolean, opinion: string, effectiveOn: Day | undefined): string =>
  hashOf({
    ...proposal(its),
    statementHash: its.statementHash ?? null,
    granted,
    opinion,
    effectiveOn: effectiveOn ?? null,
  });
export const withdrawHashOf = (its: Penalty, reason: string): string =>
  hashOf({ ...proposal(its), decisionHash: its.decisionHash ?? null, reason });

/** Does everything that was signed fit what stands in the table? */
export function isAsSigned(its: Penalty): boolean {
  const {
    statementWay,
    statement,
    statementHash,
    granted,
    opinion,
    effectiveOn,
    decisionHash,
    withdrawReason,
    withdrawHash,
  } = its;
  const fits = [
    statementWay === undefined || statementHash === statementHashOf(its, statementWay, statement),
    granted === undefined || decisionHash === decisionHashOf(its, granted === 1, opinion, effectiveOn),
    withdrawHash === undefined || withdrawHash === withdrawHashOf(its, withdrawReason),
  ];
  return fits.every(Boolean);
}
