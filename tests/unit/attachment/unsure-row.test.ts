import { expect, test, vi } from 'vitest';
import type { BlobStore } from '../../../electron/blobs/blob-store';
import { createAttachmentHandlers } from '../../../electron/features/attachment/attachment.handlers';
import { AppError } from '../../../shared/api/errors';

const SHA256 = 'a'.repeat(64);
const SCAN = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** The files of an office whose ledger refuses the row of every scan, for that reason. */
function files(reason: string) {
  const takeBack = vi.fn();
  const incoming = { write: async () => undefined, keep: async () => ({ sha256: SHA256, bytes: 16, isNew: true }) };
  const store = { receive: async () => ({ ...incoming, drop: async () => undefined }), takeBack };
  const service = {
    demandAddable: () => undefined,
    add: () => {
      throw new AppError('storage', reason);
    },
  };
  const handlers = createAttachmentHandlers({
    service: service as never,
    repo: { isNamed: () => false } as never,
    store: store as unknown as BlobStore,
    chooseFiles: async () => [],
    clock: { now: () => new Date('2026-03-02T01:00:00Z') },
    tell: () => undefined,
  });
  const ctx = { windowId: 1, actor: { staffId: 1 } } as never;
  const add = async () => {
    const subject = { kind: 'dossier' as const, id: 1 };
    const { ticket } = await handlers.begin({ subject, name: 'scan.png', bytes: SCAN.length }, ctx);
    await handlers.append({ ticket, from: 0, slice: SCAN } as never, ctx);
    return handlers.add({ ticket }, ctx);
  };
  return { add, takeBack };
}

test('a scan whose row the disk may have taken all the same keeps its file; one that was only refused does not', async () => {
  const unsure = files('diskError');
  await expect(unsure.add()).rejects.toMatchObject({ reason: 'diskError' });
  expect(unsure.takeBack).not.toHaveBeenCalled();
  const refused = files('diskFull');
  await expect(refused.add()).rejects.toMatchObject({ reason: 'diskFull' });
  expect(refused.takeBack).toHaveBeenCalledWith(SHA256);
});
