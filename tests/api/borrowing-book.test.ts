import { afterEach, beforeEach, expect, test } from 'vitest';
import { lateDaysOf } from '../../electron/features/borrowing/statistics.rules';
import { LENT_CHOICES, type LentCounts, STATISTICS_BY } from '../../shared/api/borrowing-book.contract';
import {
  approvedSlip,
  BORROWER,
  type BorrowingPeople,
  DEPUTY,
  EMPLOYEE,
  lending,
  officeThatLends,
  wholeReturn,
} from './borrowing-office';
import { LOGINS, type Office, openOffice, PIN, signIn } from './office';

let office: Office;
let people: BorrowingPeople;
let its: Awaited<ReturnType<typeof officeThatLends>>;
/** Days since the office was founded. */
let day = 0;
const START = '2026-03-02T02:00:00.000Z';
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

beforeEach(async () => {
  day = 0;
  office = openOffice();
  its = await officeThatLends(office);
  people = its.people;
});
afterEach(() => office.close());

const item = (index: number) => ({ kind: 'item' as const, id: its.items[index]?.id ?? 0 });
/** Lent by the archivist, who is signed in afterwards. */
async function lent(indexes: number[], more: Parameters<typeof approvedSlip>[2] = {}): Promise<number> {
  await signIn(office, BORROWER);
  const id = await approvedSlip(office, indexes.map(item), more);
  await office.call('borrowing.lend', lending(people, id));
  return id;
}
/** Some days later, with the archivist signed in again. */
async function later(days: number, login = LOGINS.archivist) {
  day += days;
  office.at(new Date(Date.parse(START) + day * 86_400_000).toISOString());
  await signIn(office, login);
}

test('one note to a borrower has all that is due from all slips, is an event of its own, and is on the desk until everything is back', async () => {
  const first = await lent([0, 1], { dueOn: '2026-03-04' });
  await lent([2], { dueOn: '2026-03-06' });
  await lent([3], { dueOn: '2026-03-20' });
  expect(await office.outcome('borrowingBook.recall', { borrowerIds: [people.a] })).toBe('nothingToRecall');
  await later(7);
  expect(await office.call('borrowingBook.due', {})).toMatchObject([
    { borrower: '顾行简', due: 3, overdue: 3, dueOn: '2026-03-04', overdueDays: 5 },
  ]);
  const before = office.app.journal.head().seq;
  const [note] = await office.call('borrowingBook.recall', { borrowerIds: [people.a] });
  expect(note?.no).toBe('催〔2026〕001号');
  expect(office.app.journal.head().seq).toBe(before + 1);
  // Nobody gets a note when one of those who were named has nothing.
  expect(await office.outcome('borrowingBook.recall', { borrowerIds: [people.a, people.employee] })).toBe(
    'nothingToRecall',
  );
  expect(await office.call('borrowingBook.recalls', {})).toMatchObject([{ things: 3, overdueDays: 5, stillOut: 3 }]);
  const form = await office.call('print.form', { form: 'recall-notice', asked: { ids: [note?.id ?? 0] } });
  expect(form).toMatchObject({
    notes: [{ no: note?.no, lines: [{ overdueDays: 5 }, { overdueDays: 5 }, { overdueDays: 3 }] }],
  });

  await signIn(office, BORROWER);
  const recalledOf = async () =>
    (await office.call('desk.show', {})).borrowings.filter(({ what }) => what === 'recalled');
  expect(await recalledOf()).toMatchObject([{ no: note?.no, things: 3, days: 5 }]);
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, first));
  await signIn(office, BORROWER);
  expect(await recalledOf()).toMatchObject([{ things: 1, days: 3 }]);
  expect(await office.call('borrowingBook.recalls', {})).toMatchObject([{ stillOut: 1 }]);
});

test('the borrower signs a note once, on a day between the note and today; others do not see it', async () => {
  await lent([0], { dueOn: '2026-03-04' });
  await later(7);
  const [note] = await office.call('borrowingBook.recall', { borrowerIds: [people.a] });
  const id = note?.id ?? 0;
  expect(await office.outcome('borrowingBook.noteReceipt', { id, signedOn: '2026-03-08' })).toBe(
    'receiptDayImpossible',
  );
  expect(await office.outcome('borrowingBook.noteReceipt', { id, signedOn: '2026-03-10' })).toBe(
    'receiptDayImpossible',
  );
  await office.call('borrowingBook.noteReceipt', { id, signedOn: '2026-03-09' });
  expect(await office.outcome('borrowingBook.noteReceipt', { id, signedOn: '2026-03-09' })).toBe('recallIsReceived');
  expect(await office.outcome('borrowingBook.noteReceipt', { id: 99, signedOn: '2026-03-09' })).toBe('noSuchRecall');
  expect(await office.call('borrowingBook.recalls', {})).toMatchObject([{ receivedOn: '2026-03-09' }]);
  await signIn(office, EMPLOYEE);
  expect(await office.call('borrowingBook.recalls', {})).toEqual([]);
  expect(await office.outcome('borrowingBook.statistics', YEAR)).toBe('notAllowed');
});

test('overdue is one number of calendar days: on the list, the slip, the record, the desk, the note and in the statistics', async () => {
  const id = await lent([0], { dueOn: '2026-03-04' });
  const everywhere = async () => {
    const { rows } = await office.call('borrowing.list', { which: 'overdue' });
    const { out } = await office.call('borrowing.ofDossier', { id: its.dossierId });
    const desk = (await office.call('desk.show', {})).borrowings.filter(({ what }) => what === 'overdue');
    const { total } = await office.call('borrowingBook.statistics', YEAR);
    return [
      rows[0]?.overdueDays ?? 0,
      (await office.call('borrowing.show', { id })).overdueDays,
      out[0]?.overdueDays ?? 0,
      desk[0]?.days ?? 0,
      (await office.call('borrowingBook.lent', {})).rows[0]?.lateDays,
      (await office.call('borrowingBook.due', {}))[0]?.overdueDays ?? 0,
      total.lateDays,
    ];
  };
  expect(new Set(await everywhere())).toEqual(new Set([0]));
  // The last day counts to its end; a Sunday counts like every other day.
  await later(2);
  expect(new Set(await everywhere())).toEqual(new Set([0]));
  await later(4);
  expect(new Set(await everywhere())).toEqual(new Set([4]));
  const [note] = await office.call('borrowingBook.recall', { borrowerIds: [people.a] });
  const form = await office.call('print.form', { form: 'recall-notice', asked: { ids: [note?.id ?? 0] } });
  expect(form).toMatchObject({ notes: [{ overdueDays: 4, lines: [{ overdueDays: 4 }] }] });
  // A clock that was set back makes no negative days, and nothing that was written changes.
  await later(-30);
  expect(new Set(await everywhere())).toEqual(new Set([0]));
  expect(await office.call('borrowingBook.recalls', {})).toMatchObject([{ overdueDays: 4 }]);
});

test('how long something was late is known for good once it is back', () => {
  const back = { state: 'returned' as const, dueOn: '2026-03-04', returnedOn: '2026-03-09' };
  expect([lateDaysOf(back, '2026-03-09'), lateDaysOf(back, '2026-12-31')]).toEqual([5, 5]);
  expect(lateDaysOf({ state: 'lent', dueOn: '2026-03-04' }, '2026-12-31')).toBe(302);
  expect(lateDaysOf({ state: 'notLent', dueOn: '2026-03-04' }, '2026-12-31')).toBe(0);
});

test('every number of the statistics counts exactly the list that it opens, and what was lent is back, out or given up', async () => {
  const court = {
    ...{
      outsiderName: '韩法官',
      outsiderOrganisation: '深圳市南山区人民法院',
      outsiderDocument: '（2026）粤0305民初88号',
    },
    way: 'copy' as const,
  };
  const onTime = await lent([0], { dueOn: '2026-03-05' });
  await later(1);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, onTime));
  const late = await lent([0, 1], { dueOn: '2026-03-05' });
  await later(5);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, late));
  await signIn(office, BORROWER);
  const copied = await approvedSlip(office, [item(2)], { ...court, dueOn: '2026-03-09' });
  const [line] = (await office.call('borrowing.show', { id: copied })).lines;
  await office.call('borrowing.lend', { ...lending(people, copied), copies: [{ lineId: line?.id ?? 0, copies: 3 }] });
  await lent([3], { dueOn: '2026-04-20' });
  await later(30);

  const statistics = await office.call('borrowingBook.statistics', YEAR);
  expect(statistics.total).toMatchObject({
    ...{ asked: 5, lent: 5, returned: 3, onTime: 1, late: 2, out: 2, overdue: 1, settled: 0, copies: 3 },
    onTimeShare: 25,
  });
  expect(statistics.organisation).toMatchObject([{ name: court.outsiderOrganisation, lent: 1, copies: 3 }]);
  expect(statistics.thing[0]).toMatchObject({ asked: 2, lent: 2, thing: item(0) });
  const whole = ({ lent: all, returned, out, settled }: LentCounts) => all === returned + out + settled;
  for (const by of STATISTICS_BY) {
    expect(statistics[by].every(whole)).toBe(true);
    for (const row of statistics[by]) {
      const group = {
        ...(by === 'department' && { department: row.name }),
        ...(by === 'person' && { borrowerId: row.borrowerId }),
        ...(by === 'organisation' && { organisation: row.name }),
        ...(by === 'thing' && { thingKind: row.thing?.kind, thingId: row.thing?.id }),
        ...(by === 'month' && { from: `${row.name}-01`, to: `${row.name}-31` }),
      };
      if (by === 'month' && row.name === '2026-04') continue;
      for (const which of LENT_CHOICES) {
        if (which === 'copies' || (which === 'asked' && by !== 'thing')) continue;
        const { total } = await office.call('borrowingBook.lent', { ...YEAR, ...group, which });
        expect([by, row.name, which, total]).toEqual([by, row.name, which, row[which]]);
      }
    }
  }
  // The register of copies says for whom, by which letter, and how many.
  expect(await office.call('borrowingBook.lent', { which: 'copies' })).toMatchObject({
    rows: [{ copies: 3, ...{ outsiderName: court.outsiderName, outsiderDocument: court.outsiderDocument } }],
    total: 1,
  });
  expect(await office.call('borrowing.ofDossier', { id: its.dossierId })).toMatchObject({
    out: [{ outsider: court.outsiderName }, { outsider: '' }],
  });
});

test('a renewal moves the day from which overdue counts, in the statistics as on the slip', async () => {
  const id = await lent([0], { dueOn: '2026-03-04' });
  await signIn(office, BORROWER);
  const { id: renewalId } = await office.call('borrowing.renew', { id, newDueOn: '2026-03-10', reason: '还在核对' });
  await signIn(office, DEPUTY);
  await office.call('borrowing.decideRenewal', { renewalId, granted: true, signature: PIN });
  await later(7);
  expect((await office.call('borrowingBook.statistics', YEAR)).total).toMatchObject({ overdue: 0, lateDays: 0 });
  await later(4);
  expect((await office.call('borrowingBook.statistics', YEAR)).total).toMatchObject({ overdue: 1, lateDays: 3 });
});
