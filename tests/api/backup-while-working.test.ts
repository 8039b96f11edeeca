import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

const A = 2;
let office: Office;
let stick: string;
beforeAll(async () => {
  office = openOffice();
  stick = mkdtempSync(join(tmpdir(), 'anjuan-busy-'));
  office.chosenFiles = [stick];
  await foundCompany(office);
  await office.reply('people.signIn', { login: LOGINS.a, password: 'songfeng-2026' }, A);
  await signIn(office, LOGINS.archivist);
});
afterAll(() => {
  office.close();
  rmSync(stick, { recursive: true, force: true });
});

const register = async (n: number) => {
  const reply = await office.reply('client.register', { kind: 'person', name: `客户${n}` }, A);
  if (!reply.ok) throw new Error(reply.error.reason);
};

test('while somebody works a backup is made that is whole, and holds at least what stood there when it began', async () => {
  for (let n = 0; n < 20; n += 1) await register(n);
  const begunAt = office.app.journal.head().seq;
  let isMade = false;
  const making = office.call('backup.make', { onOwnDisk: true }).finally(() => {
    isMade = true;
  });
  let worked = 0;
  for (; !isMade; worked += 1) {
    await register(100 + worked);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { made } = await making;
  expect(worked).toBeGreaterThan(0);
  const ask = (sql: string) =>
    execFileSync('sqlite3', [join(stick, made?.name ?? '', 'data/ledger.sqlite'), sql], { encoding: 'utf8' }).trim();
  expect(ask('PRAGMA integrity_check')).toBe('ok');
  const seq = Number(ask('SELECT max(seq) FROM event'));
  expect(seq).toBeGreaterThanOrEqual(begunAt);
  expect(seq).toBe(made?.seq);
  expect(ask('SELECT count(*) = max(seq) FROM event')).toBe('1');
  // What was done after the copy was taken is in the ledger, and not in the backup.
  expect(office.app.journal.head().seq).toBeGreaterThan(seq);
  await office.call('backup.verify', { place: stick, name: made?.name ?? '' });
});
