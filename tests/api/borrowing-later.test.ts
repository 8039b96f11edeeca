import { afterEach, beforeEach, expect, test } from 'vitest';
import { toEnd } from '../../electron/features/audit/audit.rules';
import { createBorrowingRepo } from '../../electron/features/borrowing/borrowing.repo';
import { lendingHash } from '../../electron/features/borrowing/borrowing.rules';
import { signedSlip } from '../../electron/features/borrowing/deciding.service';
import { walkBorrowings } from '../../electron/features/borrowing/signature-check';
import {
  approvedSlip,
  asked,
  BORROWER,
  type BorrowingPeople,
  CHAIRMAN,
  DEPUTY,
  EMPLOYEE,
  lending,
  OTHER_DEPUTY,
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

const whole = () => ({ kind: 'dossier' as const, id: its.dossierId });

/** The whole dossier is with the borrower; the archivist is signed in. */
async function lent(): Promise<number> {
  const id = await approvedSlip(office, [whole()]);
  await office.call('borrowing.lend', lending(people, id));
  return id;
}

test('what is out says in the ledger and in its box with whom it is, since when and until when', async () => {
  const id = await lent();
  const { dueOn } = await office.call('borrowing.show', { id });
  const out = { lentTo: '顾行简', lentOn: '2026-03-02', backBy: dueOn };
  const { rows } = await office.call('ledger.list', { filter: {} });
  expect(rows.find((row) => row.id === its.dossierId)).toMatchObject({ state: 'lent', ...out });
  const { placeId = 0 } = (await office.call('place.find', { text: '鸿借字' })).dossiers[0] ?? {};
  expect((await office.call('place.box', { id: placeId })).dossiers).toMatchObject([{ id: its.dossierId, ...out }]);

  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  const [row] = (await office.call('ledger.list', { filter: {} })).rows;
  expect(row).toMatchObject({ state: 'received' });
  expect(row).not.toHaveProperty('lentTo');
});

test('the search says of a dossier, its papers and titles that are out with whom they are', async () => {
  const [paper, other] = its.items;
  const [title] = its.titles;
  if (!paper || !other || !title) throw new Error('the sample has papers and titles');
  const hits = async (text: string) => (await office.call('search.find', { text })).flatMap((group) => group.hits);
  const hit = async (kind: string, text: string, id: number) =>
    (await hits(text)).find((found) => found.kind === kind && found.id === id);
  const { certificateNo } = await office.call('title.show', { id: title });
  const slip = await approvedSlip(office, [
    { kind: 'item', id: paper.id },
    { kind: 'title', id: title },
  ]);
  expect(await hit('title', certificateNo, title)).not.toHaveProperty('lent');
  await office.call('borrowing.lend', lending(people, slip));
  const { dueOn: backBy } = await office.call('borrowing.show', { id: slip });
  const out = { lent: 'lent', lentTo: '顾行简', lentOn: '2026-03-02', backBy };
  expect(await hit('title', certificateNo, title)).toMatchObject(out);
  expect(await hit('dossierItem', paper.title, paper.id)).toMatchObject(out);
  expect(await hit('dossierItem', other.title, other.id)).not.toHaveProperty('lent');
  expect(await hit('dossier', '鸿借字', its.dossierId)).toMatchObject({ ...out, lent: 'partlyLent' });
});

test('what was signed for somebody outside is purpose, person, house and letter: each that is changed is found', async () => {
  const { dossierId } = its;
  const outsider = { outsiderName: '韩法官', outsiderOrganisation: '区人民法院', outsiderDocument: '民初88号' };
  const id = await approvedSlip(office, [{ kind: 'dossier', id: dossierId }], outsider);
  await office.call('borrowing.lend', lending(people, id));
  const { db } = office.ledger;
  const walk = () => toEnd(walkBorrowings(createBorrowingRepo(db)));
  expect(walk()).toBeUndefined();
  for (const column of ['purpose', 'outsider_name', 'outsider_organisation', 'outsider_document']) {
    const change = `UPDATE borrowing SET ${column} = '另写' WHERE id = ${id}`;
    expect(() => db.exec(change), column).toThrow(/never changes/);
    db.exec(`BEGIN; DROP TRIGGER borrowing_fixed; ${change}`);
    expect(walk(), column).toBeGreaterThan(0);
    db.exec('ROLLBACK');
  }
});

test('copies are handed out on a slip of any way, signed for, listed, and each number that is changed is found', async () => {
  const [one, two] = its.items;
  const things = [one, two].map((item) => ({ kind: 'item' as const, id: item?.id ?? 0 }));
  const id = await approvedSlip(office, things);
  const [first, second] = (await office.call('borrowing.show', { id })).lines.map((line) => line.id);
  const copies = [{ lineId: first ?? 0, copies: 3 }];
  await office.call('borrowing.lend', { ...lending(people, id), copies });
  const period = { from: '2026-03-01', to: '2026-03-31' };
  const { rows } = await office.call('borrowingBook.lent', { which: 'copies', ...period });
  expect(rows).toMatchObject([{ id: first, copies: 3, way: 'takeAway', borrower: '顾行简' }]);
  const { db } = office.ledger;
  const walk = () => toEnd(walkBorrowings(createBorrowingRepo(db)));
  expect(walk()).toBeUndefined();
  for (const [line, count] of [
    [first, 2],
    [second, 1],
  ]) {
    db.exec(`BEGIN; UPDATE borrowing_line SET copies = ${count} WHERE id = ${line}`);
    expect(walk(), `${line}`).toBeGreaterThan(0);
    db.exec('ROLLBACK');
  }
});

test('what was lent before copies were signed for is still as it was signed, and nothing is made into such', async () => {
  const id = await lent();
  const { db } = office.ledger;
  const repo = createBorrowingRepo(db);
  const walk = () => toEnd(walkBorrowings(repo));
  const slip = repo.slip(id);
  if (!slip) throw new Error('no slip');
  const earlier = lendingHash(signedSlip(slip, repo.lines(id)), { lentOn: '2026-03-02' });
  db.exec(`BEGIN; UPDATE borrowing SET copies_signed = 0 WHERE id = ${id}`);
  expect(walk()).toBeGreaterThan(0);
  db.exec(`DROP TRIGGER borrowing_signature_no_update;
    UPDATE borrowing_signature SET content_hash = '${earlier}' WHERE role IN ('lender', 'borrower')`);
  expect(walk()).toBeUndefined();
  db.exec('ROLLBACK');
});

test('more time is asked for with a reason, and granted by whoever approves slips of that department', async () => {
  const id = await lent();
  await signIn(office, BORROWER);
  const { dueOn } = await office.call('borrowing.show', { id });
  expect(await office.outcome('borrowing.renew', { id, newDueOn: dueOn, reason: '没看完' })).toBe('renewalNotLater');
  const { id: renewalId } = await office.call('borrowing.renew', { id, newDueOn: '2026-04-20', reason: '没看完' });
  expect(await office.call('borrowing.show', { id })).toMatchObject({ dueOn, renewalWaits: true });
  const grant = { renewalId, granted: true, signature: PIN };
  await signIn(office, OTHER_DEPUTY);
  expect(await office.outcome('borrowing.decideRenewal', grant)).toBe('notApproverOfBorrowing');
  await signIn(office, DEPUTY);
  expect(await office.outcome('borrowing.decideRenewal', { ...grant, granted: false })).toBe('opinionNeeded');
  await office.call('borrowing.decideRenewal', grant);
  expect(await office.call('borrowing.show', { id })).toMatchObject({ dueOn: '2026-04-20', renewalWaits: false });
  expect(await office.outcome('borrowing.decideRenewal', grant)).toBe('renewalDecided');
});

test('who waits for something is told on the desk when it is back, and no more once it is asked for', async () => {
  const id = await lent();
  await signIn(office, EMPLOYEE);
  await office.call('borrowing.queue', whole());
  expect(await office.outcome('borrowing.queue', whole())).toBe('waitsAlready');
  expect((await office.call('desk.show', {})).borrowings.map(({ what }) => what)).not.toContain('told');
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  await signIn(office, EMPLOYEE);
  expect((await office.call('desk.show', {})).borrowings).toMatchObject([{ what: 'told', thing: whole() }]);
  await office.call('borrowing.submit', asked([whole()]));
  expect((await office.call('desk.show', {})).borrowings.map(({ what }) => what)).not.toContain('told');
});

test('what came back short stays open with its person and day until an approver gives it up', async () => {
  const id = await lent();
  const back = await wholeReturn(office, people, id);
  const [line] = back.lines;
  if (!line) throw new Error('nothing is out');
  const short = { lineId: line.lineId, found: line.found - 1 };
  expect(await office.outcome('borrowing.giveBack', { ...back, lines: [short] })).not.toBe('done');
  const missing = { missing: '第 12 页', responsibleId: people.a, dueOn: '2026-03-20' };
  await office.call('borrowing.giveBack', { ...back, lines: [{ ...short, ...missing }] });
  expect(await office.call('borrowing.show', { id })).toMatchObject({
    state: 'partlyReturned',
    lines: [{ state: 'incomplete', found: short.found }],
    returns: [{ lines: [{ missing: '第 12 页', responsible: '顾行简', dueOn: '2026-03-20' }] }],
  });
  await signIn(office, CHAIRMAN);
  await office.call('borrowing.settle', { lineId: line.lineId, reason: '查无下落', signature: PIN });
  expect(await office.call('borrowing.show', { id })).toMatchObject({ state: 'closed', lines: [{ state: 'settled' }] });
});

test('an approved slip is given up by its borrower or the archive, and by nobody else', async () => {
  const id = await approvedSlip(office, [whole()]);
  await signIn(office, EMPLOYEE);
  expect(await office.outcome('borrowing.cancel', { id, reason: '不借了' })).not.toBe('done');
  await signIn(office, BORROWER);
  await office.call('borrowing.cancel', { id, reason: '不借了' });
  expect(await office.call('borrowing.show', { id })).toMatchObject({ state: 'cancelled', closingReason: '不借了' });
  await signIn(office, LOGINS.archivist);
  expect(await office.outcome('borrowing.lend', lending(people, id))).toBe('borrowingIsOver');
});
