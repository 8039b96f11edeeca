import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEDGER, NUMBERS, PLACES } from '../../electron/features/export/export.columns';
import { DISPOSAL_LINES, DUE } from '../../electron/features/export/export.disposal';
import { outInWords } from '../../renderer/print/out-words';
import {
  approvedSlip,
  BORROWER,
  type BorrowingPeople,
  EMPLOYEE,
  lending,
  officeThatLends,
  wholeReturn,
} from './borrowing-office';
import { shelve } from './disposing';
import { LOGINS, type Office, openOffice, signIn } from './office';

/** Of what is out everybody sees with whom, for whom, since when and until when, wherever it is named. */
let office: Office;
let people: BorrowingPeople;
let its: Awaited<ReturnType<typeof officeThatLends>>;
let slips: number[];
const OUT = { lentTo: '顾行简', lentFor: '韩立群', lentMore: 1, lentOn: '2026-03-02', backBy: '2026-03-06' };

beforeAll(async () => {
  office = openOffice();
  its = await officeThatLends(office);
  people = its.people;
  const outsider = { outsiderName: '韩立群', outsiderOrganisation: '城北法院', dueOn: '2026-03-06' };
  const paper = (n: number) => ({ kind: 'item' as const, id: its.items[n]?.id ?? 0 });
  slips = [];
  for (const [login, n, more] of [
    [EMPLOYEE, 1, {}],
    [BORROWER, 0, outsider],
  ] as const) {
    await signIn(office, login);
    const id = await approvedSlip(office, [paper(n)], more);
    await office.call('borrowing.lend', lending(people, id));
    slips.push(id);
  }
});
afterAll(() => office.close());

async function everywhere(): Promise<Record<string, unknown>> {
  const id = its.dossierId;
  const { archiveNo = '' } = await office.call('dossier.show', { id });
  const { dossiers } = await office.call('place.find', { text: archiveNo });
  const groups = await office.call('search.find', { text: archiveNo });
  const series = await office.call('number.series', {});
  const numbers = await Promise.all(series.map(({ classId, year }) => office.call('number.list', { classId, year })));
  const projects = await office.call('project.list', {});
  return {
    ledger: (await office.call('ledger.list', { filter: {} })).rows.find((row) => row.id === id),
    box: (await office.call('place.box', { id: dossiers[0]?.placeId ?? 0 })).dossiers[0],
    place: dossiers[0],
    search: groups.find(({ kind }) => kind === 'dossier')?.hits[0],
    number: numbers.flatMap(({ rows }) => rows).find(({ dossierId }) => dossierId === id),
    project: projects.find(({ dossierId }) => dossierId === id),
  };
}

test('in the ledger, its box, the search, the register of numbers and at its project: with whom, for whom, how many more, since, until', async () => {
  await signIn(office, LOGINS.archivist);
  for (const [where, row] of Object.entries(await everywhere())) expect({ where, row }).toMatchObject({ row: OUT });
});

test('among what falls due for appraisal', async () => {
  const id = await shelve(office, people, 9, '2012-12-31');
  await signIn(office, EMPLOYEE);
  const slip = await approvedSlip(office, [{ kind: 'dossier', id }]);
  await office.call('borrowing.lend', lending(people, slip));
  const due = async () => (await office.call('disposal.due', { group: 'due' })).rows.find((row) => row.id === id);
  expect(await due()).toMatchObject({ state: 'lent', lentTo: '林小满', lentOn: '2026-03-02', backBy: '2026-03-12' });
  await office.call('borrowing.giveBack', await wholeReturn(office, people, slip));
  expect(await due()).toMatchObject({ state: 'received' });
  expect(await due()).not.toHaveProperty('lentTo');
});

test('as it is taken along and printed', () => {
  const wanted = Object.keys(OUT);
  for (const columns of [LEDGER, PLACES, NUMBERS, DUE, DISPOSAL_LINES])
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted));
  const of = (name: string) => PLACES.find((column) => column.name === name)?.of({ id: 1, ...OUT }, (key) => key);
  expect(wanted.map(of)).toEqual(Object.values(OUT));
  expect(outInWords(OUT)).toBe('韩立群（顾行简 代借） 等 2 人，2026-03-02 借出，应还 2026-03-06');
  expect(outInWords({ ...OUT, lentMore: undefined, lentFor: undefined } as never)).toBe(
    '顾行简，2026-03-02 借出，应还 2026-03-06',
  );
  expect(outInWords({})).toBe('');
});

test('of one who brings it back the other is named, and of what is back nobody', async () => {
  const [employees = 0, borrowers = 0] = slips;
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.giveBack', await wholeReturn(office, people, borrowers));
  for (const row of Object.values(await everywhere())) {
    expect(row).toMatchObject({ lentTo: '林小满', lentOn: '2026-03-02' });
    expect(row).not.toHaveProperty('lentMore');
    expect(row).not.toHaveProperty('lentFor');
  }
  await office.call('borrowing.giveBack', await wholeReturn(office, people, employees));
  for (const row of Object.values(await everywhere())) expect(row).not.toHaveProperty('lentTo');
});
