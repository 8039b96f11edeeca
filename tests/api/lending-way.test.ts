import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { methods } from '../../shared/api/index';
import { POSITIONS } from '../../shared/api/people.contract';
import { bringTitlesBack, LENT_BY, LENT_WITHOUT_APPROVAL, lendTitles, lentBefore } from './lend-titles';
import { randomFrom, validInput } from './made-inputs';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';
import { act, bringTitles, CUSTODIAN, MANAGER, officeWithTitles, SAMPLE_TITLES } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

const first = () => its.titles[0] ?? 0;
const where = async (id: number) => (await office.call('title.show', { id })).standings.map(({ place }) => place);
const lentWithoutApproval = () => office.ledger.db.prepare(LENT_WITHOUT_APPROVAL).pluck().all();
const change = async (id: number, name: string, login: string, positions: readonly (typeof POSITIONS)[number][]) => {
  await signIn(office, LOGINS.admin);
  const known = { id, name, departmentId: 1, login, employment: 'active' as const };
  await office.call('people.change', { ...known, positions: [...positions] });
};

const SIGNERS = ['operator', 'second', 'archivist', 'borrower', 'custodian', 'confirmer', 'a', 'b'];
/** Entries as somebody would fill them in who wants that title out of the safe. */
const aimedAt = (titleId: number, slipId: number): Record<string, unknown> => ({
  ...{ titleId, titleIds: [titleId], things: [{ kind: 'title', id: titleId }] },
  ...{ pieces: [{ titleId, compartmentId: its.compartment }], compartmentId: its.other },
  ...{
    id: slipId,
    borrowingId: slipId,
    party: '顾行简',
    partyStaffId: its.people.a,
    outsiderName: '',
    outsiderOrganisation: '',
  },
  ...{ reason: '客户查验', purpose: '客户查验', basis: '口头同意', remarks: '', outsiderDocument: '' },
  ...{ dueOn: '2026-03-06', newDueOn: '2026-03-09', movedOn: '2026-03-02', way: 'takeAway' },
  ...{ secondId: its.people.keeper, custodianId: its.people.custodian, confirmerId: its.people.b },
  ...{ signature: PIN, signatures: Object.fromEntries(SIGNERS.map((name) => [name, PIN])) },
});
/** Only what the contract asks for: what it does not know it refuses. */
function aimed(schema: z.ZodType, made: unknown, titleId: number, slipId: number): unknown {
  const wanted = aimedAt(titleId, slipId);
  const filled = Object.fromEntries(
    Object.entries(made as object).map(([name, value]) => [name, name in wanted ? wanted[name] : value]),
  );
  if (typeof filled.signatures === 'object') filled.signatures = keysOf(made, 'signatures', PIN);
  if ('pieces' in filled && !schema.safeParse(filled).success) filled.pieces = [{ titleId }];
  return filled;
}
const keysOf = (made: unknown, name: string, value: string) =>
  Object.fromEntries(Object.keys((made as Record<string, object>)[name] ?? {}).map((key) => [key, value]));

describe('the way of a title out of the safe to a borrower', () => {
  test('is one: whatever command is tried with a title in the safe, none lends it without an approved slip', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => ({ ...SAMPLE_TITLES[0], certificateNo: `粤证第${i}号` }));
    const more = await bringTitles(office, its.people, its.projectId, its.compartment, lines as never);
    // Somebody who holds the key and has every position: a command that is refused is not refused for that.
    await change(its.people.custodian, '唐晚晴', CUSTODIAN, POSITIONS);
    await signIn(office, LOGINS.a);
    const things = [{ kind: 'title' as const, id: first() }];
    const { id: notApproved } = await office.call('borrowing.submit', { things, purpose: '查验', way: 'takeAway' });
    const random = randomFrom(20_260_302);
    const done = new Set<string>();
    const tried = [...methods].filter(
      ([name, { kind }]) => kind === 'command' && /^(title|safe|stocktake|borrowing|staffHandover)/.test(name),
    );
    for (const [name, { input: schema }] of tried)
      for (let turn = 0; turn < 3; turn += 1) {
        // Approved it may go.
        if (name === 'borrowing.approve') continue;
        await signIn(office, CUSTODIAN);
        const titleId = name.startsWith('borrowing') ? first() : (more.pop() ?? first());
        const wish = aimed(schema, validInput(schema, random), titleId, notApproved);
        if ((await office.reply(name, wish)).ok) done.add(name);
        expect(lentWithoutApproval(), `${name} ${JSON.stringify(wish)}`).toEqual([]);
      }
    // Tries that are always refused would prove nothing.
    expect([...done]).toEqual(
      expect.arrayContaining(['titleMove.sendToRegistry', 'titleMove.move', 'borrowing.submit']),
    );
    expect(tried.length).toBeGreaterThan(40);
    expect(office.ledger.db.prepare(LENT_BY).pluck().all()).toEqual([]);
  });

  test('has no command at the safe: the archivist and the custodian together do not lend', async () => {
    const out = { pieces: [{ titleId: first() }], party: '顾行简', dueOn: '2026-03-06' };
    expect((await office.reply('titleMove.lend', { ...act(its.people, '客户查验'), ...out })).ok).toBe(false);
    expect(await where(first())).toEqual(['safe']);
  });

  test('is open for an approved slip and for an executive, and for no slip in any other state', async () => {
    const things = [{ kind: 'title' as const, id: first() }];
    const slip = async (login: string) => {
      await signIn(office, login);
      return (await office.call('borrowing.submit', { things, purpose: '查验', way: 'takeAway' })).id;
    };
    const lend = async (id: number) => {
      await signIn(office, LOGINS.archivist);
      const two = { custodianId: its.people.custodian, secondId: its.people.keeper };
      const signatures = { archivist: PIN, borrower: PIN, custodian: PIN, second: PIN };
      return office.outcome('borrowing.lend', { id, ...two, signatures });
    };
    await signIn(office, LOGINS.a);
    const { id: draft } = await office.call('borrowing.draft', { things, purpose: '查验', way: 'takeAway' });
    const [rejected, cancelled, waiting] = [await slip(LOGINS.a), await slip(LOGINS.a), await slip(LOGINS.a)];
    await office.call('borrowing.cancel', { id: cancelled, reason: '不借了' });
    await signIn(office, MANAGER);
    await office.call('borrowing.reject', { id: rejected, opinion: '不同意', signature: PIN });
    // An executive no more: what was borrowed directly needs an approval now.
    const direct = await slip(MANAGER);
    await change(its.people.manager, '江柏屿', MANAGER, ['employee']);
    expect([
      await lend(draft),
      await lend(rejected),
      await lend(cancelled),
      await lend(waiting),
      await lend(direct),
    ]).toEqual([
      ...['borrowingIsOver', 'borrowingIsOver', 'borrowingIsOver', 'borrowingNotApproved', 'noExecutiveAnyMore'],
    ]);
    expect(await where(first())).toEqual(['safe']);
    await change(its.people.manager, '江柏屿', MANAGER, ['generalManager']);
    expect(await lend(direct)).toBe('done');
    expect(await where(first())).toEqual(['lent']);
    await bringTitlesBack(office, its.people, direct);
    // Closed: it does not go out on it again, nor by reversing its return.
    expect(await lend(direct)).toBe('borrowingIsOver');
    const { borrowingId } = await lendTitles(office, its.people, [first()]);
    const { id: slipId } = await bringTitlesBack(office, its.people, borrowingId);
    const { basis: _, ...signed } = act(its.people, '还错了');
    expect(await office.outcome('titleMove.reverse', { ...signed, slipId })).toBe('cameBackStays');
    expect(await where(first())).toEqual(['safe']);
    expect(lentWithoutApproval()).toEqual([]);
    expect(office.ledger.db.prepare(LENT_BY).pluck().all()).toEqual(['borrowing.lend']);
  });
});

describe('what was lent before, without a slip', () => {
  test('is found by whoever looks for it, comes back at the safe, and cannot go out that way again', async () => {
    lentBefore(office, its.people, first(), its.compartment);
    expect(lentWithoutApproval()).toEqual(['权借〔2026〕001号']);
    const { standings, acts } = await office.call('title.show', { id: first() });
    expect(standings).toMatchObject([{ place: 'lent', party: '顾行简' }]);
    expect(standings[0]?.borrowingId).toBeUndefined();
    expect(acts.find((one) => one.act === 'giveBack')?.because).toBeUndefined();
    const pieces = [{ titleId: first(), compartmentId: its.other }];
    expect(await office.outcome('titleMove.giveBack', { ...act(its.people, '查验完毕'), pieces })).toBe('done');
    expect(await where(first())).toEqual(['safe']);
    const { borrowingId } = await lendTitles(office, its.people, [first()]);
    expect(await office.outcome('titleMove.giveBack', { ...act(its.people, '查验完毕'), pieces })).toBe(
      'returnedOnBorrowing',
    );
    await bringTitlesBack(office, its.people, borrowingId);
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });
});

test('the paper of a loan names the approver and what stands on the slip', async () => {
  const { id, borrowingId } = await lendTitles(office, its.people, [first()], { remarks: '两天内归还' });
  expect(await office.call('titleMove.slip', { id })).toMatchObject({
    ...{ reason: '客户查验', basis: '借〔2026〕001号', party: '顾行简' },
    borrowing: {
      id: borrowingId,
      no: '借〔2026〕001号',
      direct: false,
      approval: { name: '江柏屿' },
      remarks: '两天内归还',
    },
  });
  const form = await office.call('print.form', { form: 'title-lending', id });
  expect(form).toMatchObject({ slip: { borrowing: { approval: { name: '江柏屿' } } } });
  const { id: back } = await bringTitlesBack(office, its.people, borrowingId);
  expect(await office.call('titleMove.slip', { id: back })).toMatchObject({ borrowing: { id: borrowingId } });
});
