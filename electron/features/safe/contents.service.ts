import { AppError } from '../../../shared/api/errors';
import type { AwayTitle, CompartmentContents, HeldTitle, SafeContents } from '../../../shared/api/safe.contract';
import type { TitlePlace } from '../../../shared/api/title.contract';
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
}
interface Told {
  title: Pick<HeldTitle, 'kind' | 'name' | 'certificateNo' | 'owner' | 'projectId' | 'number' | 'client'> & {
    expiresOn?: string | undefined;
  };
  slip: { no: string; basis: string; operator: string; second: string; party: string; dueOn?: string | undefined };
}
/** The titles, as the safes need them. */
export interface Inside {
  /** What is where at the end of that day, or now. */
  holdings(day?: Day): readonly Lying[];
  title(id: number): Told['title'];
  slip(id: number): Told['slip'];
  /** From which compartment a slip took that title. */
  takenFrom(titleId: number, slipId: number): number | undefined;
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
  const toldOf = ({ titleId, quantity, since, slipId }: Lying): HeldTitle => {
    const { kind, name, certificateNo, owner, projectId, number, client, expiresOn } = inside.title(titleId);
    const { no, basis, operator, second } = inside.slip(slipId);
    return {
      ...{ titleId, kind, name, certificateNo, owner, quantity, projectId, number, client },
      ...(expiresOn !== undefined && { expiresOn }),
      ...{ since, slipId, slipNo: no, basis, operator, second },
    };
  };
  const awayOf = (its: Lying): AwayTitle => {
    const { party, dueOn } = inside.slip(its.slipId);
    return {
      ...toldOf(its),
      place: its.place as AwayTitle['place'],
      party,
      ...(dueOn !== undefined && { dueOn }),
    };
  };

  const compartmentsOf = (own: readonly CompartmentOfSafe[], day: Day | undefined): CompartmentContents[] => {
    const ids = new Set(own.map(({ id }) => id));
    const all = inside.holdings(day);
    const held = all.filter(({ compartmentId }) => compartmentId !== undefined && ids.has(compartmentId));
    const out = all
      .filter(({ place }) => AWAY.has(place))
      .map((its) => ({ its, from: inside.takenFrom(its.titleId, its.slipId) }))
      .filter(({ from }) => from !== undefined && ids.has(from));
    return own.map(({ safeId: _, safe: __, ...compartment }) => {
      const titles = held.filter(({ compartmentId }) => compartmentId === compartment.id).map(toldOf);
      return {
        ...compartment,
        pieces: sum(titles.map(({ quantity }) => quantity)),
        titles,
        away: out.filter(({ from }) => from === compartment.id).map(({ its }) => awayOf(its)),
      };
    });
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
