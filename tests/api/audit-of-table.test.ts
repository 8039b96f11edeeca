import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_TABLES } from '../../shared/api/audit.contract';
import { type Office, openOffice } from './office';

let office: Office;
beforeAll(async () => {
  office = openOffice('2026-03-30T09:00:00+08:00');
  await office.call('company.foundDemonstration', {});
});
afterAll(() => office.close());

type Table = (typeof RECORD_TABLES)[number];

/** The newest first, as the journal itself has them. */
const changing = (table: Table): number[] =>
  office.ledger.db
    .prepare<[string], number>('SELECT DISTINCT event_seq FROM change WHERE table_name = ? ORDER BY event_seq DESC')
    .pluck()
    .all(table);

async function paged(table: Table, limit: number): Promise<number[]> {
  const seqs: number[] = [];
  for (;;) {
    const { events, total } = await office.call('audit.list', { table, offset: seqs.length, limit });
    expect(total).toBe(changing(table).length);
    if (events.length === 0) return seqs;
    seqs.push(...events.map(({ seq }) => seq));
  }
}

test('the log of one kind of record pages through all its acts, and an act that follows stands first', async () => {
  await office.call('people.signIn', { login: 'sujingxing', password: 'songfeng-2026' });
  const act = (sql: string) =>
    office.app.journal.commit(
      { at: '2026-03-30T01:00:00.000Z', today: '2026-03-30', windowId: 1, actor: undefined },
      'test.act',
      {},
      () => office.ledger.db.exec(sql),
    );
  for (const more of [undefined, 'dossier', 'client', undefined, 'staff'] as const) {
    if (more) act(`UPDATE ${more} SET ${more === 'dossier' ? 'title = title' : 'name = name'} WHERE id <= 3`);
    for (const table of RECORD_TABLES) expect(await paged(table, 7)).toEqual(changing(table));
  }
  expect(changing('dossier').length).toBeGreaterThan(20);
});
