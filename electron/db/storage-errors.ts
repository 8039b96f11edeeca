import { AppError } from '../../shared/api/errors';

/** The one place where what SQLite and the file system say becomes our words; `path` where they do not name one. */
export function asStorageError(error: unknown, path = ''): AppError {
  if (error instanceof AppError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) return new AppError('storage', 'diskFull', { path });
  if (/^SQLITE_BUSY|^SQLITE_LOCKED/.test(code)) return new AppError('busy', 'ledgerInUse', { path });
  if (/^SQLITE_READONLY|^SQLITE_CANTOPEN|^SQLITE_PERM|^EACCES|^EROFS|^EPERM/.test(code))
    return new AppError('storage', 'folderNotWritable', { path });
  const { syscall, path: at = path } = error as NodeJS.ErrnoException;
  if (code === 'ENOTDIR' || (code === 'EEXIST' && syscall === 'mkdir'))
    return new AppError('storage', 'fileInTheWay', { path: at });
  if (/^SQLITE_NOTADB/.test(code)) return new AppError('storage', 'notOurFile', { path });
  if (/^SQLITE_CORRUPT/.test(code)) return new AppError('storage', 'databaseDamaged', { detail: code });
  if (/^SQLITE_IOERR|^EIO/.test(code)) return new AppError('storage', 'diskError', { detail: code });
  if (/^SQLITE_CONSTRAINT/.test(code))
    return new AppError('conflict', 'constraint', { detail: String((error as Error).message) });
  return new AppError('internal', 'unexpected', { detail: error instanceof Error ? error.message : String(error) });
}
