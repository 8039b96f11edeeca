import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory where there is a disk of it: whether a call is interrupted or refused does not depend on the disk below. */
export const folderFor = (what: string): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `anjuan-${what}-`));

/** Puts a data folder back to how it was prepared. */
export function putBack(prepared: string, dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
  cpSync(prepared, dataDir, { recursive: true });
}
