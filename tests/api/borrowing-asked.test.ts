import { afterEach, beforeEach, expect, test } from 'vitest';
import { dueBy } from '../../electron/features/borrowing/borrowing.rules';
import { slipFrom } from '../../renderer/features/borrowing/new-slip';
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

const refusal = async (name: string, input: unknown) => {
  const reply = await office.reply(name, input);
  return reply.ok ? { reason: 'done' } : { reason: reply.error.reason, field: reply.error.details?.field };
};
const whole = (): Thing => ({ kind: 'dossier', id: its.dossierId });
const paper = (n: number): Thing => ({ kind: 'item', id: its.items[n]?.id ?? 0 });
const title = (): Thing => ({ kind: 'title', id: its.titles[0] ?? 0 });

test('an earlier slip is asked for once more as it was, without its day, and says which it repeats; another’s is not repeated', async () => {
  const outsider = { outsiderName: '韩立群', outsiderOrganisation: '城北法院', outsiderDocument: '（2026）执 12 号' };
  const first = await approvedSlip(office, [paper(0), title()], { ...outsider, contact: '8021', dueOn: '2026-03-06' });
  await signIn(office, BORROWER);
  const earlier = await office.call('borrowing.show', { id: first });
  const again = slipFrom(earlier);
  expect(again).toMatchObject({ ...outsider, contact: '8021', things: [paper(0), title()], repeatsId: first });
  expect(again).not.toHaveProperty('id');
  const { id } = await office.call('borrowing.submit', again);
  const second = await office.call('borrowing.show', { id });
  expect(second).toMatchObject({ ...outsider, purpose: earlier.purpose, repeats: { id: first, no: earlier.no } });
  // Ten days from now, not the day of the earlier one.
  expect(second.dueOn).toBe('2026-03-12');
  await signIn(office, EMPLOYEE);
  expect(await office.outcome('borrowing.submit', { ...asked([paper(1)]), repeatsId: first })).toBe('notOwnBorrowing');
});

test('by when something is to be back: class and position, class, position, all; of several things the shortest, of several positions the longest', async () => {
  const { classId } = await office.call('dossier.show', { id: its.dossierId });
  const days = async (things: Thing[] = [whole()], way: 'takeAway' | 'readHere' = 'takeAway') =>
    (await office.call('borrowing.weigh', { things, way })).days;
  const set = async (term: object) => {
    await signIn(office, LOGINS.archivist);
    await office.call('borrowing.setTerm', term as { days: number });
    await signIn(office, BORROWER);
  };
  expect(await days()).toBe(10);
  await set({ days: 12 });
  expect(await days()).toBe(12);
  await set({ position: 'projectManager', days: 20 });
  expect(await days()).toBe(20);
  await set({ classId, days: 5 });
  expect(await days()).toBe(5);
  await set({ classId, position: 'projectManager', days: 8 });
  expect(await days()).toBe(8);
  expect(await days([whole()], 'readHere')).toBe(0);
  // Nothing is chosen yet: the position alone says it. A class that is not there has the same rule.
  expect(await days([])).toBe(20);

  // Of several things the one that is back first; of a class without a rule the rule for all.
  const terms = await office.call('borrowing.terms', {});
  const asks = { positions: ['employee'] as const, way: 'takeAway' as const, today: '2026-03-02' };
  expect(dueBy(terms, { ...asks, classIds: [undefined, classId] })).toEqual({ dueOn: '2026-03-07', days: 5 });
  expect(dueBy(terms, { ...asks, classIds: [undefined] })).toEqual({ dueOn: '2026-03-14', days: 12 });
  await signIn(office, LOGINS.admin);
  const a = { id: people.a, name: '顾行简', departmentId: 1, login: LOGINS.a, employment: 'active' as const };
  await office.call('people.change', { ...a, positions: ['projectManager', 'departmentHead'] });
  await set({ classId, position: 'departmentHead', days: 15 });
  expect(await days()).toBe(15);

  await signIn(office, LOGINS.archivist);
  const all = await office.call('borrowing.terms', {});
  const drop = (its: (typeof terms)[number] | undefined) => office.outcome('borrowing.dropTerm', { id: its?.id ?? 0 });
  expect(await drop(all.find((one) => one.classId === undefined && one.position === undefined))).toBe(
    'termForAllStays',
  );
  for (const one of all.filter((term) => term.classId === classId)) expect(await drop(one)).toBe('done');
  await signIn(office, BORROWER);
  expect(await days()).toBe(20);
});

test('a thing stands on a slip once, a paper not beside its whole dossier, and without a thing or a purpose nothing is asked for', async () => {
  expect(await refusal('borrowing.submit', asked([paper(0), paper(0)]))).toEqual({
    reason: 'thingTwice',
    field: 'things',
  });
  expect(await office.outcome('borrowing.submit', asked([paper(0), whole()]))).toBe('thingTwice');
  expect(await office.outcome('borrowing.draft', asked([whole(), paper(3)]))).toBe('thingTwice');
  expect(await refusal('borrowing.submit', asked([]))).toEqual({ reason: 'nothingAskedFor', field: 'things' });
  expect(await office.outcome('borrowing.draft', asked([], { purpose: '' }))).toBe('done');
  for (const half of [{ outsiderName: '韩立群' }, { outsiderOrganisation: '城北法院' }])
    expect(await refusal('borrowing.submit', asked([paper(0)], half))).toEqual({
      reason: 'outsiderIncomplete',
      field: 'outsiderOrganisation',
    });
});

test('a draft is nobody’s business but its writer’s, not even the archivist’s', async () => {
  const { id } = await office.call('borrowing.draft', asked([paper(0)]));
  const ids = async () => (await office.call('borrowing.list', {})).rows.map((row) => row.id);
  expect(await ids()).toContain(id);
  for (const login of [LOGINS.archivist, CHAIRMAN, EMPLOYEE]) {
    await signIn(office, login);
    expect(await ids()).not.toContain(id);
    expect(await office.outcome('borrowing.show', { id })).toBe('notOwnBorrowing');
    expect(await office.outcome('borrowing.draft', { ...asked([paper(1)]), id })).toBe('notOwnBorrowing');
  }
});

test('some lines are lent, the others are not and can be asked for again; a line of another slip is none of it', async () => {
  const id = await approvedSlip(office, [paper(0), paper(1)]);
  const [first, second] = (await office.call('borrowing.show', { id })).lines.map((line) => line.id);
  for (const lineIds of [[999], [first, 999]])
    expect(await office.outcome('borrowing.lend', { ...lending(people, id), lineIds })).toBe('notOnSlip');
  await office.call('borrowing.lend', { ...lending(people, id), lineIds: [second ?? 0] });
  const slip = await office.call('borrowing.show', { id });
  expect(slip.lines.map(({ state }) => state)).toEqual(['notLent', 'lent']);
  expect(slip).toMatchObject({ state: 'lent', things: 2, out: 1 });
  await signIn(office, BORROWER);
  expect(await office.outcome('borrowing.submit', asked([paper(1)]))).toBe('thingIsOut');
  expect(await office.outcome('borrowing.submit', asked([paper(0)]))).toBe('done');
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
});

test('the safe is opened by two, one of whom keeps titles; each who is missing is named', async () => {
  const id = await approvedSlip(office, [title()]);
  const { custodianId, secondId, ...none } = lending(people, id);
  expect(await refusal('borrowing.lend', none)).toEqual({ reason: 'safeNeedsTwo', field: 'custodianId' });
  expect(await refusal('borrowing.lend', { ...none, custodianId })).toEqual({
    reason: 'safeNeedsTwo',
    field: 'secondId',
  });
  expect(await refusal('borrowing.lend', { ...none, custodianId: people.employee, secondId })).toEqual({
    reason: 'notCustodian',
    field: 'custodianId',
  });
  expect(await office.outcome('borrowing.lend', lending(people, id))).toBe('done');
});

test('how long a request has waited counts from the step it waits after: on the slip, the desk and the record', async () => {
  const { id } = await office.call('borrowing.submit', asked([paper(0), title()], { dueOn: '2026-03-20' }));
  office.at('2026-03-05T09:00:00+08:00');
  await signIn(office, DEPUTY);
  const desk = async () => (await office.call('desk.show', {})).borrowings;
  expect(await desk()).toMatchObject([{ what: 'approve', borrowingId: id, days: 3, since: '2026-03-02' }]);
  expect(await office.call('borrowing.show', { id })).toMatchObject({ waitsDays: 3 });
  expect((await office.call('borrowing.ofDossier', { id: its.dossierId })).waiting).toMatchObject([{ waitsDays: 3 }]);
  const ofTitle = await office.call('borrowing.ofTitle', { id: title().id });
  expect(ofTitle.waiting).toMatchObject([{ no: '借〔2026〕001号', borrower: '顾行简', waitsDays: 3 }]);
  await office.call('borrowing.approve', { id, signature: PIN });
  office.at('2026-03-07T09:00:00+08:00');
  await signIn(office, LOGINS.archivist);
  expect(await desk()).toMatchObject([{ what: 'lend', borrowingId: id, days: 2, since: '2026-03-05' }]);
  await office.call('borrowing.lend', lending(people, id));
  await signIn(office, BORROWER);
  await office.call('borrowing.renew', { id, newDueOn: '2026-03-30', reason: '没看完' });
  office.at('2026-03-11T09:00:00+08:00');
  await signIn(office, DEPUTY);
  expect(await desk()).toMatchObject([{ what: 'renewal', borrowingId: id, days: 4, since: '2026-03-07' }]);
});

test('a computer whose clock was set back neither approves, lends nor puts off before the step that it follows', async () => {
  const more = { dueOn: '2026-03-20' };
  const { id: waiting } = await office.call('borrowing.submit', asked([paper(0)], more));
  const approved = await approvedSlip(office, [paper(1)], more);
  await signIn(office, BORROWER);
  const out = await approvedSlip(office, [paper(2)], more);
  await office.call('borrowing.lend', lending(people, out));
  await signIn(office, BORROWER);
  const renewal = { newDueOn: '2026-03-25', reason: '没看完' };
  const { id: renewalId } = await office.call('borrowing.renew', { id: out, ...renewal });
  await signIn(office, BORROWER);
  const other = await approvedSlip(office, [paper(3)], more);
  await office.call('borrowing.lend', lending(people, other));
  office.at('2026-03-01T09:00:00+08:00');
  await signIn(office, BORROWER);
  expect(await office.outcome('borrowing.renew', { id: other, ...renewal })).toBe('clockBehindSlip');
  await signIn(office, DEPUTY);
  const signed = { opinion: '不必', signature: PIN };
  expect(await office.outcome('borrowing.approve', { id: waiting, ...signed })).toBe('clockBehindSlip');
  expect(await office.outcome('borrowing.reject', { id: waiting, ...signed })).toBe('clockBehindSlip');
  expect(await office.outcome('borrowing.decideRenewal', { renewalId, granted: true, ...signed })).toBe(
    'clockBehindSlip',
  );
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.lend', lending(people, approved))).toBe('clockBehindSlip');
  office.at('2026-03-02T12:00:00+08:00');
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.lend', lending(people, approved))).toBe('done');
});

test('an employee who may not look at dossiers asks for one by its number, and learns neither where it lies nor how much it is', async () => {
  const { archiveNo = '' } = await office.call('dossier.show', { id: its.dossierId });
  const things = [whole(), paper(0), title()];
  const told = (rows: { place: string; quantity: number }[]) => rows.map(({ place, quantity }) => [place, quantity]);
  const quantities = (await office.call('borrowing.things', { things })).map(({ quantity }) => quantity);
  expect(Math.min(...quantities)).toBeGreaterThan(0);

  await signIn(office, EMPLOYEE);
  const found = await office.call('borrowing.find', { text: archiveNo });
  expect(found).toMatchObject([{ ...whole(), number: archiveNo }]);
  const nothing = ['', 0];
  expect(told(found)).toEqual([nothing]);
  expect(told(await office.call('borrowing.things', { things }))).toEqual([nothing, nothing, nothing]);
  const { id } = await office.call('borrowing.draft', asked([paper(0), title()]));
  expect(told((await office.call('borrowing.show', { id })).lines)).toEqual([nothing, nothing]);
  const weighed = await office.call('borrowing.weigh', { things, way: 'takeAway' });
  expect(Object.keys(weighed).sort()).toEqual(['approvers', 'days', 'direct', 'dueOn']);
  expect(JSON.stringify([found, weighed])).not.toContain('07盒');

  // What he or she has signed for is told by how much it is.
  const slip = await approvedSlip(office, [paper(0)]);
  await office.call('borrowing.lend', lending(people, slip));
  const [line] = (await office.call('borrowing.show', { id: slip })).lines;
  expect(line?.place).toContain('07盒');
  await signIn(office, EMPLOYEE);
  expect((await office.call('borrowing.show', { id: slip })).lines).toMatchObject([
    { place: '', quantity: line?.quantity },
  ]);
});
