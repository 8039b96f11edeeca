import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nativeStatement } from '../setup/native-statement';
import { lendTitles } from './lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, PIN, registerProject, signIn } from './office';
import { act, bringTitles, CUSTODIAN, KEEPER, MANAGER, officeWithTitles, SAMPLE_TITLES } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

const first = () => its.titles[0] ?? 0;
const cars = () => its.titles[5] ?? 0;
const lend = () => lendTitles(office, its.people, [first()]);
const toRegistry = (more: object = {}) =>
  office.call('titleMove.sendToRegistry', {
    ...act(its.people, '注销登记'),
    ...{ pieces: [{ titleId: its.titles[3] ?? 0 }], party: '不动产登记中心', dueOn: '2026-03-04' },
    ...more,
  });
const found = async (filter: object) => (await office.call('title.list', filter)).rows.map(({ id }) => id).sort();

describe('the list of titles', () => {
  test('is narrowed by what is typed: number, name, owner, client, contract, initials, provisional number', async () => {
    const all = [...its.titles].sort();
    for (const text of ['青禾', '鸿借〔2026〕001', '流动资金', `暂字第00${its.projectId}号`, `暂字第${its.projectId}`])
      expect(await found({ text }), text).toEqual(all);
    for (const text of ['0031876', '不动产权第0031876', '林远山', 'lys'])
      expect(await found({ text }), text).toEqual([first()]);
    expect(await found({ text: '暂字第099号' })).toEqual([]);
    expect(await found({ kind: 'equityPledge' })).toEqual([its.titles[4]]);
  });

  test('shows of each choice what its number at the top counts', async () => {
    await lend();
    await toRegistry();
    await toRegistry({ pieces: [{ titleId: cars(), quantity: 1 }], dueOn: '2026-03-06' });
    const summary = await office.call('title.summary', {});
    expect(summary).toMatchObject({ all: 6, here: 4, out: 3, overdue: 0, missing: 0, gone: 0, piecesInSafes: 4 });
    office.at('2026-03-05T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    const later = await office.call('title.summary', {});
    expect(later).toMatchObject({ overdue: 1 });
    for (const which of ['all', 'here', 'out', 'overdue', 'expiring', 'missing', 'gone'] as const)
      expect((await office.call('title.list', { which })).total, which).toBe(later[which]);
    expect(await found({ which: 'overdue' })).toEqual([its.titles[3]]);
  });

  test('shows what lies in a safe or one of its compartments', async () => {
    expect(await found({ safeId: its.safe.id })).toEqual([...its.titles].sort());
    expect(await found({ compartmentId: its.other })).toEqual([]);
    const pieces = [{ titleId: cars(), quantity: 1 }];
    await office.call('titleMove.move', { ...act(its.people, '调格'), pieces, compartmentId: its.other });
    expect(await found({ compartmentId: its.other })).toEqual([cars()]);
    expect(await found({ compartmentId: its.compartment, kind: 'other' })).toEqual([cars()]);
  });

  test('comes in parts that together are the whole', async () => {
    const whole = await office.call('title.list', {});
    const parts = [];
    for (let offset = 0; offset < 6; offset += 2)
      parts.push(...(await office.call('title.list', { offset, limit: 2 })).rows);
    expect(parts).toEqual(whole.rows);
  });

  test('asks few questions of the ledger however many titles there are', async () => {
    const asked = await statementsOf(() => office.call('title.list', {}));
    await signIn(office, LOGINS.archivist);
    const second = await registerProject(office, its.people, 2);
    const more = SAMPLE_TITLES.map((line, i) => ({ ...line, certificateNo: `再${i}号` }));
    await bringTitles(office, its.people, second.projectId, its.other, more);
    expect(await statementsOf(() => office.call('title.list', {}))).toBe(asked);
    expect(asked).toBeLessThan(12);
  });

  test('nor do the picture of a safe and its balance ask title by title', async () => {
    const day = '2026-03-02';
    const looks = [
      () => office.call('safe.contents', { safeId: its.safe.id }),
      () => office.call('safe.contents', { safeId: its.safe.id, on: day }),
      () => office.call('safe.balance', { safeId: its.safe.id, day }),
    ];
    const count = async () => {
      const counts: number[] = [];
      for (const look of looks) counts.push(await statementsOf(look));
      return counts;
    };
    await count();
    const asked = await count();
    await signIn(office, LOGINS.archivist);
    const second = await registerProject(office, its.people, 2);
    const more = SAMPLE_TITLES.map((line, i) => ({ ...line, certificateNo: `再${i}号` }));
    await bringTitles(office, its.people, second.projectId, its.other, more);
    expect(await count()).toEqual(asked);
    expect(Math.max(...asked)).toBeLessThan(20);
  });
});

/** How many statements of the ledger were run. */
async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
  const probe = nativeStatement() as Record<'all' | 'get', (...args: unknown[]) => unknown>;
  const kept = { all: probe.all, get: probe.get };
  let count = 0;
  for (const name of ['all', 'get'] as const)
    probe[name] = function counted(this: unknown, ...args: unknown[]) {
      count += 1;
      return kept[name].apply(this, args);
    };
  try {
    await ask();
  } finally {
    Object.assign(probe, kept);
  }
  return count;
}

describe("a title's page", () => {
  const acts = async (id: number) => (await office.call('title.show', { id })).acts;
  const because = async (id: number, name: string) => (await acts(id)).find(({ act: one }) => one === name)?.because;

  test('says of each act whether it can be done, and else why not', async () => {
    expect((await acts(first())).filter((one) => !one.because).map((one) => one.act)).toEqual([
      'lend',
      'sendToRegistry',
      'exchange',
      'remortgage',
      'move',
      'lookUp',
    ]);
    expect(await because(first(), 'release')).toMatchObject({
      reason: 'titleStillSecures',
      details: { contracts: '鸿借〔2026〕001号' },
    });
    expect(await because(first(), 'giveBack')).toMatchObject({ reason: 'titleIsSafe' });
    const { borrowingId } = await lend();
    expect(await because(first(), 'lend')).toMatchObject({ reason: 'titleIsLent', details: { party: '顾行简' } });
    // What is out on a slip comes back on it: the page opens that slip.
    expect(await because(first(), 'giveBack')).toMatchObject({
      reason: 'returnedOnBorrowing',
      details: { no: '借〔2026〕001号' },
    });
    expect((await office.call('title.show', { id: first() })).standings).toMatchObject([
      { homeId: its.compartment, borrowingId },
    ]);
    await signIn(office, LOGINS.a);
    expect(await because(first(), 'lookUp')).toMatchObject({ reason: 'ownTitleLookedUp' });
  });

  test('what the act itself refuses is what the page says', async () => {
    await lend();
    const said = await because(first(), 'sendToRegistry');
    const errand = { pieces: [{ titleId: first() }], party: '登记中心', dueOn: '2026-03-09' };
    const reply = await office.reply('titleMove.sendToRegistry', { ...act(its.people, '变更'), ...errand });
    expect(reply).toMatchObject({ ok: false, error: said });
    await toRegistry();
    const things = [{ kind: 'title', id: its.titles[3] ?? 0 }];
    const asked = await office.reply('borrowing.submit', { things, purpose: '再借', way: 'takeAway' });
    expect(asked).toMatchObject({ ok: false, error: await because(its.titles[3] ?? 0, 'lend') });
  });

  test('an electronic certificate needs no safe, cannot be lent, and is looked up by somebody else than A', async () => {
    await signIn(office, LOGINS.archivist);
    const second = await registerProject(office, its.people, 2);
    const [line] = SAMPLE_TITLES;
    if (!line) throw new Error('no sample');
    const electronic = { ...line, certificateNo: '电子证照1', storage: 'electronic' as const };
    const [id = 0] = await bringTitles(office, its.people, second.projectId, its.other, [electronic]);
    expect(await because(id, 'lend')).toMatchObject({ reason: 'electronicStaysOut' });
    const lookUp = { titleId: id, lookedOn: '2026-03-02', result: 'valid' as const, source: '登记中心网上查询' };
    await office.call('title.lookUp', lookUp);
    expect(await office.outcome('title.lookUp', { ...lookUp, lookedOn: '2026-03-03' })).toBe('movedTomorrow');
    await signIn(office, LOGINS.a);
    expect(await office.outcome('title.lookUp', lookUp)).toBe('ownTitleLookedUp');
    const { lookups } = await office.call('title.show', { id });
    expect(lookups).toMatchObject([{ result: 'valid', lookedBy: '唐晚晴', source: '登记中心网上查询' }]);
  });

  test('what nobody signed is corrected with a reason, and its history says what it was', async () => {
    const fields = { issuedBy: '深圳市不动产登记中心', expiresOn: '2026-04-01', valueFen: 500, remarks: '改' };
    await office.call('title.describe', { id: first(), ...fields, reason: '漏填' });
    expect(await office.call('title.show', { id: first() })).toMatchObject(fields);
    const wrong = { id: first(), issuedBy: '', remarks: '', issuedOn: '2026-04-02', expiresOn: '2026-04-01' };
    expect(await office.outcome('title.describe', { ...wrong, reason: '错' })).toBe('expiresBeforeIssued');
    expect(await office.outcome('title.describe', { ...wrong, issuedOn: '2026-03-01', reason: '' })).toBe(
      'inputInvalid',
    );
    await signIn(office, LOGINS.admin);
    const { events } = await office.call('audit.list', { limit: 5 });
    expect(events.find(({ action }) => action === 'title.describe')).toMatchObject({ reason: '漏填' });
  });

  test('contracts that are not settled can be secured; a settled one is not offered', async () => {
    await signIn(office, LOGINS.archivist);
    await registerProject(office, its.people, 2);
    await signIn(office, CUSTODIAN);
    const offered = async (text: string) =>
      (await office.call('title.contracts', { text })).map((one) => one.contractNo);
    expect(await offered('')).toEqual(['鸿借〔2026〕002号', '鸿借〔2026〕001号']);
    expect(await offered('002')).toEqual(['鸿借〔2026〕002号']);
    office.ledger.db.exec('DROP TRIGGER journal_project_update');
    office.ledger.db.exec("UPDATE project SET ended_on = '2026-03-01' WHERE contract_no LIKE '%002号'");
    expect(await offered('')).toEqual(['鸿借〔2026〕001号']);
  });

  test('only who signs as an executive frees a title from a contract, and with the own PIN', async () => {
    const freed = { titleId: first(), projectId: its.projectId, reason: '置换抵押物', signature: PIN };
    expect(await office.outcome('title.endSecurity', freed)).toBe('notAllowed');
    await signIn(office, MANAGER);
    expect(await office.outcome('title.endSecurity', { ...freed, signature: '000111' })).toBe('wrongSecret');
    await office.call('title.endSecurity', freed);
    expect(await office.outcome('title.endSecurity', freed)).toBe('securesNot');
    expect((await office.call('title.show', { id: first() })).securities).toMatchObject([
      { endedBy: '江柏屿', endedBecause: '置换抵押物' },
    ]);
  });
});

describe('what the safe refuses', () => {
  const errand = (more: object) => ({
    ...{ ...act(its.people, '变更登记'), pieces: [{ titleId: first() }], party: '登记中心', dueOn: '2026-04-20' },
    ...more,
  });

  test('a due day more than a year away: nothing is out for so long', async () => {
    const reply = await office.reply('titleMove.sendToRegistry', errand({ dueOn: '2027-03-03' }));
    expect(reply).toMatchObject({ error: { reason: 'dueTooFar', details: { day: '2027-03-02', field: 'dueOn' } } });
    expect(await office.outcome('titleMove.sendToRegistry', errand({ dueOn: '2126-03-02' }))).toBe('dueTooFar');
    expect(await office.outcome('titleMove.sendToRegistry', errand({ dueOn: '2027-03-02' }))).toBe('done');
  });

  test('a due day before the day of the errand, a basis or a reason left empty, and the same title twice', async () => {
    const reply = await office.reply('titleMove.sendToRegistry', errand({ dueOn: '2026-03-01' }));
    expect(reply).toMatchObject({ error: { reason: 'dueBeforeMoved', details: { field: 'dueOn' } } });
    for (const empty of [{ basis: '' }, { reason: '  ' }, { party: '' }, { pieces: [] }])
      expect(await office.outcome('titleMove.sendToRegistry', errand(empty)), JSON.stringify(empty)).toBe(
        'inputInvalid',
      );
    const twice = [{ titleId: first() }, { titleId: first() }];
    expect(await office.outcome('titleMove.sendToRegistry', errand({ pieces: twice }))).toBe('titleTwice');
  });

  test('a new certificate whose number is here already, and one in no compartment', async () => {
    const [, other] = SAMPLE_TITLES;
    if (!other) throw new Error('no sample');
    const exchange = (more: object) => ({
      ...{ ...act(its.people, '换证'), titleId: first(), becomes: other, compartmentId: its.compartment },
      party: '不动产登记中心',
      ...more,
    });
    const reply = await office.reply('titleMove.exchange', exchange({}));
    expect(reply).toMatchObject({ error: { reason: 'certificateHere', details: { field: 'certificateNo' } } });
    const becomes = { ...other, certificateNo: '新证1号' };
    expect(await office.outcome('titleMove.exchange', exchange({ becomes, compartmentId: undefined }))).toBe(
      'compartmentNeeded',
    );
    for (const quantity of [0, 2.5])
      expect(await office.outcome('titleMove.exchange', exchange({ becomes: { ...becomes, quantity } }))).toBe(
        'inputInvalid',
      );
  });

  test('a title or a slip that does not exist', async () => {
    expect(await office.outcome('title.show', { id: 999 })).toBe('noSuchTitle');
    expect(await office.outcome('titleMove.slip', { id: 999 })).toBe('noSuchSlip');
    expect(await office.outcome('titleMove.sendToRegistry', errand({ pieces: [{ titleId: 999 }] }))).toBe(
      'noSuchTitle',
    );
  });

  test('an act by somebody who keeps no titles', async () => {
    await signIn(office, LOGINS.a);
    expect(await office.outcome('titleMove.sendToRegistry', errand({}))).toBe('notAllowed');
  });
});

test('a scanned barcode or a part of a number finds titles and slips', async () => {
  const { id, no } = await lend();
  const kinds = async (text: string) =>
    (await office.call('search.find', { text })).flatMap(({ kind, hits }) => hits.map((hit) => [kind, hit.id]));
  expect(await kinds('AJ-T-000001')).toContainEqual(['title', 1]);
  expect(await kinds(`AJ-M-00000${id}`)).toContainEqual(['titleSlip', id]);
  expect(await kinds('0031876')).toContainEqual(['title', first()]);
  expect(await kinds(no.slice(0, 6))).toContainEqual(['titleSlip', id]);
});

describe('the desk', () => {
  const titles = async () => (await office.call('desk.show', {})).titles;

  test('tells keepers and A of errands and loans past their day, and of what expires within sixty days', async () => {
    await lend();
    await toRegistry();
    expect(await titles()).toEqual([]);
    office.at('2026-03-09T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    expect(await titles()).toMatchObject([
      { kind: 'overdueErrand', titleId: its.titles[3], party: '不动产登记中心', day: '2026-03-04', days: -5 },
      { kind: 'overdueLent', titleId: first(), party: '顾行简', day: '2026-03-06', days: -3 },
    ]);
    // Whoever is told of the overdue slip is not told of its title once more.
    for (const login of [LOGINS.archivist, LOGINS.a]) {
      await signIn(office, login);
      expect(await titles()).toMatchObject([{ kind: 'overdueErrand' }]);
      expect((await office.call('desk.show', {})).borrowings).toMatchObject([
        { what: 'overdue', no: '借〔2026〕001号' },
      ]);
    }
    await signIn(office, LOGINS.b);
    expect(await titles()).toEqual([]);
    await signIn(office, KEEPER);
    expect(await titles()).toEqual([]);
  });

  test('says sixty days before, not sixty-one, and no more when the title has gone', async () => {
    office.at('2026-12-30T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    expect(await titles()).toEqual([]);
    office.at('2026-12-31T09:00:00+08:00');
    await signIn(office, CUSTODIAN);
    expect(await titles()).toMatchObject([{ kind: 'expiring', titleId: its.titles[3], day: '2027-03-01', days: 60 }]);
    await signIn(office, MANAGER);
    const freed = { titleId: its.titles[3] ?? 0, projectId: its.projectId, reason: '注销', signature: PIN };
    await office.call('title.endSecurity', freed);
    await signIn(office, CUSTODIAN);
    const gone = { titleIds: [its.titles[3] ?? 0], party: '青禾建材商贸有限公司' };
    await office.call('titleMove.release', { ...act(its.people, '退还', '结清证明'), ...gone });
    expect(await titles()).toEqual([]);
  });
});

describe('on paper and in files', () => {
  const form = async (name: string, about: object) => office.reply('print.form', { form: name, ...about });

  test('a slip has its own forms, and others are refused with a sentence', async () => {
    const { id } = await lend();
    for (const name of ['title-lending', 'title-out'])
      expect(await form(name, { id })).toMatchObject({
        data: {
          frame: { barcode: `AJ-M-00000${id}` },
          slip: { lines: [{ amountFen: 180_000_000, valueFen: 486_000_000, contractNo: '鸿借〔2026〕001号' }] },
        },
      });
    for (const name of ['title-in', 'title-release'])
      expect(await form(name, { id })).toMatchObject({ error: { reason: 'slipHasOtherForms' } });
  });

  test('the register and the list as they are narrowed', async () => {
    await lend();
    const asked = { from: '2026-03-01', to: '2026-03-31', safeId: its.safe.id };
    expect(await form('title-register', { asked })).toMatchObject({
      data: { register: { safe: '一号柜', opening: 0, closing: 6, total: 7 } },
    });
    expect(await form('title-list', { asked: { which: 'out' } })).toMatchObject({ data: { rows: [{ id: first() }] } });
    await signIn(office, LOGINS.admin);
    expect(await form('title-list', {})).toMatchObject({ error: { reason: 'notAllowed' } });
  });

  test.each([
    ['titles', { which: 'out' }, ['顾行简', '2026-03-06', '4860000']],
    ['slips', { kind: 'lent' }, ['权借〔2026〕001号', '借〔2026〕001号', '何循之']],
    ['titleRegister', { from: '2026-03-01', to: '2026-03-31' }, ['权借〔2026〕001号', '一号柜 1-1', '粤B·7K2Q9']],
  ])('%s are taken along as they are narrowed', async (name, filter, words) => {
    await lend();
    office.savePath = join(office.dataDir, 'list.csv');
    await office.call('export.save', { list: { name, ...filter } as never, format: 'csv' });
    const text = readFileSync(office.savePath, 'utf8');
    for (const word of words) expect(text, word).toContain(word);
    expect(text.includes('权入〔2026〕001号')).toBe(name === 'titleRegister');
  });
});
