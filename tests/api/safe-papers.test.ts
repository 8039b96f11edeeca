import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportedList } from '../../shared/api/export.contract';
import { lendTitles } from './lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';
import { CUSTODIAN, officeWithTitles } from './title-office';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-safe-papers-'));
const words = JSON.parse(readFileSync(new URL('../../renderer/i18n/zh-CN/export.json', import.meta.url), 'utf8'));
let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;
let closingId: number;

beforeAll(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
  await lendTitles(office, its.people, [its.titles[0] ?? 0]);
  const day = { safeId: its.safe.id, day: '2026-03-02' };
  const { contentHash: seen } = await office.call('safe.balance', day);
  const signatures = { operator: PIN, second: PIN };
  ({ id: closingId } = await office.call('safe.closeDay', { ...day, seen, secondId: its.people.keeper, signatures }));
});
afterAll(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
/** Cells of a csv without its quotes and guards. */
async function exported(list: ExportedList): Promise<string[][]> {
  office.savePath = join(folder, `${++files}.csv`);
  await office.call('export.save', { list, format: 'csv', words });
  const text = readFileSync(office.savePath, 'utf8').replace(/^\ufeff/, '');
  return text
    .trim()
    .split('\r\n')
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
}

describe('taken along as a file', () => {
  test('what is in the safe, with what is out of it and with whom', async () => {
    const [heading, ...rows] = await exported({ name: 'contents', safeId: its.safe.id });
    expect(heading?.[0]).toBe('格位');
    expect(rows).toHaveLength(6);
    expect(rows.find((row) => row.includes('借出'))).toEqual(
      expect.arrayContaining(['顾行简', '2026-03-06', '林远山']),
    );
    const before = await exported({ name: 'contents', safeId: its.safe.id, on: '2026-03-01' });
    expect(before).toHaveLength(1);
  });

  test('who holds keys and combination, when it was open, and its closed days', async () => {
    const custody = await exported({ name: 'custody', safeId: its.safe.id });
    expect(custody[1]).toEqual(expect.arrayContaining(['一号柜', '钥匙 1号', '唐晚晴', '江柏屿']));
    const range = { from: '2026-03-01', to: '2026-03-31' };
    const openings = await exported({ name: 'openings', ...range });
    expect(openings[1]).toEqual(expect.arrayContaining(['客户查验', '权借〔2026〕001号 出 1']));
    const [, closing] = await exported({ name: 'closings' });
    expect(closing?.slice(0, 6)).toEqual(['一号柜', '2026-03-02', '0', '7', '1', '6']);
  });

  test('only for whoever may read titles and print', async () => {
    await signIn(office, LOGINS.b);
    await signIn(office, LOGINS.admin);
    office.savePath = join(folder, 'never.csv');
    const reply = await office.reply('export.save', { list: { name: 'closings' }, format: 'csv', words });
    expect(reply).toMatchObject({ error: { reason: 'notAllowed' } });
    await signIn(office, CUSTODIAN);
  });
});

describe('on paper', () => {
  test('the closing sheet has the kinds, the sums, both signatures and the event that anchors the journal', async () => {
    const form = await office.call('print.form', { form: 'safe-closing', id: closingId });
    if (form.form !== 'safe-closing') throw new Error(form.form);
    const { closing } = form;
    expect(closing).toMatchObject({ safe: '一号柜', day: '2026-03-02', opening: 0, came: 7, went: 1, closing: 6 });
    expect(closing.lines).toHaveLength(6);
    expect(closing.signatures.map(({ name }) => name)).toEqual(['唐晚晴', '何循之']);
    const { hash } = office.ledger.db
      .prepare<[number], { hash: string }>('SELECT hash FROM event WHERE seq = ?')
      .get(closing.event.seq) ?? { hash: '' };
    expect(hash.slice(0, 16)).toBe(closing.event.code);
  });

  test('openings of a range of days, and the keys of one safe', async () => {
    const asked = { safeId: its.safe.id, from: '2026-03-01', to: '2026-03-31' };
    const openings = await office.call('print.form', { form: 'safe-openings', asked });
    expect(openings).toMatchObject({ safe: '一号柜', rows: [{ reason: '客户查验' }, { slips: [{ came: 7 }] }] });
    const keys = await office.call('print.form', { form: 'safe-keys', id: its.safe.id });
    expect(keys).toMatchObject({ safe: { name: '一号柜' }, rows: [{ label: '1号' }, { kind: 'combination' }] });
    expect(await office.reply('print.form', { form: 'safe-keys', id: 99 })).toMatchObject({
      error: { reason: 'noSuchSafe' },
    });
    await signIn(office, LOGINS.admin);
    expect(await office.reply('print.form', { form: 'safe-openings', asked })).toMatchObject({
      error: { reason: 'notAllowed' },
    });
  });
});
