import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openBlobStore } from '../../../electron/blobs/blob-store';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-sync-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** What is said when the n-th sync answers that the disk is full. */
async function keptWhen(nth: number): Promise<string> {
  const incoming = await openBlobStore(join(folder, String(nth))).receive();
  await incoming.write(Buffer.from('a scan'));
  const handle = await open('/dev/null', 'r');
  const real = Object.getPrototypeOf(handle) as { sync(): Promise<void> };
  await handle.close();
  const sync = vi.spyOn(real, 'sync');
  for (let before = 1; before < nth; before += 1) sync.mockResolvedValueOnce();
  sync.mockRejectedValueOnce(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
  const said = await incoming.keep().then(
    () => 'kept',
    ({ reason }: { reason: string }) => reason,
  );
  sync.mockRestore();
  return said;
}

test('a scan that a full disk took in but did not keep is a disk error: of its file, of its folder, of the folder above', async () => {
  expect([await keptWhen(1), await keptWhen(2), await keptWhen(3)]).toEqual(['diskError', 'diskError', 'diskError']);
  // There is no fourth: the harness sees when nothing fails.
  expect(await keptWhen(4)).toBe('kept');
});
