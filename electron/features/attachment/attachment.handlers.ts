import type { AttachmentSubject } from '../../../shared/api/attachment.contract';
import type { BlobStore } from '../../blobs/blob-store';
import { asStorageError } from '../../db/storage-errors';
import { asOfNow, type Clock, type SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { AttachmentRepo } from './attachment.repo';
import { demandSize, shownName } from './attachment.rules';
import type { AttachmentService } from './attachment.service';
import { type TakenFile, takeChosen } from './chosen-files';
import { createFilesAtWork } from './files-at-work';
import { checkFiles } from './files-check';
import { createSentFiles } from './sent-files';

interface Parts {
  service: AttachmentService;
  repo: AttachmentRepo;
  store: BlobStore;
  /** Asks for files in the window that wants them; none when the person chose none. */
  chooseFiles(askedBy: number): Promise<readonly string[]>;
  clock: Clock;
  /** Says that progress can be asked for anew. */
  tell(): void;
}

export function createAttachmentHandlers(parts: Parts): HandlersOf<'attachment'> {
  const { service, repo, store, chooseFiles, clock, tell } = parts;
  const atWork = createFilesAtWork(tell);
  const sent = createSentFiles(store, atWork);

  /** The row comes after the file; a file that gets no row does not stay. After a disk error nobody knows whether it has one. */
  const name = (subject: AttachmentSubject, taken: readonly TakenFile[], ctx: SignedInContext): number[] => {
    const files = taken.map(({ file }) => file);
    try {
      // The files took their time: the event is of now.
      return service.add(subject, files, asOfNow(clock, ctx));
    } catch (error) {
      const isUnsure = asStorageError(error).reason === 'diskError';
      for (const { file, isNew } of taken)
        if (isNew && !isUnsure && !repo.isNamed(file.sha256)) store.takeBack(file.sha256);
      throw error;
    }
  };
  return {
    list: ({ dossierId }, ctx) => service.list(dossierId, ctx),
    ofTitle: ({ titleId }, ctx) => service.ofOther({ kind: 'title', id: titleId }, ctx),
    ofBorrowing: ({ borrowingId }, ctx) => service.ofOther({ kind: 'borrowing', id: borrowingId }, ctx),
    ofComplaint: ({ complaintId }, ctx) => service.ofOther({ kind: 'complaint', id: complaintId }, ctx),
    read: ({ id, from, length }, ctx) => store.read(service.demandSeen(id, ctx).sha256, from, length),
    begin: async (input, ctx) => {
      service.demandAddable(input.subject, ctx);
      demandSize(input.bytes, shownName(input.name, 'pdf'));
      return { ticket: await sent.begin(input.subject, input.name, input.bytes, ctx.windowId) };
    },
    append: async ({ ticket, from, slice }, ctx) => ({
      received: await sent.append(ticket, from, slice, ctx.windowId),
    }),
    add: async ({ ticket }, ctx) => {
      const { subject, ...taken } = await sent.keep(ticket, ctx.windowId);
      const [id = 0] = name(subject, [taken], ctx);
      return { id };
    },
    choose: async ({ subject }, ctx) => {
      service.demandAddable(subject, ctx);
      atWork.demandNone(ctx.windowId);
      const paths = await chooseFiles(ctx.windowId);
      if (paths.length === 0) return { ids: [], refused: [] };
      const { taken, refused } = await atWork.during(ctx.windowId, 'adding', 0, (work) =>
        takeChosen(paths, store, work),
      );
      return { ids: taken.length > 0 ? name(subject, taken, ctx) : [], refused };
    },
    progress: (_, ctx) => atWork.progress(ctx.windowId),
    cancel: async (_, ctx) => {
      const { name: its } = await atWork.cancel(ctx.windowId);
      service.noteCancel(its, asOfNow(clock, ctx));
    },
    rotate: (input, ctx) => service.rotate(input, ctx),
    assign: (input, ctx) => service.assign(input, ctx),
    remove: (input, ctx) => service.remove(input, ctx),
    check: async (_, ctx) => {
      const verdict = await atWork.during(ctx.windowId, 'checking', repo.sum().bytes, (work) =>
        checkFiles(repo, store, work),
      );
      service.noteCheck(verdict, asOfNow(clock, ctx));
      return verdict;
    },
  };
}
