import { afterEach, beforeEach, expect, test } from 'vitest';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

let office: Office;
beforeEach(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.admin);
});
afterEach(() => office.close());

const EVENTS = 20_000;

/** Acts without end, durable or not: only their number matters here. */
function act(times: number): void {
  office.ledger.db.pragma('synchronous = OFF');
  const ctx = { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined };
  for (let i = 0; i < times; i += 1) office.app.journal.commit(ctx, 'test.act', { i }, () => undefined);
}

test('while the whole journal is checked, others are answered', async () => {
  act(EVENTS);
  let checking = true;
  const verdict = office.call('audit.verify', {}).finally(() => {
    checking = false;
  });
  let answered = 0;
  while (checking) {
    await office.call('people.staff', {});
    await new Promise((resolve) => setImmediate(resolve));
    answered += checking ? 1 : 0;
  }
  expect(answered).toBeGreaterThan(3);
  expect(await verdict).toMatchObject({ whole: true });
});

test('what is written while the journal is checked is in it, and the check itself is the last event', async () => {
  act(EVENTS);
  const verdict = office.call('audit.verify', {});
  await office.call('people.addDepartment', { name: '风险部' });
  expect(await verdict).toMatchObject({ whole: true, seq: office.app.journal.head().seq - 1 });
  const [last] = (await office.call('audit.list', { limit: 1 })).events;
  expect(last?.action).toBe('audit.verify');
});
