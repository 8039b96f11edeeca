import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { PENALTY_KINDS, type Proposable, type penalty } from '../../../shared/api/penalty.contract';
import type { SignedInContext } from '../../ipc/context';
import { factsOf } from './course.rules';
import type { PenaltyParts } from './penalty.reading';
import { createPenaltyReading } from './penalty.reading';
import {
  decisionHashOf,
  demandOnScale,
  type Matter,
  type Penalty,
  scaleOf,
  statementHashOf,
  stateOf,
  whyNotProposer,
  withdrawHashOf,
} from './penalty.rules';

export type PenaltyService = ReturnType<typeof createPenaltyService>;

const [PENALTY, REWARD] = PENALTY_KINDS;
const ACTS = { penalty: 'penalty.propose', reward: 'penalty.commend' } as const;
/** Whom it is for. */
const FOR = 'staffId';
const SIGNS = { penalty: '罚', reward: '奖' } as const;

/** Penalties and rewards: proposed, answered, decided by somebody who is free of the matter, told; taken back, never changed. */
export function createPenaltyService(parts: PenaltyParts) {
  const { repo, commit, present, cases } = parts;
  const demand = (id: number): Penalty => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchPenalty');
    return found;
  };
  const matterOf = (complaintId: number | undefined): Matter => {
    if (complaintId === undefined) return { accused: [] };
    const { procedure, parties } = cases.demand(complaintId);
    return { definition: procedure.definition, accused: parties.accused };
  };
  const reading = createPenaltyReading({ ...parts, demand, matterOf });

  /** Why nothing may be proposed on a case; a key of errors.json. */
  const whyNotCase = (complaintId: number): string | undefined => {
    const { procedure, now } = cases.demand(complaintId);
    if (procedure.definition.penalties.length === 0) return 'noPenaltyScale';
    return factsOf(procedure.definition, now).justified === true ? undefined : 'penaltyNeedsJustified';
  };

  type Proposed = Pick<
    Penalty,
    'kind' | 'staffId' | 'measure' | 'title' | 'amountFen' | 'points' | 'facts' | 'basis'
  > & {
    complaintId?: number | undefined;
    toAll: boolean;
  };
  const add = (its: Proposed, ctx: SignedInContext): { id: number; no: string } => {
    parts.demandPresent(its.staffId);
    const all = present();
    const departmentId = all.find(({ id }) => id === its.staffId)?.departmentId ?? 0;
    const { complaintId, kind, staffId } = its;
    const by = ctx.actor.staffId;
    const because = whyNotProposer({ kind, staffId, departmentId, proposedBy: by }, matterOf(complaintId), all);
    if (because) throw new AppError('notAllowed', because, { field: FOR });
    return commit(ctx, ACTS[kind], { complaintId, staffId, measure: its.measure }, () => {
      const year = ctx.today.slice(0, 4);
      const no = `${SIGNS[kind]}〔${year}〕${String(repo.numbersOfYear(kind, year) + 1).padStart(3, '0')}号`;
      const row = {
        ...its,
        no,
        departmentId,
        complaintId: complaintId ?? null,
        toAll: Number(its.toAll),
        on: ctx.today,
        by,
      };
      return { id: repo.add(row), no };
    });
  };

  const propose = (input: ParsedOf<typeof penalty.propose>, ctx: SignedInContext) => {
    const { complaintId, staffId, measure, amountFen } = input;
    const { procedure } = cases.demandReadable(complaintId, ctx.actor.staffId);
    const because = whyNotCase(complaintId);
    if (because) throw new AppError('conflict', because, { name: procedure.definition.title });
    const { title, points, toAll } = demandOnScale(procedure.definition, measure, amountFen);
    const stands = (one: Penalty) =>
      one.kind === PENALTY && one.staffId === staffId && ['proposed', 'decided'].includes(stateOf(one));
    const other = repo.ofCase(complaintId).find(stands);
    if (other) throw new AppError('conflict', 'penaltyOnCase', { field: FOR, no: other.no, name: other.person });
    return add({ ...input, kind: PENALTY, title, points, toAll }, ctx);
  };

  const commend = (input: ParsedOf<typeof penalty.commend>, ctx: SignedInContext) => {
    if (input.complaintId !== undefined) cases.demandReadable(input.complaintId, ctx.actor.staffId);
    return add({ ...input, kind: REWARD, measure: '' }, ctx);
  };

  /** Whoever acts is told here why he or she may not, before and after the secret was checked. */
  const demandAct = (
    id: number,
    act: 'state' | 'decide' | 'passUp' | 'tell' | 'withdraw',
    ctx: SignedInContext,
  ): Penalty => {
    const its = reading.demandReadable(id, ctx.actor.staffId);
    const because = reading.whyNot(its, act, ctx.actor.staffId);
    const isOver = reading.isOver(its, act);
    if (because) throw new AppError(isOver ? 'conflict' : 'notAllowed', because, { no: its.no });
    return its;
  };

  const state = (
    { id, way, statement }: Omit<ParsedOf<typeof penalty.state>, 'signature'>,
    ctx: SignedInContext,
  ): void => {
    const its = demandAct(id, 'state', ctx);
    const by = ctx.actor.staffId;
    if (way === 'written' && its.staffId !== by)
      throw new AppError('notAllowed', 'onlyPersonWrites', { field: 'way', name: its.person });
    if (way !== 'written' && its.staffId === by) throw new AppError('notAllowed', 'personWritesOwn', { field: 'way' });
    if (way !== 'refused' && statement === '') throw new AppError('conflict', 'statementEmpty', { field: 'statement' });
    const hash = statementHashOf(its, way, statement);
    commit(ctx, 'penalty.state', { id, way }, () => repo.state({ id, way, statement, on: ctx.today, by, hash }));
  };

  const decide = (input: Omit<ParsedOf<typeof penalty.decide>, 'signature'>, ctx: SignedInContext): void => {
    const { id, granted, opinion } = input;
    const its = demandAct(id, 'decide', ctx);
    if (!granted && opinion === '') throw new AppError('conflict', 'opinionNeeded', { field: 'opinion' });
    const effectiveOn = granted ? input.effectiveOn : undefined;
    if (granted && effectiveOn === undefined)
      throw new AppError('conflict', 'effectiveNeeded', { field: 'effectiveOn' });
    if (effectiveOn !== undefined && effectiveOn < its.proposedOn)
      throw new AppError('conflict', 'effectiveTooEarly', { field: 'effectiveOn', day: its.proposedOn });
    const hash = decisionHashOf(its, granted, opinion, effectiveOn);
    const row = {
      id,
      granted: Number(granted),
      opinion,
      effectiveOn: effectiveOn ?? null,
      on: ctx.today,
      by: ctx.actor.staffId,
      hash,
    };
    commit(ctx, 'penalty.decide', { id, granted }, () => repo.decide(row), opinion || undefined);
  };

  const passUp = ({ id, reason }: ParsedOf<typeof penalty.passUp>, ctx: SignedInContext): void => {
    demandAct(id, 'passUp', ctx);
    commit(
      ctx,
      'penalty.passUp',
      { id },
      () => repo.passUp({ id, reason, on: ctx.today, by: ctx.actor.staffId }),
      reason,
    );
  };

  const tell = ({ id }: ParsedOf<typeof penalty.tell>, ctx: SignedInContext): void => {
    demandAct(id, 'tell', ctx);
    commit(ctx, 'penalty.tell', { id }, () => repo.tell({ id, on: ctx.today, by: ctx.actor.staffId }));
  };

  const withdraw = (
    { id, reason }: Omit<ParsedOf<typeof penalty.withdraw>, 'signature'>,
    ctx: SignedInContext,
  ): void => {
    const its = demandAct(id, 'withdraw', ctx);
    const row = { id, reason, on: ctx.today, by: ctx.actor.staffId, hash: withdrawHashOf(its, reason) };
    commit(ctx, 'penalty.withdraw', { id }, () => repo.withdraw(row), reason);
  };

  const scale = (complaintId: number, ctx: SignedInContext): Proposable => {
    const { its, procedure, parties } = cases.demandReadable(complaintId, ctx.actor.staffId);
    const because = parties.accused.includes(ctx.actor.staffId) ? 'complainedOf' : whyNotCase(complaintId);
    const { title, source } = procedure.definition;
    return {
      ...{ complaintNo: its.no, procedure: title, source, scale: scaleOf(procedure.definition), facts: its.facts },
      ...{ accused: [...parties.accused], proposable: because === undefined },
      ...(because && { notProposableBecause: because }),
    };
  };

  const { whyNot: _, isOver: _over, demandReadable: _readable, ...shown } = reading;
  return { ...shown, demandAct, propose, commend, state, decide, passUp, tell, withdraw, scale };
}
