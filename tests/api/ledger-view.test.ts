import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readColumns, readQuestion } from '../../electron/features/ledger-view/ledger-view.rules';
import { copyLedgerOf, throwCopiesAway } from '../db/ledger-copy';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

let office: Office;
beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
});
afterAll(() => {
  office.close();
  throwCopiesAway();
});

const question = { filter: { year: 2026, retentionId: 2 }, sort: 'keepUntil' as const, descending: false };
const asKept = { filter: { ...question.filter, text: '', lateOnly: false }, sort: 'keepUntil', descending: false };
const views = () => office.call('ledgerView.list', {});

describe('how a person looks at the ledger', () => {
  test('is kept under a name, is there after the next start, and is nobody else’s', async () => {
    await signIn(office, LOGINS.archivist);
    const columns = [{ column: 'archiveNo' as const, width: 150 }, { column: 'keepUntil' as const }];
    const { id } = await office.call('ledgerView.keep', { name: '今年到期', question, columns });
    await office.call('ledgerView.openWith', { id });
    await office.call('ledgerView.arrange', { columns });
    office.restart();
    await signIn(office, LOGINS.archivist);
    const own = { id, name: '今年到期', own: true, owner: '沈砚秋', shared: false, question: asKept, columns };
    expect(await views()).toEqual({ views: [own], columns, opensWith: id });
    await signIn(office, LOGINS.a);
    expect(await views()).toEqual({ views: [] });
    expect(await office.reply('ledgerView.change', { id, question: {} })).toMatchObject({
      ok: false,
      error: { reason: 'noSuchView' },
    });
    expect(await office.reply('ledgerView.openWith', { id })).toMatchObject({ ok: false });
  });

  test('is shared by the archivist, and taken back from those who open the ledger with it', async () => {
    await signIn(office, LOGINS.archivist);
    const id = (await views()).views[0]?.id ?? 0;
    await office.call('ledgerView.share', { id, shared: true });
    await signIn(office, LOGINS.a);
    await office.call('ledgerView.openWith', { id });
    expect(await views()).toMatchObject({ views: [{ id, own: false, owner: '沈砚秋', shared: true }], opensWith: id });
    expect(await office.reply('ledgerView.remove', { id })).toMatchObject({
      ok: false,
      error: { reason: 'noSuchView' },
    });
    expect(await office.reply('ledgerView.share', { id, shared: false })).toMatchObject({
      error: { code: 'notAllowed' },
    });
    await signIn(office, LOGINS.archivist);
    await office.call('ledgerView.share', { id, shared: false });
    expect((await views()).opensWith).toBe(id);
    await signIn(office, LOGINS.a);
    expect(await views()).toEqual({ views: [] });
  });

  test('is renamed, changed, and deleted also when the ledger opens with it', async () => {
    await signIn(office, LOGINS.archivist);
    const { id } = await office.call('ledgerView.keep', { name: '全部', question: {} });
    expect(await office.reply('ledgerView.rename', { id, name: '今年到期' })).toMatchObject({
      error: { reason: 'viewExists', details: { name: '今年到期' } },
    });
    await office.call('ledgerView.rename', { id, name: '没有位置的' });
    await office.call('ledgerView.change', { id, question: { filter: { group: 'withoutPlace' } } });
    expect((await views()).views.find((view) => view.id === id)).toMatchObject({
      name: '没有位置的',
      question: { filter: { group: 'withoutPlace' } },
    });
    await office.call('ledgerView.openWith', { id });
    await office.call('ledgerView.remove', { id });
    const left = await views();
    expect([left.views.map(({ name }) => name), left.opensWith]).toEqual([['今年到期'], undefined]);
    await office.call('ledgerView.arrange', {});
    expect((await views()).columns).toBeUndefined();
  });

  test('kept by another version of the program opens as far as it is understood', () => {
    expect(readQuestion('{"filter":{"colour":"red"},"sort":"colour"}')).toMatchObject({ sort: 'opened' });
    expect(readColumns('[{"column":"colour"},{"column":"title"}]')).toEqual([{ column: 'title' }]);
    expect(readColumns('[{"column":"colour"}]')).toBeUndefined();
  });
});

test('without columns of its own it is nothing wrong for the sqlite3 command line, which may be older than the program’s', async () => {
  await signIn(office, LOGINS.b);
  const { id } = await office.call('ledgerView.keep', { name: '没有列', question });
  await office.call('ledgerView.openWith', { id });
  office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
  const copy = copyLedgerOf(office.dataDir);
  expect(copy.rows('SELECT 1 FROM ledger_habit WHERE columns IS NULL')).not.toEqual([]);
  expect(copy.integrity()).toBe('ok');
});
