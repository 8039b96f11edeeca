import type { BackupPlace } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import { bagsIn } from '../../backup/bag-folders';
import type { OneAtATime } from '../../backup/one-at-a-time';
import { lookAt, type PlaceFound, type PluggedIn } from '../../backup/places';
import { asOfNow, type Clock, type SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { BackupService } from './backup.service';
import type { BackupKeys, KeyPair } from './backup-key.service';
import type { BackupWork } from './backup-work';
import type { MediaHere } from './media-here';

/** Proves by PIN or password who signs. */
type Confirm = (
  staffId: number,
  secret: string,
  field: string,
  ctx: SignedInContext,
) => Promise<{ staffId: number; name: string }>;

interface Parts {
  service: BackupService;
  work: BackupWork;
  dataDir: string;
  pluggedIn: PluggedIn;
  mediaHere: MediaHere;
  /** Asks in the window for a folder; `undefined` when the person chose none. */
  chooseFolder(askedBy: number): Promise<string | undefined>;
  run: OneAtATime;
  keys: BackupKeys;
  confirm: Confirm;
  /** Ends the program, once the call is answered. */
  quit(): void;
  newPair(): Promise<KeyPair>;
  /** Of a private key as it was typed; throws when letters are wrong. */
  recipientOf(typed: string): Promise<string>;
  clock: Clock;
  /** What must be free for a backup. */
  roomNeeded(): number;
}

export function createBackupHandlers(parts: Parts): HandlersOf<'backup'> {
  const { service, work, dataDir, pluggedIn, mediaHere, keys, confirm } = parts;
  const { running } = parts.run;
  /** What a person has chosen in the dialog since the start. */
  const chosen = new Set<string>();
  const known = async (): Promise<string[]> => [...new Set([...(await pluggedIn()), ...chosen, ...service.places()])];
  /** A window names a place; only such as main has offered are looked into. */
  const demandPlace = async (place: string): Promise<void> => {
    if (!(await known()).includes(place)) throw new AppError('notFound', 'noSuchPlace', { path: place });
    if (!(await lookAt(place, dataDir))) throw new AppError('storage', 'stickGone', { path: place });
  };
  const withMedium = async <P extends { path: string }>(its: P): Promise<P & { mediumId?: number; twin?: string }> => {
    const { medium, twin } = await mediaHere(its.path);
    return { ...its, ...(medium !== null && { mediumId: medium }), ...(twin !== undefined && { twin }) };
  };
  return {
    places: async () => {
      const removable = new Set(await pluggedIn());
      const found = await Promise.all((await known()).map((path) => lookAt(path, dataDir)));
      const neededBytes = parts.roomNeeded();
      return Promise.all(
        found
          .flatMap((its) => (its ? [{ ...fitting(its, neededBytes), removable: removable.has(its.path) }] : []))
          .map(withMedium),
      );
    },
    bags: async ({ place }, { at }) => {
      await demandPlace(place);
      return service.bags(await mediaHere(place), await bagsIn(place), at);
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
      return work.make(place, ctx);
    },
    verify: async ({ place, name }, ctx) => {
      await demandPlace(place);
      if (!(await bagsIn(place)).some((its) => its.name === name))
        throw new AppError('notFound', 'noSuchBag', { name });
      return work.verify(place, name, ctx);
    },
    media: (_, { at }) => service.media(at),
    describeMedium: (its, ctx) => service.describeMedium(its, ctx),
    unsaved: () => service.unsaved(),
    quitWithout: (_, ctx) => {
      service.noteQuit(ctx);
      parts.quit();
    },
    encryption: (_, ctx) => keys.standing(ctx),
    makeKey: async (_, ctx) => keys.make(await parts.newPair(), asOfNow(parts.clock, ctx)),
    dropKey: (_, ctx) => keys.drop(ctx),
    encrypt: async ({ key, signature }, ctx) => {
      const recipient = await parts.recipientOf(key);
      keys.demandFromPaper(recipient, ctx);
      keys.begin(recipient, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx);
    },
    stopEncrypting: async ({ signature }, ctx) =>
      keys.end(await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx),
    progress: () => running()?.its ?? null,
    cancel: (_, ctx) => work.giveUp(ctx),
  };
}

/** Whether a backup would fit is said before anybody waits for it. */
function fitting({ isWritable, ...its }: PlaceFound, neededBytes: number): Omit<BackupPlace, 'removable'> {
  const hindrance = !isWritable ? 'notWritable' : its.freeBytes < neededBytes ? 'tooSmall' : undefined;
  return { ...its, neededBytes, ...(hindrance && { hindrance }) };
}
