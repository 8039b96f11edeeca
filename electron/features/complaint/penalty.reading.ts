import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import {
  PENALTY_CHOICES,
  type PenaltyAct,
  type PenaltyChoice,
  type PenaltyRow,
  type PenaltySums,
  type PenaltyView,
  type penalty,
} from '../../../shared/api/penalty.contract';
import { daysBetween } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { CompensationRepo } from './compensation.repo';
import type { ComplaintService } from './complaint.service';
import type { PenaltyRepo } from './penalty.repo';
import {
  type Matter,
  type Penalty,
  penaltyDeciders,
  stateOf,
  whyNotPassUp,
  whyNotPenaltyDecider,
} from './penalty.rules';
import type { Person } from './takers.rules';

export interface PenaltyParts {
  repo: PenaltyRepo;
  compensations: CompensationRepo;
  commit: Commit;
  present(): Person[];
  demandPresent(staffId: number): void;
  allows(staffId: number, permission: Permission): boolean;
  cases: Pick<ComplaintService, 'demand' | 'demandReadable'>;
}

interface Reading extends PenaltyParts {
  demand(id: number): Penalty;
  matterOf(complaintId: number | undefined): Matter;
}

/** As many as a page shows. */
const MOST = 500;
const ACTS: readonly PenaltyAct[] = ['state', 'decide', 'passUp', 'tell', 'withdraw'];

/** Shows penalties and rewards, and says who may do what with them now. */
export function createPenaltyReading({ repo, compensations, present, allows, demand, matterOf }: Reading) {
  /** Why the person may not decide; or who it is for, or nobody of this house. */
  const whyNotDecider = (its: Penalty, staffId: number): string | undefined => {
    const all = present();
    const me = all.find(({ id }) => id === staffId);
    return me ? whyNotPenaltyDecider(its, matterOf(its.complaintId), me, all) : 'notYourPenalty';
  };
  const isFree = (its: Penalty, staffId: number): string | undefined => {
    if (its.staffId === staffId) return 'penaltyIsYours';
    if (matterOf(its.complaintId).accused.includes(staffId)) return 'complainedOf';
    return allows(staffId, 'complaint.oversee') ? undefined : 'notYourPenalty';
  };

  /** Nobody can do that with it any more, or not yet; a key of errors.json. */
  const whyNever = (its: Penalty, act: PenaltyAct): string | undefined => {
    const now = stateOf(its);
    if (now === 'withdrawn' || now === 'refused') return 'penaltyClosed';
    if (act === 'withdraw') return undefined;
    if (act === 'tell')
      return now === 'decided' ? (its.toldOn === undefined ? undefined : 'noticeGiven') : 'penaltyNotDecided';
    if (now === 'decided') return 'penaltyClosed';
    if (act === 'state' && its.kind === 'reward') return 'rewardNeedsNoStatement';
    if (act === 'state' && its.statementWay !== undefined) return 'statementThere';
    if (act === 'passUp' && its.passedUpOn !== undefined) return 'passedUpAlready';
    return act === 'decide' && its.kind === 'penalty' && its.statementWay === undefined ? 'statementNeeded' : undefined;
  };
  const whyNotMe = (its: Penalty, act: PenaltyAct, staffId: number): string | undefined => {
    if (act === 'decide') return whyNotDecider(its, staffId);
    if (act === 'state') return its.staffId === staffId ? undefined : isFree(its, staffId);
    if (act === 'tell') return isFree(its, staffId);
    if (act === 'withdraw' && stateOf(its) === 'proposed')
      return its.proposedBy === staffId ? undefined : 'onlyProposerWithdraws';
    if (act === 'withdraw') return whyNotDecider(its, staffId);
    const all = present();
    const me = all.find(({ id }) => id === staffId);
    return me ? whyNotPassUp(its, matterOf(its.complaintId), me, all) : 'personnelPassesUp';
  };
  const isOver = (its: Penalty, act: PenaltyAct): boolean => whyNever(its, act) !== undefined;
  // Who must keep out of it is told so first.
  const whyNot = (its: Penalty, act: PenaltyAct, staffId: number): string | undefined =>
    act === 'decide'
      ? (whyNotMe(its, act, staffId) ?? whyNever(its, act))
      : (whyNever(its, act) ?? whyNotMe(its, act, staffId));

  const decidersOf = (its: Penalty) => penaltyDeciders(its, matterOf(its.complaintId), present());
  /** Whoever oversees complaints reads all; anybody else what is for, by or before him or her, and what everybody is told. */
  const mayRead = (its: Penalty, staffId: number): boolean =>
    [its.staffId, its.proposedBy, its.decidedBy].includes(staffId) ||
    allows(staffId, 'complaint.oversee') ||
    (its.toAll === 1 && its.toldOn !== undefined) ||
    (stateOf(its) === 'proposed' && decidersOf(its).some(({ id }) => id === staffId));
  const demandReadable = (id: number, staffId: number): Penalty => {
    const its = demand(id);
    if (!mayRead(its, staffId)) throw new AppError('notAllowed', 'notYourPenalty');
    return its;
  };

  const show = (id: number, ctx: SignedInContext): PenaltyView => {
    const its = demandReadable(id, ctx.actor.staffId);
    const me = ctx.actor.staffId;
    const reasons = ACTS.map((act) => [act, whyNot(its, act, me)] as const);
    const {
      statement,
      opinion,
      passedUpReason,
      statementWay,
      statedOn,
      statedBy,
      passedUpOn,
      passedUpBy,
      toldBy,
      withdrawer,
    } = its;
    return {
      ...rowOf(its, ctx.today),
      ...{ statement, opinion, passedUpReason },
      deciders: stateOf(its) === 'proposed' ? decidersOf(its).map(({ name }) => name) : [],
      acts: reasons.filter(([, because]) => because === undefined).map(([act]) => act),
      notBecause: Object.fromEntries(reasons.filter(([act, because]) => because !== undefined && !isOver(its, act))),
      form: its.kind === 'penalty' ? (matterOf(its.complaintId).definition?.forms.penalty ?? '') : '',
      ...(statementWay && { statementWay }),
      ...(statedOn && { statedOn }),
      ...(statedBy && { statedBy }),
      ...(passedUpOn && { passedUpOn }),
      ...(passedUpBy && { passedUpBy }),
      ...(toldBy && { toldBy }),
      ...(withdrawer && { withdrawer }),
    };
  };

  /** Those that the person may read, as they are filtered but for what sort they are. */
  const listed = ({ month, complaintId, text }: Omit<ParsedOf<typeof penalty.list>, 'which'>, ctx: SignedInContext) =>
    (complaintId === undefined ? repo.all() : repo.ofCase(complaintId))
      .filter((its) => mayRead(its, ctx.actor.staffId))
      .map((its) => rowOf(its, ctx.today))
      .filter((row) => (month === undefined || monthOf(row) === month) && (text === '' || says(row, text)));
  const chosen = ({ which, ...rest }: ParsedOf<typeof penalty.list>, ctx: SignedInContext): PenaltyRow[] =>
    listed(rest, ctx).filter((row) => isOf(row, which));

  const paid = ({ month, text }: ParsedOf<typeof penalty.compensations>) =>
    compensations
      .all()
      .filter(
        ({ paidOn, no, paidTo, paidBy }) =>
          (month === undefined || paidOn.startsWith(month)) &&
          (text === '' || [no, paidTo, paidBy].some((its) => its.includes(text))),
      );

  return {
    demandReadable,
    whyNot,
    isOver,
    show,
    chosen,
    paid,
    list: ({ which, ...rest }: ParsedOf<typeof penalty.list>, ctx: SignedInContext) => {
      const all = listed(rest, ctx);
      const rows = all.filter((row) => isOf(row, which));
      return { rows: rows.slice(0, MOST), total: rows.length, sums: sumsOf(all) };
    },
    compensations: (filter: ParsedOf<typeof penalty.compensations>) => {
      const rows = paid(filter);
      return {
        rows: rows.slice(0, MOST),
        total: rows.length,
        sumFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0),
      };
    },
    /** What the person has to write, to decide on, or to hand over. */
    waitingFor: (ctx: SignedInContext): { act: 'state' | 'decide' | 'tell'; row: PenaltyRow }[] => {
      const me = ctx.actor.staffId;
      return repo.open().flatMap((its): { act: 'state' | 'decide' | 'tell'; row: PenaltyRow }[] => {
        const row = rowOf(its, ctx.today);
        if (its.staffId === me && whyNot(its, 'state', me) === undefined) return [{ act: 'state', row }];
        if (whyNot(its, 'decide', me) === undefined) return [{ act: 'decide', row }];
        return its.proposedBy === me && whyNot(its, 'tell', me) === undefined ? [{ act: 'tell', row }] : [];
      });
    },
  };
}

const monthOf = ({ decidedOn, proposedOn, state }: PenaltyRow): string =>
  (state === 'refused' ? proposedOn : (decidedOn ?? proposedOn)).slice(0, 7);

const says = ({ no, person, department, title, complaintNo, facts }: PenaltyRow, text: string): boolean =>
  [no, person, department, title, complaintNo, facts].some((its) => its?.includes(text));

/** Each is in exactly one of the sorts beside all. */
function isOf({ state, kind }: PenaltyRow, which: PenaltyChoice): boolean {
  if (which === 'all') return true;
  if (which === 'waiting') return state === 'proposed';
  if (which === 'undone') return state === 'refused' || state === 'withdrawn';
  return state === 'decided' && kind === (which === 'penalties' ? 'penalty' : 'reward');
}

function sumsOf(rows: readonly PenaltyRow[]): PenaltySums {
  const sum = (which: PenaltyChoice) => {
    const its = rows.filter((row) => isOf(row, which));
    const add = (of: (row: PenaltyRow) => number) => its.reduce((so, row) => so + of(row), 0);
    return { count: its.length, fen: add(({ amountFen }) => amountFen), points: add(({ points }) => points) };
  };
  return Object.fromEntries(PENALTY_CHOICES.map((which) => [which, sum(which)])) as PenaltySums;
}

function rowOf(its: Penalty, today: string): PenaltyRow {
  const {
    id,
    no,
    kind,
    complaintId,
    complaintNo,
    staffId,
    person,
    department,
    title,
    amountFen,
    points,
    facts,
    basis,
  } = its;
  const { proposedOn, proposer, decidedOn, decider, effectiveOn, toldOn, withdrawnOn, withdrawReason } = its;
  const state = stateOf(its);
  return {
    ...{ id, no, kind, staffId, person, department, title, amountFen, points, toAll: its.toAll === 1, facts, basis },
    ...{ state, proposedOn, proposer, withdrawReason },
    waitingDays: state === 'proposed' ? Math.max(0, daysBetween(proposedOn, today)) : 0,
    ...(complaintId !== undefined && { complaintId }),
    ...(complaintNo !== undefined && { complaintNo }),
    ...(decidedOn !== undefined && { decidedOn }),
    ...(decider !== undefined && { decider }),
    ...(effectiveOn !== undefined && { effectiveOn }),
    ...(toldOn !== undefined && { toldOn }),
    ...(withdrawnOn !== undefined && { withdrawnOn }),
  };
}
