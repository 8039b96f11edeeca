import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Thing } from '../../shared/api/borrowing-slip.contract';
import {
  approvedSlip,
  asked,
  BORROWER,
  type BorrowingPeople,
  CHAIRMAN,
  DEPUTY,
  EMPLOYEE,
  lending,
  officeThatLends,
  SECOND,
  wholeReturn,
} from './borrowing-office';
import { LOGINS, type Office, openOffice, PIN, signIn } from './office';
import { CUSTODIAN } from './title-office';

let office: Office;
let people: BorrowingPeople;
let its: Awaited<ReturnType<typeof officeThatLends>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeThatLends(office);
  people = its.people;
});
afterEach(() => office.close());

const refusal = async (name: string, input: unknown) => {
  const reply = await office.reply(name, input);
  return reply.ok ? { reason: 'done' } : { reason: reply.error.reason, field: reply.error.details?.field };
};
const paper = (n: number): Thing => ({ kind: 'item', id: its.items[n]?.id ?? 0 });
const title = (): Thing => ({ kind: 'title', id: its.titles[0] ?? 0 });
async function lent(things: Thing[], more = {}): Promise<number> {
  await signIn(office, BORROWER);
  const id = await approvedSlip(office, things, more);
  await office.call('borrowing.lend', lending(people, id));
  return id;
}
const show = (id: number) => office.call('borrowing.show', { id });
const ledgerSays = async () => (await office.call('dossier.show', { id: its.dossierId })).state;

test('a slip comes back in two parts: it stays open for what is out, and every part has its own two signatures', async () => {
  const id = await lent([paper(0), paper(1)]);
  const back = await wholeReturn(office, people, id);
  const [first, second] = back.lines;
  await office.call('borrowing.giveBack', { ...back, lines: first ? [first] : [] });
  expect(await show(id)).toMatchObject({ state: 'partlyReturned', out: 1, returns: [{ lines: [{}] }] });
  expect(await ledgerSays()).toBe('partlyLent');
  // What is back is not brought back again, and what was never on the slip is not either.
  for (const lineId of [first?.lineId, 999])
    expect(await office.outcome('borrowing.giveBack', { ...back, lines: [{ lineId, found: 0 }] })).toBe('lineNotLent');
  expect(await office.outcome('borrowing.giveBack', { ...back, lines: [second, second] })).toBe('thingTwice');

  office.at('2026-03-04T09:00:00+08:00');
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', { ...back, lines: second ? [second] : [] });
  const closed = await show(id);
  expect(closed).toMatchObject({ state: 'closed', out: 0, closedOn: '2026-03-04' });
  expect(closed.returns.map(({ returnedOn }) => returnedOn)).toEqual(['2026-03-02', '2026-03-04']);
  const roles = closed.signatures.map(({ role }) => role);
  expect(roles.filter((role) => role === 'receiver' || role === 'confirmer')).toHaveLength(4);
  expect(await ledgerSays()).toBe('received');
});

test('what is damaged or missing is said with its words, its person who works here, and a day that is not past', async () => {
  const id = await lent([paper(0)]);
  const back = await wholeReturn(office, people, id);
  const [{ lineId, found } = { lineId: 0, found: 0 }] = back.lines;
  const said = (more: object) => refusal('borrowing.giveBack', { ...back, lines: [{ lineId, found, ...more }] });
  expect(await said({ condition: 'damaged' })).toEqual({ reason: 'damageUnsaid', field: `remarks.${lineId}` });
  const missing = { found: 0, missing: '全部', responsibleId: people.a, dueOn: '2026-03-20' };
  for (const lacks of [{ missing: '' }, { responsibleId: undefined }, { dueOn: undefined }])
    expect(await said({ ...missing, ...lacks })).toEqual({ reason: 'missingUnsaid', field: `missing.${lineId}` });
  expect(await said({ ...missing, dueOn: '2026-03-01' })).toEqual({
    reason: 'missingDueInPast',
    field: `dueOn.${lineId}`,
  });
  await signIn(office, LOGINS.admin);
  const leaver = { id: people.employee, name: '林小满', departmentId: 1, login: EMPLOYEE, positions: ['employee'] };
  await office.call('people.change', { ...leaver, positions: ['employee'], employment: 'left' });
  await signIn(office, LOGINS.archivist);
  expect((await said({ ...missing, responsibleId: people.employee })).reason).toBe('signerHasLeft');
  expect(await said({ ...missing, condition: 'damaged', remarks: '右下角撕破' })).toEqual({ reason: 'done' });
});

test('what is missing is on the desk of whoever brings it and of the archive, past its day with the days, and of nobody else', async () => {
  const id = await lent([paper(0)]);
  const back = await wholeReturn(office, people, id);
  const missing = { missing: '第 2 页', responsibleId: people.b, dueOn: '2026-03-04' };
  const lines = back.lines.map(({ lineId }) => ({ lineId, found: 0, ...missing }));
  await office.call('borrowing.giveBack', { ...back, lines });
  office.at('2026-03-07T09:00:00+08:00');
  const desk = async (login: string) => {
    await signIn(office, login);
    return (await office.call('desk.show', {})).borrowings.filter(({ what }) => what === 'missing');
  };
  const entry = { borrowingId: id, who: '罗书意', since: '2026-03-04', days: 3 };
  expect(await desk(LOGINS.b)).toMatchObject([entry]);
  expect(await desk(LOGINS.archivist)).toMatchObject([entry]);
  for (const login of [EMPLOYEE, DEPUTY, BORROWER]) expect(await desk(login)).toEqual([]);
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  expect(await desk(LOGINS.b)).toEqual([]);
});

test('more time is asked for once at a time, an executive has it at once, and what waits lapses when everything is back', async () => {
  const id = await lent([paper(0)]);
  await signIn(office, BORROWER);
  const more = { newDueOn: '2026-03-25', reason: '没看完' };
  await office.call('borrowing.renew', { id, ...more });
  expect(await office.outcome('borrowing.renew', { id, ...more, newDueOn: '2026-03-28' })).toBe('renewalWaits');
  expect(await show(id)).toMatchObject({ renewalWaits: true, dueOn: '2026-03-12' });
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  expect((await show(id)).renewals).toMatchObject([{ state: 'lapsed' }]);
  const renewalId = (await show(id)).renewals[0]?.id;
  await signIn(office, DEPUTY);
  expect(await office.outcome('borrowing.decideRenewal', { renewalId, granted: true, signature: PIN })).toBe(
    'renewalDecided',
  );

  await signIn(office, CHAIRMAN);
  const { id: direct } = await office.call('borrowing.submit', asked([paper(1)]));
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.lend', lending(people, direct));
  await signIn(office, CHAIRMAN);
  expect(await office.outcome('borrowing.renew', { id: direct, newDueOn: '2026-03-20', reason: '再用几天' })).toBe(
    'renewalNotLater',
  );
  await office.call('borrowing.renew', { id: direct, newDueOn: '2026-04-10', reason: '再用几天' });
  expect(await show(direct)).toMatchObject({ dueOn: '2026-04-10', renewalWaits: false });
});

test('a paper and a title have their own queues, which the archive may shorten and others may not', async () => {
  const id = await lent([paper(0), title()]);
  const queueOf = async () => {
    await signIn(office, LOGINS.archivist);
    const [dossier, ofTitle] = [
      await office.call('borrowing.ofDossier', { id: its.dossierId }),
      await office.call('borrowing.ofTitle', { id: title().id }),
    ];
    return [dossier.queue.map(({ staff }) => staff), ofTitle.queue.map(({ staff }) => staff)];
  };
  await signIn(office, EMPLOYEE);
  const { id: forPaper } = await office.call('borrowing.queue', paper(0));
  await office.call('borrowing.queue', title());
  expect(await office.outcome('borrowing.queue', paper(0))).toBe('waitsAlready');
  expect(await office.outcome('borrowing.queue', paper(1))).toBe('thingIsHere');
  await signIn(office, SECOND);
  await office.call('borrowing.queue', title());
  expect(await queueOf()).toEqual([['林小满'], ['林小满', '叶锦之']]);
  await signIn(office, LOGINS.b);
  expect(await office.outcome('borrowing.leaveQueue', { id: forPaper })).toBe('notOwnBorrowing');
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.leaveQueue', { id: forPaper })).toBe('done');
  expect(await office.outcome('borrowing.leaveQueue', { id: forPaper })).toBe('noSuchQueue');
  expect(await queueOf()).toEqual([[], ['林小满', '叶锦之']]);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  await signIn(office, EMPLOYEE);
  const told = (await office.call('desk.show', {})).borrowings.filter(({ what }) => what === 'told');
  expect(told).toMatchObject([{ thing: title() }]);
});

test('nobody receives what he or she has borrowed, nor lends it to himself or herself', async () => {
  await signIn(office, SECOND);
  const { id } = await office.call('borrowing.submit', asked([paper(0)]));
  await signIn(office, DEPUTY);
  await office.call('borrowing.approve', { id, signature: PIN });
  await signIn(office, SECOND);
  expect(await office.outcome('borrowing.lend', lending(people, id))).toBe('lendsToOneself');
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.lend', lending(people, id));
  await signIn(office, SECOND);
  const back = { ...(await wholeReturn(office, people, id)), confirmerId: people.archivist };
  expect(await office.outcome('borrowing.giveBack', back)).toBe('receivesFromOneself');
  await signIn(office, LOGINS.archivist);
  expect(await refusal('borrowing.giveBack', back)).toEqual({ reason: 'oneSignsForBoth', field: 'confirmerId' });
  expect(await office.outcome('borrowing.giveBack', { ...back, confirmerId: people.deputy })).toBe('done');
});

test('a title whose compartment is in use no more goes back into another one, and lies there afterwards', async () => {
  const id = await lent([title()]);
  const [safe] = await office.call('safe.list', {});
  const [home, other] = safe?.compartments ?? [];
  // What else lies in the old one is moved out of it, so that it can be given up.
  await signIn(office, CUSTODIAN);
  const rest = its.titles.slice(1).map((titleId) => ({ titleId }));
  const move = {
    pieces: rest,
    compartmentId: other?.id ?? 0,
    reason: '腾空',
    basis: '整理保险柜',
    secondId: people.keeper,
  };
  const signatures = { operator: PIN, second: PIN };
  await office.call('titleMove.move', { ...move, signatures });
  await office.call('safe.retireCompartment', { compartmentId: home?.id ?? 0, reason: '格子坏了' });
  await signIn(office, LOGINS.archivist);
  const back = await wholeReturn(office, people, id);
  expect(await office.outcome('borrowing.giveBack', back)).not.toBe('done');
  const elsewhere = back.lines.map((line) => ({ ...line, compartmentId: other?.id ?? 0 }));
  await office.call('borrowing.giveBack', { ...back, lines: elsewhere });
  const lying = await office.call('safe.contents', { safeId: safe?.id ?? 0 });
  expect(JSON.stringify(lying.compartments.find(({ id: one }) => one === other?.id))).toContain(
    `"titleId":${its.titles[0]}`,
  );
});

test('the card in the gap of a paper says the title of its dossier, and the slip who approved it', async () => {
  const id = await lent([paper(0)]);
  const [card, slip] = [
    await office.call('print.form', { form: 'out-card', id }),
    await office.call('print.form', { form: 'borrowing-slip', id }),
  ];
  const dossier = await office.call('dossier.show', { id: its.dossierId });
  expect(JSON.stringify(card)).toContain(dossier.title);
  expect(slip).toMatchObject({ borrowing: { decider: '方知予' } });
});
