import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { byName, followingNames } from '../../electron/features/place/place.rules';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PLACE,
  registerProject,
  signIn,
} from './office';

let office: Office;
let people: People;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

const receive = async (n = 1) => {
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people, n);
  const dossierId = await compileSample(office, projectId);
  await acceptAtArchive(office, await bringToArchive(office, dossierId));
  return dossierId;
};
const SHELF = { room: '一室', cabinet: '03柜', shelf: '2层' };
const tree = () => office.call('place.tree', {});
const cabinet = (name = '03柜') => office.call('place.cabinet', { room: '一室', cabinet: name });
const placeOf = async (id: number) => (await office.call('dossier.show', { id })).place;

describe('the tree of places', () => {
  test('counts what stands in each box, and orders shelves and boxes as they stand', async () => {
    await receive();
    await office.call('place.addBoxes', { ...SHELF, box: '09盒', count: 3, capacityMm: 50 });
    await office.call('place.addBoxes', { ...SHELF, shelf: '10层', box: '1盒' });
    expect(await tree()).toEqual({
      cabinets: [{ room: '一室', cabinet: '03柜', boxes: 5, dossiers: 1, lent: 0, pages: expect.any(Number) }],
      homeless: 0,
    });
    const boxes = await cabinet();
    expect(boxes.map(({ shelf, box }) => [shelf, box])).toEqual([
      ['2层', '07盒'],
      ['2层', '09盒'],
      ['2层', '10盒'],
      ['2层', '11盒'],
      ['10层', '1盒'],
    ]);
    expect(boxes[0]).toMatchObject({ dossiers: 1, lent: 0 });
    expect(boxes[1]).toMatchObject({ dossiers: 0, pages: 0, capacityMm: 50 });
    await office.call('place.measure', { id: boxes[1]?.id ?? 0, capacityMm: 30 });
    expect((await cabinet())[1]?.capacityMm).toBe(30);
  });

  test('names boxes one after another, and refuses one that stands there', async () => {
    expect(followingNames('07盒', 3)).toEqual(['07盒', '08盒', '09盒']);
    expect(followingNames('A-99', 2)).toEqual(['A-99', 'A-100']);
    expect(followingNames('2柜9盒', 2)).toEqual(['2柜9盒', '2柜10盒']);
    expect(followingNames('大盒', 2)).toEqual(['大盒', '大盒2']);
    await office.call('place.addBoxes', { ...SHELF, box: '2盒' });
    expect(await office.outcome('place.addBoxes', { ...SHELF, box: '1盒', count: 3 })).toBe('placeTaken');
    expect(await office.outcome('place.addBoxes', { ...SHELF, box: `${'长'.repeat(19)}9`, count: 2 })).toBe(
      'boxNameTooLong',
    );
    expect(await office.outcome('place.removeBox', { id: 99 })).toBe('noSuchBox');
  });
});

describe('a box', () => {
  test('is carried to another shelf with all that stands in it, in one event of one row', async () => {
    const dossierId = await receive();
    const [box] = await cabinet();
    const id = box?.id ?? 0;
    expect(await office.outcome('place.moveBox', { id, ...PLACE })).toBe('boxStandsThere');
    const { ids } = await office.call('place.addBoxes', { ...SHELF, box: '08盒' });
    expect(await office.outcome('place.moveBox', { id, ...SHELF, box: '08盒' })).toBe('placeTaken');
    const to = { room: '一室', cabinet: '04柜', shelf: '1层', box: '07盒' };
    await office.call('place.moveBox', { id, ...to });
    expect(await placeOf(dossierId)).toEqual(to);
    expect(await office.outcome('place.removeBox', { id })).toBe('boxNotEmpty');
    await office.call('place.removeBox', { id: ids[0] ?? 0 });
    expect((await tree()).cabinets.map(({ cabinet }) => cabinet)).toEqual(['04柜']);
  });

  test('is merged into another one, which takes its dossiers', async () => {
    const one = await receive();
    await office.call('place.addBoxes', { ...SHELF, box: '08盒' });
    const merged = (from: object, into: object) => office.outcome('place.merge', { from, into });
    expect(await merged({ ...SHELF, box: '99盒' }, { ...SHELF, box: '08盒' })).toBe('noSuchPlace');
    expect(await merged({ ...SHELF, box: '07盒' }, SHELF)).toBe('placesUnlike');
    expect(await merged(SHELF, SHELF)).toBe('placeIntoItself');
    expect(await merged({ room: '一室', shelf: '2层' }, SHELF)).toBe('placeIncomplete');
    expect(
      await office.call('place.merge', { from: { ...SHELF, box: '07盒' }, into: { ...SHELF, box: '08盒' } }),
    ).toEqual({ boxes: 1, dossiers: 1 });
    expect((await placeOf(one))?.box).toBe('08盒');
    expect((await cabinet()).map(({ box }) => box)).toEqual(['08盒']);
  });

  test('is scanned, then the dossiers that go into it', async () => {
    const dossierId = await receive();
    const { ids } = await office.call('place.addBoxes', { ...SHELF, box: '08盒' });
    const boxId = ids[0] ?? 0;
    const code = (letter: string, id: number) => ({ code: `AJ-${letter}-${String(id).padStart(6, '0')}` });
    expect((await office.call('place.scanned', code('B', boxId))).box?.box).toBe('08盒');
    expect((await office.call('place.scanned', code('D', dossierId))).dossier?.archiveNo).toBe('鸿借字第001号');
    expect((await office.call('place.scanned', { code: '鸿借字第001号' })).dossier?.id).toBe(dossierId);
    expect(await office.call('place.scanned', code('B', 99))).toEqual({});
    expect(await office.call('place.shelve', { placeId: boxId, dossierIds: [dossierId, dossierId] })).toEqual({
      shelved: 1,
    });
    expect((await office.call('place.box', { id: boxId })).dossiers.map(({ id }) => id)).toEqual([dossierId]);
    expect(await office.outcome('place.shelve', { placeId: boxId, dossierIds: [99] })).toBe('notOnShelf');
    expect(await office.outcome('place.shelve', { placeId: 99, dossierIds: [dossierId] })).toBe('noSuchBox');
    expect(await office.call('place.find', { text: '08盒' })).toMatchObject({ boxes: [{ id: boxId }] });
    expect(await office.call('place.find', { text: '鸿借' })).toMatchObject({ dossiers: [{ id: dossierId }] });
    expect((await office.call('place.homeless', {})).total).toBe(0);
  });

  test('belongs to those who manage places', async () => {
    await receive();
    await signIn(office, LOGINS.a);
    expect(await office.outcome('place.removeBox', { id: 1 })).toBe('notAllowed');
    expect(await office.outcome('place.shelve', { placeId: 1, dossierIds: [1] })).toBe('notAllowed');
  });
});

test('a room, a cabinet and a shelf are called otherwise, with all that stands in them', async () => {
  const dossierId = await receive();
  await office.call('place.rename', { ...SHELF, name: '顶层' });
  await office.call('place.rename', { room: '一室', cabinet: '03柜', name: '铁皮柜' });
  await office.call('place.rename', { room: '一室', name: '地下室' });
  expect(await placeOf(dossierId)).toEqual({ room: '地下室', cabinet: '铁皮柜', shelf: '顶层', box: '07盒' });
  await office.call('place.addBoxes', { ...SHELF, box: '1盒' });
  expect(await office.outcome('place.rename', { room: '一室', name: '地下室' })).toBe('placeTaken');
  expect(await office.outcome('place.rename', { room: '一室', name: '一室' })).toBe('placeCalledSo');
  expect(await office.outcome('place.rename', { room: '二室', name: '三室' })).toBe('noSuchPlace');
});

const name = fc.constantFrom('甲', '乙', '丙');
const node = fc.tuple(name, name, name, name).map(([room, cabinet, shelf, box]) => ({ room, cabinet, shelf, box }));
const upTo = (place: { room: string; cabinet: string; shelf: string; box: string }, depth: number) =>
  Object.fromEntries(Object.entries(place).slice(0, depth)) as { room: string };
const step = fc.oneof(
  fc.record({ act: fc.constant('add' as const), to: node, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ act: fc.constant('rename' as const), to: node, depth: fc.integer({ min: 1, max: 4 }), name }),
  fc.record({ act: fc.constant('merge' as const), from: node, to: node, depth: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ act: fc.constant('move' as const), box: fc.nat(8), to: node }),
  fc.record({ act: fc.constant('shelve' as const), box: fc.nat(8), dossier: fc.nat(2) }),
  fc.record({ act: fc.constant('place' as const), dossier: fc.nat(2), to: node }),
  fc.record({ act: fc.constant('remove' as const), box: fc.nat(8) }),
);

test('whatever is moved, renamed and merged, every dossier stands in one box and all levels add up to the ledger', async () => {
  const dossiers = [await receive(1), await receive(2), await receive(3)];
  const everyBox = async () => {
    const { cabinets } = await tree();
    const boxes = await Promise.all(
      cabinets.map(({ room, cabinet }) => office.call('place.cabinet', { room, cabinet })),
    );
    return { cabinets, boxes: boxes.flat() };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      for (const its of steps) {
        const { boxes } = await everyBox();
        const boxId = 'box' in its ? (boxes[its.box % Math.max(boxes.length, 1)]?.id ?? 99) : 0;
        const dossierId = 'dossier' in its ? (dossiers[its.dossier] ?? 0) : 0;
        if (its.act === 'add') await office.reply('place.addBoxes', { ...its.to, count: its.count });
        if (its.act === 'rename') await office.reply('place.rename', { ...upTo(its.to, its.depth), name: its.name });
        if (its.act === 'merge')
          await office.reply('place.merge', { from: upTo(its.from, its.depth), into: upTo(its.to, its.depth) });
        if (its.act === 'move') await office.reply('place.moveBox', { id: boxId, ...its.to });
        if (its.act === 'shelve') await office.reply('place.shelve', { placeId: boxId, dossierIds: [dossierId] });
        if (its.act === 'place') await office.reply('ledger.place', { id: dossierId, ...its.to });
        if (its.act === 'remove') await office.reply('place.removeBox', { id: boxId });
      }
      const { cabinets, boxes } = await everyBox();
      const sum = (rows: readonly { dossiers: number; pages: number }[], of: 'dossiers' | 'pages') =>
        rows.reduce((total, row) => total + row[of], 0);
      const ledger = await office.call('ledger.list', {});
      expect(sum(boxes, 'dossiers')).toBe(3);
      expect(sum(cabinets, 'dossiers')).toBe(ledger.total);
      expect(sum(boxes, 'pages')).toBe(ledger.pages);
      expect(sum(cabinets, 'pages')).toBe(ledger.pages);
      expect(cabinets.reduce((total, its) => total + its.boxes, 0)).toBe(boxes.length);
      const standing = await Promise.all(boxes.map(({ id }) => office.call('place.box', { id })));
      expect(standing.flatMap((its) => its.dossiers.map(({ id }) => id)).sort()).toEqual([...dossiers].sort());
      for (const { box, dossiers: inIt } of standing) expect(inIt).toHaveLength(box.dossiers + box.lent);
    }),
    { numRuns: 25 },
  );
});

test('rooms and shelves stand in the order of their numbers, in figures and in Chinese', () => {
  const names = ['十室', '二室', '10层', '一室', '十二室', '2层', '三室'];
  expect(names.sort(byName)).toEqual(['一室', '2层', '二室', '三室', '10层', '十室', '十二室']);
});
