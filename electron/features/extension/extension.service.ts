import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { ExtensionsOfDossier, ExtensionView, extension } from '../../../shared/api/extension.contract';
import { demandLaterDay } from '../../../shared/calendar/later-day';
import { type Calendar, type Day, isWorkingDay, workingDaysLeft } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import { type Extension, type ExtensionRepo, waitingDays } from './extension.repo';
import { type Approver, extensionHash, type OwedStep, whyNotAskable, whyNotDecidable } from './extension.rules';

interface Parts {
  repo: ExtensionRepo;
  commit: Commit;
  calendar(): Calendar;
  /** Whose turn it is with the dossier, and until when; fails where there is no such dossier. */
  owed(dossierId: number): OwedStep | undefined;
  staff(): readonly (Approver & { name: string; departmentId: number; employment: string })[];
  allows(staffId: number, permission: Permission): boolean;
  demandPresent(staffId: number): void;
  /** Works the limit of a dossier out anew. */
  remind(dossierId: number): void;
}

export type ExtensionService = ReturnType<typeof createExtensionService>;

/** More time for a handover: asked for with a reason, counting once an approver has signed. */
export function createExtensionService(parts: Parts) {
  const { repo, commit, owed, demandPresent, remind } = parts;
  const approvers = createApprovers(parts);

  const demand = (id: number): Extension => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchExtension');
    return found;
  };
  const demandWaiting = (id: number): Extension => {
    const found = demand(id);
    if (found.state !== 'waiting') throw new AppError('conflict', 'extensionClosed');
    return found;
  };

  const ask = ({ dossierId, newDueOn, reason }: ParsedOf<typeof extension.ask>, ctx: SignedInContext) => {
    const its = owed(dossierId);
    const because = whyNotAskable(its, repo.waitingOf(dossierId) !== undefined, ctx.actor.staffId);
    if (because) throw new AppError(because === 'onlyWhoOwesAsks' ? 'notAllowed' : 'conflict', because);
    const { step, dueOn = '' } = its as OwedStep;
    demandLaterDay(newDueOn, dueOn, ctx.today);
    const asked = { dossierId, step, askerId: ctx.actor.staffId, dueOn, newDueOn, reason, askedOn: ctx.today };
    return { id: commit(ctx, 'extension.ask', { dossierId, newDueOn }, () => repo.add(asked), reason) };
  };

  /** Whoever decides is told here why he or she may not, before and after the secret was checked. */
  const demandDecidable = (id: number, staffId: number): Extension => {
    const its = demandWaiting(id);
    const because = approvers().whyNot(its, staffId);
    if (because) throw new AppError('notAllowed', because);
    return its;
  };

  const decide = (id: number, state: 'granted' | 'refused', answer: string, signer: Signer, ctx: SignedInContext) => {
    const its = demandDecidable(id, signer.staffId);
    demandPresent(signer.staffId);
    const hash = extensionHash(its, state, answer);
    const act = state === 'granted' ? 'extension.grant' : 'extension.refuse';
    const signed = () => {
      repo.decide({ id, state, on: ctx.today, deciderId: signer.staffId, at: ctx.at, answer, hash });
      if (state === 'granted') remind(its.dossierId);
    };
    commit(ctx, act, { id, signer: signer.staffId }, signed, answer || undefined);
  };

  const withdraw = (id: number, ctx: SignedInContext): void => {
    const its = demandWaiting(id);
    if (its.askerId !== ctx.actor.staffId) throw new AppError('notAllowed', 'onlyAskerWithdraws', { name: its.asker });
    commit(ctx, 'extension.withdraw', { id }, () => repo.close(id, 'withdrawn', ctx.today));
  };

  return {
    ...createReading({ ...parts, approvers }),
    ask,
    demandDecidable,
    decide,
    withdraw,
    /** The papers have gone on, or have come back: what was asked for is over. Runs inside the commit of that step. */
    lapse: (dossierId: number, on: Day): void => {
      const id = repo.waitingOf(dossierId);
      if (id !== undefined) repo.close(id, 'lapsed', on);
    },
  };
}

/** Who may decide what, as the office stands now. */
function createApprovers({ staff, allows }: Parts) {
  return () => {
    const present = staff()
      .filter(({ employment }) => employment !== 'left')
      .map((person) => ({ ...person, mayApprove: allows(person.id, 'handover.approve') }));
    const whyNotPerson = (person: (typeof present)[number], asker: { id: number; departmentId: number }) =>
      person.mayApprove ? whyNotDecidable(person, asker) : 'onlyApproversDecide';
    return {
      /** Why the person cannot decide the request; a key of errors.json. */
      whyNot: ({ askerId, departmentId }: Extension, staffId: number): string | undefined => {
        const person = present.find(({ id }) => id === staffId);
        return person ? whyNotPerson(person, { id: askerId, departmentId }) : 'onlyApproversDecide';
      },
      /** Names of those who could decide a request of that person. */
      namesFor: (
        askerId: number,
        departmentId = present.find(({ id }) => id === askerId)?.departmentId ?? 0,
      ): string[] =>
        present
          .filter((person) => whyNotPerson(person, { id: askerId, departmentId }) === undefined)
          .map(({ name }) => name),
    };
  };
}
type Approvers = ReturnType<typeof createApprovers>;

/** Shows the requests, and says who may do what with them now. */
function createReading({ repo, owed, calendar, approvers }: Parts & { approvers: Approvers }) {
  /** How one row shows itself to the person signed in; who may approve is looked up once for all rows. */
  const views = (ctx: SignedInContext) => {
    const who = approvers();
    return ({ departmentId, ...row }: Extension): ExtensionView => {
      const me = ctx.actor.staffId;
      const waits = row.state === 'waiting';
      const because = waits ? who.whyNot({ departmentId, ...row }, me) : 'extensionClosed';
      return {
        ...row,
        waitingDays: waitingDays(row, ctx.today),
        decidable: because === undefined,
        ...(because && { notDecidableBecause: because }),
        mine: waits && row.askerId === me,
        approvers: waits ? who.namesFor(row.askerId, departmentId) : [],
      };
    };
  };
  return {
    list: ({ which }: ParsedOf<typeof extension.list>, ctx: SignedInContext) => ({
      rows: repo.list(which).map(views(ctx)),
      total: repo.ids(which).length,
    }),
    ofDossier: (dossierId: number, ctx: SignedInContext): ExtensionsOfDossier => {
      const its = owed(dossierId);
      const rows = repo.ofDossier(dossierId).map(views(ctx));
      const me = ctx.actor.staffId;
      const because = whyNotAskable(
        its,
        rows.some(({ state }) => state === 'waiting'),
        me,
      );
      return {
        rows,
        askable: because === undefined,
        ...(because && { notAskableBecause: because }),
        ...(its?.dueOn !== undefined && { dueOn: its.dueOn }),
        ...(its && { step: its.step }),
        approvers: approvers().namesFor(me),
      };
    },
    weigh: ({ dueOn, newDueOn }: ParsedOf<typeof extension.weigh>) => {
      const days = calendar();
      return {
        workingDay: isWorkingDay(newDueOn, days),
        more: workingDaysLeft(dueOn, newDueOn, days),
      };
    },
  };
}
