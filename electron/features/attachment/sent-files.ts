import { randomUUID } from 'node:crypto';
import type { AttachmentKind, AttachmentSubject } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';
import type { BlobStore, IncomingBlob } from '../../blobs/blob-store';
import type { KeptFile } from './attachment.repo';
import { HEAD_BYTES, kindOf, shownName } from './attachment.rules';
import type { FilesAtWork, FileWork } from './files-at-work';

/** A file that a window announced and sends in slices. */
interface SentFile {
  ticket: string;
  windowId: number;
  subject: AttachmentSubject;
  name: string;
  bytes: number;
  received: number;
  kind?: AttachmentKind;
  incoming: IncomingBlob;
  work: FileWork;
  /** Slices are written one after the other. */
  busy: boolean;
  tooLate: NodeJS.Timeout;
}

/** A window that was closed, locked or reloaded sends nothing any more: what it began is thrown away. */
const SILENCE_MS = 120_000;

export function createSentFiles(store: BlobStore, atWork: FilesAtWork) {
  const sent = new Map<number, SentFile>();

  const drop = async (windowId: number): Promise<void> => {
    const its = sent.get(windowId);
    if (!its) return;
    sent.delete(windowId);
    clearTimeout(its.tooLate);
    atWork.close(windowId);
    await its.incoming.drop();
  };
  const wait = (windowId: number) => setTimeout(() => void drop(windowId), SILENCE_MS).unref();
  const demand = (ticket: string, windowId: number): SentFile => {
    const its = sent.get(windowId);
    if (!its || its.ticket !== ticket || its.busy) throw new AppError('notFound', 'attachmentGivenUp');
    return its;
  };
  return {
    begin: async (subject: AttachmentSubject, name: string, bytes: number, windowId: number): Promise<string> => {
      // A window sends one file at a time: what it began before, it has forgotten.
      await drop(windowId);
      atWork.demandNone(windowId);
      const incoming = await store.receive();
      const work = atWork.open(windowId, 'adding', bytes, () => drop(windowId));
      work.name = shownName(name, 'pdf');
      const ticket = randomUUID();
      const tooLate = wait(windowId);
      sent.set(windowId, { ticket, windowId, subject, name, bytes, received: 0, incoming, work, busy: false, tooLate });
      return ticket;
    },
    append: async (ticket: string, from: number, slice: Uint8Array, windowId: number): Promise<number> => {
      const its = demand(ticket, windowId);
      its.busy = true;
      try {
        if (from !== its.received || from + slice.byteLength > its.bytes)
          throw new AppError('invalid', 'attachmentSliceWrong', { name: its.work.name });
        its.kind ??= kindOf(slice.subarray(0, HEAD_BYTES), its.work.name);
        await its.incoming.write(slice);
        its.received += slice.byteLength;
        its.work.reached(its.received);
        clearTimeout(its.tooLate);
        its.tooLate = wait(windowId);
        return its.received;
      } catch (error) {
        if (sent.get(windowId) === its) await drop(windowId);
        // What is closed in the middle of a write fails in its own way.
        throw its.work.isGivenUp ? new AppError('notFound', 'attachmentGivenUp') : error;
      } finally {
        its.busy = false;
      }
    },
    /** The whole file is durable in the store when this answers. */
    keep: async (
      ticket: string,
      windowId: number,
    ): Promise<{ subject: AttachmentSubject; file: KeptFile; isNew: boolean }> => {
      const its = demand(ticket, windowId);
      const { kind, subject } = its;
      try {
        if (kind === undefined || its.received !== its.bytes)
          throw new AppError('invalid', 'attachmentSliceWrong', { name: its.work.name });
        its.busy = true;
        const { isNew, ...content } = await its.incoming.keep();
        return { subject, file: { ...content, name: shownName(its.name, kind), kind }, isNew };
      } finally {
        await drop(windowId);
      }
    },
  };
}
