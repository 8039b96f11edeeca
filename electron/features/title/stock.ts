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

/**
 * What is where, summed up from the movements. They are only ever added, so those that were read once are kept in memory and the
 * new ones are read behind them; nothing that could go stale is kept.
 */
export function createStock(source: Source) {
  const read: Moved[] = [];
  const now: Standings = new Map();

  const movements = (): readonly Moved[] => {
    const fresh = source.after(read.at(-1)?.id ?? 0);
    if (!source.settled()) return [...read, ...fresh];
    read.push(...fresh);
    for (const its of fresh) apply(now, its);
    return read;
  };
  const current = (): Standings => {
    const all = movements();
    return all === read ? now : replay(all);
  };

  return {
    /** Everything that is somewhere, at the end of that day, or now. */
    on: (day?: Day): Holding[] => {
      const found = day === undefined ? current() : replay(movements().filter((its) => its.movedOn <= day));
      return everything(found);
    },
    /** As `on`, with the movements up to that one only: a stocktake is true as of its moment. */
    asOf: (movementId: number): Holding[] => everything(replay(movements().filter(({ id }) => id <= movementId))),
    /** Where one title is. */
    of: (titleId: number): Holding[] => [...(current().get(titleId)?.values() ?? [])],
    /** The last movement there is; 0 when there is none. */
    lastId: (): number => movements().at(-1)?.id ?? 0,
    /** The day in those compartments, title by title, by the movements up to `upTo`. */
    dayIn: (compartments: ReadonlySet<number>, day: Day, upTo = Number.MAX_SAFE_INTEGER): DayBalance[] => {
      const rows = new Map<number, DayBalance>();
      for (const its of movements()) {
        if (its.movedOn > day || its.id > upTo) continue;
        const came = inside(compartments, its.toCompartmentId) ? its.quantity : 0;
        const went = inside(compartments, its.fromCompartmentId) ? its.quantity : 0;
        // From one compartment of the safe into another: nothing came and nothing went.
        if (came === went) continue;
        const row = rows.get(its.titleId) ?? { titleId: its.titleId, opening: 0, came: 0, went: 0 };
        if (its.movedOn < day) row.opening += came - went;
        else {
          row.came += came;
          row.went += went;
        }
        rows.set(its.titleId, row);
      }
      return [...rows.values()];
    },
  };
}

const inside = (compartments: ReadonlySet<number>, id: number | undefined) => id !== undefined && compartments.has(id);

/** Title by title what lies in each spot. */
type Standings = Map<number, Map<string, Holding>>;
const keyOf = ({ place, compartmentId }: Spot) => (compartmentId === undefined ? place : String(compartmentId));
const everything = (found: Standings): Holding[] => [...found.values()].flatMap((spots) => [...spots.values()]);

function replay(movements: readonly Moved[]): Standings {
  const found: Standings = new Map();
  for (const its of movements) apply(found, its);
  return found;
}

/** Double entry: what comes somewhere has left somewhere; only outside there is always something. */
function apply(found: Standings, its: Moved): void {
  const from = { place: its.fromPlace, compartmentId: its.fromCompartmentId };
  const to = { place: its.toPlace, compartmentId: its.toCompartmentId };
  const spots = found.get(its.titleId) ?? new Map<string, Holding>();
  found.set(its.titleId, spots);
  take(spots, its, from);
  if (to.place === 'outside') return;
  const key = keyOf(to);
  const quantity = (spots.get(key)?.quantity ?? 0) + its.quantity;
  const { titleId, movedOn: since, slipId, fromCompartmentId: cameFromId } = its;
  spots.set(key, { ...to, titleId, quantity, since, slipId, cameFromId });
}

function take(spots: Map<string, Holding>, its: Moved, from: Spot): void {
  if (from.place === 'outside') return;
  const key = keyOf(from);
  const there = spots.get(key);
  if (there === undefined || there.quantity < its.quantity)
    throw new Error(`title ${its.titleId} is not where movement ${its.id} takes it from`);
  if (there.quantity === its.quantity) spots.delete(key);
  else spots.set(key, { ...there, quantity: there.quantity - its.quantity });
}
