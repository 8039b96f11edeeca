import type {
  ComplaintCounts,
  ComplaintStatistics,
  CountedChoice,
  CountedComplaint,
  CountedFilter,
  TallyBy,
  TallyPeriod,
  TallyRow,
} from '../../../shared/api/complaint-book.contract';
import { COUNTED_CHOICES, TALLY_BY } from '../../../shared/api/complaint-book.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { allowedDays, closedAfter, type Tallied } from './tally.rules';

export interface Clock {
  at: string;
  today: Day;
}

const isPast = (its: Tallied, { at, today }: Clock): boolean =>
  its.running.some(({ dueOn, dueAt }) => (dueAt === undefined ? today > dueOn : at > dueAt));

/** A case is exactly one of four. */
export function standingOf(its: Tallied, clock: Clock): CountedComplaint['standing'] {
  if (its.closedOn !== undefined) return its.missed ? 'late' : 'onTime';
  return its.missed || isPast(its, clock) ? 'overdue' : 'open';
}

const IS: Readonly<Record<CountedChoice, (its: Tallied, standing: CountedComplaint['standing']) => boolean>> = {
  registered: () => true,
  justified: ({ justified }) => justified,
  major: ({ major }) => major,
  closed: ({ closedOn }) => closedOn !== undefined,
  onTime: (_, standing) => standing === 'onTime',
  late: (_, standing) => standing === 'late',
  open: ({ closedOn }) => closedOn === undefined,
  overdue: (_, standing) => standing === 'overdue',
  satisfied: ({ satisfied }) => satisfied === true,
  dissatisfied: ({ satisfied }) => satisfied === false,
  reopened: ({ round }) => round > 1,
};

/** How kinds and people are called. */
export interface Names {
  kind(procedureFirstId: number, code: string): { kind: string; procedure: string };
}

interface Line {
  key: string;
  name: string;
  procedure?: string;
}
/** In which lines a case stands: in one of each, and in one for each person complained of. */
const LINES: Readonly<Record<TallyBy, (its: Tallied, names: Names) => Line[]>> = {
  kind: ({ procedureFirstId, kind }, names) => {
    const its = names.kind(procedureFirstId, kind);
    return [{ key: `${procedureFirstId} ${kind}`, name: its.kind, procedure: its.procedure }];
  },
  unit: ({ unitId, unit = '' }) => [{ key: unitId === undefined ? '' : String(unitId), name: unit }],
  cause: ({ cause }) => [{ key: cause, name: cause }],
  person: ({ accused }) =>
    accused.length === 0 ? [{ key: '', name: '' }] : accused.map(({ id, name }) => ({ key: String(id), name })),
  month: ({ registeredOn }) => [{ key: registeredOn.slice(0, 7), name: registeredOn.slice(0, 7) }],
};

/** Is the case one of those that the list, or a number of the statistics, counts? */
export function isCounted(its: Tallied, { which, by, key }: CountedFilter, clock: Clock, names: Names): boolean {
  return (
    IS[which](its, standingOf(its, clock)) &&
    (by === undefined || LINES[by](its, names).some((line) => line.key === key))
  );
}

/** The name of a line by its key, as it stands in the table; of all of them none. */
export const lineName = (its: Tallied, { by, key }: CountedFilter, names: Names): string =>
  by === undefined ? '' : (LINES[by](its, names).find((line) => line.key === key)?.name ?? '');

interface Sums {
  counts: Record<CountedChoice, number>;
  closedAfter: { sum: number; count: number };
  allowed: { sum: number; count: number };
}
const nothing = (): Sums => ({
  counts: Object.fromEntries(COUNTED_CHOICES.map((which) => [which, 0])) as Record<CountedChoice, number>,
  closedAfter: { sum: 0, count: 0 },
  allowed: { sum: 0, count: 0 },
});

function addTo(sums: Sums, its: Tallied, counted: readonly CountedChoice[]): void {
  for (const which of counted) sums.counts[which] += 1;
  const after = closedAfter(its);
  const allowed = allowedDays(its);
  if (after === undefined) return;
  sums.closedAfter.sum += after;
  sums.closedAfter.count += 1;
  if (allowed === undefined) return;
  sums.allowed.sum += allowed;
  sums.allowed.count += 1;
}

/** To one place behind the point. */
const average = ({ sum, count }: { sum: number; count: number }) => Math.round((sum * 10) / count) / 10;

function countsOf({ counts, closedAfter: after, allowed }: Sums): ComplaintCounts {
  const judged = counts.closed + counts.overdue;
  const heard = counts.satisfied + counts.dissatisfied;
  return {
    ...counts,
    ...(judged > 0 && { onTimeShare: Math.round((counts.onTime * 100) / judged) }),
    ...(heard > 0 && { satisfiedShare: Math.round((counts.satisfied * 100) / heard) }),
    ...(after.count > 0 && { closedAfter: average(after) }),
    ...(allowed.count > 0 && { allowed: average(allowed) }),
  };
}

const byName = (a: Line, b: Line) => (a.key < b.key ? -1 : 1);
/** The most first; what names nothing last; months in their order. */
const inOrder = (by: TallyBy) => (a: TallyRow, b: TallyRow) =>
  by === 'month'
    ? byName(a, b)
    : Number(a.name === '') - Number(b.name === '') || b.registered - a.registered || byName(a, b);

const AT_ONCE = 100;

/**
 * What was registered in the period and what became of it: each number counts exactly the list that it opens. In steps, so that
 * others are answered in between.
 */
export function* statisticsOf(
  all: readonly Tallied[],
  { from, to }: TallyPeriod,
  clock: Clock,
  names: Names,
): Generator<void, ComplaintStatistics> {
  const total = nothing();
  const groups = new Map(TALLY_BY.map((by) => [by, new Map<string, Line & { sums: Sums }>()]));
  for (const [index, its] of all.entries()) {
    if (index % AT_ONCE === 0) yield;
    const standing = standingOf(its, clock);
    const counted = COUNTED_CHOICES.filter((which) => IS[which](its, standing));
    addTo(total, its, counted);
    for (const [by, lines] of groups)
      for (const line of LINES[by](its, names)) {
        const known = lines.get(line.key) ?? { ...line, sums: nothing() };
        addTo(known.sums, its, counted);
        lines.set(line.key, known);
      }
  }
  const rows = (by: TallyBy) =>
    [...(groups.get(by)?.values() ?? [])]
      .map(({ sums, ...line }) => ({ ...line, ...countsOf(sums) }))
      .sort(inOrder(by));
  return {
    ...{ from, to, total: countsOf(total) },
    ...{ kind: rows('kind'), unit: rows('unit'), cause: rows('cause'), person: rows('person'), month: rows('month') },
  };
}
