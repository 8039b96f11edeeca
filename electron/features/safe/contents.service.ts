import { AppError } from '../../../shared/api/errors';
import type { AwayTitle, CompartmentContents, HeldTitle, SafeContents } from '../../../shared/api/safe.contract';
import type { TitleKind, TitlePlace } from '../../../shared/api/title-fields';
import { addDays, type Day } from '../../../shared/calendar/working-days';
import type { CompartmentOfSafe, SafeRepo } from './safe.repo';

/** Pieces of a title in one place, as the movements sum up. */
export interface Lying {
  titleId: number;
  place: TitlePlace;
  compartmentId?: number | undefined;
  quantity: number;
  since: Day;
  slipId: number;
  /** The compartment that the last of them were taken from. */
  cameFromId?: number | undefined;
}
interface Told {
  title: Pick<HeldTitle, 'kind' | 'name' | 'certificateNo' | 'owner' | 'projectId' | 'number' | 'client'> & {
    expiresOn?: string | null | undefined;
  };
  slip: {
    no: string;
    basis: string;
    operator: string;
    second: string;
    party: string;
    dueOn?: string | null | undefined;
  };
}
/** The titles, as the safes need them. */
export interface Inside {
  /** What is where at the end of that day, or now. */
  holdings(day?: Day): readonly Lying[];
  /** All of them by one question each, by their ids. */
  titles(ids: readonly number[]): ReadonlyMap<number, Told['title']>;
  slips(ids: readonly number[]): ReadonlyMap<number, Told['slip']>;
  /** The kind of each title. */
  kinds(): (titleId: number) => TitleKind | undefined;
  /** The first day after that one on which something moved in those compartments. */
  firstDayIn(compartments: ReadonlySet<number>, after: Day | undefined): Day | undefined;
  /** The day in those compartments, title by title, by the movements up to `upTo`. */
  dayIn(
    compartments: ReadonlySet<number>,
    day: Day,
    upTo?: number,
  ): readonly { titleId: number; opening: number; came: number; went: number }[];
  /** The same of all days from the first to the last. */
  daysIn(
    compartments: ReadonlySet<number>,
    first: Day,
    last: Day,
  ): readonly { opening: number; came: number; went: number }[];
  /** The last movement there is. */
  lastId(): number;
  /** A title that expires within so many days is watched. */
  expiryNoticeDays: number;
}

const AWAY: ReadonlySet<TitlePlace> = new Set(['lent', 'registration', 'missing']);
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** What is in a safe, compartment by compartment, with what is missing there and why. */
export function createContents(repo: SafeRepo, inside: Inside) {
  /** Titles and slips in words, each read by one question for all of them. */
  const tell = (some: readonly Lying[]) => {
    const titles = inside.titles([...new Set(some.map(({ titleId }) => titleId))]);
    const slips = inside.slips([...new Set(some.map(({ slipId }) => slipId))]);
    return ({ titleId, slipId }: Lying): Told => {
      const [title, slip] = [titles.get(titleId), slips.get(slipId)];
      if (!title) throw new AppError('notFound', 'noSuchTitle');
      if (!slip) throw new AppError('notFound', 'noSuchSlip');
      return { title, slip };
    };
  };
  const heldOf = ({ titleId, quantity, since, slipId }: Lying, { title, slip }: Told): HeldTitle => {
    const { kind, name, certificateNo, owner, projectId, number, client, expiresOn } = title;
    const { no: slipNo, basis, operator, second } = slip;
    const its = { titleId, kind, name, certificateNo, owner, quantity, projectId, number, client };
    const held: HeldTitle = { ...its, since, slipId, slipNo, basis, operator, second };
    if (expiresOn) held.expiresOn = expiresOn;
    return held;
  };
  const awayOf = (its: Lying, told: Told): AwayTitle => {
    const { party, dueOn } = told.slip;
    return {
      ...heldOf(its, told),
      place: its.place as AwayTitle['place'],
      party,
      ...(dueOn && { dueOn }),
    };
  };

  const compartmentsOf = (own: readonly CompartmentOfSafe[], day: Day | undefined): CompartmentContents[] => {
    const found = new Map(
      own.map(({ safeId: _, safe: __, ...its }): [number, CompartmentContents] => [
        its.id,
        { ...its, pieces: 0, titles: [], away: [] },
      ]),
    );
    const all = inside.holdings(day);
    const held = all.filter(({ compartmentId }) => found.has(compartmentId ?? 0));
    const out = all.filter(({ place, cameFromId }) => AWAY.has(place) && found.has(cameFromId ?? 0));
    const told = tell([...held, ...out]);
    for (const its of held) {
      const compartment = found.get(its.compartmentId ?? 0);
      compartment?.titles.push(heldOf(its, told(its)));
      if (compartment) compartment.pieces += its.quantity;
    }
    for (const its of out) found.get(its.cameFromId ?? 0)?.away.push(awayOf(its, told(its)));
    return [...found.values()];
  };

  return ({ safeId, on }: { safeId: number; on?: Day | undefined }, today: Day): SafeContents => {
    const its = repo.all().find(({ id }) => id === safeId);
    if (!its) throw new AppError('notFound', 'noSuchSafe');
    const day = on ?? today;
    if (day > today) throw new AppError('invalid', 'looksAhead', { day, field: 'on' });
    const own = repo.compartments().filter((one) => one.safeId === safeId);
    const compartments = compartmentsOf(own, on === undefined || on === today ? undefined : on);
    const away = compartments.flatMap((one) => one.away);
    const rows = inside.dayIn(new Set(own.map(({ id }) => id)), day);
    const soon = addDays(day, inside.expiryNoticeDays);
    const watched = compartments.flatMap((one) => [...one.titles, ...one.away]);
    return {
      ...{ safeId, name: its.name, place: its.place, on: day },
      // What was retired before that day is not there; what still was in use then is.
      compartments: compartments.map((one) =>
        one.retiredOn !== undefined && one.retiredOn > day ? withoutRetirement(one) : one,
      ),
      pieces: sum(compartments.map(({ pieces }) => pieces)),
      away: sum(away.map(({ quantity }) => quantity)),
      overdue: sum(away.filter(({ dueOn }) => dueOn !== undefined && dueOn < day).map(({ quantity }) => quantity)),
      expiring: new Set(
        watched.flatMap(({ titleId, expiresOn }) => (expiresOn !== undefined && expiresOn <= soon ? titleId : [])),
      ).size,
      opening: sum(rows.map(({ opening }) => opening)),
      came: sum(rows.map(({ came }) => came)),
      went: sum(rows.map(({ went }) => went)),
    };
  };
}

const withoutRetirement = ({ retiredOn: _, ...compartment }: CompartmentContents): CompartmentContents => compartment;
