import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approvedSlip,
  asked,
  BORROWER,
  type BorrowingPeople,
  DEPUTY,
  EMPLOYEE,
  lending,
  officeThatLends,
  wholeReturn,
} from './borrowing-office';
import { LOGINS, type Office, openOffice, PASSWORD, PIN, signIn } from './office';

let office: Office;
let its: Awaited<ReturnType<typeof officeThatLends>>;
let people: BorrowingPeople;
beforeAll(async () => {
  office = openOffice();
  its = await officeThatLends(office);
  people = its.people;
});
afterAll(() => office.close());

const paper = (n: number) => ({ kind: 'item' as const, id: its.items[n]?.id ?? 0 });

test('bad input is refused in words: twice at the same moment, too many pages, past days, lost positions, set clocks', async () => {
  await signIn(office, BORROWER);
  expect(await office.outcome('borrowing.submit', asked([paper(0)], { dueOn: '2026-03-01' }))).toBe(
    'borrowingDueInPast',
  );
  expect(await office.outcome('borrowing.submit', asked([paper(0)], { purpose: ' ' }))).toBe('purposeNeeded');
  expect(await office.call('borrowing.find', { text: 'AJ-D-0000' })).toEqual([]);
  const [one, two] = [
    await approvedSlip(office, [paper(0)]),
    await signIn(office, BORROWER).then(() => approvedSlip(office, [paper(0)])),
  ];
  await office.reply('people.signIn', { login: 'yejinzhi', password: PASSWORD }, 2);
  const both = await Promise.all([
    office.outcome('borrowing.lend', lending(people, one)),
    office.outcome('borrowing.lend', lending(people, two), 2),
  ]);
  expect(both.sort()).toEqual(['done', 'thingIsOut']);
  const lent = (await office.call('borrowing.show', { id: one })).state === 'lent' ? one : two;
  const other = lent === one ? two : one;
  expect(await office.outcome('borrowing.giveBack', { ...(await wholeReturn(office, people, lent)), id: other })).toBe(
    'borrowingNotLent',
  );
  const back = await wholeReturn(office, people, lent);
  const more = back.lines.map((line) => ({ ...line, found: line.found + 1 }));
  expect(await office.outcome('borrowing.giveBack', { ...back, lines: more })).toBe('moreThanLent');
  await signIn(office, BORROWER);
  expect(await office.outcome('borrowing.cancel', { id: lent, reason: '不借了' })).toBe('borrowingIsLent');
  expect(await office.outcome('borrowing.cancel', { id: other, reason: '不借了' })).toBe('done');
  await signIn(office, LOGINS.archivist);
  office.at('2026-02-20T09:00:00+08:00');
  expect(await office.outcome('borrowing.giveBack', back)).toBe('returnedBeforeLent');
  office.at('2026-03-02T11:00:00+08:00');
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.giveBack', back)).toBe('done');

  await signIn(office, BORROWER);
  const { id } = await office.call('borrowing.submit', asked([paper(1)]));
  await office.reply('people.signIn', { login: DEPUTY, password: PASSWORD }, 3);
  await signIn(office, LOGINS.admin);
  const deputy = { id: people.deputy, name: '方知予', departmentId: 1, login: DEPUTY, employment: 'active' as const };
  await office.call('people.change', { ...deputy, positions: ['employee'] });
  expect(await office.outcome('borrowing.approve', { id, signature: PIN }, 3)).toBe('notAllowed');
  await office.call('people.change', { ...deputy, positions: ['deputyManager'], inChargeOf: [its.elsewhere] });
  expect(await office.outcome('borrowing.approve', { id, signature: PIN }, 3)).toBe('notApproverOfBorrowing');
});

test('whoever rises while the own slip waits neither approves nor rejects it, and nor does whoever wrote it', async () => {
  await signIn(office, LOGINS.archivist);
  const { id } = await office.call('borrowing.submit', asked([paper(2)], { borrowerId: people.employee }));
  const become = async (who: { id: number; name: string; login: string }, position: 'generalManager' | 'employee') => {
    await signIn(office, LOGINS.admin);
    const its = { ...who, departmentId: 1, employment: 'active' as const };
    await office.call('people.change', { ...its, positions: [position], inChargeOf: [] });
  };
  const borrower = { id: people.employee, name: '林小满', login: EMPLOYEE };
  await become(borrower, 'generalManager');
  await signIn(office, EMPLOYEE);
  expect(await office.outcome('borrowing.approve', { id, signature: PIN })).toBe('ownBorrowing');
  expect(await office.outcome('borrowing.reject', { id, opinion: '不借了', signature: PIN })).toBe('ownBorrowing');
  await become(borrower, 'employee');
  const writer = { id: people.archivist, name: '沈砚秋', login: LOGINS.archivist };
  await become(writer, 'generalManager');
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.approve', { id, signature: PIN })).toBe('ownBorrowing');
});
