import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { BackupProgress } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import { asTargetError, PARTIAL } from '../../backup/bag';
import { copyLedger } from '../../backup/copy-ledger';
import { lookAt, pluggedIn } from '../../backup/places';
import { lookAtBag } from '../../backup/verify-bag';
import { asOfNow, type Clock, type SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { RunJob } from '../../jobs/jobs';
import type { BackupService, FoundBag } from './backup.service';

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
  tell(topic: 'backupProgress' | 'backupPlaces'): void;
}

/** One backup or check at a time, whichever window began it. */
interface Running {
  its: BackupProgress;
  cancel: AbortController;
  stepBegan: number;
  ended: Promise<unknown>;
}

const TELL_MS = 300;
/** Before that the time left is a guess. */
const GUESS_MS = 1_500;

export function createBackupHandlers(parts: Parts): HandlersOf<'backup'> {
  const { service, dataDir, clock, runJob } = parts;
  const { run, running, stop } = createRun(parts.tell);
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

/** Folders of a place that say they are backups of ours. */
async function bagsIn(place: string): Promise<FoundBag[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error) => {
    throw asTargetError(error, place);
  });
  const found: FoundBag[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.endsWith(PARTIAL)) continue;
    const info = await lookAtBag(join(place, entry.name));
    if (info) found.push({ ...info, name: entry.name });
  }
  return found;
}

type Told = (progress: Omit<BackupProgress, 'place'>) => void;

function createRun(tell: Parts['tell']) {
  let current: Running | undefined;
  const run = async <T>(
    place: string,
    doing: BackupProgress['doing'],
    work: (told: Told, signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    if (current) throw new AppError('busy', 'backupUnderway');
    const mine: Running = {
      its: { doing, done: 0, total: 0, place },
      cancel: new AbortController(),
      stepBegan: performance.now(),
      ended: Promise.resolve(),
    };
    current = mine;
    let toldAt = Number.NEGATIVE_INFINITY;
    const told: Told = (its) => {
      const now = performance.now();
      if (its.doing !== mine.its.doing) mine.stepBegan = now;
      mine.its = { ...its, place, ...timeLeft(its, now - mine.stepBegan) };
      if (now - toldAt < TELL_MS) return;
      toldAt = now;
      tell('backupProgress');
    };
    const act = work(told, mine.cancel.signal);
    mine.ended = act.catch(() => undefined);
    tell('backupProgress');
    try {
      return await act;
    } finally {
      current = undefined;
      tell('backupProgress');
      tell('backupPlaces');
    }
  };
  return {
    run,
    running: () => current,
    stop: async (): Promise<void> => {
      current?.cancel.abort();
      await current?.ended;
    },
  };
}

function timeLeft({ done, total }: { done: number; total: number }, spentMs: number): { secondsLeft?: number } {
  if (done === 0 || total === 0 || spentMs < GUESS_MS) return {};
  return { secondsLeft: Math.ceil(((total - done) / done) * (spentMs / 1_000)) };
}
