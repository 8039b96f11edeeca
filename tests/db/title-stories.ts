import fc from 'fast-check';
import { SLIP_KINDS, type SlipKind } from '../../shared/api/title-move.contract';
import { type Office, PIN } from '../api/office';
import { type Act, read } from './random-office';
import { COMBINATION_HOLDER, KEY_HOLDER, OTHER_COUNTER } from './random-title-acts';

/**
 * Kinds of movement that chance alone hardly ever comes to, because each needs several acts of several people one after the other.
 * What else happens in between is left to chance, so a story may be refused at any step.
 */
interface Row {
  id: number;
  certificateNo: string;
  standings: { place: string; compartmentId?: number }[];
  securities?: { projectId: number; endedOn?: string }[];
}

const two = { secondId: COMBINATION_HOLDER, signatures: { operator: PIN, second: PIN } };
const ERRAND = { party: '登记中心', dueOn: '2026-04-30' };
const signed = { reason: '按规定办理', basis: '审批单', ...two };

const titleIn = async (office: Office, place: string, storage = 'paper'): Promise<Row> => {
  const { rows } = ((await read(office, 'title.list', {})) ?? { rows: [] }) as { rows: (Row & { storage: string })[] };
  const whole = rows.filter(({ standings, ...its }) => standings.length === 1 && its.storage === storage);
  const found = whole.find(({ standings }) => standings[0]?.place === place);
  const view = found && ((await read(office, 'title.show', { id: found.id })) as Row | undefined);
  return view ?? { id: 99, certificateNo: '', standings: [] };
};
const lastCount = async (office: Office) => {
  const rows = ((await read(office, 'stocktake.list', {})) ?? []) as { id: number }[];
  const id = Math.max(1, ...rows.map((row) => row.id));
  const view = (await read(office, 'stocktake.show', { id })) as
    | { contentHash?: string; lines: { id: number; differs: boolean }[] }
    | undefined;
  return { id, seen: view?.contentHash ?? '', lines: view?.lines ?? [] };
};
const compartmentOf = (row: Row) => row.standings[0]?.compartmentId ?? 1;
const step = (name: string, who: Act['who'], input: (office: Office) => unknown): Act => ({
  ...{ name, who, clock: 1 },
  input: async (office) => input(office),
});
const rests = async (office: Office) => {
  const { basis: _, ...its } = signed;
  return { ...its, stocktakeId: (await lastCount(office)).id };
};

/** Everything is counted and nothing is found; what is missing turns up again. */
const COUNTED: readonly Act[] = [
  step('stocktake.start', 'archivist', () => ({
    ...{ scope: 'full', plan: '季末盘点', firstCounterId: 4, secondCounterId: OTHER_COUNTER },
  })),
  step('stocktake.sign', 'archivist', async (office) => ({
    ...{ id: (await lastCount(office)).id, signatures: { firstCounter: PIN, secondCounter: PIN } },
  })),
  step('stocktake.explain', 'archivist', async (office) => {
    const { id, lines } = await lastCount(office);
    const differing = lines.filter(({ differs }) => differs);
    return { id, lines: differing.map((line) => ({ lineId: line.id, cause: '没有找到', action: '追查' })) };
  }),
  step('stocktake.close', 'admin', async (office) => {
    const { id, seen } = await lastCount(office);
    return { id, seen, signature: PIN };
  }),
  step('titleMove.declareMissing', 'archivist', async (office) => {
    return { ...(await rests(office)), pieces: [{ titleId: (await titleIn(office, 'safe')).id }] };
  }),
  step('titleMove.declareFound', 'archivist', async (office) => {
    const titleId = (await titleIn(office, 'missing')).id;
    return { ...(await rests(office)), pieces: [{ titleId, compartmentId: 1 }] };
  }),
];

const freed = step('title.endSecurity', 'admin', async (office) => {
  const its = await titleIn(office, 'safe');
  const open = its.securities?.find(({ endedOn }) => endedOn === undefined);
  return { titleId: its.id, projectId: open?.projectId ?? 1, reason: '置换抵押物', signature: PIN };
});
/** An executive frees a title from both its contracts, and it goes back to its owner. */
const RELEASED: readonly Act[] = [
  freed,
  freed,
  step('titleMove.release', 'archivist', async (office) => ({
    ...{ ...signed, titleIds: [(await titleIn(office, 'safe')).id], party: '林远山' },
  })),
];

/** To the registry, back, out once more, and exchanged there; another one is pledged for a second contract. */
const REGISTERED: readonly Act[] = (() => {
  const out = step('titleMove.sendToRegistry', 'archivist', async (office) => ({
    ...{ ...signed, ...ERRAND, pieces: [{ titleId: (await titleIn(office, 'safe')).id }] },
  }));
  return [
    out,
    step('titleMove.takeBack', 'archivist', async (office) => ({
      ...{ ...signed, pieces: [{ titleId: (await titleIn(office, 'registration')).id, compartmentId: 1 }] },
    })),
    out,
    step('titleMove.exchange', 'archivist', async (office) => {
      const old = await titleIn(office, 'registration');
      const becomes = { kind: 'other', name: '新证', certificateNo: old.certificateNo, owner: '林远山', quantity: 1 };
      return { ...signed, titleId: old.id, becomes, compartmentId: 1 };
    }),
    step('titleMove.remortgage', 'archivist', async (office) => {
      const its = await titleIn(office, 'safe');
      const held = its.securities?.filter(({ endedOn }) => endedOn === undefined).map(({ projectId }) => projectId);
      return { ...signed, titleIds: [its.id], projectId: [1, 2, 3].find((id) => !held?.includes(id)) ?? 3 };
    }),
    step('titleMove.move', 'archivist', async (office) => {
      const its = await titleIn(office, 'safe');
      const compartmentId = compartmentOf(its) === 1 ? 2 : 1;
      return { ...signed, pieces: [{ titleId: its.id }], compartmentId };
    }),
  ];
})();

/** The newest slip of a title in that state. */
const slipIn = async (
  office: Office,
  state: string,
): Promise<{ id: number; lines: { id: number; quantity: number }[] }> => {
  const { rows } = ((await read(office, 'borrowing.list', {})) ?? { rows: [] }) as {
    rows: { id: number; state: string }[];
  };
  const id = rows.find((row) => row.state === state)?.id ?? 99;
  const view = (await read(office, 'borrowing.show', { id })) as Awaited<ReturnType<typeof slipIn>> | undefined;
  return view ?? { id, lines: [] };
};
const opening = { custodianId: KEY_HOLDER, secondId: COMBINATION_HOLDER };

/** Asked for, approved, lent by the archivist before the two who open the safe, and brought back; an errand is a mistake. */
const LENT: readonly Act[] = [
  step('borrowing.submit', 'a', async (office) => ({
    ...{ things: [{ kind: 'title', id: (await titleIn(office, 'safe')).id }], purpose: '客户查验', way: 'takeAway' },
  })),
  step('borrowing.approve', 'admin', async (office) => ({
    ...{ id: (await slipIn(office, 'submitted')).id, signature: PIN },
  })),
  step('borrowing.lend', 'archivist', async (office) => ({
    ...{ id: (await slipIn(office, 'approved')).id, ...opening },
    signatures: { archivist: PIN, borrower: PIN, custodian: PIN, second: PIN },
  })),
  step('borrowing.giveBack', 'archivist', async (office) => {
    const { id, lines } = await slipIn(office, 'lent');
    return {
      ...{ id, ...opening, confirmerId: COMBINATION_HOLDER },
      lines: lines.map((line) => ({ lineId: line.id, found: line.quantity })),
      signatures: { archivist: PIN, confirmer: PIN, custodian: PIN, second: PIN },
    };
  }),
  step('titleMove.sendToRegistry', 'archivist', async (office) => ({
    ...{ ...signed, ...ERRAND, pieces: [{ titleId: (await titleIn(office, 'safe')).id }] },
  })),
  step('titleMove.reverse', 'archivist', async (office) => {
    const asked = { kind: 'registrationOut' };
    const { rows } = ((await read(office, 'titleMove.slips', asked)) ?? { rows: [] }) as { rows: { id: number }[] };
    return { reason: '登记错了', ...two, slipId: rows[0]?.id ?? 99 };
  }),
];

const STORIES = [LENT, REGISTERED, COUNTED, RELEASED];

/** Chance with the stories in it, each at some place, half of them before anything else has happened. */
export const withStories = (acts: fc.Arbitrary<Act[]>): fc.Arbitrary<Act[]> =>
  fc
    .tuple(acts, fc.array(fc.oneof(fc.constant(0), fc.nat(60)), { minLength: 4, maxLength: 4 }))
    .map(([its, places]) => {
      const told = [...its];
      for (const [i, story] of STORIES.entries()) told.splice(Math.min(places[i] ?? 0, told.length), 0, ...story);
      return told;
    });
/** The stories alone, one after the other: whatever chance does, they are played once in each run. */
export const STORIES_ALONE: readonly Act[] = STORIES.flat();

/** How many histories came to each kind of movement. */
export type Reached = Record<SlipKind, number>;
export const nothingReached = (): Reached =>
  Object.fromEntries(SLIP_KINDS.map((kind) => [kind, 0])) as Record<SlipKind, number>;
export const noteReached = (office: Office, reached: Reached): void => {
  for (const kind of office.ledger.db.prepare('SELECT DISTINCT kind FROM title_slip').pluck().all() as SlipKind[])
    reached[kind] += 1;
};
/** Kinds of movement that fewer than one history in `share` came to. */
export const hardlyReached = (reached: Reached, histories: number, share: number): SlipKind[] =>
  SLIP_KINDS.filter((kind) => reached[kind] * share < histories);
