import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type BackupMade, type BagRow, SCHEDULER } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import { asTargetError, removeBag } from '../../backup/bag';
import { bagsIn, companyFolder } from '../../backup/bag-folders';
import { copyLedger } from '../../backup/copy-ledger';
import { createInsertions } from '../../backup/insertions';
import { writeMarker } from '../../backup/marker';
import type { OneAtATime } from '../../backup/one-at-a-time';
import { diskOf, lookAt, type PluggedIn, type VolumeIdOf } from '../../backup/places';
import type { WrittenBag } from '../../backup/write-bag';
import { type Caller, type Clock, type Context, contextAt, THE_PROGRAM } from '../../ipc/context';
import type { RunJob } from '../../jobs/jobs';
import type { BackupService, MediumFound } from './backup.service';
import type { MediaHere } from './media-here';

interface Parts {
  service: BackupService;
  db: Database;
  dataDir: string;
  version: string;
  clock: Clock;
  runJob: RunJob;
  pluggedIn: PluggedIn;
  mediaHere: MediaHere;
  volumeIdOf: VolumeIdOf;
  newMarker(): string;
  /** The public key that backups are encrypted to; none where they lie open. */
  recipient(): string | undefined;
  /** Is the journal whole? Looks through all of it. */
  isJournalWhole(): Promise<boolean>;
  /** One backup or check at a time. */
  run: OneAtATime;
  /** Sticks have come or gone. */
  tellPlaces(): void;
}

type Made = Required<BackupMade>;
export type BackupWork = ReturnType<typeof createBackupWork>;

/** What takes its time: making a backup and reading one again. Whoever calls without a person signed in is the program itself. */
export function createBackupWork(parts: Parts) {
  const { service, dataDir, clock, runJob, mediaHere } = parts;
  const { run, stop } = parts.run;
  const later = ({ windowId, actor }: Caller): Context => contextAt(clock, windowId, actor);
  /** The medium that hangs there, known by its marker; a new one is given its own. Nothing where it is a plain folder. */
  const markedMedium = async (place: string): Promise<MediumFound | undefined> => {
    const found = (await parts.pluggedIn()).includes(place) && (await lookAt(place, dataDir));
    if (!found) return undefined;
    const its = { volumeId: await parts.volumeIdOf(place), sizeBytes: found.totalBytes };
    const there = await mediaHere(place);
    const marker = there.marker ?? parts.newMarker();
    try {
      if (marker !== there.marker) await writeMarker(place, marker);
    } catch {
      // The backup lies there all the same, on a medium that cannot be known again.
      return undefined;
    }
    return { marker, ...its };
  };
  /** Old ones go only when the new one lies there and both is written down; one that stays all the same goes next time. */
  const note = async (
    place: string,
    bag: WrittenBag,
    its: { at: string; journalWhole: boolean },
    ctx: Caller,
  ): Promise<Made> => {
    const medium = await markedMedium(place);
    const lying = medium ? await bagsIn(place) : [];
    const { made, cleared } = service.note(place, bag, { ...its, medium, lying }, later(ctx));
    for (const name of cleared) await removeBag(join(place, name)).catch(() => undefined);
    return { made, cleared };
  };
  /** What the program reads by itself makes way for what somebody asks for. */
  let isByItself = false;
  /** Reads every file of a bag again, and writes down what was found. */
  const verify = async (place: string, name: string, ctx: Caller): Promise<BagRow> => {
    const folder = join(place, name);
    try {
      const info = await run(place, 'verifying', (told, signal) =>
        runJob('verifyBackup', { folder }, (its) => told({ doing: 'verifying', ...its }), signal),
      );
      return service.noteVerified(await mediaHere(place), { ...info, name }, later(ctx));
    } catch (error) {
      const said = asTargetError(error, place);
      if (/^bag/.test(said.reason)) service.noteFaulty(await mediaHere(place), name, said.reason, later(ctx));
      throw said;
    }
  };
  /** A stick that has just been plugged in: what was written on it and never read since is read now. */
  const verifyUnseen = async (place: string): Promise<void> => {
    const its = await mediaHere(place);
    if (its.medium === null) return;
    for (const name of service.unseen(its, await bagsIn(place))) {
      if (parts.run.running()) throw new AppError('busy', 'backupUnderway');
      isByItself = true;
      try {
        await verify(place, name, THE_PROGRAM);
      } catch (error) {
        // A faulty one is written down; the others are read all the same.
        if (!/^bag/.test(asTargetError(error, place).reason)) throw error;
      } finally {
        isByItself = false;
      }
    }
  };
  const standing = async (): Promise<string[]> => {
    const found = await Promise.all((await parts.pluggedIn()).map((place) => lookAt(place, dataDir)));
    return found.flatMap((its) => (its ? [its.path] : []));
  };
  return {
    make: async (place: string, ctx: Caller): Promise<Made> => {
      if (isByItself) await stop();
      const { at } = later(ctx);
      return run(place, 'checking', async (told, signal) => {
        const device = await diskOf(place);
        const journalWhole = await parts.isJournalWhole();
        const copy = await copyLedger(parts.db, dataDir, () => undefined, signal);
        try {
          const { name: company, shortName, ledgerId } = service.company();
          const madeBy = ctx.actor?.name ?? SCHEDULER;
          const recipient = parts.recipient();
          const info = { company, ledgerId, at, madeBy, version: parts.version, ...(recipient && { recipient }) };
          const source = {
            copy: copy.path,
            blobs: join(dataDir, 'blobs'),
            target: place,
            device,
            info,
            folder: companyFolder(shortName),
          };
          const bag = await runJob('writeBackup', source, ({ step, ...its }) => told({ doing: step, ...its }), signal);
          return await note(place, bag, { at, journalWhole }, ctx);
        } finally {
          await copy.drop();
        }
      });
    },
    verify,
    /** To be called every few seconds; never fails. */
    lookForMedia: createInsertions(
      standing,
      verifyUnseen,
      (error) => error instanceof AppError && error.code === 'busy',
      parts.tellPlaces,
    ),
    giveUp: async (ctx: Caller): Promise<void> => {
      if (!parts.run.running()) throw new AppError('notFound', 'noBackupUnderway');
      await stop();
      service.noteGivenUp(later(ctx));
    },
  };
}
