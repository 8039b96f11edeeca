import type { OpenedBag } from '../../../shared/api/restore.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { RestoreRepo } from './restore.repo';
import { restoreHash, type SignedRestore } from './restore.rules';

export type RestoreService = ReturnType<typeof createRestoreService>;

/** What the journal keeps of restores and rehearsals, in whichever ledger it is given. */
export function createRestoreService(repo: RestoreRepo, commit: Commit) {
  const naming = ({ place, name, said, fault }: OpenedBag) => ({
    ...{ place, name, passed: fault === undefined },
    ...(said && { seq: said.seq, head: said.head }),
    ...(fault && { fault: fault.reason }),
  });
  return {
    rehearsals: repo.rehearsals,
    rehearsal: repo.rehearsal,
    restores: repo.restores,
    noteOpened: (its: OpenedBag, ctx: SignedInContext): void =>
      commit(ctx, 'restore.open', naming(its), () => undefined),
    noteClosed: (ctx: SignedInContext): void => commit(ctx, 'restore.close', {}, () => undefined),
    noteGivenUp: (ctx: SignedInContext): void => commit(ctx, 'restore.cancel', {}, () => undefined),
    noteRehearsal: (its: OpenedBag, ctx: SignedInContext): number =>
      commit(ctx, 'restore.rehearse', naming(its), () =>
        repo.addRehearsal({
          ...{ rehearsedAt: ctx.at, rehearsedBy: ctx.actor.staffId, place: its.place, name: its.name },
          passed: its.fault ? 0 : 1,
          ...{ company: its.said?.company ?? null, madeAt: its.said?.at ?? null, madeBy: its.said?.madeBy ?? null },
          ...{ seq: its.said?.seq ?? null, head: its.said?.head ?? null, schema: its.said?.schema ?? null },
          ...{ bytes: its.said?.bytes ?? null, files: its.said?.files ?? null },
          ...{ counts: its.counts ? JSON.stringify(its.counts) : null, checks: JSON.stringify(its.checks) },
          ...{ missingScans: its.missingScans, fault: its.fault?.reason ?? null },
        }),
      ),
    /** In the ledger that is restored: it holds the head of the one that it replaces, and who signed. */
    noteRestore: (its: SignedRestore, ctx: SignedInContext): void => {
      const { seq, head, oldSeq, oldHead, place, name, aside, firstName, secondName } = its;
      const old = oldSeq === null ? {} : { oldSeq, oldHead };
      const input = { place, name, seq, head, ...old, aside, first: firstName, second: secondName };
      commit(ctx, its.althoughNewer ? 'restore.carryOutOlder' : 'restore.carryOut', input, () =>
        repo.addRestore(its, restoreHash(its)),
      );
    },
  };
}
