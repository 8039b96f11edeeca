import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/api/contract';
import { DOSSIER_STATES } from '../../shared/api/dossier.contract';
import { LEDGER_GROUPS, LEDGER_SORTS, type LedgerSort, type ledger } from '../../shared/api/ledger.contract';
import { LOGINS, type Office, openOffice, PASSWORD } from './office';

type Asked = InputOf<typeof ledger.list>;
type Filter = NonNullable<Asked['filter']>;
type Row = OutputOf<typeof ledger.list>['rows'][number];

let office: Office;
let everything: Row[];
/** What a row is found by without showing it, by its contract number. */
let unseen: Map<string, string>;
let managers: { id: number; name: string }[];

beforeAll(async () => {
  office = openOffice('2026-03-30T09:00:00+08:00');
  await office.call('company.foundDemonstration', {});
  await office.call('people.signIn', { login: LOGINS.archivist, password: PASSWORD });
  everything = (await office.call('ledger.list', { limit: 200 })).rows;
  const { rows: clients } = await office.call('client.list', { limit: 200 });
  const representatives = new Map(clients.map(({ name, legalRepresentative }) => [name, legalRepresentative]));
  const projects = await office.call('project.list', {});
  unseen = new Map(
    projects.map((its) => [its.contractNo, `${its.name}·${its.guarantors}·${representatives.get(its.client)}`]),
  );
  managers = (await office.call('people.staff', {})).filter(({ name }) =>
    everything.some((row) => row.aManager === name || row.bManager === name),
  );
});
afterAll(() => office.close());

const IN_GROUP = {
  received: (row: Row) => ['received', 'partlyLent', 'lent'].includes(row.state),
  underway: (row: Row) => ['collecting', 'underReview'].includes(row.state),
  receivedThisMonth: (row: Row) => row.receivedOn?.startsWith('2026-03') ?? false,
};

const textsOf = (row: Row) =>
  `${row.title}·${row.client}·${row.contractNo}·${row.archiveNo}·${unseen.get(row.contractNo ?? '')}`;

/** By the letter of the filter, one row after the other. */
function passes(row: Row, filter: Filter): boolean {
  const manager = managers.find(({ id }) => id === filter.managerId)?.name;
  return (
    (!filter.text || textsOf(row).includes(filter.text)) &&
    (filter.classId === undefined || row.classId === filter.classId) &&
    (filter.year === undefined || row.year === filter.year) &&
    (filter.state === undefined || row.state === filter.state) &&
    (filter.group === undefined || IN_GROUP[filter.group](row)) &&
    (filter.managerId === undefined || row.aManager === manager || row.bManager === manager) &&
    (!filter.lateOnly || row.lateDays > 0)
  );
}

/** As SQLite orders: what is absent first, numbers by size, texts by their bytes, equal ones by id. */
function compare(a: Row, b: Row, sort: LedgerSort): number {
  const [left, right] = sort === 'opened' ? [a.id, b.id] : [a[sort], b[sort]];
  if (left === right) return a.id - b.id;
  if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
  if (typeof left === 'number') return left - Number(right);
  return Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const question = () =>
  fc.record({
    filter: fc
      .record({
        text: maybe(fc.constantFrom('公司', '有限', '贷款', '担保', '建材', '青', '鸿', '没有这个')),
        classId: maybe(fc.constantFrom(1, 2)),
        year: maybe(fc.constantFrom(2025, 2026)),
        state: maybe(fc.constantFrom(...DOSSIER_STATES)),
        group: maybe(fc.constantFrom(...LEDGER_GROUPS)),
        managerId: maybe(fc.constantFrom(...managers.map(({ id }) => id))),
        lateOnly: maybe(fc.boolean()),
      })
      // Absent is not the same as undefined to whoever reads the input.
      .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter),
    sort: fc.constantFrom(...LEDGER_SORTS),
    descending: fc.boolean(),
    offset: fc.integer({ min: 0, max: 5 }),
    limit: fc.integer({ min: 1, max: 20 }),
  });

function expectedPage({ filter = {}, sort = 'opened', descending, offset = 0, limit }: Asked) {
  const found = everything.filter((row) => passes(row, filter)).sort((a, b) => compare(a, b, sort));
  if (descending) found.reverse();
  return {
    ids: found.slice(offset, offset + (limit ?? 100)).map((row) => row.id),
    total: found.length,
    pages: found.reduce((sum, row) => sum + row.pages, 0),
  };
}

async function page(asked: Asked) {
  const { rows, total, pages } = await office.call('ledger.list', asked);
  return { ids: rows.map((row) => row.id), total, pages };
}

describe('a page of the ledger', () => {
  test('shows what passes the filter, in order, and adds up all of it', async () => {
    expect(everything.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(question(), async (asked) => {
        expect(await page(asked)).toEqual(expectedPage(asked));
      }),
      { numRuns: 1_500 },
    );
  });

  test('is right again after a change, although its sums are remembered', async () => {
    const asked = { filter: { text: '公司' } };
    const { rows } = await office.call('client.list', asked.filter);
    const client = rows.find(({ name }) =>
      everything.some((row) => row.client === name && !row.title.includes('公司')),
    );
    if (!client) throw new Error('no client whose name alone finds a dossier');
    const { id, kind, code, legalRepresentative, phone, address, remarks } = client;
    const before = await page(asked);
    await office.call('people.signIn', { login: 'guxingjian', password: PASSWORD });
    const fields = { id, kind, code, legalRepresentative, phone, address, remarks };
    await office.call('client.correct', { ...fields, name: client.name.replaceAll('公司', '商行') });
    await office.call('people.signIn', { login: LOGINS.archivist, password: PASSWORD });
    const lost = everything.filter((row) => row.client === client.name);
    expect(before.total - (await page(asked)).total).toBe(lost.length);
  });
});
