import type { TitlePlace } from '../../../shared/api/title.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { createMoves, type Moves, NOWHERE, OUTSIDE, spotOf } from './moves';
import type { Spot } from './title.rules';

/** A movement as it is summed up. */
export interface Moved {
  id: number;
  slipId: number;
  titleId: number;
  quantity: number;
  fromPlace: TitlePlace;
  fromCompartmentId?: number;
  toPlace: TitlePlace;
  toCompartmentId?: number;
  movedOn: Day;
}

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
  /** Movements with ids above `id`, in their order. */
  after(id: number): Moved[];
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
  /** Where the kept movements have taken each title, with the last of them. */
  const now: ({ last: number; holdings: Holding[] } | undefined)[] = [];

  /** Those that are kept; inside a commit a copy with what it has written so far. */
  const known = (): Moves => {
    const fresh = source.after(kept.lastId());
    const moves = fresh.length === 0 || source.settled() ? kept : kept.copy();
    for (const its of fresh) moves.add(its);
    return moves;
  };

  const where = (upToDay: number, upToId: number): Holding[] => {
    const moves = known();
    const found: Holding[] = [];
    const { day, id } = moves.columns();
    for (let title = 0; title < moves.titles(); title += 1) {
      // The movements of a title never go back in days: when its last one counts, all do.
      const last = moves.lastOf(title);
      if ((day[last] ?? 0) <= upToDay && (id[last] ?? 0) <= upToId) found.push(...present(moves, title));
      else summed(moves, title, upToDay, upToId, found);
    }
    return found;
  };

  const present = (moves: Moves, title: number): readonly Holding[] => {
    const last = moves.lastOf(title);
    const known = now[title];
    if (moves === kept && known?.last === last) return known.holdings;
    const holdings: Holding[] = [];
    summed(moves, title, EVER, EVER, holdings);
    if (moves === kept) now[title] = { last, holdings };
    return holdings;
  };

  return {
    /** Everything that is somewhere, at the end of that day, or now. */
    on: (day?: Day): Holding[] => where(day === undefined ? EVER : numberOf(day), EVER),
    /** As `on`, with the movements up to that one only: a stocktake is true as of its moment. */
    asOf: (movementId: number): Holding[] => where(EVER, movementId),
    /** Where one title is. */
    of: (titleId: number): Holding[] => {
      const moves = known();
      const title = moves.titleAt(titleId);
      return title === undefined ? [] : [...present(moves, title)];
    },
    /** The last movement there is; 0 when there is none. */
    lastId: (): number => known().lastId(),
    /** The day in those compartments, title by title, by the movements up to `upTo`. */
    dayIn: (compartments: ReadonlySet<number>, day: Day, upTo = EVER): DayBalance[] =>
      balanced(known(), compartments, numberOf(day), numberOf(day), upTo),
    /** The same of all days from the first to the last. */
    daysIn: (compartments: ReadonlySet<number>, first: Day, last: Day): DayBalance[] =>
      balanced(known(), compartments, numberOf(first), numberOf(last), EVER),
  };
}

const EVER = Number.MAX_SAFE_INTEGER;
/** 2026-03-02 as 20260302: days are compared as often as there are movements. */
const numberOf = (day: Day): number => Number(day.replaceAll('-', ''));

/** Where one title's movements take its pieces. Double entry: what comes somewhere has left somewhere; only outside there is always something. */
function summed(moves: Moves, title: number, upToDay: number, upToId: number, found: Holding[]): void {
  const { quantity, from, to, day, id } = moves.columns();
  const spots: Lying[] = [];
  for (let at = moves.firstOf(title); at !== NOWHERE; at = moves.nextOf(at)) {
    if ((day[at] ?? 0) > upToDay || (id[at] ?? 0) > upToId) continue;
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
  const rows = new Map<number, DayBalance>();
  const isIn = moves.insideOf(compartments);
  const { quantity, from, to, day: days, id, title } = moves.columns();
  for (let at = 0; at < moves.count(); at += 1) {
    const [came, went] = [isIn[to[at] ?? 0] ?? 0, isIn[from[at] ?? 0] ?? 0];
    if (came === went || (days[at] ?? 0) > last || (id[at] ?? 0) > upTo) continue;
    const titleId = moves.titleId(title[at] ?? 0);
    let row = rows.get(titleId);
    if (row === undefined) {
      row = { titleId, opening: 0, came: 0, went: 0 };
      rows.set(titleId, row);
    }
    const pieces = quantity[at] ?? 0;
    if ((days[at] ?? 0) < first) row.opening += (came - went) * pieces;
    else if (came) row.came += pieces;
    else row.went += pieces;
  }
  return [...rows.values()];
}
