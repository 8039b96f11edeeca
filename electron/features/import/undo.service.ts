import { AppError } from '../../../shared/api/errors';
import { dayOf, type SignedInContext } from '../../ipc/context';
import type { ImportUndoRepo } from './import-undo.repo';

export type UndoService = ReturnType<typeof createUndoService>;

export function createUndoService({
  repo,
  demandPresent,
}: {
  repo: ImportUndoRepo;
  demandPresent(id: number): unknown;
}) {
  const demand = (id: number) => {
    const batch = repo.batch(id);
    const seq = repo.eventOf(id);
    if (!batch || seq === undefined) throw new AppError('notFound', 'noSuchImport');
    if (batch.undoneOn !== null) throw new AppError('conflict', 'importAlreadyUndone');
    return { ...batch, seq };
  };
  return {
    demand,
    /** The inverse of everything that the import's event has written; runs inside one commit, pauses after some rows. */
    undo: function* (id: number, reason: string, ctx: SignedInContext): Generator<number, { dossiers: number }> {
      const { seq, dossiers } = demand(id);
      demandPresent(ctx.actor.staffId);
      for (const found of repo.obstacles(seq)) {
        if (found)
          throw new AppError('conflict', 'importBuiltUpon', {
            name: found.name,
            day: dayOf(new Date(found.at)),
            who: found.by ?? '',
          });
        yield 0;
      }
      let done = 0;
      for (const rows of repo.takeAway(seq)) {
        done += rows;
        yield Math.min(1, done / (dossiers * 4));
      }
      repo.mark(id, ctx.today, ctx.actor.staffId, reason);
      return { dossiers };
    },
  };
}
