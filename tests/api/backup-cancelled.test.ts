import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { copyLedger } from '../../electron/backup/copy-ledger';
import { diskOf } from '../../electron/backup/places';
import { type WriteProgress, writeBag } from '../../electron/backup/write-bag';
import { foundCompany, type Office, openOffice } from './office';

const NEVER = new AbortController().signal;
let office: Office;
let stick: string;
beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
});
beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'anjuan-cancelled-'));
  return () => rmSync(stick, { recursive: true, force: true });
});
afterAll(() => office.close());

/** Writes a bag and gives it up as soon as `isTime` says so. */
async function writeUntil(isTime: (its: WriteProgress) => boolean): Promise<unknown> {
  const { path: copy, drop } = await copyLedger(office.ledger.db, office.dataDir, () => undefined, NEVER);
  const given = new AbortController();
  const info = {
    company: '鸿远',
    ledgerId: 'a'.repeat(32),
    at: '2026-03-02T01:00:00.000Z',
    madeBy: '沈砚秋',
    version: '0',
  };
  try {
    const source = { copy, blobs: join(office.dataDir, 'blobs'), target: stick, device: await diskOf(stick), info };
    return await writeBag(source, (its) => isTime(its) && given.abort(), given.signal);
  } finally {
    await drop();
  }
}
const at =
  (step: WriteProgress['step'], share: number) =>
  ({ step: its, done, total }: WriteProgress) =>
    its === step && done >= share * total;

test.each([
  ['before the first byte', at('checking', 0)],
  ['after a tenth', at('copying', 0.1)],
  ['in the middle, when all is written and nothing is read back', at('copying', 1)],
  ['while it is read back', at('readingBack', 0.5)],
  ['at 99 of 100, when only its name is missing', at('finishing', 0)],
])('given up %s, nothing of a backup is left', async (_, isTime) => {
  await expect(writeUntil(isTime)).rejects.toMatchObject({ reason: 'jobCancelled' });
  expect(readdirSync(stick)).toEqual([]);
});

test('not given up, it is there', async () => {
  await writeUntil(() => false);
  expect(readdirSync(stick)).toHaveLength(1);
});
