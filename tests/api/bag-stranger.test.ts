import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBag } from '../../electron/backup/verify-bag';
import { AppError } from '../../shared/api/errors';
import { printedByPython } from '../setup/python';
import { DEFECTS, ledgerIn } from './bag-defects';
import { type Office, openOffice, PASSWORD } from './office';

// A verifier that was written from docs/backup-format.md alone.
const STRANGER = fileURLToPath(new URL('../db/verify_bag.py', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'anjuan-stranger-'));
let office: Office;
let bag: string;
beforeAll(async () => {
  office = openOffice();
  await office.call('company.foundDemonstration', {});
  await office.call('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
  office.chosenFiles = [folder];
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  bag = join(folder, made?.name ?? '');
});
afterAll(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Verdict {
  whole: boolean;
  fault?: string;
  seq?: number;
  head?: string;
  bytes?: number;
  files?: number;
  journal?: { whole: boolean; fault?: string };
}

const strangerSays = (its: string) => JSON.parse(printedByPython(STRANGER, its)) as Verdict;

async function programSays(its: string): Promise<Verdict> {
  try {
    const { seq, head, bytes, files } = await verifyBag(its, () => undefined, new AbortController().signal);
    return { whole: true, seq, head, bytes, files };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // "bagFileAltered" is the document's "fileAltered".
    return { whole: false, fault: error.reason.replace(/^bag(.)/, (_, first: string) => first.toLowerCase()) };
  }
}

/** A copy of the good bag, harmed. */
function harmed(harm: (bag: string) => void): string {
  const copy = join(mkdtempSync(join(folder, 'd-')), 'bag');
  cpSync(bag, copy, { recursive: true, verbatimSymlinks: true });
  harm(copy);
  return copy;
}

describe('a stranger’s verifier, written from the document alone, and the program say the same', () => {
  test('of a good bag, and of its journal', async () => {
    const said = strangerSays(bag);
    expect(said).toMatchObject(await programSays(bag));
    expect(said).toMatchObject({ whole: true, journal: { whole: true } });
  });

  test.each(Object.entries(DEFECTS))('of a bag with %s', async (_, [reason, harm]) => {
    const copy = harmed(harm);
    const { whole, fault } = strangerSays(copy);
    expect({ whole, fault }).toEqual(await programSays(copy));
    expect(fault).toBe(reason.replace(/^bag(.)/, (__, first: string) => first.toLowerCase()));
  });

  test('of a bag that was never finished', async () => {
    const copy = harmed(() => undefined);
    renameSync(copy, `${copy}.partial`);
    const { whole, fault } = strangerSays(`${copy}.partial`);
    expect({ whole, fault }).toEqual(await programSays(`${copy}.partial`));
    expect(fault).toBe('unfinished');
  });
});

test('the stranger finds a row that was changed in the bag although every sum was made anew', () => {
  const copy = harmed(ledgerIn(`DROP TRIGGER journal_client_update; UPDATE client SET name = '假' WHERE id = 1`));
  expect(strangerSays(copy)).toMatchObject({ whole: true, journal: { whole: false, fault: 'rowDiffers' } });
});
