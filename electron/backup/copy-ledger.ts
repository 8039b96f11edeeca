import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import { asStorageError } from '../db/storage-errors';

const COPY = 'backup-copy.sqlite';
/** So many pages a turn: the windows are answered in between. */
const PAGES_AT_ONCE = 256;

/** A copy of the ledger as it is when the last page has been copied, whoever writes meanwhile. `drop` takes it away again. */
export async function copyLedger(
  db: Database,
  dataDir: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
  name = COPY,
): Promise<{ path: string; drop(): Promise<void> }> {
  const path = join(dataDir, name);
  const drop = async () => {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${path}${end}`, { force: true });
  };
  await drop();
  try {
    await db.backup(path, {
      progress: ({ totalPages, remainingPages }) => {
        if (signal.aborted) throw new AppError('conflict', 'jobCancelled');
        onShare(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return PAGES_AT_ONCE;
      },
    });
    return { path, drop };
  } catch (error) {
    await drop();
    throw asStorageError(error, dataDir);
  }
}
