import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  approvedSlip,
  asked,
  BORROWER,
  type BorrowingPeople,
  DEPUTY,
  lending,
  officeThatLends,
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

const stateOf = async () => (await office.call('dossier.show', { id: its.dossierId })).state;

test('a slip goes its whole way: written, approved, lent with ledger and safe at once, given back', async () => {
  const [item] = its.items;
  const things = [
    { kind: 'item' as const, id: item?.id ?? 0 },
    { kind: 'title' as const, id: its.titles[0] ?? 0 },
  ];
  const { id: draftId } = await office.call('borrowing.draft', asked(things, { purpose: '' }));
  expect(await office.call('borrowing.show', { id: draftId })).toMatchObject({ state: 'draft', things: 2 });
  const { id, no } = await office.call('borrowing.submit', { ...asked(things), id: draftId });
  expect([id, no]).toEqual([draftId, '借〔2026〕001号']);

  await signIn(office, DEPUTY);
  expect((await office.call('desk.show', {})).borrowings).toMatchObject([{ what: 'approve', no, who: '顾行简' }]);
  expect(await office.call('borrowing.ofDossier', { id: its.dossierId })).toMatchObject({
    waiting: [{ no, borrower: '顾行简', waitsDays: 0 }],
  });
  await office.call('borrowing.approve', { id, opinion: '同意', signature: PIN });

  await signIn(office, LOGINS.archivist);
  const events = office.app.journal.head().seq;
  const { titleSlipId = 0 } = await office.call('borrowing.lend', lending(people, id));
  // Each secret that is proved is no event of its own; everything is one.
  expect(office.app.journal.head().seq).toBe(events + 1);
  expect(await stateOf()).toBe('partlyLent');
  expect(await office.call('borrowing.show', { id })).toMatchObject({ state: 'lent', out: 2, lender: '沈砚秋' });
  expect(await office.call('titleMove.slip', { id: titleSlipId })).toMatchObject({
    kind: 'lent',
    basis: no,
    party: '顾行简',
  });

  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  expect(await stateOf()).toBe('received');
  const shown = await office.call('borrowing.show', { id });
  expect(shown).toMatchObject({ state: 'closed', out: 0, closedOn: '2026-03-02' });
  expect(shown.signatures.map(({ role }) => role)).toEqual(['approver', 'lender', 'borrower', 'receiver', 'confirmer']);
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
});

test('a whole dossier that is lent is lent in the ledger, cannot be lent again, and blocks what it must', async () => {
  const whole = { kind: 'dossier' as const, id: its.dossierId };
  const id = await approvedSlip(office, [whole]);
  await office.call('borrowing.lend', lending(people, id));
  expect(await stateOf()).toBe('lent');
  await signIn(office, BORROWER);
  expect(await office.outcome('borrowing.submit', asked([whole]))).toBe('thingIsOut');
  expect(await office.outcome('borrowing.submit', asked([{ kind: 'item', id: its.items[0]?.id ?? 0 }]))).toBe(
    'thingIsOut',
  );
});
