import { basename, dirname, join } from 'node:path';
import type { EventView } from '../../../shared/api/audit.contract';
import { AppError } from '../../../shared/api/errors';
import type { FoundBag } from '../../../shared/api/restore.contract';
import { bagsIn } from '../../backup/bag-folders';
import type { OneAtATime } from '../../backup/one-at-a-time';
import { lookAtBag } from '../../backup/verify-bag';
import { asOfNow, type Clock, type SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import { COPIES, type LocalCopyMaker } from './local-copies';
import type { RestoreService } from './restore.service';
import type { Restoring } from './restoring';

interface StepParts {
  restoring: Restoring;
  clock: Clock;
  run: OneAtATime;
  bags: BagFinder;
  chooseFolder(askedBy: number): Promise<string | undefined>;
  /** The events after that one, the newest first. */
  eventsAfter(seq: number, offset: number, limit: number): { events: EventView[]; total: number };
}

type Steps = Omit<HandlersOf<'rescue'>, 'salvage'>;
/** Told after an act, where there is a journal to tell it. */
type Noted = Pick<RestoreService, 'noteOpened' | 'noteClosed' | 'noteGivenUp'>;

/** Choose, look through, sign: in the office, and where there is none yet. */
export function createSteps(parts: StepParts, noted: Noted | undefined): Steps & { choose: Choose } {
  const { restoring, clock, run, bags, eventsAfter } = parts;
  /** The backup that is named, or that lies in the folder which a person chooses now. */
  const choose: Choose = async (place, name, ctx) => {
    if (name !== '') return bags.demand(place, name);
    const folder = await parts.chooseFolder(ctx.windowId);
    if (folder === undefined) return undefined;
    if (await lookAtBag(folder)) {
      bags.choose(dirname(folder));
      return { place: dirname(folder), name: basename(folder), folder };
    }
    const [newest] = newestFirst(await bagsIn(folder));
    bags.choose(folder);
    if (!newest) throw new AppError('notFound', 'noBagInFolder', { path: folder });
    return { place: folder, name: newest.name, folder: join(folder, newest.name) };
  };
  const now = (ctx: SignedInContext) => asOfNow(clock, ctx);
  return {
    choose,
    bags: () => bags.all(),
    open: async ({ place, name, key }, ctx) => {
      const its = await choose(place, name, ctx);
      if (!its) return { opened: false };
      const opened = await restoring.open(its, key);
      noted?.noteOpened(opened, now(ctx));
      return { opened: true };
    },
    opened: () => restoring.show(),
    lost: ({ offset, limit }) => eventsAfter(restoring.sharedSeq(), offset, limit),
    carryOut: (asked, ctx) => restoring.carryOut(asked, () => now(ctx)),
    close: async (_, ctx) => {
      await restoring.close();
      noted?.noteClosed(ctx);
    },
    progress: () => run.running()?.its ?? null,
    cancel: async (_, ctx) => {
      if (!run.running()) throw new AppError('notFound', 'noBackupUnderway');
      await run.stop();
      noted?.noteGivenUp(now(ctx));
    },
  };
}

type Chosen = { place: string; name: string; folder: string };
type Choose = (place: string, name: string, ctx: SignedInContext) => Promise<Chosen | undefined>;

interface OfficeParts extends StepParts {
  service: RestoreService;
  copies: LocalCopyMaker;
}

export function createRestoreHandlers(parts: OfficeParts): HandlersOf<'restore'> {
  const { service, restoring, copies, clock } = parts;
  const { choose, ...steps } = createSteps(parts, service);
  return {
    ...steps,
    rehearse: async ({ place, name, key }, ctx) => {
      const its = await choose(place, name, ctx);
      if (!its) return {};
      const opened = await restoring.open(its, key);
      await restoring.close();
      return { id: service.noteRehearsal(opened, asOfNow(clock, ctx)) };
    },
    rehearsals: () => service.rehearsals(),
    restores: () => service.restores(),
    copies: () => copies.standing(),
  };
}

export type BagFinder = ReturnType<typeof createBagFinder>;

/** Where backups lie; a window names one, and only such as are found there are looked into. */
export function createBagFinder(parts: {
  dataDir: string;
  known(): Promise<string[]>;
  ledgerId(): string | undefined;
}) {
  const copies = join(parts.dataDir, COPIES);
  /** What a person has chosen in the dialog since the start. */
  const chosen = new Set<string>();
  const all = async (): Promise<FoundBag[]> => {
    const places = [...new Set([...(await parts.known()), ...chosen, copies])];
    const ours = parts.ledgerId();
    const found = await Promise.all(
      places.map(async (place) =>
        // A stick that is gone by now holds nothing.
        (await bagsIn(place).catch(() => [])).map(
          ({ at, madeBy, company, seq, bytes, files, name, ledgerId, recipient }) => ({
            ...{ place, name, at, madeBy, company, seq, bytes, files, encrypted: recipient !== undefined },
            ...{ ours: ours === undefined || ledgerId === ours, isCopy: place === copies, ledgerId },
          }),
        ),
      ),
    );
    // The same one may lie in two places: a stick, and a folder of it that somebody has chosen.
    const byPath = new Map(found.flat().map((its) => [join(its.place, its.name), its]));
    return newestFirst([...byPath.values()]);
  };
  return {
    all,
    choose: (place: string) => void chosen.add(place),
    demand: async (place: string, name: string): Promise<Chosen> => {
      if (!(await all()).some((its) => its.place === place && its.name === name))
        throw new AppError('notFound', 'noSuchBag', { name });
      return { place, name, folder: join(place, name) };
    },
    later: async (ledgerId: string, seq: number) =>
      (await all())
        .filter((its) => its.ledgerId === ledgerId && its.seq > seq)
        .sort((a, b) => b.seq - a.seq)
        .map((its) => ({ seq: its.seq, place: its.place }))[0],
  };
}

const newestFirst = <B extends { at: string }>(bags: readonly B[]): B[] =>
  [...bags].sort((a, b) => (a.at < b.at ? 1 : -1));
