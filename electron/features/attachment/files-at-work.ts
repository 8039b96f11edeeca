import type { AttachmentProgress } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';

/** What is done with files for one window. */
export interface FileWork extends AttachmentProgress {
  readonly isGivenUp: boolean;
  /** Tells how far it is; throws once it is given up. */
  reached(done: number): void;
}

const TELL_MS = 300;

export type FilesAtWork = ReturnType<typeof createFilesAtWork>;

/** One piece of work at a time for each window; `tell` says that progress can be asked for anew. */
export function createFilesAtWork(tell: () => void) {
  const running = new Map<number, { progress: AttachmentProgress; giveUp: () => Promise<void> }>();
  const open = (
    windowId: number,
    act: AttachmentProgress['act'],
    total: number,
    onGivenUp: () => Promise<void>,
  ): FileWork => {
    let told = 0;
    let isGivenUp = false;
    const work = {
      act,
      name: '',
      done: 0,
      total,
      get isGivenUp() {
        return isGivenUp;
      },
      reached: (done: number) => {
        if (isGivenUp) throw new AppError('conflict', 'attachmentGivenUp');
        work.done = done;
        if (performance.now() - told < TELL_MS) return;
        told = performance.now();
        tell();
      },
    };
    const giveUp = () => {
      isGivenUp = true;
      return onGivenUp();
    };
    running.set(windowId, { progress: work, giveUp });
    return work;
  };
  const close = (windowId: number) => {
    running.delete(windowId);
    tell();
  };
  return {
    progress: (windowId: number): AttachmentProgress | null => {
      const its = running.get(windowId)?.progress;
      return its ? { act: its.act, name: its.name, done: its.done, total: its.total } : null;
    },
    demandNone: (windowId: number): void => {
      if (running.has(windowId)) throw new AppError('busy', 'attachmentsUnderway');
    },
    open,
    close,
    /** Answers what it was that was given up. */
    cancel: async (windowId: number): Promise<AttachmentProgress> => {
      const its = running.get(windowId);
      if (!its) throw new AppError('notFound', 'nothingToCancel');
      await its.giveUp();
      return its.progress;
    },
    /** Does all of it, and is over whatever becomes of it. */
    during: async <T>(
      windowId: number,
      act: AttachmentProgress['act'],
      total: number,
      work: (its: FileWork) => Promise<T>,
    ): Promise<T> => {
      if (running.has(windowId)) throw new AppError('busy', 'attachmentsUnderway');
      try {
        return await work(open(windowId, act, total, async () => undefined));
      } finally {
        close(windowId);
      }
    },
  };
}
