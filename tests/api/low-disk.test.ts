import { afterEach, beforeEach, expect, test } from 'vitest';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

let office: Office;
beforeEach(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.admin);
});
afterEach(() => office.close());

const MEGABYTE = 1_048_576;

test('below 500 MB free the window is told how much there is, above it nothing', async () => {
  const toldAt = async (free: number) => {
    office.freeBytes = free;
    return (await office.call('company.status', {})).lowDiskMegabytes;
  };
  expect(await toldAt(500 * MEGABYTE)).toBeUndefined();
  expect(await toldAt(500 * MEGABYTE - 1)).toBe(499);
  expect(await toldAt(3 * MEGABYTE)).toBe(3);
  expect(await toldAt(1e12)).toBeUndefined();
});
