import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../electron/db/open';

/** Where tests/api/office.ts finds an empty ledger to copy: migrating one takes longer than most tests do. */
export const EMPTY_LEDGER = 'ANJUAN_EMPTY_LEDGER';

/** Runs once before all tests, and its answer after them; the ledger is made by the program itself. */
export default function makeEmptyLedger(): () => void {
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-empty-'));
  openLedger(dir).close();
  process.env[EMPTY_LEDGER] = join(dir, 'ledger.sqlite');
  return () => rmSync(dir, { recursive: true, force: true });
}
