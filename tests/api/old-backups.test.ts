import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrate';
import { FIXTURES, unpack } from '../fixtures/bags/unpack';
import { openOffice, PASSWORD } from './office';

const stick = mkdtempSync(join(tmpdir(), 'anjuan-old-'));
afterAll(() => rmSync(stick, { recursive: true, force: true }));

test('there are backups of several earlier versions', () => {
  const newest = `v${String(MIGRATIONS.at(-1)?.version).padStart(4, '0')}`;
  expect(FIXTURES.length).toBeGreaterThanOrEqual(6);
  expect(FIXTURES.every((name) => name.slice(0, 5) <= newest)).toBe(true);
});

test.each(FIXTURES)('%s is restored, brought up to date, and worked on', async (fixture) => {
  const bag = unpack(fixture, stick);
  const office = openOffice();
  office.chosenFiles = [bag];
  await office.call('rescue.open', {});
  const opened = await office.call('rescue.opened', {});
  expect(opened?.fault).toBeUndefined();
  expect(opened).toMatchObject({ name: basename(bag), counts: { clients: 1, staff: 2 } });
  expect(opened?.first).toContainEqual({ staffId: 1, name: '沈砚秋' });
  expect(opened?.second).toEqual([{ staffId: 2, name: '宁远' }]);
  const signatures = { first: PASSWORD, second: PASSWORD };
  await office.call('rescue.carryOut', { firstId: 1, secondId: 2, signatures });
  await office.call('people.signIn', { login: 'ningyuan', password: PASSWORD });
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  expect(office.ledger.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version);
  expect(office.ledger.db.prepare('SELECT name FROM client').pluck().all()).toEqual(['青禾']);
  office.close();
});
