import { type BackupRow, type BagRow, type MediumRow, SCHEDULER } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import { daysBetween } from '../../../shared/calendar/working-days';
import type { BagInfo } from '../../backup/bag';
import type { WrittenBag } from '../../backup/write-bag';
import type { Commit } from '../../db/journal';
import { type Context, dayOf } from '../../ipc/context';
import type { BackupRepo, Whereabouts } from './backup.repo';
import { clearable } from './kept-backups.rules';
import type { MediumRepo } from './medium.repo';

interface Parts {
  repo: BackupRepo;
  media: MediumRepo;
  commit: Commit;
  head(): { seq: number };
  company(): { name: string; shortName: string; ledgerId: string };
}

/** A bag and what it says of itself. */
export type FoundBag = BagInfo & { name: string; bytes: number; files: number };
export type BackupService = ReturnType<typeof createBackupService>;

/** A medium as it is plugged in. */
export interface MediumFound {
  marker: string;
  /** As the system tells it; '' where it tells none. */
  volumeId: string;
  sizeBytes: number;
}

export function createBackupService({ repo, media, commit, head, company }: Parts) {
  const rowOf = (where: Whereabouts, its: FoundBag): BagRow => {
    const known = repo.withHead(its.head, where);
    const { name, at, madeBy, company: of, seq, bytes, files } = its;
    return {
      ...{ name, at, madeBy, company: of, seq, bytes, files, ours: its.ledgerId === company().ledgerId },
      isFaulty: known ? known.faultyAt !== null : false,
      goesNext: false,
      isMissing: false,
      encrypted: its.recipient !== undefined,
      ...(known && { verifiedAt: known.verifiedAt }),
    };
  };
  /** Those of this ledger that its register knows; what another one has made is nobody's to clear away. */
  const knownOf = (where: Whereabouts, found: readonly FoundBag[]) =>
    found.flatMap((its) => {
      const known = its.ledgerId === company().ledgerId ? repo.withHead(its.head, where) : undefined;
      return known ? [{ ...its, known }] : [];
    });
  /** Names of those that go when one more is made now. */
  const goingWith = (where: Whereabouts, found: readonly FoundBag[], now: { seq: number; at: string }): string[] => {
    const lying = knownOf(where, found).map(({ name, seq, at, known }) => ({
      ...{ name, seq, madeOn: dayOf(new Date(at)), isSound: known.faultyAt === null },
    }));
    const next = { name: '', seq: now.seq, madeOn: dayOf(new Date(now.at)), isSound: true };
    return clearable([...lying, next]).filter((name) => name !== '');
  };
  /**
   * Those that were written on a medium and do not lie there: deleted, or this is a copy of it. Nobody needs to hear of such as would
   * have been cleared away by now.
   */
  const missingOn = (medium: number, found: readonly FoundBag[]): BagRow[] => {
    const heads = new Set(found.map(({ head }) => head));
    const written = repo.onMedium(medium);
    const old = clearable(
      written.map(({ name, seq, madeAt, faultyAt }) => ({
        ...{ name, seq, madeOn: dayOf(new Date(madeAt)), isSound: faultyAt === undefined },
      })),
    );
    return written
      .filter(({ head, name }) => !heads.has(head) && !old.includes(name))
      .map(({ name, madeAt, madeBy = SCHEDULER, seq, bytes, files, verifiedAt, faultyAt }) => ({
        ...{ name, at: madeAt, madeBy, company: company().name, ours: true, seq, bytes, files, verifiedAt },
        ...{ isFaulty: faultyAt !== undefined, goesNext: false, isMissing: true, encrypted: false },
      }));
  };
  /** Within the event of its first backup it is written down itself. */
  const mediumOf = (place: string, { marker, volumeId, sizeBytes }: MediumFound, at: string): number => {
    const known = media.withMarker(marker);
    if (!known)
      return media.add({ marker, name: nameOf(place), serial: volumeId, volumeId, sizeBytes, firstUsedAt: at });
    if (known.volumeId === '' && volumeId !== '') media.learn(known.id, volumeId);
    return known.id;
  };
  return {
    list: repo.list,
    /** Is it the one with that marker, and not another that its files were copied to? */
    isMedium: (marker: string, volumeId: string): boolean => {
      const known = media.withMarker(marker);
      return !known || known.volumeId === '' || volumeId === '' || known.volumeId === volumeId;
    },
    places: repo.places,
    company,
    /** The newest first. */
    bags: (where: Whereabouts, found: readonly FoundBag[], at: string): BagRow[] => {
      const { medium } = where;
      const going = medium === null ? [] : goingWith(where, found, { seq: Number.MAX_SAFE_INTEGER, at });
      const lying = found.map((its) => ({ ...rowOf(where, its), goesNext: going.includes(its.name) }));
      return [...lying, ...(medium === null ? [] : missingOn(medium, found))].sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    mediumWith: (marker: string) => media.withMarker(marker)?.id,
    media: (at: string): MediumRow[] =>
      media.list().map((its) => {
        const days = daysUnseen(its.lastVerifiedAt, at);
        return { ...its, ...(days > LONG_UNSEEN && { unseenDays: days }) };
      }),
    describeMedium: (its: Pick<MediumRow, 'id' | 'name' | 'holder' | 'keptAt' | 'serial'>, ctx: Context): MediumRow => {
      if (!media.show(its.id)) throw new AppError('notFound', 'noSuchMedium');
      commit(ctx, 'backup.describeMedium', its, () => media.describe(its));
      const found = media.show(its.id);
      if (!found) throw new AppError('internal', 'unexpected');
      return found;
    },
    /** Those that nobody has read again since the day on which they were made. */
    unseen: (where: Whereabouts, found: readonly FoundBag[]): string[] =>
      knownOf(where, found)
        .filter(({ known }) => known.removedAt === null && known.verifiedAt === known.madeAt && known.faultyAt === null)
        .map(({ name }) => name),
    /** Writes down a backup that lies whole where it should. */
    note: (
      place: string,
      bag: WrittenBag,
      its: { at: string; journalWhole: boolean; medium: MediumFound | undefined; lying: readonly FoundBag[] },
      ctx: Context,
    ): { made: BackupRow; cleared: string[] } => {
      const { name, seq, head, bytes, files, altered } = bag;
      const by = ctx.actor ? undefined : SCHEDULER;
      const where = { place, medium: (its.medium && media.withMarker(its.medium.marker)?.id) ?? null };
      const cleared = its.medium ? goingWith(where, its.lying, { seq, at: its.at }) : [];
      const gone = knownOf(where, its.lying).filter((bag) => cleared.includes(bag.name));
      const told = { place, name, seq, head, by, ...(cleared.length > 0 && { cleared }) };
      const id = commit(ctx, 'backup.make', told, () => {
        for (const { known } of gone) repo.remove(known.id, ctx.at);
        return repo.add({
          ...{ place, name, seq, head, bytes, files, alteredFiles: altered.length },
          ...{ madeAt: its.at, madeBy: ctx.actor?.staffId ?? null, journalWhole: its.journalWhole ? 1 : 0 },
          mediumId: its.medium ? mediumOf(place, its.medium, ctx.at) : null,
        });
      });
      const made = repo.show(id);
      if (!made) throw new AppError('internal', 'unexpected');
      return { made, cleared };
    },
    /** Writes down that a bag was found whole; of another ledger's only that somebody looked. */
    noteVerified: (where: Whereabouts, bag: FoundBag, ctx: Context): BagRow => {
      const known = repo.withHead(bag.head, where);
      commit(
        ctx,
        'backup.verify',
        { place: where.place, name: bag.name, seq: bag.seq, head: bag.head, whole: true },
        () => {
          if (known) repo.verify(known.id, ctx.at, ctx.actor?.staffId ?? null);
        },
      );
      return rowOf(where, bag);
    },
    noteFaulty: (where: Whereabouts, name: string, reason: string, ctx: Context): void =>
      commit(ctx, 'backup.verify', { place: where.place, name, whole: false, fault: reason }, () =>
        repo.noteFaulty(where, name, ctx.at),
      ),
    /** Events that no sound backup holds. */
    unsaved: (): { events: number } => ({ events: Math.max(0, head().seq - repo.savedTo()) }),
    noteQuit: (ctx: Context): void => commit(ctx, 'backup.quitWithout', {}, () => undefined),
    noteGivenUp: (ctx: Context): void => commit(ctx, 'backup.cancel', {}, () => undefined),
  };
}

/** Days; a stick that is carried home is seen every month. */
const LONG_UNSEEN = 31;
const daysUnseen = (lastAt: string | undefined, at: string): number =>
  lastAt === undefined ? 0 : daysBetween(dayOf(new Date(lastAt)), dayOf(new Date(at)));

const LONGEST_NAME = 200;
/** As the desktop calls it: the last part of where it hangs; a drive of Windows is its letter. */
const nameOf = (place: string): string =>
  (place.split(/[/\\]/).findLast((part) => part !== '') ?? place).slice(0, LONGEST_NAME);
