import type { QueueEntry, Thing } from '../../../shared/api/borrowing-slip.contract';
import { AppError } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import { type Things, thingOf } from './things.service';
import type { Queued, WaitingRepo } from './waiting.repo';

interface Parts {
  repo: WaitingRepo;
  things: Things;
  commit: Commit;
  mayKeep(staffId: number): boolean;
  hasLeft(staffId: number): boolean;
}

export type Waiting = ReturnType<typeof createWaiting>;

/** Who waits for what is out, one after the other. */
export function createWaiting({ repo, things, commit, mayKeep, hasLeft }: Parts) {
  const queueOf = (thing: Thing): Queued[] => {
    const { dossierId, titleId } = things.keysOf(thing);
    const all = titleId === undefined ? repo.queueOfDossier(dossierId ?? 0) : repo.queueOfTitle(titleId);
    return all.filter((its) => thingOf(its).kind === thing.kind && thingOf(its).id === thing.id);
  };

  const queue = (thing: Thing, ctx: SignedInContext): { id: number } => {
    const its = things.demand(thing, ctx.today);
    if (!its.out) throw new AppError('conflict', 'thingIsHere', { thing: its.number || its.name });
    const me = ctx.actor.staffId;
    if (queueOf(thing).some(({ staffId }) => staffId === me))
      throw new AppError('conflict', 'waitsAlready', { thing: its.number || its.name });
    const row = { ...things.keysOf(thing), staffId: me, on: ctx.today };
    return { id: commit(ctx, 'borrowing.queue', { ...thing }, () => repo.join(row)) };
  };

  /** Tells the first who waits for anything of it that is there again; inside the commit of what has freed it. */
  const tellNext = (dossierIds: readonly number[], titleIds: readonly number[], today: Day): void => {
    const waiting = [...dossierIds.flatMap(repo.queueOfDossier), ...titleIds.flatMap(repo.queueOfTitle)];
    const told = new Set<string>();
    for (const its of waiting) {
      const thing = thingOf(its);
      const key = `${thing.kind} ${thing.id}`;
      if (told.has(key) || hasLeft(its.staffId) || things.show(thing, today)?.out) continue;
      told.add(key);
      if (its.toldOn === undefined) repo.tell(its.id, today);
    }
  };

  const leave = (id: number, ctx: SignedInContext): void => {
    const its = repo.queued(id);
    if (!its) throw new AppError('notFound', 'noSuchQueue');
    const me = ctx.actor.staffId;
    if (its.staffId !== me && !mayKeep(me)) throw new AppError('notAllowed', 'notOwnBorrowing', { no: its.name });
    const { dossierId, titleId } = things.keysOf(thingOf(its));
    commit(ctx, 'borrowing.leaveQueue', { id }, () => {
      repo.end(id, ctx.today);
      tellNext(dossierId === undefined ? [] : [dossierId], titleId === undefined ? [] : [titleId], ctx.today);
    });
  };

  return {
    queue,
    leave,
    ofStaff: repo.queueOfStaff,
    /** Whoever asks for it does not wait for it any more; inside a commit. */
    endOf: (staffId: number, asked: readonly Thing[], on: Day): void => {
      for (const thing of asked) for (const its of queueOf(thing)) if (its.staffId === staffId) repo.end(its.id, on);
    },
    tellNext,
  };
}

export const entryOf = ({ id, kind, name, staffId, staff, joinedOn, toldOn }: Queued): QueueEntry => ({
  ...{ id, kind, name, staffId, staff, joinedOn },
  ...(toldOn && { toldOn }),
});
