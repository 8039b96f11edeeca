import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/api/errors';

/**
 * Writes a file that is there whole or not at all: under another name first, then renamed. What stood there before stays when
 * the disk is full, the folder is read-only, or the old file is open in another program.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const partial = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.partial`);
  try {
    const handle = await open(partial, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    const detail = String((error as NodeJS.ErrnoException).code ?? error);
    throw new AppError('storage', 'pdfNotWritten', { path: file, detail });
  }
}
