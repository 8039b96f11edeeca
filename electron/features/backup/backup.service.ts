import { type BackupRow, type BagRow, SCHEDULER } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import type { BagInfo } from '../../backup/bag';
import type { WrittenBag } from '../../backup/write-bag';
import type { Commit } from '../../db/journal';
import type { Context } from '../../ipc/context';
import type { BackupRepo } from './backup.repo';
import type { MediumRepo } from './medium.repo';

interface Parts {
  repo: BackupRepo;
  media: MediumRepo;
  commit: Commit;
  company(): { name: string; ledgerId: string };
}

/** A bag and what it says of itself. */
export type FoundBag = BagInfo & { name: string; bytes: number; files: number };
export type BackupService = ReturnType<typeof createBackupService>;

/** A medium as it is plugged in. */
export interface MediumFound {
  marker: string;
  /** The id of its volume; '' where the system tells none. */
  serial: string;
  sizeBytes: number;
}

export function createBackupService({ repo, media, commit, company }: Parts) {
  const rowOf = (place: string, its: FoundBag): BagRow => {
    const known = repo.withHead(its.head, place);
    const { name, at, madeBy, company: of, seq, bytes, files } = its;
    return {
      ...{ name, at, madeBy, company: of, seq, bytes, files, ours: its.ledgerId === company().ledgerId },
      ...(known && { verifiedAt: known.verifiedAt }),
    };
  };
  /** Within the event of its first backup it is written down itself. */
  const mediumOf = (place: string, { marker, serial, sizeBytes }: MediumFound, at: string): number =>
    media.withMarker(marker)?.id ?? media.add({ marker, name: nameOf(place), serial, sizeBytes, firstUsedAt: at });
  return {
    list: repo.list,
    /** Is it the one with that marker, and not another that its files were copied to? */
    isMedium: (marker: string, { serial }: { serial: string }): boolean => {
      const known = media.withMarker(marker);
      return !known || known.serial === '' || serial === '' || known.serial === serial;
    },
    places: repo.places,
    company,
    /** The newest first. */
    bags: (place: string, found: readonly FoundBag[]): BagRow[] =>
      found.map((its) => rowOf(place, its)).sort((a, b) => (a.at < b.at ? 1 : -1)),
    /** Writes down a backup that lies whole where it should. */
    note: (
      place: string,
      bag: WrittenBag,
      its: { at: string; journalWhole: boolean; medium: MediumFound | undefined },
      ctx: Context,
    ): BackupRow => {
      const { name, seq, head, bytes, files, altered } = bag;
      const by = ctx.actor ? undefined : SCHEDULER;
      const id = commit(ctx, 'backup.make', { place, name, seq, head, by }, () =>
        repo.add({
          ...{ place, name, seq, head, bytes, files, alteredFiles: altered.length },
          ...{ madeAt: its.at, madeBy: ctx.actor?.staffId ?? null, journalWhole: its.journalWhole ? 1 : 0 },
          mediumId: its.medium ? mediumOf(place, its.medium, ctx.at) : null,
        }),
      );
      const made = repo.show(id);
      if (!made) throw new AppError('internal', 'unexpected');
      return made;
    },
    /** Writes down that a bag was found whole; of another ledger's only that somebody looked. */
    noteVerified: (place: string, bag: FoundBag, ctx: Context): BagRow => {
      const known = repo.withHead(bag.head, place);
      commit(ctx, 'backup.verify', { place, name: bag.name, seq: bag.seq, head: bag.head, whole: true }, () => {
        if (known) repo.verify(known.id, ctx.at, ctx.actor?.staffId ?? null);
      });
      return rowOf(place, bag);
    },
    noteFaulty: (place: string, name: string, reason: string, ctx: Context): void =>
      commit(ctx, 'backup.verify', { place, name, whole: false, fault: reason }, () =>
        repo.noteFaulty(place, name, ctx.at),
      ),
    noteGivenUp: (ctx: Context): void => commit(ctx, 'backup.cancel', {}, () => undefined),
  };
}

const LONGEST_NAME = 200;
/** As the desktop calls it: the last part of where it hangs; a drive of Windows is its letter. */
const nameOf = (place: string): string =>
  (place.split(/[/\\]/).findLast((part) => part !== '') ?? place).slice(0, LONGEST_NAME);
