import { AppError } from '../../shared/api/errors';
import { readKey } from '../../shared/print/paper-key';

/** A private key as it was typed or scanned from paper. */
export function demandKey(typed: string): string {
  const key = readKey(typed);
  if (key === undefined) throw new AppError('notAllowed', 'backupKeyMistyped', { field: 'key' });
  return key;
}
