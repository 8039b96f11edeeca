import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PERMISSIONS, remainingWait, waitAfter } from '../../../electron/features/people/people.rules';
import { PERMISSIONS } from '../../../shared/api/contract';
import { POSITIONS } from '../../../shared/api/people.contract';

describe('waiting after failures', () => {
  test('none, none, none, none, then 1, 2, 4 … 512 s and 15 minutes for ever', () => {
    const waits = Array.from({ length: 17 }, (_, failures) => waitAfter(failures));
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    expect(waitAfter(10_000)).toBe(900);
  });
  test('is never longer than the whole wait, and over when it has passed, whatever the clock says', () => {
    const instant = fc.integer({ min: 0, max: 4_000_000_000 }).map((s) => new Date(s * 1000).toISOString());
    fc.assert(
      fc.property(fc.nat({ max: 40 }), instant, instant, (failures, lastAt, now) => {
        const left = remainingWait(failures, lastAt, now);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(waitAfter(failures));
        const passed = (Date.parse(now) - Date.parse(lastAt)) / 1000;
        if (passed >= waitAfter(failures)) expect(left).toBe(0);
      }),
    );
  });
});

describe('the table of permissions of a new company', () => {
  const holders = (permission: string) =>
    POSITIONS.filter((position) => (DEFAULT_PERMISSIONS[position] as readonly string[]).includes(permission));
  test('every permission has someone who holds it', () => {
    expect(PERMISSIONS.filter((permission) => holders(permission).length === 0)).toEqual([]);
  });
  test('only the archivist takes papers into the archive, only the administrator manages people and permissions', () => {
    expect(holders('handover.accept')).toEqual(['archivist']);
    expect(holders('ledger.place')).toEqual(['archivist']);
    for (const permission of ['people.manage', 'permission.manage', 'company.manage'])
      expect(holders(permission)).toEqual(['systemAdmin']);
  });
  test('the administrator reads no client and no dossier, and an ordinary employee only asks', () => {
    expect(DEFAULT_PERMISSIONS.systemAdmin).not.toContain('client.read');
    expect(DEFAULT_PERMISSIONS.systemAdmin).not.toContain('dossier.read');
    // Whoever works here may ask to see a file, and write down what a client complains of; somebody else decides.
    expect(DEFAULT_PERMISSIONS.employee).toEqual([
      ...['borrowing.ask', 'complaint.register', 'complaint.read', 'attachment.add'],
    ]);
  });
});
