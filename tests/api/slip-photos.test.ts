import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  approvedSlip,
  asked,
  BORROWER,
  type BorrowingPeople,
  EMPLOYEE,
  lending,
  officeThatLends,
  wholeReturn,
} from './borrowing-office';
import { pngOf, send } from './files';
import { LOGINS, type Office, openOffice, outcomeOf, signIn } from './office';

let office: Office;
let people: BorrowingPeople;
let its: Awaited<ReturnType<typeof officeThatLends>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeThatLends(office);
  people = its.people;
});
afterEach(() => office.close());

const photoOf = (id: number) => ({ kind: 'borrowing', id }) as const;
const photos = (borrowingId: number) => office.call('attachment.ofBorrowing', { borrowingId });
const lent = async () => {
  const id = await approvedSlip(office, [{ kind: 'dossier', id: its.dossierId }]);
  await office.call('borrowing.lend', lending(people, id));
  return id;
};

test('photos at the return are the slip’s: kept, printed with its number, in its history, after it is closed as well', async () => {
  const id = await lent();
  const bytes = pngOf('torn page');
  await send(office, photoOf(id), '破损.png', bytes);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
  const { rows, closedBecause } = await photos(id);
  expect(closedBecause).toBeUndefined();
  expect(rows).toMatchObject([{ name: '破损.png', subject: photoOf(id), itemGone: false }]);
  const [photo] = rows;
  const read = await office.call('attachment.read', { id: photo?.id ?? 0, from: 0, length: 10_000 });
  expect(Buffer.from(read).equals(bytes)).toBe(true);
  const { no } = await office.call('borrowing.show', { id });
  const printed = await office.call('print.form', { form: 'attachment', id: photo?.id ?? 0 });
  expect(printed).toMatchObject({ attachment: { recordKind: 'borrowing', recordId: id, record: no } });
  expect(await office.call('audit.history', { table: 'borrowing', id })).toEqual(
    expect.arrayContaining([expect.objectContaining({ action: 'attachment.add' })]),
  );
  expect((await office.call('attachment.list', { dossierId: its.dossierId })).rows).toEqual([]);
  await office.call('attachment.remove', { id: photo?.id ?? 0, reason: '拍错了' });
  expect(await photos(id)).toMatchObject({ rows: [], removed: [{ reason: '拍错了' }] });
});

test('who lends takes them; the borrower looks at them, and to others the slip is not shown', async () => {
  const id = await lent();
  await send(office, photoOf(id), 'a.png', pngOf('a'));
  const [photo] = (await photos(id)).rows;
  await signIn(office, BORROWER);
  expect(await photos(id)).toMatchObject({ rows: [{ id: photo?.id }], closedBecause: 'onlyLendersAttach' });
  expect(outcomeOf(await send(office, photoOf(id), 'b.png', pngOf('b')))).toBe('onlyLendersAttach');
  await signIn(office, EMPLOYEE);
  expect(await office.outcome('attachment.ofBorrowing', { borrowingId: id })).toBe('notOwnBorrowing');
  expect(await office.outcome('attachment.read', { id: photo?.id, from: 0, length: 9 })).toBe('notOwnBorrowing');
});

test('a draft, a slip that is not there and another slip take no photo', async () => {
  await signIn(office, LOGINS.archivist);
  const { id: draft } = await office.call('borrowing.draft', asked([{ kind: 'dossier', id: its.dossierId }]));
  expect(outcomeOf(await send(office, photoOf(draft), 'a.png', pngOf('a')))).toBe('draftHasNoPhotos');
  expect(outcomeOf(await send(office, photoOf(999), 'a.png', pngOf('a')))).toBe('noSuchBorrowing');
  await signIn(office, BORROWER);
  const id = await lent();
  await send(office, photoOf(id), 'a.png', pngOf('a'));
  const [photo] = (await photos(id)).rows;
  for (const subject of [{ kind: 'dossier', id: its.dossierId }, photoOf(draft)])
    expect(await office.outcome('attachment.assign', { id: photo?.id, subject })).toBe('itemOfAnotherDossier');
});
