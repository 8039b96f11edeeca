import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/api/errors';

/** What a file is made of: all at once, or as it comes. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes a file that is there whole or not at all: under another name first, then renamed. What stood there before stays when
 * the disk is full, the folder is read-only, the old file is open in another program, or `content` breaks off.
 */
export async function writeWhole(file: string, content: Content): Promise<void> {
  const partial = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.partial`);
  try {
    const handle = await open(partial, 'w');
    try {
      for await (const bytes of content instanceof Uint8Array ? [content] : content) await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    if (error instanceof AppError) throw error;
    const detail = String((error as NodeJS.ErrnoException).code ?? error);
    throw new AppError('storage', 'fileNotWritten', { path: file, detail });
  }
}
