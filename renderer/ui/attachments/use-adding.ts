import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentSubject, RefusedFile } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';
import { client, useDo, useRead } from '../../api/client';
import { sendFile } from './send-file';

export interface Adding {
  name: string;
  done: number;
  total: number;
}

const GIVEN_UP = 'attachmentGivenUp';

const refusalOf = (name: string, failure: unknown): RefusedFile =>
  failure instanceof AppError
    ? { name, reason: failure.reason, details: { name, ...failure.details } }
    : { name, reason: 'unknown', details: { reason: String(failure) } };

/** Adds scans to a record: those that are dropped or pasted, and those that are chosen through the system's dialog. */
export function useAdding(subject: AttachmentSubject) {
  const { t } = useTranslation('attachments');
  const [sending, setSending] = useState<Adding>();
  const [added, setAdded] = useState(0);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const stopped = useRef(false);
  const choosing = useDo(client.attachment.choose);
  const { data: reading } = useRead(client.attachment.progress, {}, { enabled: choosing.isPending });
  const busy = sending !== undefined || choosing.isPending;

  const begin = () => {
    stopped.current = false;
    setAdded(0);
    setRefused([]);
  };
  const refuse = (its: RefusedFile) => setRefused((all) => [...all, its]);
  const send = async (files: readonly File[]) => {
    if (busy || files.length === 0) return;
    begin();
    for (const file of files) {
      if (stopped.current) break;
      const name = nameOf(file, t('label--pasted'));
      const tell = (done: number) => setSending({ name, done, total: file.size });
      tell(0);
      await sendFile(file, subject, name, tell).then(
        () => setAdded((count) => count + 1),
        (failure) => refuse(refusalOf(name, failure)),
      );
    }
    setSending(undefined);
  };
  const choose = () => {
    if (busy) return;
    begin();
    choosing.mutate(
      { subject },
      {
        onSuccess: ({ ids, refused: its }) => {
          setAdded(ids.length);
          setRefused(its);
        },
        onError: (failure) => refuse(refusalOf('', failure)),
      },
    );
  };
  const cancel = () => {
    stopped.current = true;
    // What has just been finished cannot be given up any more, and need not be told.
    void client.attachment.cancel({}).catch(() => undefined);
  };
  const underway: Adding | undefined = sending ?? (choosing.isPending && reading ? reading : undefined);
  return {
    send,
    choose,
    cancel,
    busy,
    underway,
    added,
    refused,
    stopped: refused.some(({ reason }) => reason === GIVEN_UP),
  };
}
export type AddingWork = ReturnType<typeof useAdding>;

/** A picture from the clipboard has a name that nobody gave it. */
function nameOf(file: File, pasted: string): string {
  const isPasted = /^image\.(png|jpe?g)$/.test(file.name);
  return isPasted ? `${pasted}${file.name.slice('image'.length)}` : file.name;
}
