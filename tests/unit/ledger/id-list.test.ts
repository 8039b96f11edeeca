import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedByKey } from '../../../electron/features/ledger/counting-sort';
import { createIdList } from '../../../electron/features/ledger/id-list';
import { atOnce } from '../../../electron/ipc/in-turns';

const HIGHEST = 60;
/** Small ones that repeat, as states do; days, which lie far from nothing; and some that lie far apart. */
const key = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 20_060_102, max: 20_261_231 }),
  fc.nat(2 ** 31 - 1),
);
/** A key for each id; `undefined` where nobody is. */
const people = (its = key) => fc.array(fc.option(its, { nil: undefined }), { minLength: HIGHEST, maxLength: HIGHEST });
type People = readonly (number | undefined)[];

const keyOf = (its: People, id: number) => its[id - 1] ?? 0;
const by = (its: People) => (a: number, b: number) => keyOf(its, a) - keyOf(its, b) || a - b;
const idsOf = (its: People) => its.flatMap((its, i) => (its === undefined ? [] : [i + 1]));

test('an order is by the key and then by the id, however far the keys lie apart', () => {
  fc.assert(
    fc.property(fc.oneof(people(), people(fc.integer({ min: 0, max: 4 })), people(fc.constant(7))), (its) => {
      const keys = Int32Array.from([0, ...its.map((its) => its ?? 3)]);
      const there = Uint8Array.from([0, ...its.map((its) => Number(its !== undefined))]);
      expect([...atOnce(sortedByKey(keys, there, HIGHEST + 1))]).toEqual(idsOf(its).sort(by(its)));
    }),
  );
});

test('a list that was put right after each change is the list that is made anew', () => {
  const change = fc.array(fc.tuple(fc.integer({ min: 1, max: HIGHEST }), fc.option(key, { nil: undefined })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(people(), fc.array(change, { maxLength: 8 }), (first, changes) => {
      const now = [...first];
      const list = createIdList(Int32Array.from(idsOf(now).sort(by(now))));
      for (const its of changes) {
        for (const [id, to] of its) now[id - 1] = to;
        const changed = [...new Set(its.map(([id]) => id))];
        const belong = changed.filter((id) => now[id - 1] !== undefined);
        list.mend(changed, belong, by(now));
        expect([...list.ids()]).toEqual(idsOf(now).sort(by(now)));
      }
    }),
  );
});
