import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TitleFields } from '../../shared/api/title-fields';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';
import { act, CUSTODIAN, giveTitles, officeWithTitles, SAMPLE_TITLES } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

const leave = async (id: number, name: string, login: string, position: 'titleCustodian' | 'projectManager') => {
  const who = { id, name, departmentId: 1, login, positions: [position], employment: 'left' as const };
  return office.reply('people.change', who);
};
/** Everything that the custodian holds goes to one person, the general manager sees to it, all three sign. */
async function handOver(successorId: number) {
  const { custodian, manager } = its.people;
  const { id } = await office.call('staffHandover.make', { fromId: custodian, successorId, supervisorId: manager });
  await office.call('staffHandover.ask', { id });
  const { contentHash: seen, no } = await office.call('staffHandover.show', { id });
  const sign = (role: 'from' | 'to' | 'supervisor', staffId: number) => ({ role, staffId, signature: PIN });
  const signatures = [sign('from', custodian), sign('to', successorId), sign('supervisor', manager)];
  await office.call('staffHandover.sign', { id, seen, signatures });
  return no;
}

test('nobody leaves with a key in hand: the list passes it on, and the book of keys says by which list', async () => {
  await signIn(office, LOGINS.admin);
  const { custodian, archivist } = its.people;
  expect(await leave(custodian, '唐晚晴', CUSTODIAN, 'titleCustodian')).toMatchObject({
    error: { reason: 'stillHolds', details: { held: 'safeKey:1' } },
  });
  const { things } = await office.call('staffHandover.held', { staffId: custodian });
  expect(things).toMatchObject([{ kind: 'safeKey', title: '一号柜 钥匙 1号', detail: '档案室里间' }]);
  const no = await handOver(archivist);
  expect(await leave(custodian, '唐晚晴', CUSTODIAN, 'titleCustodian')).toMatchObject({ ok: true });
  await signIn(office, LOGINS.archivist);
  const rows = await office.call('safe.custody', { safeId: its.safe.id });
  expect(rows[0]).toMatchObject({ holder: '沈砚秋', giver: '唐晚晴', supervisor: '江柏屿', reason: no });
  expect(rows.find(({ holder }) => holder === '唐晚晴')).toMatchObject({ endedOn: '2026-03-02' });
  const opened = { safeId: its.safe.id, secondId: its.people.keeper, reason: '核对' };
  await office.call('safe.open', { ...opened, signatures: { operator: PIN, second: PIN } });
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
});

test('who holds the combination cannot take the key over as well', async () => {
  await signIn(office, LOGINS.admin);
  const { custodian, keeper, manager } = its.people;
  const made = { fromId: custodian, successorId: keeper, supervisorId: manager };
  const { id } = await office.call('staffHandover.make', made);
  const { lines } = await office.call('staffHandover.show', { id });
  expect(lines).toMatchObject([{ kind: 'safeKey', problem: { reason: 'successorHoldsOtherPart' } }]);
  expect(await office.reply('staffHandover.ask', { id })).toMatchObject({
    error: { reason: 'successorHoldsOtherPart' },
  });
});

test('a title that somebody has taken along stays on the list until it is back in the safe', async () => {
  const pieces = [{ titleId: its.titles[0] ?? 0 }];
  const errand = { pieces, party: '登记中心（江柏屿）', partyStaffId: its.people.manager, dueOn: '2026-03-06' };
  const { no } = await office.call('titleMove.sendToRegistry', { ...act(its.people), ...errand });
  const heldBy = async (staffId: number) => {
    await signIn(office, LOGINS.admin);
    return (await office.call('staffHandover.held', { staffId })).things.filter(({ kind }) => kind === 'titleOut');
  };
  expect(await heldBy(its.people.manager)).toMatchObject([{ title: '不动产权证书', staysFor: no }]);
  expect(await heldBy(its.people.archivist)).toEqual([]);
  await signIn(office, CUSTODIAN);
  const back = { pieces: [{ titleId: its.titles[0] ?? 0, compartmentId: its.compartment }] };
  await office.call('titleMove.takeBack', { ...act(its.people), ...back });
  expect(await heldBy(its.people.manager)).toEqual([]);
  // Taken there by somebody else the next time, it is that person's.
  await signIn(office, CUSTODIAN);
  const again = { ...errand, party: '登记中心（顾行简）', partyStaffId: its.people.a };
  await office.call('titleMove.sendToRegistry', { ...act(its.people), ...again });
  expect(await heldBy(its.people.manager)).toEqual([]);
  expect(await heldBy(its.people.a)).toHaveLength(1);
});

test('titles that were handed over hold both who have to sign for them until they are accepted or sent back', async () => {
  const extra = { ...SAMPLE_TITLES[0], certificateNo: '粤（2026）深圳市不动产权第0099001号' } as TitleFields;
  const { id, no } = await giveTitles(office, its.projectId, [extra]);
  const heldBy = async (staffId: number) => {
    await signIn(office, LOGINS.admin);
    return (await office.call('staffHandover.held', { staffId })).things.filter(({ kind }) => kind === 'titleHandover');
  };
  for (const staffId of [its.people.a, its.people.b])
    expect(await heldBy(staffId)).toMatchObject([{ recordId: id, title: no, staysFor: no }]);
  await signIn(office, CUSTODIAN);
  await office.call('titleHandover.sendBack', { id, reason: '缺原件', signature: PIN });
  for (const staffId of [its.people.a, its.people.b]) expect(await heldBy(staffId)).toEqual([]);
});

test('a counter does not leave before the stocktake is signed, explained or given up', async () => {
  await signIn(office, LOGINS.archivist);
  const { archivist, keeper, custodian, manager } = its.people;
  const counters = { firstCounterId: archivist, secondCounterId: keeper };
  const { id, no } = await office.call('stocktake.start', { scope: 'full', plan: '季末盘点', ...counters });
  const held = async (staffId: number) => {
    await signIn(office, LOGINS.admin);
    return (await office.call('staffHandover.held', { staffId })).things.filter(({ kind }) => kind === 'stocktake');
  };
  expect(await held(archivist)).toMatchObject([{ recordId: id, title: no, detail: '季末盘点', staysFor: no }]);
  expect(await held(keeper)).toHaveLength(1);
  expect(await held(custodian)).toEqual([]);
  const left = { id: archivist, name: '沈砚秋', departmentId: 1, login: LOGINS.archivist, employment: 'left' as const };
  expect(await office.reply('people.change', { ...left, positions: ['archivist'] })).toMatchObject({
    error: { reason: 'stillHolds', details: { held: expect.stringContaining('stocktake:1') } },
  });
  const made = { fromId: archivist, successorId: custodian, supervisorId: manager };
  const list = await office.call('staffHandover.make', made);
  const { lines } = await office.call('staffHandover.show', { id: list.id });
  expect(
    lines.find(({ kind }) => kind === 'stocktake'),
    'it stays with its counter',
  ).toMatchObject({ staysFor: no });
  await signIn(office, LOGINS.archivist);
  await office.call('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
  expect(await held(archivist), 'differences are not explained').toHaveLength(1);
  await signIn(office, LOGINS.archivist);
  const missing = (await office.call('stocktake.show', { id })).lines.filter(({ differs }) => differs);
  const words = { cause: '没有找到', action: '追查' };
  await office.call('stocktake.explain', { id, lines: missing.map((line) => ({ lineId: line.id, ...words })) });
  expect(await held(archivist)).toEqual([]);
});

test('a safe that nobody has closed stands on the desk of those who keep titles', async () => {
  const opened = { safeId: its.safe.id, secondId: its.people.keeper, reason: '核对' };
  const { id } = await office.call('safe.open', { ...opened, signatures: { operator: PIN, second: PIN } });
  expect((await office.call('desk.show', {})).openSafes).toMatchObject([{ openingId: id, safe: '一号柜' }]);
  await signIn(office, LOGINS.a);
  expect((await office.call('desk.show', {})).openSafes).toEqual([]);
  await signIn(office, CUSTODIAN);
  await office.call('safe.close', { openingId: id });
  expect((await office.call('desk.show', {})).openSafes).toEqual([]);
});
