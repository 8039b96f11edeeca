import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/api/contract';
import { DOSSIER_STATES, SECRECIES } from '../../shared/api/dossier.contract';
import {
  LEDGER_GROUPS,
  LEDGER_SORTS,
  type LedgerSort,
  type ledger,
  ledgerFilter,
} from '../../shared/api/ledger.contract';
import { bringInOthers, contains, isWithin } from './brought-in';
import { LOGINS, type Office, openOffice, PASSWORD } from './office';

type Asked = InputOf<typeof ledger.list>;
type Filter = NonNullable<Asked['filter']>;
type Row = OutputOf<typeof ledger.list>['rows'][number];

let office: Office;
let everything: Row[];
/** What a row is found by without showing it, by its contract number. */
let unseen: Map<string, string>;
let managers: { id: number; name: string }[];
/** What a row does not show of itself. */
let imported: Set<number>;
let appraised: Record<number, string>;
let staff: Map<number, string>;
let clients: Map<number, string>;
let representatives: Map<string, string>;
let years: Map<number, number>;
/** Who has something of which dossier. */
let lent: Set<string>;

beforeAll(async () => {
  office = openOffice('2026-03-30T09:00:00+08:00');
  await office.call('company.foundDemonstration', {});
  await office.call('people.signIn', { login: LOGINS.archivist, password: PASSWORD });
  bringInOthers(office);
  await readEverything();
  const { rows: registered } = await office.call('client.list', { limit: 200 });
  clients = new Map(registered.map(({ id, name }) => [id, name]));
  years = new Map((await office.call('retention.list', {})).map((its) => [its.id, its.years ?? 1000]));
  representatives = new Map(registered.map(({ name, legalRepresentative }) => [name, legalRepresentative]));
  const projects = await office.call('project.list', {});
  unseen = new Map(projects.map((its) => [its.contractNo, `${its.name}·${its.guarantors}`]));
  const people = await office.call('people.staff', {});
  staff = new Map(people.map(({ id, name }) => [id, name]));
  managers = people.filter(({ name }) =>
    everything.some((row) => [row.aManager, row.bManager, row.keeper].includes(name)),
  );
});
afterAll(() => office.close());

async function readEverything(): Promise<void> {
  everything = (await office.call('ledger.list', { limit: 200 })).rows;
  const decided = 'SELECT id, appraised_on AS day FROM dossier WHERE appraised_on > keep_until';
  appraised = Object.fromEntries(
    office.ledger.db
      .prepare<[], { id: number; day: string }>(decided)
      .all()
      .map(({ id, day }) => [id, day]),
  );
  const out = `SELECT b.borrower_id || ' ' || o.dossier_id FROM borrowing_line o JOIN borrowing b ON b.id = o.borrowing_id
               WHERE o.state IN ('lent', 'incomplete') AND o.dossier_id IS NOT NULL`;
  lent = new Set(office.ledger.db.prepare<[], string>(out).pluck().all());
  imported = new Set(
    office.ledger.db.prepare<[], number>("SELECT id FROM dossier WHERE origin = 'imported'").pluck().all(),
  );
}

const onShelf = (row: Row) => ['received', 'partlyLent', 'lent'].includes(row.state);
const IN_GROUP = {
  dueForAppraisal: (row: Row) =>
    onShelf(row) && row.keepUntil !== undefined && row.keepUntil < '2026-03-30' && !(row.id in appraised),
  withoutPlace: (row: Row) => onShelf(row) && row.place === undefined,
  received: onShelf,
  underway: (row: Row) => ['collecting', 'underReview'].includes(row.state),
  receivedThisMonth: (row: Row) => row.receivedOn?.startsWith('2026-03') ?? false,
};

const textsOf = (row: Row) =>
  [
    row.title,
    row.client,
    row.contractNo,
    row.archiveNo,
    unseen.get(row.contractNo ?? ''),
    representatives.get(row.client ?? ''),
  ].join('·');

/** By the letter of the filter, one row after the other. */
function passes(row: Row, filter: Filter): boolean {
  const manager = managers.find(({ id }) => id === filter.managerId)?.name;
  return (
    (!filter.text || textsOf(row).includes(filter.text)) &&
    (filter.classId === undefined || row.classId === filter.classId) &&
    (filter.year === undefined || row.year === filter.year) &&
    (filter.state === undefined || row.state === filter.state) &&
    (filter.group === undefined || IN_GROUP[filter.group](row)) &&
    (filter.managerId === undefined || [row.aManager, row.bManager, row.keeper].includes(manager)) &&
    (!filter.lateOnly || row.lateDays > 0) &&
    (filter.retentionId === undefined || row.retentionId === filter.retentionId) &&
    (filter.secrecy === undefined || row.secrecy === filter.secrecy) &&
    (filter.clientId === undefined || row.client === clients.get(filter.clientId)) &&
    (filter.keeperId === undefined || row.keeper === staff.get(filter.keeperId)) &&
    (filter.aManagerId === undefined || row.aManager === staff.get(filter.aManagerId)) &&
    (filter.bManagerId === undefined || row.bManager === staff.get(filter.bManagerId)) &&
    (filter.lentToId === undefined || lent.has(`${filter.lentToId} ${row.id}`)) &&
    (['archiveNo', 'title', 'contractNo'] as const).every((name) => contains(row[name], filter[name])) &&
    (filter.imported === undefined || imported.has(row.id) === filter.imported) &&
    (filter.remarks === undefined || row.remarks.includes(filter.remarks)) &&
    standsIn(row, filter) &&
    isWithin(row.receivedOn, filter.receivedFrom, filter.receivedTo) &&
    isWithin(row.endedOn, filter.endedFrom, filter.endedTo) &&
    isWithin(row.keepUntil, filter.keptFrom, filter.keptTo) &&
    isWithin(row.dueOn, filter.dueFrom, filter.dueTo) &&
    isWithin(row.lateDays, filter.lateFrom, filter.lateTo) &&
    isWithin(row.items, filter.itemsFrom, filter.itemsTo) &&
    isWithin(row.pages, filter.pagesFrom, filter.pagesTo) &&
    isWithin(row.volumes, filter.volumesFrom, filter.volumesTo)
  );
}

const standsIn = (row: Row, filter: Filter) =>
  (['room', 'cabinet', 'shelf', 'box'] as const).every(
    (part) => filter[part] === undefined || row.place?.[part] === filter[part],
  );

type Key = string | number | undefined;
function keyOf(row: Row, sort: LedgerSort): Key {
  if (sort === 'opened') return row.id;
  if (sort === 'place')
    return row.place && [row.place.room, row.place.cabinet, row.place.shelf, row.place.box].join('\u0001');
  if (sort === 'retention') return years.get(row.retentionId);
  if (sort === 'state') return DOSSIER_STATES.indexOf(row.state);
  if (sort === 'secrecy') return SECRECIES.indexOf(row.secrecy);
  return row[sort];
}

/** As SQLite orders: what is absent first, numbers by size, texts by their bytes, equal ones by id. */
function compare(a: Row, b: Row, sort: LedgerSort): number {
  const [left, right] = [keyOf(a, sort), keyOf(b, sort)];
  if (left === right) return a.id - b.id;
  if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
  if (typeof left === 'number') return left - Number(right);
  return Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
/** So that the combinations are not all empty. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const someDay = fc.constantFrom('2009-03-01', '2012-06-15', '2019-05-01', '2026-03-05', '2026-03-30', '2039-02-01');
const someCount = fc.constantFrom(0, 7, 35, 200);
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
        lateOnly: rarely(fc.boolean()),
        retentionId: rarely(fc.constantFrom(1, 2, 3)),
        secrecy: rarely(fc.constantFrom(...SECRECIES)),
        clientId: rarely(fc.constantFrom(...clients.keys())),
        keeperId: rarely(fc.constantFrom(...staff.keys())),
        aManagerId: rarely(fc.constantFrom(...managers.map(({ id }) => id))),
        bManagerId: rarely(fc.constantFrom(...managers.map(({ id }) => id))),
        lentToId: rarely(fc.constantFrom(...[...lent].map((its) => Number(its.split(' ')[0])))),
        archiveNo: rarely(fc.constantFrom('鸿借字', '199', '〕0', '〔', '没有')),
        title: rarely(fc.constantFrom('贷款', '旧案', '万', '甲', '没有')),
        contractNo: rarely(fc.constantFrom('鸿借', '2026', '〕00', '〔2026〕', '没有')),
        dueFrom: rarely(someDay),
        dueTo: rarely(someDay),
        lateFrom: rarely(fc.constantFrom(0, 1, 20)),
        lateTo: rarely(fc.constantFrom(0, 5, 25)),
        imported: rarely(fc.boolean()),
        remarks: rarely(fc.constantFrom('水渍', '页', '%')),
        room: rarely(fc.constantFrom('一室', '二室')),
        cabinet: rarely(fc.constantFrom('01柜', '03柜')),
        shelf: rarely(fc.constantFrom('1层', '2层')),
        box: rarely(fc.constantFrom('甲', '07盒')),
        receivedFrom: rarely(someDay),
        receivedTo: rarely(someDay),
        endedFrom: rarely(someDay),
        endedTo: rarely(someDay),
        keptFrom: rarely(someDay),
        keptTo: rarely(someDay),
        itemsFrom: rarely(someCount),
        itemsTo: rarely(someCount),
        pagesFrom: rarely(someCount),
        pagesTo: rarely(someCount),
        volumesFrom: rarely(fc.constantFrom(0, 2)),
        volumesTo: rarely(fc.constantFrom(1, 3)),
      })
      // Absent is not the same as undefined to whoever reads the input.
      .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter),
    sort: fc.constantFrom(...LEDGER_SORTS),
    descending: fc.boolean(),
    offset: fc.integer({ min: 0, max: 5 }),
    limit: fc.integer({ min: 1, max: 20 }),
  });

const sum = (rows: Row[], of: 'volumes' | 'items' | 'pages') => rows.reduce((all, row) => all + row[of], 0);

function expectedPage({ filter = {}, sort = 'opened', descending, offset = 0, limit }: Asked) {
  const found = everything.filter((row) => passes(row, filter)).sort((a, b) => compare(a, b, sort));
  if (descending) found.reverse();
  return {
    ids: found.slice(offset, offset + (limit ?? 100)).map((row) => row.id),
    total: found.length,
    volumes: sum(found, 'volumes'),
    items: sum(found, 'items'),
    pages: sum(found, 'pages'),
  };
}

async function page(asked: Asked) {
  const { rows, ...sums } = await office.call('ledger.list', asked);
  return { ids: rows.map((row) => row.id), ...sums };
}

describe('the numbers over the ledger', () => {
  const totalOf = async (filter: Filter) => {
    const { rows: _, ...sums } = await office.call('ledger.list', { filter });
    return sums;
  };

  test('are the totals of the lists that they open', async () => {
    const summary = await office.call('ledger.summary', {});
    expect(summary.all).toEqual(await totalOf({}));
    for (const group of LEDGER_GROUPS)
      expect([group, summary[group]]).toEqual([group, (await totalOf({ group })).total]);
    expect(Math.min(summary.dueForAppraisal, summary.withoutPlace, summary.received)).toBeGreaterThan(0);
    expect(summary.late).toBe((await totalOf({ lateOnly: true })).total);
    for (const { state, ...sums } of summary.byState) expect(sums).toEqual(await totalOf({ state }));
    for (const { classId, ...sums } of summary.byClass) expect(sums).toEqual(await totalOf({ classId }));
    const dossiers = (parts: readonly { total: number }[]) => parts.reduce((all, { total }) => all + total, 0);
    expect([dossiers(summary.byState), dossiers(summary.byClass)]).toEqual([summary.all.total, summary.all.total]);
    expect(summary.years).toEqual([...new Set(everything.map((row) => row.year))].sort((a, b) => b - a));
  });
});

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

  test('is asked in this test by everything that it can be narrowed by', () => {
    const asked = fc.sample(question(), 3_000).flatMap(({ filter }) => Object.keys(filter));
    expect([...new Set(asked)].sort()).toEqual(Object.keys(ledgerFilter.shape).sort());
  });

  test('narrowed by each of its conditions alone, finds some and leaves some out', async () => {
    const late = everything.filter(({ lateDays }) => lateDays > 0).map(({ lateDays }) => lateDays);
    const [borrowed = ''] = lent;
    for (const filter of [
      { lateFrom: Math.max(...late) },
      { lateTo: Math.min(...late) - 1 },
      { dueFrom: '2026-03-01' },
      { lentToId: Number(borrowed.split(' ')[0]) },
      { aManagerId: managers.find(({ name }) => everything.some((row) => row.aManager === name))?.id ?? 0 },
      { archiveNo: '〔' },
      { title: '旧案' },
      { contractNo: '〕00' },
    ]) {
      const { total } = expectedPage({ filter });
      expect([filter, total > 0 && total < everything.length]).toEqual([filter, true]);
      expect([filter, (await page({ filter })).total]).toEqual([filter, total]);
    }
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
