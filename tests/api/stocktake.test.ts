import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/api/contract';
import type { ExportedList } from '../../shared/api/export.contract';
import type { CountLine, stocktake } from '../../shared/api/stocktake.contract';
import { VERIFIER } from '../db/ledger-copy';
import { printedByPython } from '../setup/python';
import { lendTitles } from './lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';
import {
  act,
  bringTitles,
  CUSTODIAN,
  KEEPER,
  MANAGER,
  officeWithTitles,
  registerSafe,
  SAMPLE_TITLES,
} from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

type Started = InputOf<typeof stocktake.start>;
/** The archivist and the head of a department count, the custodian does not. */
const counters = () => ({ firstCounterId: its.people.archivist, secondCounterId: its.people.keeper });
const plan = (more: Partial<Started> = {}): Started => ({
  ...{ scope: 'full', plan: '季末盘点：逐格清点，两人同时在场', ...counters() },
  ...more,
});
const start = async (more: Partial<Started> = {}) => {
  await signIn(office, LOGINS.archivist);
  return (await office.call('stocktake.start', plan(more))).id;
};
const numberOf = (index: number) => SAMPLE_TITLES[index]?.certificateNo ?? '';
const take = (id: number, certificate: string, more: object = {}) =>
  office.call('stocktake.count', { id, compartmentId: its.compartment, certificate, ...more });
const barcode = (titleId: number) => `AJ-T-${String(titleId).padStart(6, '0')}`;
const sign = (id: number) =>
  office.call('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
const show = (id: number) => office.call('stocktake.show', { id });
const lineOf = async (id: number, which: (line: CountLine) => boolean) => {
  const line = (await show(id)).lines.find(which);
  if (!line) throw new Error('no such line');
  return line;
};
const explainAll = async (id: number) => {
  const lines = (await show(id)).lines.filter(({ differs }) => differs);
  await office.call('stocktake.explain', {
    id,
    lines: lines.map((line) => ({ lineId: line.id, cause: '上次办理后没有放回', action: '追查，明日报总经理' })),
  });
};
/** What an executive sends who has looked at the result. */
const closing = async (id: number, signature = PIN) => ({ id, seen: (await show(id)).contentHash ?? '', signature });
const close = async (id: number) => {
  await signIn(office, MANAGER);
  await office.call('stocktake.close', await closing(id));
  await signIn(office, CUSTODIAN);
};
/** Everything but the first title, the second one in the wrong compartment, and a strange one besides. */
const countWithDifferences = async (id: number) => {
  await take(id, numberOf(1), { compartmentId: its.other });
  for (const index of [2, 3, 4]) await take(id, numberOf(index));
  await take(id, barcode(its.titles[5] ?? 0), { quantity: 2 });
  await take(id, '粤A·00000', { unknown: true });
};
const inSafe = async () => {
  const { rows } = await office.call('title.list', { which: 'here' });
  return rows
    .flatMap(({ standings }) => standings)
    .reduce((n, { place, quantity }) => n + (place === 'safe' ? quantity : 0), 0);
};

describe('starting a stocktake', () => {
  test('it has its number, its moment and its two counters', async () => {
    const id = await start();
    expect(await show(id)).toMatchObject({
      ...{ no: '权盘〔2026〕001号', state: 'counting', startedOn: '2026-03-02', counted: 0 },
      ...{ firstCounter: '沈砚秋', secondCounter: '何循之', asOf: 6 },
    });
  });

  test('a second one over the same safes is refused with the number of the open one, over another safe it is not', async () => {
    const second = await registerSafe(office, its.people, '二号柜');
    await start({ scope: 'safe', safeId: its.safe.id });
    const reply = await office.reply('stocktake.start', plan());
    expect(reply).toMatchObject({ error: { reason: 'stocktakeUnderWay', details: { no: '权盘〔2026〕001号' } } });
    const sample = plan({ scope: 'sample', sampleSize: 2 });
    expect(await office.outcome('stocktake.start', sample)).toBe('stocktakeUnderWay');
    expect(await office.outcome('stocktake.start', plan({ scope: 'safe', safeId: its.safe.id }))).toBe(
      'stocktakeUnderWay',
    );
    expect(await office.outcome('stocktake.start', plan({ scope: 'safe', safeId: second.id }))).toBe('done');
  });

  test('one person never counts for both, nor somebody who may not count, nor a stranger', async () => {
    await signIn(office, LOGINS.archivist);
    const wrong = async (more: Partial<Started>) => office.outcome('stocktake.start', plan(more));
    expect(await wrong({ secondCounterId: its.people.archivist })).toBe('oneCountsForBoth');
    expect(await wrong({ secondCounterId: its.people.a })).toBe('mayNotCount');
    expect(await wrong({ secondCounterId: its.people.manager })).toBe('mayNotCount');
    expect(await wrong({ secondCounterId: 999 })).not.toBe('done');
  });

  test('the two who open a safe do not count it among themselves, another safe they may', async () => {
    await signIn(office, LOGINS.archivist);
    const holders = { firstCounterId: its.people.custodian, secondCounterId: its.people.keeper };
    const reply = await office.reply('stocktake.start', plan(holders));
    const told = { safe: '一号柜', firstCounter: '唐晚晴', secondCounter: '何循之', field: 'secondCounterId' };
    expect(reply).toMatchObject({ error: { reason: 'holdersCount', details: told } });
    expect(await office.outcome('stocktake.start', plan({ ...holders, scope: 'safe', safeId: its.safe.id }))).toBe(
      'holdersCount',
    );
    expect(await office.outcome('stocktake.start', plan({ ...holders, scope: 'sample', sampleSize: 2 }))).toBe(
      'holdersCount',
    );
    expect(await office.outcome('stocktake.start', plan())).toBe('done');
  });

  test('a key that comes to a counter meanwhile stops the signing: both would count their own safe', async () => {
    const id = await start();
    await take(id, numberOf(0));
    await signIn(office, CUSTODIAN);
    const { archivist, manager } = its.people;
    const key = { kind: 'key' as const, label: '1号', holderId: archivist, supervisorId: manager, reason: '调休' };
    const signatures = { giver: PIN, holder: PIN, supervisor: PIN };
    await office.call('safe.entrust', { safeId: its.safe.id, ...key, signatures });
    await signIn(office, LOGINS.archivist);
    const both = { id, signatures: { firstCounter: PIN, secondCounter: PIN } };
    expect(await office.outcome('stocktake.sign', both)).toBe('holdersCount');
    expect(await office.outcome('stocktake.abandon', { id, reason: '换人重盘' })).toBe('done');
  });

  test('a scope that says too little, too much or nothing is refused', async () => {
    await signIn(office, LOGINS.archivist);
    const wrong = async (more: object) => office.outcome('stocktake.start', { ...plan(), ...more });
    expect(await wrong({ scope: 'safe' })).toBe('safeNeeded');
    expect(await wrong({ scope: 'safe', safeId: 77 })).toBe('noSuchSafe');
    expect(await wrong({ scope: 'sample' })).toBe('sampleSizeNeeded');
    expect(await wrong({ scope: 'sample', sampleSize: 7 })).toBe('sampleTooLarge');
    expect(await wrong({ scope: 'sample', sampleSize: 0 })).toBe('inputInvalid');
    expect(await wrong({ scope: 'sample', sampleSize: 2.5 })).toBe('inputInvalid');
    expect(await wrong({ plan: '' })).toBe('inputInvalid');
    expect(await wrong({ scope: 'half' })).toBe('inputInvalid');
  });

  test('whoever may not count cannot start one', async () => {
    await signIn(office, LOGINS.a);
    expect(await office.outcome('stocktake.start', plan())).toBe('notAllowed');
  });
});

describe('a random sample', () => {
  const PYTHON = `
import hashlib, json, sqlite3, sys
db = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
id = int(sys.argv[2])
seq, seed, as_of, n = db.execute('SELECT seed_seq, seed, as_of, sample_size FROM stocktake WHERE id = ?', [id]).fetchone()
assert db.execute('SELECT hash FROM event WHERE seq = ?', [seq]).fetchone()[0] == seed
lies = {}
for title, quantity, was, now in db.execute('''SELECT m.title_id, quantity, from_compartment_id, to_compartment_id
    FROM title_movement m WHERE m.id <= ? ORDER BY m.id''', [as_of]):
    lies[title] = lies.get(title, 0) + (quantity if now else 0) - (quantity if was else 0)
population = [title for title, quantity in lies.items() if quantity > 0]
population.sort(key=lambda title: hashlib.sha256((seed + str(title)).encode()).hexdigest())
print(json.dumps(sorted(population[:n])))
`;

  test('is drawn by the hash of the event before, and a few lines of Python draw the same one', async () => {
    const id = await start({ scope: 'sample', sampleSize: 3 });
    const view = await show(id);
    const drawn = view.drawn.map(({ titleId }) => titleId).sort((a, b) => a - b);
    expect(new Set(drawn).size).toBe(3);
    const event = office.ledger.db
      .prepare<[number], { hash: string; action: string }>('SELECT hash, action FROM event WHERE seq = ?')
      .get((view.seedSeq ?? 0) + 1);
    expect(event?.action).toBe('stocktake.start');
    const copy = `${office.dataDir}/copy.sqlite`;
    office.ledger.db.exec(`VACUUM INTO '${copy}'`);
    const printed = printedByPython('-c', PYTHON, copy, String(id));
    expect(JSON.parse(printed)).toEqual(drawn);
    expect(view).toMatchObject({ population: 6, sampleSize: 3 });
  });

  test('counts only what was drawn; what should not be here at all is always taken down', async () => {
    const id = await start({ scope: 'sample', sampleSize: 2 });
    const { drawn } = await show(id);
    const ids = drawn.map(({ titleId }) => titleId);
    const other = its.titles.find((titleId) => !ids.includes(titleId)) ?? 0;
    const count = { id, compartmentId: its.compartment, certificate: barcode(other) };
    expect(await office.outcome('stocktake.count', count)).toBe('titleNotDrawn');
    for (const titleId of ids) await take(id, barcode(titleId), { quantity: titleId === its.titles[5] ? 2 : 1 });
    await take(id, '不知道的证', { unknown: true });
    expect(await sign(id)).toEqual({ differences: 1 });
    const { classes, drawn: looked } = await show(id);
    expect(classes.find((one) => one.class === 'agrees')?.lines).toBe(2);
    expect(looked.every(({ found }) => found)).toBe(true);
  });
});

describe('counting', () => {
  test('nothing says what should be there before both have signed', async () => {
    const id = await start();
    await take(id, numberOf(0));
    const told = JSON.stringify([await show(id), await office.call('stocktake.list', {})]);
    for (const word of ['expected', 'bookPieces', 'population', 'differs', '"outQuantity"', numberOf(1)])
      expect(told, word).not.toContain(word);
    const rows = office.ledger.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM stocktake_line').get();
    expect(rows?.n, 'not even in the ledger').toBe(0);
    await sign(id);
    expect(JSON.stringify(await show(id))).toContain(numberOf(1));
  });

  test('a certificate is read by its barcode, its whole number however it is typed, or its last digits', async () => {
    const id = await start();
    expect(await take(id, barcode(its.titles[0] ?? 0))).toMatchObject({ certificateNo: numberOf(0), together: 1 });
    expect(await take(id, '粤(2018) 深圳市不动产权第０１０７７４２号')).toMatchObject({ titleId: its.titles[1] });
    expect(await take(id, '9915')).toMatchObject({ titleId: its.titles[2], owner: '本公司' });
    expect(await take(id, '7k2q9')).toMatchObject({ titleId: its.titles[5] });
    expect(await take(id, '7k2q9')).toMatchObject({ titleId: its.titles[5], together: 2 });
    expect((await show(id)).counted).toBe(5);
  });

  test('a number that nobody knows is asked about, digits of several and other barcodes are refused', async () => {
    const id = await start();
    const count = (certificate: string, more: object = {}) =>
      office.outcome('stocktake.count', { id, compartmentId: its.compartment, certificate, ...more });
    expect(await count('粤A·00000')).toBe('certificateUnknown');
    expect(await count('粤A·00000', { unknown: true })).toBe('done');
    const twin = [{ ...(SAMPLE_TITLES[0] as (typeof SAMPLE_TITLES)[0]), certificateNo: '粤（2024）广州市第9931876号' }];
    await bringTitles(office, its.people, its.projectId, its.compartment, twin);
    await signIn(office, LOGINS.archivist);
    expect(await count('31876')).toBe('digitsNotUnique');
    expect(await count('0031876')).toBe('done');
    expect(await count('76')).toBe('certificateUnknown');
    expect(await count('AJ-D-000001')).toBe('notATitle');
    expect(await count('AJ-T-0000')).toBe('notATitle');
    expect(await count('AJ-T-000999')).toBe('noSuchTitle');
  });

  test('quantity 0, 2.5 and a thousand are refused, and a compartment of another safe', async () => {
    const second = await registerSafe(office, its.people, '二号柜');
    const id = await start({ scope: 'safe', safeId: its.safe.id });
    for (const quantity of [0, 2.5, 1_000, -1]) {
      const count = { id, compartmentId: its.compartment, certificate: numberOf(0), quantity };
      expect(await office.outcome('stocktake.count', count)).toBe('inputInvalid');
    }
    const count = { id, compartmentId: second.compartments[0] ?? 0, certificate: numberOf(0) };
    expect(await office.outcome('stocktake.count', count)).toBe('compartmentNotCounted');
  });

  test('only the two counters take down; another who may count is told who they are', async () => {
    const id = await start();
    await signIn(office, CUSTODIAN);
    const count = { id, compartmentId: its.compartment, certificate: numberOf(0) };
    const reply = await office.reply('stocktake.count', count);
    expect(reply).toMatchObject({ error: { reason: 'notACounter', details: { firstCounter: '沈砚秋' } } });
    await signIn(office, KEEPER);
    expect(await office.outcome('stocktake.count', count)).toBe('done');
    expect((await show(id)).entries[0]).toMatchObject({ countedBy: '何循之', place: '一号柜 1-1', quantity: 1 });
  });

  test('the last entry is taken back, and only the last', async () => {
    const id = await start();
    const first = await take(id, numberOf(0));
    const second = await take(id, numberOf(1));
    expect(await office.outcome('stocktake.undo', { id, entryId: first.entryId })).toBe('notTheLastEntry');
    await office.call('stocktake.undo', { id, entryId: second.entryId });
    expect(await office.outcome('stocktake.undo', { id, entryId: second.entryId })).toBe('notTheLastEntry');
    await office.call('stocktake.undo', { id, entryId: first.entryId });
    expect((await show(id)).entries).toEqual([]);
  });

  test('each entry is an event of its own and on the disk at once: what a killed program leaves has all of them', async () => {
    const id = await start();
    const events = () => office.ledger.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()?.n ?? 0;
    const before = events();
    for (const index of [0, 1, 2]) await take(id, numberOf(index));
    expect(events()).toBe(before + 3);
    const left = mkdtempSync(join(tmpdir(), 'anjuan-killed-'));
    for (const file of readdirSync(office.dataDir).filter((name) => name.startsWith('ledger.sqlite')))
      copyFileSync(join(office.dataDir, file), join(left, file));
    const office2 = openOffice(undefined, undefined, left);
    try {
      await signIn(office2, LOGINS.archivist);
      const { entries } = await office2.call('stocktake.show', { id });
      expect(entries.map(({ certificateNo }) => certificateNo)).toEqual([2, 1, 0].map(numberOf));
    } finally {
      office2.close();
      rmSync(left, { recursive: true, force: true });
    }
  });

  test('given up with a reason it ends, another can begin, and nothing more is taken down', async () => {
    const id = await start();
    await take(id, numberOf(0));
    expect(await office.outcome('stocktake.abandon', { id, reason: '' })).toBe('inputInvalid');
    await office.call('stocktake.abandon', { id, reason: '监盘人临时外出' });
    expect(await show(id)).toMatchObject({ state: 'abandoned', closingReason: '监盘人临时外出' });
    const count = { id, compartmentId: its.compartment, certificate: numberOf(0) };
    expect(await office.outcome('stocktake.count', count)).toBe('stocktakeNotCounting');
    expect(await office.outcome('stocktake.abandon', { id, reason: '再来' })).toBe('stocktakeNotCounting');
    expect((await office.call('stocktake.start', plan())).no).toBe('权盘〔2026〕002号');
  });
});

test('only a counter gives a stocktake up, as long as one of them is here; every draw stays on record', async () => {
  const id = await start({ scope: 'sample', sampleSize: 2 });
  await signIn(office, CUSTODIAN);
  expect(await office.outcome('stocktake.abandon', { id, reason: '抽到的不合适' })).toBe('notACounter');
  await signIn(office, KEEPER);
  await office.call('stocktake.abandon', { id, reason: '临时停电' });
  const again = await start({ scope: 'sample', sampleSize: 2 });
  const rows = await office.call('stocktake.list', {});
  expect(rows.map((row) => [row.id, row.state, row.closingReason])).toEqual([
    [again, 'counting', ''],
    [id, 'abandoned', '临时停电'],
  ]);
  expect((await show(id)).drawn).toHaveLength(2);
});

describe('the result', () => {
  test('a wrong PIN of either counter signs nothing', async () => {
    const id = await start();
    const signatures = { firstCounter: PIN, secondCounter: '999333' };
    const reply = await office.reply('stocktake.sign', { id, signatures });
    expect(reply).toMatchObject({ error: { reason: 'wrongSecret', details: { field: 'signatures.secondCounter' } } });
    expect(await show(id)).toMatchObject({ state: 'counting', lines: [], signatures: [] });
  });

  test('agrees, misplaced, missing and not in the books stand side by side with their numbers', async () => {
    const id = await start();
    await countWithDifferences(id);
    expect(await sign(id)).toEqual({ differences: 3 });
    const view = await show(id);
    expect(view).toMatchObject({ state: 'counted', bookPieces: 7, foundPieces: 7, differences: 3, unexplained: 3 });
    const classes = Object.fromEntries(view.classes.map((one) => [one.class, [one.lines, one.pieces]]));
    expect(classes).toEqual({ agrees: [4, 5], misplaced: [1, 1], missing: [1, 1], out: [0, 0], unbooked: [1, 1] });
    expect(view.lines.find((line) => line.class === 'misplaced')).toMatchObject({
      ...{ certificateNo: numberOf(1), expectedPlace: '一号柜 1-1', foundPlace: '一号柜 1-2' },
    });
    expect(view.lines.find((line) => line.class === 'unbooked')).toMatchObject({ certificateNo: '粤A·00000' });
    expect(view.signatures.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'firstCounter 沈砚秋',
      'secondCounter 何循之',
    ]);
  });

  test('what is lent and not found is no difference; found all the same, it is one', async () => {
    await lendTitles(office, its.people, [its.titles[0] ?? 0]);
    await signIn(office, LOGINS.archivist);
    const id = await start();
    for (const index of [1, 2, 3, 4]) await take(id, numberOf(index));
    await take(id, numberOf(5), { quantity: 2 });
    expect(await sign(id)).toEqual({ differences: 0 });
    expect(await lineOf(id, (line) => line.class === 'out')).toMatchObject({ outQuantity: 1, differs: false });
    await close(id);
    const again = await start();
    for (const index of [0, 1, 2, 3, 4]) await take(again, numberOf(index));
    await take(again, numberOf(5), { quantity: 2 });
    expect(await sign(again)).toEqual({ differences: 1 });
    expect(await lineOf(again, ({ differs }) => differs)).toMatchObject({ class: 'out', foundQuantity: 1 });
    await explainAll(again);
    await close(again);
    // Lent on a slip, it comes back there.
    expect(await lineOf(again, ({ differs }) => differs)).toMatchObject({
      ...{ remedy: 'giveBack', borrowing: { no: '借〔2026〕001号' } },
    });
  });

  test('of two pieces one is missing, and three of two are one too many', async () => {
    const id = await start();
    await take(id, numberOf(5));
    for (const [index, quantity] of [0, 1, 2, 3, 4].map((i) => [i, i === 0 ? 2 : 1] as const))
      await take(id, numberOf(index), { quantity });
    await sign(id);
    expect(await show(id)).toMatchObject({ bookPieces: 7, foundPieces: 7, differences: 2 });
    expect(await lineOf(id, (line) => line.class === 'missing')).toMatchObject({
      expectedQuantity: 1,
      foundQuantity: 0,
    });
    expect(await lineOf(id, (line) => line.class === 'unbooked')).toMatchObject({ titleId: its.titles[0] });
  });

  test('a title of another safe that is found in this one is misplaced, and is not missed here', async () => {
    const second = await registerSafe(office, its.people, '二号柜');
    const id = await start({ scope: 'safe', safeId: second.id });
    await take(id, numberOf(0), { compartmentId: second.compartments[0] ?? 0 });
    expect(await sign(id)).toEqual({ differences: 1 });
    expect((await show(id)).lines).toHaveLength(1);
    expect((await show(id)).lines[0]).toMatchObject({
      class: 'misplaced',
      expectedPlace: '一号柜 1-1',
      expectedQuantity: 0,
    });
  });

  test('it is true as of its moment: what moved while they counted is shown beside the line', async () => {
    const id = await start();
    await signIn(office, CUSTODIAN);
    const errand = { pieces: [{ titleId: its.titles[0] ?? 0 }], party: '登记中心', dueOn: '2026-03-06' };
    const { no } = await office.call('titleMove.sendToRegistry', { ...act(its.people), ...errand });
    await signIn(office, LOGINS.archivist);
    for (const index of [1, 2, 3, 4]) await take(id, numberOf(index));
    await take(id, numberOf(5), { quantity: 2 });
    await sign(id);
    const missing = await lineOf(id, (line) => line.class === 'missing');
    expect(missing.moved).toMatchObject([{ slipNo: no, whileCounting: true, because: false }]);
    expect(await show(id)).toMatchObject({ slipsSince: 1 });
  });

  test('differences need cause and action, then an executive who did not count signs; only differences are explained', async () => {
    const id = await start();
    await countWithDifferences(id);
    await sign(id);
    const missing = await lineOf(id, (line) => line.class === 'missing');
    const agrees = await lineOf(id, (line) => line.class === 'agrees');
    const words = { cause: '借出未登记', action: '追回' };
    const explain = (lineId: number, more: object = {}) =>
      office.outcome('stocktake.explain', { id, lines: [{ lineId, ...words, ...more }] });
    expect(await explain(agrees.id)).toBe('lineAgrees');
    expect(await explain(999)).toBe('noSuchCountLine');
    expect(await explain(missing.id, { cause: '' })).toBe('inputInvalid');
    expect(await explain(missing.id)).toBe('done');
    expect((await show(id)).unexplained).toBe(2);
    expect(await office.outcome('stocktake.abandon', { id, reason: '不想要了' })).toBe('stocktakeNotCounting');
    expect(await office.outcome('stocktake.close', await closing(id))).toBe('notAllowed');
    await signIn(office, MANAGER);
    expect(await office.outcome('stocktake.close', await closing(id))).toBe('differencesUnexplained');
    await signIn(office, LOGINS.archivist);
    await explainAll(id);
    await signIn(office, MANAGER);
    expect(await office.outcome('stocktake.close', await closing(id, '999333'))).toBe('wrongSecret');
    expect(await office.outcome('stocktake.close', await closing(id))).toBe('done');
    expect(await show(id)).toMatchObject({ state: 'closed', decidedBy: '江柏屿', closedOn: '2026-03-02' });
    expect(await office.outcome('stocktake.close', await closing(id))).toBe('stocktakeNotCounted');
  });

  test('what the executive signs is what was on the screen: an explanation written since is shown first', async () => {
    const id = await start();
    await countWithDifferences(id);
    expect((await show(id)).contentHash, 'nothing to be signed yet').toBeUndefined();
    await sign(id);
    await explainAll(id);
    const looked = await closing(id);
    const missing = await lineOf(id, (line) => line.class === 'missing');
    const other = [{ lineId: missing.id, cause: '已经找到', action: '不再追查' }];
    await office.call('stocktake.explain', { id, lines: other });
    await signIn(office, MANAGER);
    expect(await office.outcome('stocktake.close', looked)).toBe('explainedMeanwhile');
    expect(await show(id)).toMatchObject({ state: 'counted', signatures: [{}, {}] });
    expect(await office.outcome('stocktake.close', await closing(id))).toBe('done');
  });

  test('an executive who counted does not decide', async () => {
    await signIn(office, LOGINS.admin);
    await office.call('people.allow', { position: 'generalManager', permission: 'title.count', allowed: true });
    const id = await start({ secondCounterId: its.people.manager });
    await countWithDifferences(id);
    await sign(id);
    await explainAll(id);
    await signIn(office, MANAGER);
    expect(await office.outcome('stocktake.close', await closing(id))).toBe('counterDecides');
  });
});

describe('after the close', () => {
  const closed = async () => {
    const id = await start();
    await countWithDifferences(id);
    await sign(id);
    await explainAll(id);
    await close(id);
    return id;
  };
  const two = () => {
    const { basis: _, ...signed } = act(its.people, '盘点处理');
    return signed;
  };
  const missing = (stocktakeId: number, titleId = its.titles[0] ?? 0) => ({
    ...{ ...two(), stocktakeId, pieces: [{ titleId }] },
  });
  const found = (stocktakeId: number, titleId = its.titles[0] ?? 0) => ({
    ...{ ...two(), stocktakeId, pieces: [{ titleId, compartmentId: its.compartment }] },
  });

  test('nothing has moved by itself; two sign that it is missing, the balance falls, and it is found again', async () => {
    const id = await closed();
    expect(await inSafe()).toBe(7);
    expect((await lineOf(id, (line) => line.class === 'missing')).remedy).toBe('declareMissing');
    const { no, id: slipId } = await office.call('titleMove.declareMissing', missing(id));
    expect(no).toBe('权缺〔2026〕001号');
    expect(await office.call('titleMove.slip', { id: slipId })).toMatchObject({
      basis: '权盘〔2026〕001号',
      stocktakeId: id,
    });
    expect(await inSafe()).toBe(6);
    const line = await lineOf(id, (one) => one.class === 'missing');
    expect(line).toMatchObject({
      remedy: 'declareFound',
      moved: [{ slipNo: no, because: true, whileCounting: false }],
    });
    await office.call('titleMove.declareFound', found(id));
    expect(await inSafe()).toBe(7);
    expect((await lineOf(id, (one) => one.class === 'missing')).remedy).toBeUndefined();
  });

  test('only what that stocktake missed is declared missing, once, and only what is missing is found', async () => {
    const id = await closed();
    expect(await office.outcome('titleMove.declareMissing', missing(id, its.titles[2]))).toBe('notFoundMissing');
    expect(await office.outcome('titleMove.declareFound', found(id))).toBe('titleIsSafe');
    await office.call('titleMove.declareMissing', missing(id));
    expect(await office.outcome('titleMove.declareMissing', missing(id))).toBe('titleIsMissing');
    await office.call('titleMove.declareFound', found(id));
    expect(await office.outcome('titleMove.declareMissing', missing(id))).toBe('notFoundMissing');
    expect(await office.outcome('titleMove.declareMissing', missing(99))).toBe('noSuchStocktake');
  });

  test('what a later stocktake had in hand is not declared missing from the earlier one', async () => {
    const id = await closed();
    const later = await start();
    await take(later, numberOf(0));
    await sign(later);
    await signIn(office, CUSTODIAN);
    const reply = await office.reply('titleMove.declareMissing', missing(id));
    expect(reply).toMatchObject({ error: { reason: 'foundInLaterCount', details: { no: '权盘〔2026〕002号' } } });
    expect(await inSafe()).toBe(7);
  });

  test('before the close, and by a stocktake that was given up, nothing is declared', async () => {
    const id = await start();
    await signIn(office, CUSTODIAN);
    expect(await office.outcome('titleMove.declareMissing', missing(id))).toBe('noSuchStocktake');
    await signIn(office, LOGINS.archivist);
    await sign(id);
    await signIn(office, CUSTODIAN);
    expect(await office.outcome('titleMove.declareMissing', missing(id))).toBe('noSuchStocktake');
  });

  test('one person does not declare for both', async () => {
    const id = await closed();
    const alone = { ...missing(id), secondId: its.people.custodian };
    expect(await office.outcome('titleMove.declareMissing', alone)).toBe('oneSignsForBoth');
  });

  test('a missing one that a later stocktake comes upon stands there as not in the books, and is found by it', async () => {
    const id = await closed();
    await office.call('titleMove.declareMissing', missing(id));
    const later = await start();
    for (const index of [0, 2, 3, 4]) await take(later, numberOf(index));
    await take(later, numberOf(1));
    await take(later, numberOf(5), { quantity: 2 });
    await sign(later);
    expect(await lineOf(later, ({ differs }) => differs)).toMatchObject({ class: 'unbooked', titleId: its.titles[0] });
    await explainAll(later);
    await close(later);
    expect((await lineOf(later, ({ differs }) => differs)).remedy).toBe('declareFound');
    await office.call('titleMove.declareFound', found(later));
    expect(await inSafe()).toBe(7);
  });

  test('a misplaced one is entered where it lies, with the number of the stocktake as basis', async () => {
    const id = await closed();
    const line = await lineOf(id, (one) => one.class === 'misplaced');
    expect(line.remedy).toBe('move');
    const pieces = [{ titleId: line.titleId ?? 0, compartmentId: its.compartment }];
    const moved = { ...act(its.people, '按盘点改登格位', '权盘〔2026〕001号'), pieces, compartmentId: its.other };
    await office.call('titleMove.move', moved);
    expect(await lineOf(id, (one) => one.class === 'misplaced')).toMatchObject({ moved: [{ because: true }] });
    expect((await lineOf(id, (one) => one.class === 'misplaced')).remedy).toBeUndefined();
  });
});

test('the check of the journal finds a count, a result and a signature that were changed afterwards', async () => {
  const id = await start();
  await countWithDifferences(id);
  await sign(id);
  await explainAll(id);
  await close(id);
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  const { db } = office.ledger;
  const stranger = () => {
    const copy = join(office.dataDir, 'stranger.sqlite');
    db.exec(`VACUUM INTO '${copy}'`);
    const printed = printedByPython(VERIFIER, copy);
    rmSync(copy);
    return JSON.parse(printed) as { whole: boolean; fault?: string };
  };
  expect(stranger()).toMatchObject({ whole: true });
  for (const sql of [
    'UPDATE stocktake_entry SET quantity = 2 WHERE ordinal = 1',
    "UPDATE stocktake_line SET cause = '别的' WHERE cause <> ''",
    "UPDATE stocktake SET plan = '别的'",
  ]) {
    const table = /UPDATE (\w+)/.exec(sql)?.[1];
    const triggers = db
      .prepare<[string], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
      )
      .all(table ?? '');
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
    const before = db.prepare(`SELECT * FROM ${table}`).all();
    db.exec(sql);
    expect(await office.call('audit.verify', {}), sql).toMatchObject({ whole: false });
    expect(stranger(), sql).toMatchObject({ whole: false });
    for (const row of before as Record<string, string | number | null>[]) {
      const columns = Object.keys(row);
      db.prepare(`UPDATE ${table} SET ${columns.map((c) => `${c} = @${c}`).join(', ')} WHERE id = @id`).run(row);
    }
    for (const trigger of triggers) db.exec(trigger.sql);
    expect(await office.call('audit.verify', {}), 'mended').toMatchObject({ whole: true });
  }
});

test('the desk says who is waited for: the counters, whoever explains, then an executive who did not count', async () => {
  const id = await start();
  const waits = async (login: string) => {
    await signIn(office, login);
    return (await office.call('desk.show', {})).stocktakes.map(({ no, what }) => `${no} ${what}`);
  };
  expect(await waits(KEEPER)).toEqual(['权盘〔2026〕001号 count']);
  expect(await waits(MANAGER)).toEqual([]);
  await signIn(office, LOGINS.archivist);
  await countWithDifferences(id);
  await sign(id);
  expect(await waits(LOGINS.archivist)).toEqual(['权盘〔2026〕001号 explain']);
  await explainAll(id);
  expect(await waits(MANAGER)).toEqual(['权盘〔2026〕001号 decide']);
  expect(await waits(LOGINS.archivist)).toEqual([]);
  await close(id);
  expect(await waits(MANAGER)).toEqual([]);
});

test('the list and one result go to a spreadsheet; while they count the file has no line of the book', async () => {
  const id = await start();
  const rows = async (list: ExportedList) => {
    office.savePath = join(office.dataDir, `${list.name}.csv`);
    return (await office.call('export.save', { list, format: 'csv', words: {} })).rows;
  };
  expect(await rows({ name: 'stocktakes' })).toBe(1);
  expect(await rows({ name: 'stocktake', id })).toBe(0);
  await countWithDifferences(id);
  await sign(id);
  expect(await rows({ name: 'stocktake', id })).toBe(7);
  expect(readFileSync(join(office.dataDir, 'stocktake.csv'), 'utf8')).toContain('value--count_class.missing');
});

test('there is one form for each time: blank while they count, the result afterwards, none of what was given up', async () => {
  const id = await start();
  const ask = (form: string) => office.outcome('print.form', { form, id });
  expect([await ask('counting-sheet'), await ask('stocktake')]).toEqual(['done', 'stocktakeHasOtherForm']);
  await sign(id);
  expect([await ask('counting-sheet'), await ask('stocktake')]).toEqual(['stocktakeHasOtherForm', 'done']);
});

test('a stocktake is found by its number and by its barcode', async () => {
  await start();
  for (const text of ['权盘', 'AJ-K-000001']) {
    const found = await office.call('search.find', { text });
    expect(found.find(({ kind }) => kind === 'stocktake')?.hits, text).toMatchObject([{ id: 1 }]);
  }
});
