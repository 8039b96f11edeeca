import {
  approvedSlip,
  asked,
  BORROWER,
  CHAIRMAN,
  DEPUTY,
  lending,
  officeThatLends,
  wholeReturn,
} from '../api/borrowing-office';
import { LOGINS, type Office, PIN, signIn } from '../api/office';

/** A slip is drafted, one cancelled, one refused; one is lent, recalled, renewed, comes back short and is given up. */
export async function borrowAll(office: Office): Promise<void> {
  const { people, items } = await officeThatLends(office);
  const thing = (n: number) => ({ kind: 'item' as const, id: items[n]?.id ?? 0 });
  await office.call('borrowing.draft', asked([thing(0)]));
  const given = await office.call('borrowing.submit', asked([thing(0)]));
  await office.call('borrowing.cancel', { id: given.id, reason: '不用了' });
  const refused = await office.call('borrowing.submit', asked([thing(0)]));
  await signIn(office, DEPUTY);
  await office.call('borrowing.reject', { id: refused.id, opinion: '缺手续', signature: PIN });
  await signIn(office, BORROWER);
  const id = await approvedSlip(office, [thing(1), thing(2)]);
  await office.call('borrowing.lend', lending(people, id));
  const waits = await office.call('borrowing.queue', thing(1));
  await office.call('borrowing.leaveQueue', waits);
  await signIn(office, BORROWER);
  const renewal = await office.call('borrowing.renew', { id, newDueOn: '2026-03-30', reason: '没看完' });
  await signIn(office, DEPUTY);
  await office.call('borrowing.decideRenewal', { renewalId: renewal.id, granted: true, signature: PIN });
  office.at('2026-04-02T09:00:00+08:00');
  await signIn(office, LOGINS.archivist);
  const { borrowerId } = await office.call('borrowing.show', { id });
  const [note] = await office.call('borrowingBook.recall', { borrowerIds: [borrowerId] });
  await office.call('borrowingBook.noteReceipt', { id: note?.id ?? 0, signedOn: '2026-04-02' });
  const back = await wholeReturn(office, people, id);
  const short = { missing: '一页', responsibleId: borrowerId, dueOn: '2026-12-31' };
  const lines = back.lines.map((line, i) => (i === 0 ? { ...line, found: line.found - 1, ...short } : line));
  await office.call('borrowing.giveBack', { ...back, lines });
  const lost = (await office.call('borrowing.show', { id })).lines.find(({ state }) => state === 'incomplete');
  await signIn(office, CHAIRMAN);
  await office.call('borrowing.settle', { lineId: lost?.id ?? 0, reason: '查无下落', signature: PIN });
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.setTerm', { classId: 1, days: 5 });
  const term = (await office.call('borrowing.terms', {})).find(({ classId }) => classId === 1);
  await office.call('borrowing.dropTerm', { id: term?.id ?? 0 });
}
