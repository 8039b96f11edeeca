import type { BackupProgress } from '../../shared/api/backup.contract';
import { AppError } from '../../shared/api/errors';

/** What is going on, whichever window began it. */
interface Running {
  its: BackupProgress;
  cancel: AbortController;
  stepBegan: number;
  ended: Promise<unknown>;
}

const TELL_MS = 300;
/** Before that the time left is a guess. */
const GUESS_MS = 1_500;

export type Told = (progress: Omit<BackupProgress, 'place'>) => void;

export type OneAtATime = ReturnType<typeof createOneAtATime>;

/** Backups, checks and restores: one at a time. */
export function createOneAtATime(tell: (topic: 'backupProgress' | 'backupPlaces') => void) {
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
