import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNotOpenable } from '../../../electron/features/safe/safe.rules';
import type { Moved } from '../../../electron/features/title/moves';
import { createStock, type Holding, type Stock } from '../../../electron/features/title/stock';
import { isWay, opposite, type Spot, whyNotOnDay } from '../../../electron/features/title/title.rules';
import { TITLE_PLACES } from '../../../shared/api/title-fields';
import { SLIP_KINDS, type SlipKind } from '../../../shared/api/title-move.contract';

const RUNS = 10_000;
/** Two safes of two compartments each; who has key and combination changes in between. */
const SAFES = [
  [1, 2],
  [3, 4],
] as const;
const PEOPLE = 5;
const DAYS = 12;
const QUANTITIES = [1, 2, 3, 3, 1, 2];
const dayOf = (n: number) => `2026-03-${String(n).padStart(2, '0')}`;

/** Every way that an act goes, to be picked from. */
const WAYS = SLIP_KINDS.filter((kind) => kind !== 'reversal').flatMap((kind) =>
  TITLE_PLACES.map((to) => ({ kind, to })),
);

interface Try {
  act: SlipKind | 'nextDay' | 'closeDay' | 'entrust';
  title: number;
  quantity: number;
  from: Spot;
  to: Spot;
  operator: number;
  second: number;
  basis: string;
  daysBack: number;
  pick: number;
}
const spot = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ place: fc.constant('safe' as const), compartmentId: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...TITLE_PLACES.filter((its) => its !== 'safe')).map((place): Spot => ({ place })),
  },
);
const attempt: fc.Arbitrary<Try> = fc.record({
  act: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...SLIP_KINDS) },
    { weight: 2, arbitrary: fc.constantFrom('in' as const, 'lent' as const, 'reversal' as const) },
    { weight: 1, arbitrary: fc.constantFrom('nextDay' as const, 'closeDay' as const, 'entrust' as const) },
  ),
  title: fc.integer({ min: 1, max: QUANTITIES.length }),
  quantity: fc.integer({ min: 1, max: 3 }),
  from: spot,
  to: spot,
  operator: fc.integer({ min: 1, max: PEOPLE }),
  second: fc.integer({ min: 1, max: PEOPLE }),
  basis: fc.constantFrom('审批单', '结清证明', '审批单', ''),
  daysBack: fc.constantFrom(0, 0, 0, 1, 2, -1),
  pick: fc.nat(),
});

interface Slip {
  kind: SlipKind;
  basis: string;
  operator: number;
  second: number;
  movedOn: string;
  lines: Moved[];
  reversed: boolean;
  /** Who held what of the safes concerned when it was signed. */
  custody: readonly (readonly { kind: 'key' | 'combination'; holderId: number }[])[];
}

/** An office of rules and a list of movements; what it asked of each day is kept, to be asked again. */
class PlayedOffice {
  readonly moved: Moved[] = [];
  readonly slips: Slip[] = [];
  readonly answered: { day: string; lastId: number; on: string; balances: string }[] = [];
  today = 1;
  refused = 0;
  private closedDay = 0;
  private readonly custody = SAFES.map(() => ({ key: 1, combination: 2 }));

  readonly stock: Stock;

  /** `without`: a movement that the stock never hears of. */
  constructor(without = 0) {
    const after = (id: number) => this.moved.filter((its) => its.id > id && its.id !== without);
    this.stock = createStock({ after, settled: () => true });
  }

  play(its: Try): void {
    if (its.act === 'nextDay') this.nextDay();
    else if (its.act === 'closeDay') this.closedDay = Math.max(this.closedDay, this.today - 1);
    else if (its.act === 'entrust') this.entrust(its);
    else if (its.act === 'reversal') this.reverse(its);
    else this.move(its, its.act);
  }

  private move(its: Try, act: SlipKind): void {
    // Mostly right, or hardly anything would move: out of where it is, the way an act goes, by those who have the keys.
    const there = this.stock.of(its.title);
    const guided = its.pick % 5 > 0;
    const nowhere: Spot = guided ? { place: 'outside' } : its.from;
    const from = there[its.pick % Math.max(1, there.length)] ?? nowhere;
    const ways = WAYS.filter((way) => isWay(way.kind, from.place, way.to));
    const way = guided ? ways[its.pick % Math.max(1, ways.length)] : undefined;
    const compartmentId = 1 + (its.pick % 4);
    const to: Spot = way ? { place: way.to, ...(way.to === 'safe' && { compartmentId }) } : its.to;
    // What comes new comes whole.
    const most = from.place === 'outside' ? (QUANTITIES[its.title - 1] ?? 1) : its.quantity;
    const { operator, second } = guided ? this.holders(from.compartmentId ?? to.compartmentId ?? 1, its) : its;
    this.write(way?.kind ?? act, { ...its, operator, second }, [{ ...its, quantity: most, from, to }]);
  }
  /** Who has the key and the combination of that safe; not the ones of another safe. */
  private holders(compartmentId: number, { pick }: Try): Pick<Try, 'operator' | 'second'> {
    const { key = 1, combination = 2 } = this.custody[compartmentId > 2 ? 1 : 0] ?? {};
    return pick % 2 === 0 ? { operator: key, second: combination } : { operator: combination, second: key };
  }

  private nextDay(): void {
    const day = dayOf(this.today);
    const balances = SAFES.map((ids) => this.stock.dayIn(new Set(ids), day));
    this.answered.push({
      day,
      lastId: this.stock.lastId(),
      on: told(this.stock.on(day)),
      balances: JSON.stringify(balances),
    });
    if (this.today < DAYS) this.today += 1;
  }
  private entrust({ pick, operator }: Try): void {
    const its = this.custody[pick % SAFES.length];
    if (!its) return;
    const kind = pick % 3 === 0 ? 'key' : 'combination';
    if (its[kind === 'key' ? 'combination' : 'key'] !== operator) its[kind] = operator;
  }
  private reverse(its: Try): void {
    const slip = this.slips[its.pick % Math.max(1, this.slips.length)];
    if (!slip || slip.reversed || slip.kind === 'reversal') {
      this.refused += 1;
      return;
    }
    const before = told(
      this.stock.asOf((slip.lines[0]?.id ?? 1) - 1).filter(({ titleId }) => titleId === slip.lines[0]?.titleId),
    );
    const lines = slip.lines.map(({ titleId, quantity, ...line }) => ({
      ...{ titleId, quantity, certificateNo: '' },
      from: { place: line.fromPlace, compartmentId: line.fromCompartmentId },
      to: { place: line.toPlace, compartmentId: line.toCompartmentId },
    }));
    const since = this.moved.filter(
      ({ titleId, id }) => titleId === slip.lines[0]?.titleId && id > (slip.lines.at(-1)?.id ?? 0),
    );
    const back = opposite(lines).map(({ titleId: title, ...line }) => ({ ...line, title }));
    const who = this.holders(lines[0]?.to.compartmentId ?? lines[0]?.from.compartmentId ?? 1, its);
    if (!this.write('reversal', { ...its, ...who, basis: 'slip' }, back)) return;
    slip.reversed = true;
    // A reversal restores what was there, where nothing else has moved meanwhile.
    if (since.length === 0) expect(told(this.stock.of(slip.lines[0]?.titleId ?? 0))).toBe(before);
  }

  private write(kind: SlipKind, its: Try, lines: Pick<Try, 'title' | 'quantity' | 'from' | 'to'>[]): boolean {
    const day = this.today - its.daysBack;
    const safes = SAFES.flatMap((ids, i) =>
      lines.some(({ from, to }) => [from, to].some((one) => ids.some((id) => id === one.compartmentId)))
        ? [
            [
              { kind: 'key' as const, holderId: this.custody[i]?.key ?? 0 },
              { kind: 'combination' as const, holderId: this.custody[i]?.combination ?? 0 },
            ],
          ]
        : [],
    );
    const last = this.moved.filter(({ titleId }) => titleId === lines[0]?.title).at(-1)?.movedOn;
    const hindered =
      its.operator === its.second ||
      its.basis === '' ||
      whyNotOnDay(dayOf(day), dayOf(this.today), {
        closedMonth: '2026-02',
        lastOfTitle: last,
        closedDay: dayOf(this.closedDay),
      }) !== undefined ||
      safes.some((custody) => whyNotOpenable(custody, its.operator, its.second) !== undefined) ||
      lines.some(
        ({ from, to, title, quantity }) => !isWay(kind, from.place, to.place) || quantity > this.available(title, from),
      );
    if (hindered) {
      this.refused += 1;
      return false;
    }
    const written = lines.map((line): Moved => this.movement(line, dayOf(day)));
    const { basis, operator, second } = its;
    this.slips.push({
      kind,
      basis,
      operator,
      second,
      movedOn: dayOf(day),
      lines: written,
      reversed: false,
      custody: safes,
    });
    return true;
  }
  private available(title: number, from: Spot): number {
    const there = this.stock.of(title);
    if (from.place === 'outside') return there.length > 0 ? 0 : (QUANTITIES[title - 1] ?? 0);
    return there.find((its) => its.place === from.place && its.compartmentId === from.compartmentId)?.quantity ?? 0;
  }
  private movement(
    { title, quantity, from, to }: Pick<Try, 'title' | 'quantity' | 'from' | 'to'>,
    movedOn: string,
  ): Moved {
    const its: Moved = {
      ...{ id: this.moved.length + 1, slipId: this.slips.length + 1, titleId: title, quantity, movedOn },
      ...{ fromPlace: from.place, toPlace: to.place },
      ...(from.compartmentId !== undefined && { fromCompartmentId: from.compartmentId }),
      ...(to.compartmentId !== undefined && { toCompartmentId: to.compartmentId }),
    };
    this.moved.push(its);
    return its;
  }
}

const wordOf = ({
  titleId,
  place,
  compartmentId,
  quantity,
}: Pick<Holding, 'titleId' | 'place' | 'compartmentId' | 'quantity'>) =>
  `${titleId} ${place} ${compartmentId ?? ''} ${quantity}`;
const told = (holdings: readonly Holding[]) => holdings.map(wordOf).sort().join('\n');

/** The plain way: everything from the beginning, one sum for each place. */
function plainly(moved: readonly Moved[]): string {
  const sums = new Map<string, number>();
  const add = (key: string, n: number) => sums.set(key, (sums.get(key) ?? 0) + n);
  for (const its of moved) {
    add(`${its.titleId} ${its.fromPlace} ${its.fromCompartmentId ?? ''}`, -its.quantity);
    add(`${its.titleId} ${its.toPlace} ${its.toCompartmentId ?? ''}`, its.quantity);
  }
  const there = [...sums].filter(([key, n]) => n !== 0 && !key.includes('outside'));
  return there
    .map(([key, n]) => `${key} ${n}`)
    .sort()
    .join('\n');
}

/** What is wrong with what the stock answers of a whole history; nothing where it is right. */
function faultsOf({ moved, slips, stock, answered, today }: PlayedOffice): string[] {
  const faults: string[] = [];
  const demand = (right: boolean, what: string) => right || faults.push(what);
  for (const [i, quantity] of QUANTITIES.entries()) {
    const pieces = stock.of(i + 1).reduce((sum, its) => sum + its.quantity, 0);
    demand(pieces === 0 || pieces === quantity, `title ${i + 1}: ${pieces} of ${quantity} pieces`);
  }
  for (let n = 1; n <= today; n++) {
    const day = dayOf(n);
    demand(
      told(stock.on(day)) === plainly(moved.filter((its) => its.movedOn <= day)),
      `${day} is not the sum of its movements`,
    );
    for (const ids of SAFES) {
      const held = stock.on(day).filter((its) => ids.some((id) => id === its.compartmentId));
      const balance = stock.dayIn(new Set(ids), day).reduce((sum, its) => sum + its.opening + its.came - its.went, 0);
      demand(balance === held.reduce((sum, its) => sum + its.quantity, 0), `${day}: in − out is not what is there`);
    }
  }
  for (const { day, lastId, on, balances } of answered) {
    if (moved.some((its) => its.id > lastId && its.movedOn <= day)) continue;
    demand(told(stock.on(day)) === on, `${day} has become another one`);
    demand(JSON.stringify(SAFES.map((ids) => stock.dayIn(new Set(ids), day))) === balances, `${day}: another balance`);
  }
  for (const slip of slips) {
    demand(slip.basis !== '' && slip.operator !== slip.second, `${slip.kind} has no basis or one signer`);
    demand(
      slip.custody.every((its) => !whyNotOpenable(its, slip.operator, slip.second)),
      `${slip.kind}: signers cannot open`,
    );
  }
  return faults;
}

describe('10 000 histories of many people', () => {
  test('no piece is in two places, in − out is the balance on every day, and a past day stays what it was', () => {
    let [movements, refused, reversals] = [0, 0, 0];
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 20, maxLength: 60, size: 'max' }), (history) => {
        const office = new PlayedOffice();
        for (const its of history) office.play(its);
        movements += office.moved.length;
        refused += office.refused;
        reversals += office.slips.filter(({ kind }) => kind === 'reversal').length;
        expect(faultsOf(office)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    console.log(`${RUNS} histories: ${movements} movements, ${reversals} reversals, ${refused} refused`);
    expect(Math.min(movements, refused)).toBeGreaterThan(RUNS * 2);
    expect(reversals).toBeGreaterThan(RUNS / 20);
    // A busy computer takes over a minute for them.
  }, 240_000);

  test('a stock that loses one movement would be noticed', () => {
    const chain = (id: number, from: Spot, to: Spot): Moved => ({
      ...{ id, slipId: id, titleId: 1, quantity: 1, movedOn: dayOf(id), fromPlace: from.place, toPlace: to.place },
      ...(from.compartmentId && { fromCompartmentId: from.compartmentId }),
      ...(to.compartmentId && { toCompartmentId: to.compartmentId }),
    });
    const at = (compartmentId: number): Spot => ({ place: 'safe', compartmentId });
    const moved = [
      chain(1, { place: 'outside' }, at(1)),
      chain(2, at(1), { place: 'lent' }),
      chain(3, { place: 'lent' }, at(3)),
    ];
    const judged = (without: number) => {
      const office = new PlayedOffice(without);
      for (const its of moved) office.moved.push(its);
      office.today = 3;
      try {
        return faultsOf(office).length;
      } catch {
        return 1;
      }
    };
    expect(judged(0)).toBe(0);
    for (const { id } of moved) expect(judged(id), `without ${id}`).toBeGreaterThan(0);
  });

  test('what a commit has not kept yet is seen inside it and forgotten when it is taken back', () => {
    const rows: Moved[] = [
      {
        id: 1,
        slipId: 1,
        titleId: 1,
        quantity: 2,
        movedOn: dayOf(1),
        fromPlace: 'outside',
        toPlace: 'safe',
        toCompartmentId: 1,
      },
    ];
    let settled = true;
    const stock = createStock({ after: (id) => rows.filter((its) => its.id > id), settled: () => settled });
    const first = told(stock.of(1));
    settled = false;
    rows.push({
      id: 2,
      slipId: 2,
      titleId: 1,
      quantity: 1,
      movedOn: dayOf(2),
      fromPlace: 'safe',
      fromCompartmentId: 1,
      toPlace: 'lent',
    });
    expect(told(stock.of(1))).toBe(plainly(rows));
    expect([told(stock.on(dayOf(1))), stock.lastId()]).toEqual([first, 2]);
    rows.pop();
    settled = true;
    expect([told(stock.of(1)), stock.lastId()]).toEqual([first, 1]);
  });
});
