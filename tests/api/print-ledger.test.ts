import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileSample, foundCompany, LOGINS, type Office, openOffice, registerProject, signIn } from './office';

let office: Office;
let manager: number;

beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  manager = people.a;
  await signIn(office, LOGINS.a);
  await compileSample(office, (await registerProject(office, people)).projectId);
});
afterAll(() => office.close());

test('the printed ledger has the rows of the list on the screen, and names the manager it is narrowed by', async () => {
  const asked = { filter: { managerId: manager, text: '青禾' }, sort: 'title' as const };
  const form = await office.call('print.form', { form: 'ledger', asked });
  const { rows } = await office.call('ledger.list', asked);
  expect(form).toMatchObject({ form: 'ledger', names: { manager: '顾行简' }, rows, asked });
  expect(rows).toHaveLength(1);
  const none = await office.call('print.form', { form: 'ledger', asked: { filter: { year: 1999 } } });
  expect(none).toMatchObject({ rows: [] });
});

test('the audit log names the paper by its own number', async () => {
  office.savePath = join(office.dataDir, 'ledger.pdf');
  await office.call('print.savePdf', { form: 'ledger' });
  const { frame } = await office.call('print.form', { form: 'ledger' });
  await signIn(office, LOGINS.admin);
  const { events } = await office.call('audit.list', {});
  expect(events.find(({ action }) => action === 'print.savePdf')?.about).toBe(frame.barcode);
});

test('a ledger that is too long is refused with what to do, and nothing is noted', async () => {
  await signIn(office, LOGINS.a);
  const { db } = office.ledger;
  const columns = db
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_info('dossier') WHERE name NOT IN ('id', 'project_id')",
    )
    .all()
    .map(({ name }) => name)
    .join(', ');
  const add = db.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
     INSERT INTO dossier (${columns}) SELECT ${columns} FROM dossier, n WHERE id = 1`,
  );
  const ctx = { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined };
  office.app.journal.commit(ctx, 'dossier.open', {}, () => add.run());
  const reply = await office.reply('print.savePdf', { form: 'ledger' });
  expect(reply).toMatchObject({
    ok: false,
    error: { reason: 'ledgerTooLongToPrint', details: { count: 2_001, most: 2_000 } },
  });
  expect(db.prepare('SELECT action FROM event ORDER BY seq DESC LIMIT 1').get()).toEqual({ action: 'dossier.open' });
});
