import type { BackupRow, BagRow } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import type { BagInfo } from '../../backup/bag';
import type { WrittenBag } from '../../backup/write-bag';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { BackupRepo } from './backup.repo';

interface Parts {
  repo: BackupRepo;
  commit: Commit;
  company(): { name: string; ledgerId: string };
}

/** A bag and what it says of itself. */
export type FoundBag = BagInfo & { name: string; bytes: number; files: number };
export type BackupService = ReturnType<typeof createBackupService>;

export function createBackupService({ repo, commit, company }: Parts) {
  const rowOf = (place: string, its: FoundBag): BagRow => {
    const known = repo.withHead(its.head, place);
    const { name, at, madeBy, company: of, seq, bytes, files } = its;
    return {
      ...{ name, at, madeBy, company: of, seq, bytes, files, ours: its.ledgerId === company().ledgerId },
      ...(known && { verifiedAt: known.verifiedAt }),
    };
  };
  return {
    list: repo.list,
    places: repo.places,
    company,
    /** The newest first. */
    bags: (place: string, found: readonly FoundBag[]): BagRow[] =>
      found.map((its) => rowOf(place, its)).sort((a, b) => (a.at < b.at ? 1 : -1)),
    /** Writes down a backup that lies whole where it should. */
    note: (
      place: string,
      bag: WrittenBag,
      its: { at: string; journalWhole: boolean },
      ctx: SignedInContext,
    ): BackupRow => {
      const { name, seq, head, bytes, files, altered } = bag;
      const id = commit(ctx, 'backup.make', { place, name, seq, head }, () =>
        repo.add({
          ...{ place, name, seq, head, bytes, files, alteredFiles: altered.length },
          ...{ madeAt: its.at, madeBy: ctx.actor.staffId, journalWhole: its.journalWhole ? 1 : 0 },
        }),
      );
      const made = repo.show(id);
      if (!made) throw new AppError('internal', 'unexpected');
      return made;
    },
    /** Writes down that a bag was found whole; of another ledger's only that somebody looked. */
    noteVerified: (place: string, bag: FoundBag, ctx: SignedInContext): BagRow => {
      const known = repo.withHead(bag.head, place);
      commit(ctx, 'backup.verify', { place, name: bag.name, seq: bag.seq, head: bag.head, whole: true }, () => {
        if (known) repo.verify(known.id, ctx.at, ctx.actor.staffId);
      });
      return rowOf(place, bag);
    },
    noteFaulty: (place: string, name: string, reason: string, ctx: SignedInContext): void =>
      commit(ctx, 'backup.verify', { place, name, whole: false, fault: reason }, () => undefined),
    noteGivenUp: (ctx: SignedInContext): void => commit(ctx, 'backup.cancel', {}, () => undefined),
  };
}
