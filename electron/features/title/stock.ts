import type { Day } from '../../../shared/calendar/working-days';
import { createMoves, type Moved, type Moves, NOWHERE, numberOf, OUTSIDE, spotOf } from './moves';
import type { Spot } from './title.rules';

/** Pieces of a title that lie in one spot, since when and by which slip. */
export interface Holding extends Spot {
  titleId: number;
  quantity: number;
  since: Day;
  slipId: number;
  /** The compartment that the last of them were taken from. */
  cameFromId?: number | undefined;
}

/** What came into a set of compartments and left it on one day, or on several. */
export interface DayBalance {
  titleId: number;
  opening: number;
  came: number;
  went: number;
}

interface Source {
  /** Movements with ids above `id`, in their order; no more than `limit`. */
  after(id: number, limit?: number): Moved[];
  /** Is what can be read now there to stay? Not inside a commit, which may be taken back. */
  settled(): boolean;
}

export type Stock = ReturnType<typeof createStock>;

/**
 * What is where, summed up from the movements. They are only ever added, so those that were read once are kept in memory, as
 * numbers, and the new ones are read behind them; nothing that could go stale is kept.
 */
export function createStock(source: Source) {
  const kept = createMoves();
  /** What each kept movement of a whole title left behind, and where the kept movements have taken each of the others. */
  const left: (Holding | undefined)[] = [];
  const now: ({ last: number; holdings: Holding[] } | undefined)[] = [];

  /** Those that are kept; inside a commit a copy with what it has written so far. */
  const known = (): Moves => {
    const fresh = source.after(kept.lastId());
    const moves = fresh.length === 0 || source.settled() ? kept : kept.copy();
    for (const its of fresh) moves.add(its);
    return moves;
  };

  const leftBy = (moves: Moves, title: number, at: number): Holding => {
    const found = left[at];
    if (found !== undefined) return found;
    const { to: code, quantity } = moves.columns();
    const holding = holdingOf(moves, title, { code: code[at] ?? 0, quantity: quantity[at] ?? 0, at });
    // What is not kept yet may be taken back, and its place in the columns be another's.
    if (at < kept.count()) left[at] = holding;
    return holding;
  };

  /** Where a title is after its movement `at`. */
  const lying = (moves: Moves, title: number, at: number, found: Holding[]): void => {
    if (moves.isWhole(title)) {
      if (moves.columns().to[at] !== OUTSIDE) found.push(leftBy(moves, title, at));
    } else if (at === moves.lastOf(title)) for (const its of inPieces(moves, title)) found.push(its);
    else summed(moves, title, at, found);
  };
  const inPieces = (moves: Moves, title: number): readonly Holding[] => {
    const last = moves.lastOf(title);
    const known = now[title];
    if (moves === kept && known?.last === last) return known.holdings;
    const holdings: Holding[] = [];
    summed(moves, title, last, holdings);
    if (moves === kept) now[title] = { last, holdings };
    return holdings;
  };

  const where = (upToDay: number, upToId: number): Holding[] => {
    const moves = known();
    const found: Holding[] = [];
    const { day, id, before } = moves.columns();
    for (let title = 0; title < moves.titles(); title += 1) {
      // The movements of a title never go back in days: from its last one back to the first that counts, none does.
      let at = moves.lastOf(title);
      while (at !== NOWHERE && ((day[at] ?? 0) > upToDay || (id[at] ?? 0) > upToId)) at = before[at] ?? NOWHERE;
      if (at !== NOWHERE) lying(moves, title, at, found);
    }
    return found;
  };

  const ofAll = (titleIds: readonly number[]): Holding[] => {
    const moves = known();
    const found: Holding[] = [];
    for (const id of titleIds) {
      const title = moves.titleAt(id);
      if (title !== undefined) lying(moves, title, moves.lastOf(title), found);
    }
    return found;
  };

  /** Reads, a few at a time, what the first look would read at once. */
  function* ahead(): Generator<void> {
    for (;;) {
      const fresh = source.after(kept.lastId(), READ_AT_ONCE);
      if (fresh.length === 0 || !source.settled()) return;
      for (const its of fresh) kept.add(its);
      yield;
    }
  }

  return {
    ahead,
    /** Everything that is somewhere, at the end of that day, or now. */
    on: (day?: Day): Holding[] => where(day === undefined ? EVER : numberOf(day), EVER),
    /** As `on`, with the movements up to that one only: a stocktake is true as of its moment. */
    asOf: (movementId: number): Holding[] => where(EVER, movementId),
    /** Where one title is. */
    of: (titleId: number): Holding[] => ofAll([titleId]),
    /** Where each of these is. */
    ofAll,
    /** The last movement there is; 0 when there is none. */
    lastId: (): number => known().lastId(),
    /** The day in those compartments, title by title, by the movements up to `upTo`. */
    dayIn: (compartments: ReadonlySet<number>, day: Day, upTo = EVER): DayBalance[] =>
      balanced(known(), compartments, numberOf(day), numberOf(day), upTo),
    /** The first day after that one on which something came into those compartments, left them, or was moved in them. */
    firstDayIn: (compartments: ReadonlySet<number>, after: Day | undefined): Day | undefined =>
      firstDay(known(), compartments, after === undefined ? 0 : numberOf(after)),
    /** The same of all days from the first to the last. */
    daysIn: (compartments: ReadonlySet<number>, first: Day, last: Day): DayBalance[] =>
      balanced(known(), compartments, numberOf(first), numberOf(last), EVER),
  };
}

/** So many movements take a few milliseconds. */
const READ_AT_ONCE = 2_000;
const EVER = Number.MAX_SAFE_INTEGER;

/**
 * Where the movements of one title up to `last` take its pieces. Double entry: what comes somewhere has left somewhere; only
 * outside there is always something.
 */
function summed(moves: Moves, title: number, last: number, found: Holding[]): void {
  const { quantity, from, to, id, before } = moves.columns();
  const chain: number[] = [];
  for (let at = last; at !== NOWHERE; at = before[at] ?? NOWHERE) chain.push(at);
  const spots: Lying[] = [];
  for (const at of chain.reverse()) {
    const pieces = quantity[at] ?? 0;
    if (!take(spots, from[at] ?? 0, pieces))
      throw new Error(`title ${moves.titleId(title)} is not where movement ${id[at]} takes it from`);
    put(spots, to[at] ?? 0, pieces, at);
  }
  for (const its of spots) found.push(holdingOf(moves, title, its));
}

/** Pieces in a spot, and the movement that brought the last of them. */
interface Lying {
  code: number;
  quantity: number;
  at: number;
}
const indexOf = (spots: readonly Lying[], code: number): number => {
  for (let i = 0; i < spots.length; i += 1) if (spots[i]?.code === code) return i;
  return NOWHERE;
};

function take(spots: Lying[], code: number, pieces: number): boolean {
  if (code === OUTSIDE) return true;
  const i = indexOf(spots, code);
  const there = spots[i];
  if (there === undefined || there.quantity < pieces) return false;
  if (there.quantity === pieces) spots.splice(i, 1);
  else there.quantity -= pieces;
  return true;
}

function put(spots: Lying[], code: number, pieces: number, at: number): void {
  if (code === OUTSIDE) return;
  const there = spots[indexOf(spots, code)];
  if (there === undefined) spots.push({ code, quantity: pieces, at });
  else {
    there.quantity += pieces;
    there.at = at;
  }
}

function holdingOf(moves: Moves, title: number, { code, quantity, at }: Lying): Holding {
  const { place, compartmentId } = spotOf(code);
  const cameFromId = spotOf(moves.columns().from[at] ?? 0).compartmentId;
  const slipId = moves.columns().slipId[at] ?? 0;
  return { place, compartmentId, titleId: moves.titleId(title), quantity, since: moves.dayAt(at), slipId, cameFromId };
}

/** What came into those compartments and left them. From one of them into another nothing came and nothing went. */
function balanced(
  moves: Moves,
  compartments: ReadonlySet<number>,
  first: number,
  last: number,
  upTo: number,
): DayBalance[] {
  const isIn = moves.insideOf(compartments);
  const { quantity, from, to, day: days, id, before } = moves.columns();
  const rows: DayBalance[] = [];
  for (let title = 0; title < moves.titles(); title += 1) {
    let at = moves.lastOf(title);
    while (at !== NOWHERE && ((days[at] ?? 0) > last || (id[at] ?? 0) > upTo)) at = before[at] ?? NOWHERE;
    let [opening, cameIn, wentOut] = [0, 0, 0];
    for (; at !== NOWHERE; at = before[at] ?? NOWHERE) {
      const [came, went, pieces] = [isIn[to[at] ?? 0] ?? 0, isIn[from[at] ?? 0] ?? 0, quantity[at] ?? 0];
      if ((days[at] ?? 0) >= first) {
        if (came > went) cameIn += pieces;
        else if (went > came) wentOut += pieces;
      } else if (moves.isWhole(title)) {
        // All of it lies where that movement took it, whatever was before.
        opening = came * pieces;
        break;
      } else opening += (came - went) * pieces;
    }
    if (opening !== 0 || cameIn !== 0 || wentOut !== 0)
      rows.push({ titleId: moves.titleId(title), opening, came: cameIn, went: wentOut });
  }
  return rows;
}

function firstDay(moves: Moves, compartments: ReadonlySet<number>, after: number): Day | undefined {
  const isIn = moves.insideOf(compartments);
  const { from, to, day } = moves.columns();
  let first = NOWHERE;
  for (let at = 0; at < moves.count(); at += 1) {
    const its = day[at] ?? 0;
    if (its <= after || (first !== NOWHERE && its >= (day[first] ?? 0))) continue;
    if (isIn[to[at] ?? 0] || isIn[from[at] ?? 0]) first = at;
  }
  return first === NOWHERE ? undefined : moves.dayAt(first);
}
