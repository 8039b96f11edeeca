import { afterEach, beforeEach, expect, test } from 'vitest';
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

let office: Office;
let people: BorrowingPeople;
let its: Awaited<ReturnType<typeof officeThatLends>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeThatLends(office);
  people = its.people;
});
afterEach(() => office.close());

const whole = () => ({ kind: 'dossier' as const, id: its.dossierId });
const paper = (n: number) => ({ kind: 'item' as const, id: its.items[n]?.id ?? 0 });
const title = () => ({ kind: 'title' as const, id: its.titles[0] ?? 0 });
async function lent(things = [whole()] as Parameters<typeof approvedSlip>[1], more = {}): Promise<number> {
  const id = await approvedSlip(office, things, more);
  await office.call('borrowing.lend', lending(people, id));
  return id;
}
const told = async (login: string) => {
  await signIn(office, login);
  return (await office.call('desk.show', {})).borrowings.filter(({ what }) => what === 'told').length;
};

test('a dossier that never came back is not given up: it would count as in its box', async () => {
  const id = await lent();
  const back = await wholeReturn(office, people, id);
  const missing = { missing: '整卷', responsibleId: people.a, dueOn: '2026-03-20' };
  const none = back.lines.map((line) => ({ ...line, found: 0, ...missing }));
  await office.call('borrowing.giveBack', { ...back, lines: none });
  await signIn(office, DEPUTY);
  const [line] = back.lines;
  expect(await office.outcome('borrowing.settle', { lineId: line?.lineId, reason: '查无下落', signature: PIN })).toBe(
    'wholeNotSettled',
  );
  expect(await office.call('dossier.show', { id: its.dossierId })).toMatchObject({ state: 'lent' });
  await signIn(office, BORROWER);
  expect(await office.outcome('borrowing.submit', asked([whole()]))).toBe('thingIsOut');
});

test('a slip that has waited past its own day is neither approved nor lent, and more time is never granted into the past', async () => {
  const { id: waiting } = await office.call('borrowing.submit', asked([paper(0)], { dueOn: '2026-03-04' }));
  const approved = await approvedSlip(office, [paper(1)], { dueOn: '2026-03-04' });
  await signIn(office, BORROWER);
  const out = await lent([paper(2)], { dueOn: '2026-03-03' });
  await signIn(office, BORROWER);
  const { id: renewalId } = await office.call('borrowing.renew', { id: out, newDueOn: '2026-03-04', reason: '没看完' });
  office.at('2026-03-05T09:00:00+08:00');
  await signIn(office, DEPUTY);
  expect(await office.outcome('borrowing.approve', { id: waiting, signature: PIN })).toBe('borrowingDueInPast');
  const grant = { renewalId, granted: true, signature: PIN };
  expect(await office.outcome('borrowing.decideRenewal', grant)).toBe('borrowingDueInPast');
  expect(await office.outcome('borrowing.decideRenewal', { ...grant, granted: false, opinion: '太晚' })).toBe('done');
  expect(await office.outcome('borrowing.reject', { id: waiting, opinion: '过期', signature: PIN })).toBe('done');
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.lend', lending(people, approved))).toBe('borrowingDueInPast');

  await signIn(office, BORROWER);
  const { id: here } = await office.call('borrowing.submit', asked([paper(3)], { way: 'readHere' }));
  office.at('2026-03-09T09:00:00+08:00');
  await signIn(office, DEPUTY);
  await office.call('borrowing.approve', { id: here, signature: PIN });
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.lend', lending(people, here));
  expect(await office.call('borrowing.show', { id: here })).toMatchObject({ dueOn: '2026-03-09', overdueDays: 0 });
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
});

test('who borrows neither confirms the own return nor signs for the safe', async () => {
  const id = await lent();
  const back = await wholeReturn(office, people, id);
  expect(await office.outcome('borrowing.giveBack', { ...back, confirmerId: people.a })).toBe('borrowerConfirms');
  await office.call('borrowing.giveBack', back);

  await signIn(office, BORROWER);
  const slip = await approvedSlip(office, [title()]);
  const two = lending(people, slip);
  expect(await office.outcome('borrowing.lend', { ...two, secondId: people.a })).toBe('borrowerOpensSafe');
  await office.call('borrowing.lend', two);
  const titleBack = await wholeReturn(office, people, slip);
  expect(await office.outcome('borrowing.giveBack', { ...titleBack, secondId: people.a })).toBe('borrowerOpensSafe');
  expect(await office.outcome('borrowing.giveBack', titleBack)).toBe('done');
});

test('the next is told when the first leaves the queue, asks in vain, or gives up; and nobody while it is out again', async () => {
  const id = await lent();
  for (const login of [EMPLOYEE, SECOND]) {
    await signIn(office, login);
    await office.call('borrowing.queue', whole());
  }
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  expect([await told(EMPLOYEE), await told(SECOND)]).toEqual([1, 0]);

  await signIn(office, EMPLOYEE);
  const { id: given } = await office.call('borrowing.submit', asked([whole()]));
  expect([await told(EMPLOYEE), await told(SECOND)]).toEqual([0, 0]);
  await signIn(office, EMPLOYEE);
  await office.call('borrowing.cancel', { id: given, reason: '不用了' });
  expect(await told(SECOND)).toBe(1);

  await signIn(office, CHAIRMAN);
  const { id: direct } = await office.call('borrowing.submit', asked([whole()]));
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.lend', lending(people, direct));
  expect(await told(SECOND)).toBe(0);
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, direct));
  expect(await told(SECOND)).toBe(1);
});

test('who leaves the queue lets the next know', async () => {
  const id = await lent([paper(0)]);
  for (const login of [EMPLOYEE, SECOND]) {
    await signIn(office, login);
    await office.call('borrowing.queue', paper(0));
  }
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  const { queue } = await office.call('borrowing.ofDossier', { id: its.dossierId });
  const mine = queue.find(({ staffId }) => staffId === people.employee);
  await signIn(office, EMPLOYEE);
  await office.call('borrowing.leaveQueue', { id: mine?.id ?? 0 });
  expect([await told(EMPLOYEE), await told(SECOND)]).toEqual([0, 1]);
});

test('somebody who has left borrows nothing, and nobody leaves with something that is out', async () => {
  const leave = async () => {
    await signIn(office, LOGINS.admin);
    const employee = { id: people.employee, name: '林小满', departmentId: 1, login: EMPLOYEE, positions: ['employee'] };
    return office.outcome('people.change', { ...employee, employment: 'left' });
  };
  await signIn(office, EMPLOYEE);
  const out = await lent([paper(0)]);
  expect(await leave()).toBe('stillHolds');
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, out));

  await signIn(office, EMPLOYEE);
  const approved = await approvedSlip(office, [paper(1)]);
  await signIn(office, EMPLOYEE);
  const { id: waiting } = await office.call('borrowing.submit', asked([paper(2)]));
  expect(await leave()).toBe('done');
  await signIn(office, DEPUTY);
  expect(await office.outcome('borrowing.approve', { id: waiting, signature: PIN })).toBe('borrowerHasLeft');
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.lend', lending(people, approved))).toBe('borrowerHasLeft');
  const other = asked([paper(3)], { borrowerId: people.employee });
  expect(await office.outcome('borrowing.submit', other)).toBe('borrowerHasLeft');
});

test('who has to bring what is missing of somebody else’s loan does not leave before it is there', async () => {
  const id = await lent([paper(0)]);
  const back = await wholeReturn(office, people, id);
  const missing = { missing: '第 2 页', responsibleId: people.employee, dueOn: '2026-03-20' };
  await office.call('borrowing.giveBack', {
    ...back,
    lines: back.lines.map((line) => ({ ...line, found: 0, ...missing })),
  });
  const held = async () => {
    await signIn(office, LOGINS.admin);
    return (await office.call('staffHandover.held', { staffId: people.employee })).things.map(({ kind }) => kind);
  };
  expect(await held()).toEqual(['borrowing']);
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  expect(await held()).toEqual([]);
});

test('a renewed title is overdue by its new day, also on the page of its safe', async () => {
  const id = await lent([title()], { dueOn: '2026-03-04' });
  await signIn(office, BORROWER);
  const { id: renewalId } = await office.call('borrowing.renew', { id, newDueOn: '2026-03-20', reason: '没办完' });
  await signIn(office, DEPUTY);
  await office.call('borrowing.decideRenewal', { renewalId, granted: true, signature: PIN });
  office.at('2026-03-10T09:00:00+08:00');
  await signIn(office, LOGINS.archivist);
  const [safe] = await office.call('safe.list', {});
  const contents = await office.call('safe.contents', { safeId: safe?.id ?? 0, on: '2026-03-10' });
  expect(contents.overdue).toBe(0);
  expect(JSON.stringify(contents)).toContain('2026-03-20');
});
