import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/api/contract';
import type { safe } from '../../shared/api/safe.contract';
import { lendTitles } from './lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';
import { act, CUSTODIAN, MANAGER, officeWithTitles, registerSafe } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

const list = () => office.call('safe.list', {});
const contents = (on?: string) => office.call('safe.contents', { safeId: its.safe.id, ...(on && { on }) });
const lend = () => lendTitles(office, its.people, [its.titles[0] ?? 0]);
const both = { operator: PIN, second: PIN };

describe('what is in the safe', () => {
  test('each compartment says what lies in it under which number, the others are empty', async () => {
    const seen = await contents();
    expect(seen).toMatchObject({ name: '一号柜', on: '2026-03-02', pieces: 7, away: 0, opening: 0, came: 7, went: 0 });
    expect(seen.compartments.map(({ name, pieces }) => `${name} ${pieces}`)).toEqual([
      ...['1-1 7', '1-2 0', '1-3 0', '2-1 0', '2-2 0', '2-3 0'],
    ]);
    expect(seen.compartments[0]?.titles[0]).toMatchObject({
      certificateNo: '粤（2021）深圳市不动产权第0031876号',
      number: `暂字第00${its.projectId}号`,
      slipNo: '权入〔2026〕001号',
      operator: '唐晚晴',
      second: '何循之',
    });
  });

  test('what is out stays with its compartment, with whom and until when', async () => {
    await lend();
    const seen = await contents();
    expect(seen).toMatchObject({ pieces: 6, away: 1, overdue: 0, went: 1 });
    expect(seen.compartments[0]?.away).toMatchObject([{ place: 'lent', party: '顾行简', dueOn: '2026-03-06' }]);
    expect(seen.compartments[1]?.away).toEqual([]);
    office.at('2026-03-09T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    expect(await contents()).toMatchObject({ overdue: 1, opening: 6, came: 0, went: 0 });
  });

  test('any past day is shown as it was; a day that has not come is refused', async () => {
    office.at('2026-03-04T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    await lend();
    expect(await contents('2026-03-01')).toMatchObject({ pieces: 0, on: '2026-03-01' });
    expect(await contents('2026-03-03')).toMatchObject({ pieces: 7, away: 0, opening: 7 });
    expect(await contents('2026-03-04')).toMatchObject({ pieces: 6, away: 1, opening: 7, went: 1 });
    expect(await office.outcome('safe.contents', { safeId: its.safe.id, on: '2026-03-05' })).toBe('looksAhead');
    expect(await office.outcome('safe.contents', { safeId: 99 })).toBe('noSuchSafe');
  });

  test('titles that expire soon are counted', async () => {
    office.at('2027-01-15T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    expect((await contents()).expiring).toBe(1);
    expect((await contents('2026-12-01')).expiring).toBe(0);
  });
});

describe('safes and compartments', () => {
  const because = { reason: '调整' };
  test('a compartment is added where none is, and goes out of use only when empty', async () => {
    const at = { safeId: its.safe.id, name: '3-1', row: 3, col: 1 };
    const { id } = await office.call('safe.addCompartment', at);
    expect(await office.outcome('safe.addCompartment', { ...at, name: '3-1a' })).toBe('compartmentPlaceTaken');
    expect(await office.outcome('safe.addCompartment', { ...at, row: 4 })).toBe('compartmentNameTaken');
    expect(await office.outcome('safe.retireCompartment', { compartmentId: its.compartment, ...because })).toBe(
      'compartmentNotEmpty',
    );
    await office.call('safe.retireCompartment', { compartmentId: id, ...because });
    expect(await office.outcome('safe.retireCompartment', { compartmentId: id, ...because })).toBe(
      'compartmentRetired',
    );
    expect((await list())[0]?.compartments.find((one) => one.id === id)?.retiredOn).toBe('2026-03-02');
    expect(await office.call('safe.addCompartment', { ...at, name: '3-1' })).toEqual({ id });
    expect((await list())[0]?.compartments.find((one) => one.id === id)?.retiredOn).toBeUndefined();
  });

  test('nothing is moved into a retired compartment', async () => {
    await office.call('safe.retireCompartment', { compartmentId: its.other, ...because });
    const pieces = [{ titleId: its.titles[0] ?? 0 }];
    expect(await office.outcome('titleMove.move', { ...act(its.people), pieces, compartmentId: its.other })).toBe(
      'compartmentRetired',
    );
  });

  test('a safe is renamed, never to a name that another one has', async () => {
    await signIn(office, LOGINS.admin);
    await registerSafe(office, its.people, '二号柜');
    await signIn(office, CUSTODIAN);
    const renamed = { safeId: its.safe.id, name: '主柜', place: '档案室外间', ...because };
    expect(await office.outcome('safe.rename', { ...renamed, name: '二号柜' })).toBe('safeNameTaken');
    await office.call('safe.rename', renamed);
    expect((await list())[0]).toMatchObject({ name: '主柜', place: '档案室外间' });
  });

  test('a safe is retired only when it is empty, closed and its days are signed; then nobody holds anything of it', async () => {
    const retired = { safeId: its.safe.id, ...because };
    expect(await office.outcome('safe.retire', retired)).toBe('safeNotEmpty');
    const second = await registerSafe(office, its.people, '二号柜');
    const [there = 0] = second.compartments;
    await office.call('titleMove.move', {
      ...act(its.people),
      pieces: its.titles.map((titleId) => ({ titleId })),
      compartmentId: there,
    });
    expect(await office.outcome('safe.retire', retired)).toBe('earlierDayOpen');
    const { contentHash: seen } = await office.call('safe.balance', { safeId: its.safe.id, day: '2026-03-02' });
    const day = { safeId: its.safe.id, day: '2026-03-02', seen, secondId: its.people.keeper, signatures: both };
    await office.call('safe.closeDay', day);
    await office.call('safe.retire', retired);
    expect((await list())[0]).toMatchObject({ retiredOn: '2026-03-02', custody: [] });
    expect(await office.outcome('safe.retire', retired)).toBe('safeRetired');
    expect(
      await office.outcome('safe.open', { safeId: its.safe.id, secondId: 1, reason: '看', signatures: both }),
    ).toBe('safeRetired');
  });

  test('managing safes is not for everybody', async () => {
    await signIn(office, LOGINS.a);
    expect(await office.outcome('safe.retire', { safeId: its.safe.id, ...because })).toBe('notAllowed');
    expect((await contents()).pieces).toBe(7);
  });
});

describe('keys and combination', () => {
  type Entrusted = InputOf<typeof safe.entrust>;
  const signatures = { giver: PIN, holder: PIN, supervisor: PIN };
  const entrust = (more: Partial<Entrusted> = {}): Entrusted => ({
    ...{ safeId: its.safe.id, kind: 'key', label: '1号', holderId: its.people.archivist },
    ...{ supervisorId: its.people.manager, reason: '岗位调整', signatures },
    ...more,
  });
  const rows = () => office.call('safe.custody', { safeId: its.safe.id });

  test('a key goes on by three signatures, and the history keeps who had it until when', async () => {
    office.at('2026-03-03T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    await office.call('safe.entrust', entrust());
    const [now, , before] = await rows();
    expect(now).toMatchObject({ holder: '沈砚秋', giver: '唐晚晴', supervisor: '江柏屿', takenOn: '2026-03-03' });
    expect(now?.signatures.map(({ role, name }) => `${role} ${name}`)).toEqual([
      ...['giver 唐晚晴', 'holder 沈砚秋', 'supervisor 江柏屿'],
    ]);
    expect(before).toMatchObject({ holder: '唐晚晴', takenOn: '2026-03-02', endedOn: '2026-03-03' });
    // From now on the archivist opens it.
    const opened = { safeId: its.safe.id, secondId: its.people.keeper, reason: '核对', signatures: both };
    expect(await office.outcome('safe.open', opened)).toBe('noKeyAmongThem');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('safe.open', opened)).toBe('done');
  });

  test('nobody ever has key and combination of one safe, nor supervises what is his or hers', async () => {
    const { keeper, custodian, archivist, manager } = its.people;
    expect(await office.outcome('safe.entrust', entrust({ holderId: keeper }))).toBe('holdsBoth');
    const combination = { kind: 'combination' as const, label: '' };
    expect(await office.outcome('safe.entrust', entrust({ ...combination, holderId: custodian }))).toBe('holdsBoth');
    expect(await office.outcome('safe.entrust', entrust({ holderId: custodian }))).toBe('holdsItAlready');
    for (const supervisorId of [custodian, keeper, archivist])
      expect(await office.outcome('safe.entrust', entrust({ supervisorId }))).toBe('supervisorHolds');
    expect(await office.outcome('safe.entrust', entrust({ label: '' }))).toBe('keyNeedsNumber');
    expect(await office.outcome('safe.entrust', entrust({ ...combination, label: '1号' }))).toBe('keyNeedsNumber');
    expect(await office.outcome('safe.entrust', entrust({ holderId: 99 }))).not.toBe('done');
    expect(await rows()).toHaveLength(2);
    expect(manager).toBeGreaterThan(0);
  });

  test('a wrong signature of any of the three changes nothing', async () => {
    for (const role of ['giver', 'holder', 'supervisor'])
      expect(await office.outcome('safe.entrust', entrust({ signatures: { ...signatures, [role]: '999333' } }))).toBe(
        'wrongSecret',
      );
    expect(await office.outcome('safe.entrust', entrust({ signatures: { holder: PIN, supervisor: PIN } }))).toBe(
      'giverMustSign',
    );
    expect((await rows())[0]).toMatchObject({ holder: '唐晚晴' });
  });

  test('where the holder cannot sign, an executive does and says why', async () => {
    await signIn(office, LOGINS.admin);
    const executiveId = its.people.manager;
    const supervisorId = its.people.b;
    await signIn(office, CUSTODIAN);
    expect(await office.outcome('safe.entrust', entrust({ executiveId, supervisorId }))).toBe('absenceNeeded');
    const absence = '住院，钥匙由家属交回';
    expect(await office.outcome('safe.entrust', entrust({ executiveId: its.people.a, supervisorId, absence }))).toBe(
      'notAnExecutiveForSafe',
    );
    expect(await office.outcome('safe.entrust', entrust({ executiveId, absence }))).toBe('executiveIsParty');
    await office.call('safe.entrust', entrust({ executiveId, supervisorId, absence }));
    const [now] = await rows();
    expect(now).toMatchObject({ giver: '唐晚晴', absence, holder: '沈砚秋' });
    expect(now?.signatures[0]).toMatchObject({ role: 'giver', name: '江柏屿' });
  });

  test('a spare key is given out by an executive, and either holder opens the safe', async () => {
    const spare = entrust({ label: '2号', supervisorId: its.people.b });
    expect(await office.outcome('safe.entrust', spare)).toBe('spareKeyNeedsExecutive');
    await office.call('safe.entrust', { ...spare, executiveId: its.people.manager });
    expect((await list())[0]?.custody.map(({ label, holder }) => `${label} ${holder}`)).toEqual([
      ...['1号 唐晚晴', '2号 沈砚秋', ' 何循之'],
    ]);
    const opened = { safeId: its.safe.id, secondId: its.people.keeper, reason: '核对', signatures: both };
    await signIn(office, LOGINS.archivist);
    await office.call('safe.open', opened);
  });

  test('the combination is changed by whoever has it', async () => {
    const same = entrust({ kind: 'combination', label: '', holderId: its.people.keeper, reason: '定期更换密码' });
    await office.call('safe.entrust', { ...same, signatures: { holder: PIN, supervisor: PIN } });
    const combination = (await rows()).filter(({ kind }) => kind === 'combination');
    expect(combination.map(({ endedOn }) => endedOn)).toEqual([undefined, '2026-03-02']);
    expect(combination[0]?.signatures.map(({ role }) => role)).toEqual(['holder', 'supervisor']);
  });
});

describe('openings', () => {
  const opened = (more: object = {}) => ({
    ...{ safeId: its.safe.id, secondId: its.people.keeper, reason: '客户查验', signatures: both },
    ...more,
  });
  const day = { from: '2026-03-02', to: '2026-03-02' };

  test('what moves while it is open belongs to that opening; without one a slip has its own', async () => {
    const { id } = await office.call('safe.open', opened());
    expect((await list())[0]?.open).toMatchObject({ openingId: id, operator: '唐晚晴', second: '何循之' });
    await lend();
    await office.call('safe.close', { openingId: id });
    expect((await list())[0]?.open).toBeUndefined();
    const { rows, total } = await office.call('safe.openings', { safeId: its.safe.id, ...day });
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({ reason: '客户查验', slips: [{ no: '权借〔2026〕001号', came: 0, went: 1 }] });
    expect(rows[0]?.closedAt).toBeDefined();
    expect(rows[1]).toMatchObject({ slips: [{ no: '权入〔2026〕001号', came: 7, went: 0 }] });
    expect((await office.call('safe.openings', { from: '2026-03-03', to: '2026-03-04' })).total).toBe(0);
  });

  test('opening and closing are events of the log, each by whom and why', async () => {
    const { id } = await office.call('safe.open', opened());
    await office.call('safe.close', { openingId: id });
    await signIn(office, LOGINS.admin);
    const { events } = await office.call('audit.list', {});
    const [closed, open] = events.filter(({ action }) => action.startsWith('safe.'));
    expect(open).toMatchObject({ action: 'safe.open', actor: '唐晚晴', reason: '客户查验' });
    expect(closed).toMatchObject({ action: 'safe.close', actor: '唐晚晴' });
  });

  test('two people, of whom one has a key and one the combination, and nobody opens what is open', async () => {
    expect(await office.outcome('safe.open', opened({ secondId: its.people.custodian }))).toBe('oneSignsForBoth');
    expect(await office.outcome('safe.open', opened({ secondId: its.people.manager }))).toBe('noCombinationAmongThem');
    expect(await office.outcome('safe.open', opened({ signatures: { operator: PIN, second: '999333' } }))).toBe(
      'wrongSecret',
    );
    expect(await office.outcome('safe.open', opened({ reason: ' ' }))).toBe('inputInvalid');
    const { id } = await office.call('safe.open', opened());
    expect(await office.outcome('safe.open', opened())).toBe('safeStandsOpen');
    await office.call('safe.close', { openingId: id });
    expect(await office.outcome('safe.close', { openingId: id })).toBe('openingClosed');
    expect(await office.outcome('safe.close', { openingId: 99 })).toBe('noSuchOpening');
  });
});

test('the check of the journal looks at what was signed for keys, openings, days and months', async () => {
  const { id } = await office.call('safe.open', {
    ...{ safeId: its.safe.id, secondId: its.people.keeper, reason: '核对', signatures: both },
  });
  await office.call('safe.close', { openingId: id });
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  for (const kind of ['custody', 'opening']) {
    const { db } = office.ledger;
    const { hash, row } = db
      .prepare<[string], { hash: string; row: number }>(
        'SELECT content_hash AS hash, id AS row FROM safe_signature WHERE subject_kind = ? LIMIT 1',
      )
      .get(kind) ?? { hash: '', row: 0 };
    db.exec('DROP TRIGGER IF EXISTS safe_signature_no_update; DROP TRIGGER IF EXISTS journal_safe_signature_update');
    const write = db.prepare('UPDATE safe_signature SET content_hash = ? WHERE id = ?');
    write.run('f'.repeat(64), row);
    expect(await office.call('audit.verify', {}), kind).toMatchObject({ whole: false });
    write.run(hash, row);
  }
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  await signIn(office, MANAGER);
});
