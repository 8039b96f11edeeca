import fc from 'fast-check';
import type { BorrowingView } from '../../shared/api/borrowing-slip.contract';
import { type Office, PIN } from '../api/office';
import { COMBINATION_HOLDER, KEY_HOLDER } from './random-title-acts';

type Input = (office: Office) => Promise<unknown>;
type Who = 'admin' | 'a' | 'b' | 'archivist';
type BorrowingAct = readonly [name: string, weight: number, who: Who, fc.Arbitrary<Input>];

interface Known {
  n: fc.Arbitrary<number>;
  secret: fc.Arbitrary<string>;
  text: fc.Arbitrary<string>;
  read(office: Office, name: string, input: unknown): Promise<never>;
}

/** Everything that the contract lets people do with borrowing, right or wrong. */
export function borrowingActs({ n, secret: any, text, read }: Known): readonly BorrowingAct[] {
  const plain = <T>(input: fc.Arbitrary<T>): fc.Arbitrary<Input> => input.map((its) => async () => its);
  // Four people sign one lending: seldom one of them types it wrong.
  const secret = fc.oneof({ weight: 14, arbitrary: fc.constant(PIN) }, { weight: 1, arbitrary: any });
  const thing = fc.record({
    kind: fc.constantFrom('dossier', 'item', 'item', 'title'),
    id: fc.constantFrom(1, 2, 3, 1, 2, 3, 4, 5, 6, 42),
  });
  const slip = fc.record({
    things: fc.oneof(
      { weight: 8, arbitrary: fc.array(thing, { minLength: 1, maxLength: 1 }) },
      { weight: 2, arbitrary: fc.array(thing, { maxLength: 3 }) },
    ),
    purpose: fc.constantFrom(...Array<string>(12).fill('检查'), ''),
    way: fc.constantFrom('takeAway', 'readHere', 'copy'),
    dueOn: fc.constantFrom(...Array<undefined>(12).fill(undefined), '2026-03-20', '2026-01-01', '2199-01-01'),
    outsiderName: fc.constantFrom(...Array<string>(12).fill(''), '王法官'),
    outsiderOrganisation: fc.constantFrom(...Array<string>(12).fill(''), '人民法院'),
    outsiderDocument: fc.constantFrom('', '民初88号'),
  });
  /** The n-th slip in that state; now and then any, or none. */
  const slipIn = async (office: Office, at: number, states: readonly string[]): Promise<number> => {
    const { rows = [] } = ((await read(office, 'borrowing.list', {})) ?? {}) as {
      rows?: { id: number; state: string }[];
    };
    const fit = rows.filter(({ state }) => states.includes(state));
    return at === 0 ? 99 : at === 1 ? (rows[0]?.id ?? 1) : (fit[at % Math.max(1, fit.length)]?.id ?? at);
  };
  const show = async (office: Office, id: number) =>
    (await read(office, 'borrowing.show', { id })) as BorrowingView | undefined;
  const on = (states: readonly string[], rest: fc.Arbitrary<object>) =>
    fc.tuple(n, rest).map(([at, its]) => async (office: Office) => ({ id: await slipIn(office, at, states), ...its }));
  const signed = fc.record({ signature: secret, opinion: fc.constantFrom('同意', '同意', '缺手续', '') });
  const safe = {
    custodianId: fc.constantFrom(KEY_HOLDER, KEY_HOLDER, KEY_HOLDER, 2),
    secondId: fc.constantFrom(COMBINATION_HOLDER, COMBINATION_HOLDER, COMBINATION_HOLDER, KEY_HOLDER),
  };
  const lend = on(
    ['approved'],
    fc.record({
      ...safe,
      signatures: fc.record({ archivist: secret, borrower: secret, custodian: secret, second: secret }),
    }),
  );
  const found = fc.record({
    less: fc.constantFrom(0, 0, 1, 1, 1, -1),
    leftOut: fc.constantFrom(false, false, true),
    damaged: fc.boolean(),
  });
  const giveBack = fc
    .record({
      ...{ at: n, found: fc.array(found, { minLength: 3, maxLength: 3 }), ...safe },
      confirmerId: fc.constantFrom(COMBINATION_HOLDER, COMBINATION_HOLDER, COMBINATION_HOLDER, 7, 3, KEY_HOLDER),
      signatures: fc.record({ archivist: secret, confirmer: secret, custodian: secret, second: secret }),
      said: fc.constantFrom(true, true, true, false),
    })
    .map(({ at, found: all, said, ...its }) => async (office: Office) => {
      const id = await slipIn(office, at, ['lent', 'partlyReturned']);
      const open = ((await show(office, id))?.lines ?? []).filter(
        ({ state }) => state === 'lent' || state === 'incomplete',
      );
      const lines = open.map((line, i) => {
        const { less = 0, leftOut = false, damaged = false } = all[i % all.length] ?? {};
        const short = less > 0 && (said || i > 0) ? { missing: '一页', responsibleId: 2, dueOn: '2026-12-31' } : {};
        const condition = damaged ? { condition: 'damaged', remarks: said ? '撕裂' : '' } : {};
        const count = Math.max(0, line.quantity - line.found - less);
        return { leftOut, line: { lineId: line.id, found: count, ...short, ...condition } };
      });
      const kept = lines.filter(({ leftOut }) => !leftOut);
      return { id, ...its, lines: (kept.length > 0 ? kept : lines).map(({ line }) => line) };
    });
  const renewal = fc
    .record({ at: n, granted: fc.boolean(), its: signed })
    .map(({ at, granted, its }) => async (office: Office) => {
      const view = await show(office, await slipIn(office, at, ['lent', 'partlyReturned']));
      const waits = view?.renewals.find(({ state }) => state === 'waiting');
      return { renewalId: waits?.id ?? at + 1, granted, ...its };
    });
  const settle = fc
    .record({ at: n, reason: text, signature: secret })
    .map(({ at, ...its }) => async (office: Office) => {
      const view = await show(office, await slipIn(office, at, ['partlyReturned']));
      return { lineId: view?.lines.find(({ state }) => state === 'incomplete')?.id ?? at + 1, ...its };
    });
  const because = fc.record({ reason: text.map((its) => `因${its}`.trim()) });
  return [
    ['borrowing.draft', 2, 'a', plain(slip)],
    ['borrowing.submit', 16, 'a', plain(slip)],
    ['borrowing.submit', 4, 'admin', plain(slip)],
    [
      'borrowing.submit',
      4,
      'archivist',
      plain(fc.tuple(slip, fc.constantFrom(2, 3, 7)).map(([its, borrowerId]) => ({ ...its, borrowerId }))),
    ],
    ['borrowing.approve', 14, 'admin', on(['submitted'], signed)],
    ['borrowing.reject', 2, 'admin', on(['submitted'], signed)],
    ['borrowing.cancel', 2, 'a', on(['draft', 'submitted', 'approved'], because)],
    ['borrowing.lend', 16, 'archivist', lend],
    ['borrowing.giveBack', 24, 'archivist', giveBack],
    [
      'borrowing.renew',
      4,
      'a',
      on(
        ['lent', 'partlyReturned'],
        fc
          .tuple(fc.constantFrom('2026-04-20', '2026-06-01', '2026-01-01'), because)
          .map(([newDueOn, its]) => ({ newDueOn, ...its })),
      ),
    ],
    ['borrowing.decideRenewal', 4, 'admin', renewal],
    ['borrowing.settle', 3, 'admin', settle],
    ['borrowing.queue', 4, 'b', plain(thing)],
    ['borrowing.leaveQueue', 1, 'b', plain(fc.record({ id: fc.constantFrom(1, 2, 3) }))],
    ['borrowingBook.recall', 2, 'archivist', plain(fc.record({ borrowerIds: fc.constantFrom([1], [2], [3], [2, 3]) }))],
    [
      'borrowingBook.noteReceipt',
      1,
      'archivist',
      plain(
        fc.record({ id: fc.constantFrom(1, 2), signedOn: fc.constantFrom('2026-03-02', '2026-03-20', '2026-02-01') }),
      ),
    ],
    [
      'borrowing.setTerm',
      1,
      'archivist',
      plain(
        fc.record({
          classId: fc.constantFrom(undefined, 1, 99),
          position: fc.constantFrom(undefined, 'chairman'),
          days: fc.constantFrom(1, 10, 400),
        }),
      ),
    ],
    ['borrowing.dropTerm', 1, 'archivist', plain(fc.record({ id: fc.constantFrom(1, 2, 3, 99) }))],
  ];
}
