import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors';
import { asTargetError } from '../../backup/bag';
import { copyLedger } from '../../backup/copy-ledger';
import type { OneAtATime } from '../../backup/one-at-a-time';
import { lookAt, pluggedIn } from '../../backup/places';
import { bagsIn } from '../../backup/verify-bag';
import { asOfNow, type Clock, type SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { RunJob } from '../../jobs/jobs';
import type { BackupService } from './backup.service';

interface Parts {
  service: BackupService;
  db: Database;
  dataDir: string;
  version: string;
  clock: Clock;
  runJob: RunJob;
  /** Asks in the window for a folder; `undefined` when the person chose none. */
  chooseFolder(askedBy: number): Promise<string | undefined>;
  /** Is the journal whole? Looks through all of it. */
  isJournalWhole(): Promise<boolean>;
  /** One backup or check at a time. */
  run: OneAtATime;
}

export function createBackupHandlers(parts: Parts): HandlersOf<'backup'> {
  const { service, dataDir, clock, runJob } = parts;
  const { run, running, stop } = parts.run;
  /** What a person has chosen in the dialog since the start. */
  const chosen = new Set<string>();
  const known = async (): Promise<string[]> => [...new Set([...(await pluggedIn()), ...chosen, ...service.places()])];
  /** A window names a place; only such as main has offered are looked into. */
  const demandPlace = async (place: string): Promise<void> => {
    if (!(await known()).includes(place)) throw new AppError('notFound', 'noSuchPlace', { path: place });
    if (!(await lookAt(place, dataDir))) throw new AppError('storage', 'stickGone', { path: place });
  };
  const make = async (place: string, ctx: SignedInContext) => {
    const began = asOfNow(clock, ctx);
    return run(place, 'checking', async (told, signal) => {
      const journalWhole = await parts.isJournalWhole();
      const copy = await copyLedger(parts.db, dataDir, () => undefined, signal);
      try {
        const { name: company, ledgerId } = service.company();
        const info = { company, ledgerId, at: began.at, madeBy: began.actor.name, version: parts.version };
        const source = { copy: copy.path, blobs: join(dataDir, 'blobs'), target: place, info };
        const bag = await runJob('writeBackup', source, ({ step, ...its }) => told({ doing: step, ...its }), signal);
        return service.note(place, bag, { at: began.at, journalWhole }, asOfNow(clock, ctx));
      } finally {
        await copy.drop();
      }
    });
  };
  return {
    places: async () => {
      const removable = new Set(await pluggedIn());
      const found = await Promise.all((await known()).map((path) => lookAt(path, dataDir)));
      return found.flatMap((its) => (its ? [{ ...its, removable: removable.has(its.path) }] : []));
    },
    bags: async ({ place }) => {
      await demandPlace(place);
      return service.bags(place, await bagsIn(place));
    },
    list: () => service.list(),
    make: async ({ place: named, onOwnDisk }, ctx) => {
      if (named !== '') await demandPlace(named);
      const place = named === '' ? await parts.chooseFolder(ctx.windowId) : named;
      if (place === undefined) return {};
      chosen.add(place);
      const its = await lookAt(place, dataDir);
      if (!its) throw new AppError('storage', 'stickGone', { path: place });
      if (its.ownDisk && !onOwnDisk) throw new AppError('conflict', 'stickIsOwnDisk', { path: place });
      return { made: await make(place, ctx) };
    },
    verify: async ({ place, name }, ctx) => {
      await demandPlace(place);
      if (!(await bagsIn(place)).some((its) => its.name === name))
        throw new AppError('notFound', 'noSuchBag', { name });
      const folder = join(place, name);
      try {
        const info = await run(place, 'verifying', (told, signal) =>
          runJob('verifyBackup', { folder }, (its) => told({ doing: 'verifying', ...its }), signal),
        );
        return service.noteVerified(place, { ...info, name }, asOfNow(clock, ctx));
      } catch (error) {
        const said = asTargetError(error, place);
        if (/^bag/.test(said.reason)) service.noteFaulty(place, name, said.reason, asOfNow(clock, ctx));
        throw said;
      }
    },
    progress: () => running()?.its ?? null,
    cancel: async (_, ctx) => {
      if (!running()) throw new AppError('notFound', 'noBackupUnderway');
      await stop();
      service.noteGivenUp(asOfNow(clock, ctx));
    },
  };
}
