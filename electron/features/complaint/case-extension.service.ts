import type {
  CaseExtensionState,
  CaseExtensionView,
  caseExtension,
  ExtensionsOfCase,
  RunningLimit,
} from '../../../shared/api/case-extension.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { demandLaterDay } from '../../../shared/calendar/later-day';
import { daysBetween } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { CaseExtensionRepo } from './case-extension.repo';
import { type CaseExtension, caseExtensionHash, whyNotAsker, whyNotDecider } from './case-extension.rules';
import type { ComplaintService } from './complaint.service';
import type { Person } from './takers.rules';
import type { Whole } from './whole-case';

interface Parts {
  repo: CaseExtensionRepo;
  commit: Commit;
  present(): Person[];
  cases: Pick<ComplaintService, 'demandReadable' | 'demand' | 'deadlines'>;
}

export type CaseExtensionService = ReturnType<typeof createCaseExtensionService>;

/** More time for a limit of a complaint: asked for with a reason, counting once an approver has signed. */
export function createCaseExtensionService(parts: Parts) {
  const { repo, commit, cases, present } = parts;

  const running = (whole: Whole, ctx: SignedInContext): RunningLimit[] =>
    whole.now.closed
      ? []
      : cases
          .deadlines(whole, ctx)
          .filter(({ metOn }) => metOn === undefined)
          .map(({ code, title, dueOn }) => ({ code, title, dueOn }));
  const isRunning = (its: CaseExtension, whole: Whole, ctx: SignedInContext): boolean =>
    its.round === whole.now.round && running(whole, ctx).some(({ code }) => code === its.limitCode);

  const whyNotAsk = (whole: Whole, limits: readonly RunningLimit[], staffId: number): string | undefined => {
    if (whole.now.closed) return 'complaintClosed';
    const all = present();
    const me = all.find(({ id }) => id === staffId);
    const because = me ? whyNotAsker(whole.course.next, me, whole.parties, all) : 'onlyHandlerAsks';
    return because ?? (limits.length === 0 ? 'noLimitRuns' : undefined);
  };

  const ask = (input: ParsedOf<typeof caseExtension.ask>, ctx: SignedInContext): { id: number } => {
    const { complaintId, limit, newDueOn, reason } = input;
    const whole = cases.demandReadable(complaintId, ctx.actor.staffId);
    const limits = running(whole, ctx);
    const because = whyNotAsk(whole, limits, ctx.actor.staffId);
    const isOver = whole.now.closed || limits.length === 0;
    if (because) throw new AppError(isOver ? 'conflict' : 'notAllowed', because, { no: whole.its.no });
    const its = limits.find(({ code }) => code === limit);
    if (!its) throw new AppError('conflict', 'limitNotRunning');
    const { round } = whole.now;
    const waits = (one: CaseExtension) => one.state === 'waiting' && one.round === round && one.limitCode === limit;
    if (repo.ofCase(complaintId).some(waits))
      throw new AppError('conflict', 'limitExtensionWaits', { name: its.title });
    demandLaterDay(newDueOn, its.dueOn, ctx.today);
    const asked = {
      complaintId,
      round,
      limitCode: limit,
      askerId: ctx.actor.staffId,
      dueOn: its.dueOn,
      newDueOn,
      reason,
    };
    const add = () => repo.add({ ...asked, on: ctx.today });
    return { id: commit(ctx, 'caseExtension.ask', { complaintId, limit, newDueOn }, add, reason) };
  };

  const demandWaiting = (id: number, ctx: SignedInContext): { its: CaseExtension; whole: Whole } => {
    const its = repo.byId(id);
    if (!its) throw new AppError('notFound', 'noSuchExtension');
    const whole = cases.demand(its.complaintId);
    if (its.state !== 'waiting' || !isRunning(its, whole, ctx)) throw new AppError('conflict', 'extensionClosed');
    return { its, whole };
  };
  const whyNotDecide = (its: CaseExtension, whole: Whole, staffId: number, all = present()): string | undefined => {
    const me = all.find(({ id }) => id === staffId);
    return me ? whyNotDecider(whole.procedure.definition, its, me, whole.parties, all) : 'onlyApproversExtend';
  };
  /** Whoever decides is told here why he or she may not, before and after the secret was checked. */
  const demandDecidable = (id: number, ctx: SignedInContext): CaseExtension => {
    const { its, whole } = demandWaiting(id, ctx);
    const because = whyNotDecide(its, whole, ctx.actor.staffId);
    if (because) throw new AppError('notAllowed', because);
    return its;
  };

  const decide = (input: Omit<ParsedOf<typeof caseExtension.decide>, 'signature'>, ctx: SignedInContext): void => {
    const { id, granted, answer } = input;
    const its = demandDecidable(id, ctx);
    if (!granted && answer === '') throw new AppError('conflict', 'opinionNeeded', { field: 'answer' });
    const hash = caseExtensionHash(its, granted, answer);
    const state = granted ? ('granted' as const) : ('refused' as const);
    const signed = { id, state, on: ctx.today, by: ctx.actor.staffId, at: ctx.at, answer, hash };
    commit(ctx, 'caseExtension.decide', { id, granted }, () => repo.decide(signed), answer || undefined);
  };

  const withdraw = ({ id }: ParsedOf<typeof caseExtension.withdraw>, ctx: SignedInContext): void => {
    const { its } = demandWaiting(id, ctx);
    if (its.askerId !== ctx.actor.staffId) throw new AppError('notAllowed', 'onlyAskerWithdraws', { name: its.asker });
    commit(ctx, 'caseExtension.withdraw', { id }, () => repo.withdraw(id, ctx.today));
  };

  const viewOf = (its: CaseExtension, whole: Whole, ctx: SignedInContext): CaseExtensionView => {
    const all = present();
    const waits = its.state === 'waiting' && isRunning(its, whole, ctx);
    const because = waits ? whyNotDecide(its, whole, ctx.actor.staffId, all) : 'extensionClosed';
    const { definition } = whole.procedure;
    const { id, complaintId, round, asker, dueOn, newDueOn, reason, askedOn, closedOn, decider, answer } = its;
    return {
      ...{ id, complaintId, no: whole.its.no, round, asker, dueOn, newDueOn, reason, askedOn, answer },
      limit: definition.limits.find(({ code }) => code === its.limitCode)?.title ?? its.limitCode,
      state: stateOf(its, waits),
      waitingDays: waits ? Math.max(0, daysBetween(askedOn, ctx.today)) : 0,
      decidable: because === undefined,
      ...(because && { notDecidableBecause: because }),
      mine: waits && its.askerId === ctx.actor.staffId,
      approvers: waits
        ? all
            .filter((one) => whyNotDecider(definition, its, one, whole.parties, all) === undefined)
            .map(({ name }) => name)
        : [],
      ...(closedOn !== undefined && { closedOn }),
      ...(decider !== undefined && { decider }),
    };
  };

  return {
    ask,
    demandDecidable,
    decide,
    withdraw,
    ofCase: (complaintId: number, ctx: SignedInContext): ExtensionsOfCase => {
      const whole = cases.demandReadable(complaintId, ctx.actor.staffId);
      const limits = running(whole, ctx);
      const because = whyNotAsk(whole, limits, ctx.actor.staffId);
      const rows = repo.ofCase(complaintId).map((its) => viewOf(its, whole, ctx));
      return {
        ...{ rows: rows.reverse(), limits, askable: because === undefined },
        ...(because && { notAskableBecause: because }),
      };
    },
    /** Those that the person can decide on, the oldest first. */
    waitingFor: (ctx: SignedInContext): CaseExtensionView[] =>
      repo
        .waiting()
        .map((its) => viewOf(its, cases.demand(its.complaintId), ctx))
        .filter(({ decidable }) => decidable),
  };
}

const stateOf = ({ state }: CaseExtension, waits: boolean): CaseExtensionState =>
  state === 'waiting' && !waits ? 'lapsed' : state;
