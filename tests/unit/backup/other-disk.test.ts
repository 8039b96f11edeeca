import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBag } from '../../../electron/backup/write-bag';
import { foundCompany, openOffice } from '../../api/office';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-other-disk-'));
  mkdirSync(join(folder, 'stick'));
  const office = openOffice(undefined, undefined, join(folder, 'data'));
  await foundCompany(office);
  office.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (target: string, device: number) => {
  const info = {
    company: '鸿远',
    ledgerId: '0'.repeat(32),
    at: '2026-03-02T01:00:00.000Z',
    madeBy: '沈砚秋',
    version: '1',
  };
  const data = join(folder, 'data');
  const source = { copy: join(data, 'ledger.sqlite'), blobs: join(data, 'blobs'), target, device, info };
  return writeBag(source, () => undefined, new AbortController().signal);
};

test('a stick that was pulled out meanwhile is gone, also where another disk lies below it', async () => {
  const stick = join(folder, 'stick');
  await expect(write(stick, statSync(stick).dev + 1)).rejects.toMatchObject({ reason: 'stickGone' });
  expect(readdirSync(stick)).toEqual([]);
});

test('a place that is gone is not made anew on the own disk', async () => {
  const gone = join(folder, 'gone');
  await expect(write(gone, statSync(folder).dev)).rejects.toMatchObject({ reason: 'stickGone' });
  expect(readdirSync(folder)).not.toContain('gone');
});
