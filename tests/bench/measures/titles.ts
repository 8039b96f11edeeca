import type { Moved } from '../../../electron/features/title/moves';
import { createStock } from '../../../electron/features/title/stock';
import { median, p95, timed } from './timing';

export interface TitleFigures {
  movements: number;
  /** Milliseconds of the first look after the start, and p95 of any day's contents and balance. */
  first: number;
  contents: number;
  balance: number;
  /** One title at its place: what each act asks. */
  one: number;
  /** Megabytes that it keeps. */
  memory: number;
}

const TITLES = 25_000;
const DAYS = 2_500;
const LOOKS = 200;
const dayOf = (n: number) => new Date(Date.UTC(2016, 0, 4 + n)).toISOString().slice(0, 10);

/** Ten years of a busy safe: each title comes, goes out and back again, and most of them leave at last. */
function moves(count: number): Moved[] {
  const found: Moved[] = [];
  const times = Math.ceil(count / TITLES);
  for (let id = 1; id <= count; id += 1) {
    const [titleId, step] = [((id - 1) % TITLES) + 1, Math.floor((id - 1) / TITLES)];
    const [day, compartmentId] = [Math.floor(((id - 1) * DAYS) / count), 1 + (titleId % 96)];
    const last = step === times - 1 && titleId % 5 > 0;
    const away = last ? ('released' as const) : ('lent' as const);
    const inwards = step % 2 === 0 && !last;
    const safe = { place: 'safe' as const, compartmentId };
    const from = inwards ? { place: step === 0 ? ('outside' as const) : ('lent' as const) } : safe;
    found.push({
      ...{ id, slipId: id, titleId, quantity: 1, movedOn: dayOf(day), fromPlace: from.place },
      ...(inwards
        ? { toPlace: 'safe' as const, toCompartmentId: compartmentId }
        : { fromCompartmentId: compartmentId }),
      ...(!inwards && { toPlace: away }),
    } as Moved);
  }
  return found;
}

/** What the safe held on any day, from so many movements, as the program sums them up. */
export async function measureTitles({ movements }: { movements: number }): Promise<TitleFigures> {
  const rows = moves(movements);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const stock = createStock({ after: (id) => rows.slice(id), settled: () => true });
  const first = await timed(() => stock.on());
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / 1_048_576;
  const safe = new Set(Array.from({ length: 48 }, (_, i) => i + 1));
  const [contents, balance, one]: number[][] = [[], [], []];
  for (let i = 0; i < LOOKS; i += 1) {
    const day = dayOf((i * 631) % DAYS);
    contents?.push(await timed(() => stock.on(day)));
    balance?.push(await timed(() => stock.dayIn(safe, day)));
    one?.push(await timed(() => stock.of(1 + ((i * 97) % TITLES))));
  }
  return {
    movements,
    first,
    contents: p95(contents ?? []),
    balance: p95(balance ?? []),
    one: median(one ?? []),
    memory,
  };
}
