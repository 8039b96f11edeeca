import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { DossierView } from '../../../../shared/api/dossier.contract';
import { AppError } from '../../../../shared/api/errors';
import { client } from '../../../api/client';
import { keptStorage, onForget } from '../../../app/kept-storage';
import { useSession } from '../../../app/session.store';
import {
  bindAnew,
  faultsOf,
  firstStep,
  type Ids,
  listToWrite,
  putOnto,
  type Rows,
  redo,
  rowsOf,
  type Steps,
  step,
  undo,
  writesTheSame,
} from './volume-draft';

/** An in-volume list while somebody works on it. It outlives its page, so that nothing typed is lost on leaving. */
export interface Volume {
  readonly dossierId: number;
  readonly steps: Steps;
  /** What the ledger has, as of `revision`. */
  readonly written: Rows;
  readonly revision: number;
  readonly ids: Ids;
  readonly writing: boolean;
  /** Why the last write did not succeed; what it carried is still on screen. */
  readonly failure?: AppError;
  /** Somebody else has written this list meanwhile; the changes made here were put onto theirs. */
  readonly joined?: { by?: string; at?: string; ownChanges: boolean };
}

interface Volumes {
  volumes: Readonly<Record<string, Volume>>;
}

/** Volumes by whose work it is and which dossier: nobody goes on with what another person has half typed. */
export const useVolumes = create<Volumes>()(
  persist((): Volumes => ({ volumes: {} }), {
    name: 'anjuan.volumes',
    storage: keptStorage<Volumes>(),
    // Cells that cannot be read outlast the program; everything else is in the ledger at once.
    partialize: ({ volumes }) => ({
      volumes: Object.fromEntries(
        Object.entries(volumes)
          .filter(([, { steps }]) => faultsOf(steps.now).length > 0)
          .map(([key, { failure: _, joined: __, ...its }]) => [
            key,
            { ...its, steps: firstStep(its.steps.now), writing: false },
          ]),
      ),
    }),
  }),
);

onForget(() => useVolumes.setState({ volumes: {} }));

export const volumeKey = (staffId: number, dossierId: number): string => `${staffId}/${dossierId}`;

const of = (key: string): Volume | undefined => useVolumes.getState().volumes[key];

function put(key: string, change: Partial<Volume>): void {
  useVolumes.setState(({ volumes }) => {
    const volume = volumes[key];
    return volume ? { volumes: { ...volumes, [key]: { ...volume, ...change } } } : { volumes };
  });
}

export const isWritten = (volume: Volume): boolean =>
  !volume.writing && writesTheSame(volume.steps.now, volume.written);

const isDone = (volume: Volume): boolean => isWritten(volume) && faultsOf(volume.steps.now).length === 0;

/** A locked window holds no row of the ledger, except what was typed and is not written yet. */
function letGo(): void {
  const { me } = useSession.getState();
  if (me && !me.locked) return;
  useVolumes.setState(({ volumes }) => ({
    volumes: Object.fromEntries(Object.entries(volumes).filter(([, volume]) => !isDone(volume))),
  }));
}

// The pages go first: a cell in which somebody is still typing is finished by that.
useSession.subscribe(({ me }, before) => {
  if (me !== before.me) queueMicrotask(letGo);
});

/** Takes in the list as the ledger has it: the first time, and whenever somebody else has written it. */
export function takeIn(key: string, view: DossierView): void {
  const volume = of(key);
  if (!volume) {
    const { rows, ids } = rowsOf(view.items);
    const fresh = {
      dossierId: view.id,
      steps: firstStep(rows),
      written: rows,
      revision: view.revision,
      ids,
      writing: false,
    };
    useVolumes.setState(({ volumes }) => ({ volumes: { ...volumes, [key]: fresh } }));
  } else if (!volume.writing && view.revision > volume.revision) {
    join(key, volume, view);
    void write(key);
  }
}

/** Puts the changes made here onto a list that somebody else has written. */
function join(key: string, volume: Volume, view: DossierView): void {
  const { rows, ids } = rowsOf(view.items, volume.ids);
  const ownChanges = !writesTheSame(volume.steps.now, volume.written) || faultsOf(volume.steps.now).length > 0;
  const now = putOnto(rows, volume.written, volume.steps.now);
  put(key, { steps: firstStep(now), written: rows, revision: view.revision, ids, joined: { ownChanges } });
  void nameTheOther(key, view.id, ownChanges);
}

async function nameTheOther(key: string, id: number, ownChanges: boolean): Promise<void> {
  const [latest] = await client.audit.history({ table: 'dossier', id, limit: 1 }).catch(() => []);
  if (latest) put(key, { joined: { by: latest.actor, at: latest.at, ownChanges } });
}

/** A finished change: shown at once, written at once. */
export function change(key: string, rows: Rows): void {
  const volume = of(key);
  if (!volume) return;
  put(key, { steps: step(volume.steps, bindAnew(rows)) });
  void write(key);
}

export function takeBack(key: string): void {
  goTo(key, undo);
}

export function doAgain(key: string): void {
  goTo(key, redo);
}

function goTo(key: string, way: (steps: Steps) => Steps): void {
  const volume = of(key);
  if (!volume) return;
  put(key, { steps: way(volume.steps) });
  void write(key);
}

export const forgetJoin = (key: string): void => put(key, { joined: undefined });

/** Writes what is not written yet, one list after another; what changes during a write goes with the next one. */
export async function write(key: string): Promise<void> {
  const volume = of(key);
  if (!volume || volume.writing || writesTheSame(volume.steps.now, volume.written)) return;
  const sent = volume.steps.now;
  const { keys, items } = listToWrite(sent, volume.ids);
  put(key, { writing: true, failure: undefined });
  try {
    const { revision, ids } = await client.dossier.compile({ id: volume.dossierId, revision: volume.revision, items });
    const learnt = Object.fromEntries(keys.map((one, index) => [one, ids[index] ?? 0]));
    put(key, { writing: false, written: sent, revision, ids: { ...volume.ids, ...learnt } });
  } catch (failure) {
    put(key, { writing: false });
    await meet(key, failure);
    return;
  }
  await write(key);
  letGo();
}

/** A write was refused: after somebody else's list the own changes go onto theirs; anything else waits for the person. */
async function meet(key: string, failure: unknown): Promise<void> {
  const told = failure instanceof AppError ? failure : new AppError('internal', 'unknown', { reason: String(failure) });
  const volume = of(key);
  if (told.code === 'conflict' && volume) {
    const view = await client.dossier.show({ id: volume.dossierId }).catch(() => undefined);
    if (view && view.revision > volume.revision && view.compilable) {
      join(key, of(key) ?? volume, view);
      await write(key);
      return;
    }
  }
  put(key, { failure: told });
}
