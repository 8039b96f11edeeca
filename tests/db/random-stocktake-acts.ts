import fc from 'fast-check';
import type { StocktakeRow, StocktakeView } from '../../shared/api/stocktake.contract';
import type { Office } from '../api/office';

type Input = (office: Office) => Promise<unknown>;
type StocktakeAct = readonly [name: string, weight: number, who: 'admin' | 'archivist', fc.Arbitrary<Input>];

interface Known {
  n: fc.Arbitrary<number>;
  small: fc.Arbitrary<number>;
  secret: fc.Arbitrary<string>;
  text: fc.Arbitrary<string>;
  name: fc.Arbitrary<string>;
  read(office: Office, name: string, input: unknown): Promise<never>;
}

/** Counting the safes, right or wrong; the archivist is one of the counters, mostly. */
export function stocktakeActs({ n, small, secret, text, name, read }: Known): readonly StocktakeAct[] {
  const openOne = async (office: Office): Promise<StocktakeView | undefined> => {
    const [its] = ((await read(office, 'stocktake.list', { openOnly: true })) ?? []) as StocktakeRow[];
    return its && ((await read(office, 'stocktake.show', { id: its.id })) as StocktakeView | undefined);
  };
  const onOpen = <T extends object>(
    rest: fc.Arbitrary<T>,
    more: (view: StocktakeView, its: T) => object = () => ({}),
  ) =>
    rest.map((its) => async (office: Office) => {
      const view = await openOne(office);
      return { id: view?.id ?? 1, ...its, ...(view && more(view, its)) };
    });
  const scope = fc.oneof(
    fc.constant({ scope: 'full' }),
    fc.record({ scope: fc.constant('safe'), safeId: small }),
    fc.record({ scope: fc.constant('sample'), sampleSize: fc.constantFrom(1, 1, 2, 50) }),
  );
  const start = fc
    .record({ its: scope, plan: name, secondCounterId: fc.constantFrom(6, 6, 6, 5, 4, 2) })
    .map(({ its, ...rest }) => async () => ({ ...its, ...rest, firstCounterId: 4 }));
  const entry = fc.record({
    compartmentId: small,
    certificate: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map((i) => `粤证第${i}号`) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }).map((i) => `AJ-T-00000${i}`) },
      { weight: 1, arbitrary: text },
    ),
    quantity: fc.constantFrom(1, 1, 1, 2, 0),
    unknown: fc.boolean(),
  });
  const words = fc.record({ cause: name, action: name });
  return [
    ['stocktake.start', 6, 'archivist', start],
    ['stocktake.count', 14, 'archivist', onOpen(entry)],
    [
      'stocktake.undo',
      2,
      'archivist',
      fc.record({ n }).map(({ n: off }) => async (office: Office) => {
        const view = await openOne(office);
        return { id: view?.id ?? 1, entryId: off === 0 ? 99 : (view?.entries[0]?.id ?? 1) };
      }),
    ],
    [
      'stocktake.sign',
      4,
      'archivist',
      onOpen(fc.record({ signatures: fc.record({ firstCounter: secret, secondCounter: secret }) })),
    ],
    [
      'stocktake.explain',
      5,
      'archivist',
      fc.record({ its: words }).map(({ its }) => async (office: Office) => {
        const view = await openOne(office);
        const lines = (view?.lines ?? []).filter(({ differs }) => differs).map(({ id }) => ({ lineId: id, ...its }));
        return { id: view?.id ?? 1, lines: lines.length > 0 ? lines : [{ lineId: 1, ...its }] };
      }),
    ],
    ['stocktake.close', 4, 'admin', onOpen(fc.record({ signature: secret }))],
    ['stocktake.abandon', 1, 'archivist', onOpen(fc.record({ reason: name }))],
  ];
}
