import type { TitlePlace } from '../../../shared/api/title.contract';
import type { Day } from '../../../shared/calendar/working-days';
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

/** What came into a set of compartments and left it on one day. */
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

/** One title's movements in their order, and where they have taken its pieces. */
interface Life {
  moved: readonly Moved[];
  now: readonly Holding[];
}
/** Everything that has moved: title by title, and one after the other. */
interface Known {
  lives: ReadonlyMap<number, Life>;
  all: readonly (readonly Moved[])[];
  lastId: number;
}

/**
 * What is where, summed up from the movements. They are only ever added, so those that were read once are kept in memory and the
 * new ones are read behind them; nothing that could go stale is kept.
 */
export function createStock(source: Source) {
  const read: Moved[] = [];
  const lives = new Map<number, Life>();

  const known = (): Known => {
    const fresh = source.after(read.at(-1)?.id ?? 0);
    if (fresh.length > 0 && !source.settled()) {
      const lastId = fresh.at(-1)?.id ?? 0;
      return { lives: withMoved(new Map(lives), fresh), all: [read, fresh], lastId };
    }
    withMoved(lives, fresh);
    // Not by spreading: a first look may bring more than a call takes arguments.
    for (const its of fresh) read.push(its);
    return { lives, all: [read], lastId: read.at(-1)?.id ?? 0 };
  };

  /** Where all titles were by the movements that count. A title whose last one counts is where it is now. */
  const where = (counts: (its: Moved) => boolean): Holding[] => {
    const found: Holding[] = [];
    for (const { moved, now } of known().lives.values()) {
      const last = moved.at(-1);
      for (const its of last && counts(last) ? now : summed(moved.filter(counts))) found.push(its);
    }
    return found;
  };

  return {
    /** Everything that is somewhere, at the end of that day, or now. */
    on: (day?: Day): Holding[] => where((its) => day === undefined || its.movedOn <= day),
    /** As `on`, with the movements up to that one only: a stocktake is true as of its moment. */
    asOf: (movementId: number): Holding[] => where(({ id }) => id <= movementId),
    /** Where one title is. */
    of: (titleId: number): Holding[] => [...(known().lives.get(titleId)?.now ?? [])],
    /** The last movement there is; 0 when there is none. */
    lastId: (): number => known().lastId,
    /** The day in those compartments, title by title, by the movements up to `upTo`. */
    dayIn: (compartments: ReadonlySet<number>, day: Day, upTo = Number.MAX_SAFE_INTEGER): DayBalance[] => {
      const rows = new Map<number, DayBalance>();
      for (const moved of known().all) for (const its of moved) if (its.id <= upTo) count(rows, compartments, day, its);
      return [...rows.values()];
    },
  };
}

/** The movements of a title never go back in days: its last one is its latest. */
function withMoved(lives: Map<number, Life>, fresh: readonly Moved[]): Map<number, Life> {
  const more = new Map<number, Moved[]>();
  for (const its of fresh) {
    const own = more.get(its.titleId);
    if (own) own.push(its);
    else more.set(its.titleId, [its]);
  }
  for (const [titleId, added] of more) {
    const { moved = [], now = [] } = lives.get(titleId) ?? {};
    lives.set(titleId, { moved: [...moved, ...added], now: summed(added, now) });
  }
  return lives;
}

function count(rows: Map<number, DayBalance>, compartments: ReadonlySet<number>, day: Day, its: Moved): void {
  const came = inside(compartments, its.toCompartmentId) ? its.quantity : 0;
  const went = inside(compartments, its.fromCompartmentId) ? its.quantity : 0;
  // From one compartment of the safe into another: nothing came and nothing went.
  if (came === went || its.movedOn > day) return;
  let row = rows.get(its.titleId);
  if (row === undefined) {
    row = { titleId: its.titleId, opening: 0, came: 0, went: 0 };
    rows.set(its.titleId, row);
  }
  if (its.movedOn < day) row.opening += came - went;
  else {
    row.came += came;
    row.went += went;
  }
}

const inside = (compartments: ReadonlySet<number>, id: number | undefined) => id !== undefined && compartments.has(id);

/** Where movements of one title take its pieces. Double entry: what comes somewhere has left somewhere; only outside there is always something. */
function summed(moved: readonly Moved[], from: readonly Holding[] = []): Holding[] {
  const found = [...from];
  for (const its of moved) {
    take(found, its);
    if (its.toPlace === 'outside') continue;
    const { titleId, movedOn: since, slipId, fromCompartmentId: cameFromId } = its;
    const at = found.findIndex((one) => lies(one, its.toPlace, its.toCompartmentId));
    const quantity = (found[at]?.quantity ?? 0) + its.quantity;
    const spot = { place: its.toPlace, compartmentId: its.toCompartmentId };
    found.splice(at < 0 ? found.length : at, at < 0 ? 0 : 1, { ...spot, titleId, quantity, since, slipId, cameFromId });
  }
  return found;
}

const lies = (its: Holding, place: TitlePlace, compartmentId: number | undefined) =>
  its.place === place && its.compartmentId === compartmentId;

function take(found: Holding[], its: Moved): void {
  if (its.fromPlace === 'outside') return;
  const at = found.findIndex((one) => lies(one, its.fromPlace, its.fromCompartmentId));
  const there = found[at];
  if (there === undefined || there.quantity < its.quantity)
    throw new Error(`title ${its.titleId} is not where movement ${its.id} takes it from`);
  if (there.quantity === its.quantity) found.splice(at, 1);
  else found[at] = { ...there, quantity: there.quantity - its.quantity };
}
