import type {
  ComplaintStatistics,
  CountedComplaint,
  CountedFilter,
  TallyBy,
  TallyPeriod,
  TallyRow,
} from '../../../shared/api/complaint-book.contract';
import type { Calendar, Day } from '../../../shared/calendar/working-days';
import { atOnce } from '../../ipc/in-turns';
import type { Case } from './complaint.repo';
import type { Granted } from './course.rules';
import type { CaseProcedure, ProcedureRepo } from './procedure.repo';
import { type Clock, isCounted, lineName, type Names, standingOf, statisticsOf } from './statistics.rules';
import type { TallyCase, TallyRepo } from './tally.repo';
import { allowedDays, closedAfter, type Tallied, tally } from './tally.rules';

interface Parts {
  repo: TallyRepo;
  procedures: Pick<ProcedureRepo, 'ofCase' | 'newest'>;
  cases: { byId(id: number): Case | undefined };
  granted(id: number): Granted[];
  calendar(): Calendar;
  dayOf(at: string): Day;
  /** Another number after each change of what is counted. */
  changes(): number;
}

export type ComplaintBook = ReturnType<typeof createComplaintBook>;

/** Complaints counted. What they come to is worked out a few at a time, and kept until something of it changes. */
export function createComplaintBook(parts: Parts) {
  const { repo, procedures, cases, changes } = parts;
  let kept: { asked: string; at: number; all: readonly Tallied[] } | undefined;

  /** In steps of a few cases each; keeps what they come to. */
  function* tallying({ from, to }: TallyPeriod): Generator<void, readonly Tallied[]> {
    const [asked, at] = [`${from} ${to}`, changes()];
    if (kept?.asked === asked && kept.at === at) return kept.all;
    const all: Tallied[] = [];
    const calendar = parts.calendar();
    const versions = procedures.ofCase;
    for (let after = 0; ; ) {
      const some = repo.after(after, from, to);
      const [first, last] = [some[0]?.id, some.at(-1)?.id];
      if (first === undefined || last === undefined) break;
      all.push(...tallied(some, { first, last, calendar, versions }));
      after = last;
      yield;
    }
    if (changes() === at) kept = { asked, at, all };
    return all;
  }

  function tallied(
    some: readonly TallyCase[],
    with_: { first: number; last: number; calendar: Calendar; versions(id: number): CaseProcedure | undefined },
  ): Tallied[] {
    const steps = repo.stepsBetween(with_.first, with_.last);
    const accused = repo.accusedBetween(with_.first, with_.last);
    return some.flatMap(({ procedureId, ...its }) => {
      const version = with_.versions(procedureId);
      if (!version) return [];
      const more = { steps: steps.get(its.id) ?? [], accused: accused.get(its.id) ?? [], begins: beginsOf(its) };
      const one = { ...its, ...more, granted: parts.granted(its.id) };
      return [tally(version.firstId, version.definition, one, with_.calendar, parts.dayOf)];
    });
  }

  function beginsOf({ id, round, roundAt, roundOn, registeredAt, registeredOn }: Omit<TallyCase, 'procedureId'>) {
    const first = { at: registeredAt, on: registeredOn };
    const last = { at: roundAt, on: roundOn };
    const between = round > 2 ? repo.begins(id) : undefined;
    return Array.from({ length: round }, (_, index) => {
      if (index === 0) return first;
      return index + 1 === round ? last : (between?.get(index + 1) ?? last);
    });
  }

  const names = (): Names => {
    const newest = new Map(procedures.newest().map(({ firstId, definition }) => [firstId, definition]));
    return {
      kind: (firstId, code) => {
        const its = newest.get(firstId);
        return { kind: its?.kinds.find((kind) => kind.code === code)?.title ?? code, procedure: its?.title ?? '' };
      },
    };
  };
  const ofProcedure = (all: readonly Tallied[], { procedureFirstId }: TallyPeriod) =>
    all.filter((its) => procedureFirstId === undefined || its.procedureFirstId === procedureFirstId);

  function* statistics(asked: TallyPeriod, clock: Clock): Generator<void, ComplaintStatistics> {
    const all = yield* tallying(asked);
    const its = procedures.newest().find(({ firstId }) => firstId === asked.procedureFirstId)?.definition;
    return {
      ...(yield* statisticsOf(ofProcedure(all, asked), asked, clock, names())),
      ...(its && { procedure: its.title, form: its.forms.statistics }),
    };
  }

  const rowOf = (its: Tallied, clock: Clock, called: Names): CountedComplaint[] => {
    const found = cases.byId(its.id);
    if (!found) return [];
    const { id, no, registeredOn, facts, unit, round, handler, closedOn, client } = found;
    const [after, allowed, complainant] = [closedAfter(its), allowedDays(its), client ?? found.complainant];
    return [
      {
        ...{ id, no, registeredOn, facts, round, cause: its.cause, standing: standingOf(its, clock) },
        ...called.kind(its.procedureFirstId, its.kind),
        accused: its.accused.map(({ name }) => name),
        ...(complainant !== '' && { complainant }),
        ...(unit !== undefined && { unit }),
        ...(handler !== undefined && { handler }),
        ...(closedOn !== undefined && { closedOn }),
        ...(after !== undefined && { closedAfter: after }),
        ...(allowed !== undefined && { allowed }),
        ...(its.satisfied !== undefined && { satisfied: its.satisfied }),
      },
    ];
  };

  /** The newest first, at most so many of them; and how the line is called in which they are counted. */
  function* counted(
    asked: CountedFilter,
    most: number,
    clock: Clock,
  ): Generator<void, { rows: CountedComplaint[]; total: number; name: string }> {
    const called = names();
    const all = ofProcedure(yield* tallying(asked), asked);
    const found = yield* inSteps(all, (its) => (isCounted(its, asked, clock, called) ? [its] : []));
    const last = found.at(-1);
    const rows = yield* inSteps(found.slice(-most).reverse(), (its) => rowOf(its, clock, called));
    return { rows, total: found.length, name: last ? lineName(last, asked, called) : asked.key };
  }

  return {
    statistics,
    counted,
    /** How what a list was narrowed to is called. */
    namesOf: (asked: CountedFilter, clock: Clock): Record<string, string> => {
      const its = procedures.newest().find(({ firstId }) => firstId === asked.procedureFirstId);
      const { name } = atOnce(counted(asked, 1, clock));
      return { key: name, ...(its && { procedureFirstId: its.definition.title }) };
    },
    /** At once, for paper and files: what a page has just shown is not worked out again. */
    statisticsNow: (asked: TallyPeriod, clock: Clock): ComplaintStatistics => atOnce(statistics(asked, clock)),
    countedNow: (asked: CountedFilter, clock: Clock): CountedComplaint[] =>
      atOnce(counted(asked, Number.MAX_SAFE_INTEGER, clock)).rows,
    rowsBy: (by: TallyBy, asked: TallyPeriod, clock: Clock): TallyRow[] => atOnce(statistics(asked, clock))[by],
  };
}

const AT_ONCE = 20;
function* inSteps<T, R>(all: readonly T[], of: (its: T) => R[]): Generator<void, R[]> {
  const found: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    for (const its of all.slice(from, from + AT_ONCE)) found.push(...of(its));
    yield;
  }
  return found;
}
