import { expect, test } from 'vitest';
import { readCompartment } from '../../renderer/features/stocktakes/read-compartment';

const its = (id: number, safeId: number, safe: string, name: string) => ({
  ...{ id, safeId, safe, name, counted: 0 },
  barcode: `AJ-C-00000${id}`,
});
const ALL = [
  its(1, 1, '一号柜', '1-1'),
  its(2, 1, '一号柜', '1-2'),
  its(3, 2, '二号柜', '1-1'),
  its(4, 2, '二号柜', 'A'),
];

test.each([
  ['AJ-C-000003', 3, 'its barcode'],
  ['ａｊ－ｃ－０００００３', 3, 'its barcode through an input method'],
  ['1-1', 1, 'its name in the safe that is being counted'],
  ['１－２', 2, 'its name in full width'],
  ['二号柜 1-1', 3, 'the safe and its name'],
  ['a', 4, 'a name that only one compartment has'],
])('%s is compartment %i: %s', (typed, id) => {
  expect(readCompartment(typed, ALL, 1)?.id).toBe(id);
});

test.each(['AJ-T-000001', 'AJ-C-000009', 'AJ-C-00', '粤（2021）第0031876号', '3-1', ''])(
  '%s is no compartment',
  (typed) => {
    expect(readCompartment(typed, ALL, 1)).toBeUndefined();
  },
);

test('a name that two safes have means neither while a third one is counted', () => {
  expect(readCompartment('1-1', ALL, 9)).toBeUndefined();
});
