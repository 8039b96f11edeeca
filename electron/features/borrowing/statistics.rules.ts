import {
  type BorrowingStatistics,
  type LentChoice,
  type LentCounts,
  type LentFilter,
  type LentLine,
  MOST_ASKED,
  type StatisticsBy,
  type StatisticsRow,
} from '../../../shared/api/borrowing-book.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { overdueDays } from './borrowing.rules';

type Standing = Pick<LentLine, 'state' | 'dueOn'> & { returnedOn?: Day };

const isOut = ({ state }: Standing) => state === 'lent' || state === 'incomplete';

/** Until it came back or was given up, or until today; one number wherever it stands. */
export function lateDaysOf(its: Standing, today: Day): number {
  if (isOut(its)) return overdueDays(its.dueOn, today);
  return its.returnedOn === undefined ? 0 : overdueDays(its.dueOn, its.returnedOn);
}

type Counted = Pick<LentLine, 'state' | 'lateDays' | 'copies' | 'lentOn' | 'submittedOn'>;
const IS: Readonly<Record<LentChoice, (its: Counted) => boolean>> = {
  asked: () => true,
  lent: ({ lentOn, state }) => lentOn !== undefined && state !== 'notLent',
  out: ({ state }) => state === 'lent' || state === 'incomplete',
  overdue: (its) => IS.out(its) && its.lateDays > 0,
  returned: ({ state }) => state === 'returned',
  onTime: (its) => IS.returned(its) && its.lateDays === 0,
  late: (its) => IS.returned(its) && its.lateDays > 0,
  settled: ({ state }) => state === 'settled',
  copies: (its) => IS.lent(its) && its.copies > 0,
};
/** The day by which something is counted: of a request, when it was made; of everything else, when it was lent. */
const dayOf = (which: LentChoice, its: Counted): Day | undefined => (which === 'asked' ? its.submittedOn : its.lentOn);

const within = (day: Day | undefined, from: Day, to: Day) => day !== undefined && day >= from && day <= to;

/** Is the thing one of those that the list, or a number of the statistics, counts? */
export const isCounted = (which: LentChoice, its: Counted, { from, to }: { from: Day; to: Day }): boolean =>
  IS[which](its) && within(dayOf(which, its), from, to);

export function isAskedFor(its: LentLine, filter: LentFilter): boolean {
  const { which, borrowerId, department, organisation, thingKind, thingId } = filter;
  return (
    isCounted(which, its, filter) &&
    (borrowerId === undefined || its.borrowerId === borrowerId) &&
    (department === '' || its.department === department) &&
    (organisation === '' || its.outsiderOrganisation === organisation) &&
    (thingKind === undefined || its.kind === thingKind) &&
    (thingId === undefined || its.thingId === thingId)
  );
}

function countsOf(lines: readonly LentLine[], period: { from: Day; to: Day }): LentCounts {
  const count = (which: LentChoice) => lines.filter((its) => isCounted(which, its, period));
  const [returned, overdue, onTime] = [count('returned').length, count('overdue').length, count('onTime').length];
  const lent = count('lent');
  const judged = returned + overdue;
  return {
    ...{ asked: count('asked').length, lent: lent.length, returned, onTime, late: count('late').length },
    ...{ out: count('out').length, overdue, settled: count('settled').length },
    copies: lent.reduce((sum, its) => sum + its.copies, 0),
    lateDays: lent.reduce((sum, its) => sum + its.lateDays, 0),
    ...(judged > 0 && { onTimeShare: Math.round((onTime * 100) / judged) }),
  };
}

/** By what a thing is counted in a group; in none where there is nothing. */
const GROUPS: Readonly<Record<StatisticsBy, (its: LentLine) => string>> = {
  department: ({ department }) => department,
  person: ({ borrowerId }) => String(borrowerId),
  month: ({ lentOn, submittedOn }) => (lentOn ?? submittedOn).slice(0, 7),
  organisation: ({ outsiderOrganisation }) => outsiderOrganisation,
  thing: ({ kind, thingId }) => `${kind} ${thingId}`,
};
const described = (
  by: StatisticsBy,
  its: LentLine,
): Pick<StatisticsRow, 'name' | 'borrowerId' | 'thing' | 'dossierId'> => {
  if (by === 'person') return { name: its.borrower, borrowerId: its.borrowerId };
  if (by !== 'thing') return { name: GROUPS[by](its) };
  const { kind, thingId: id, number, name, dossierId } = its;
  return { name: `${number} ${name}`.trim(), thing: { kind, id }, ...(dossierId !== undefined && { dossierId }) };
};
const ORDERS: Readonly<Record<StatisticsBy, (a: StatisticsRow, b: StatisticsRow) => number>> = {
  month: (a, b) => (a.name < b.name ? -1 : 1),
  department: (a, b) => b.lent - a.lent,
  person: (a, b) => b.lent - a.lent,
  organisation: (a, b) => b.lent - a.lent,
  thing: (a, b) => b.asked - a.asked || b.lent - a.lent,
};

function rowsBy(by: StatisticsBy, lines: readonly LentLine[], period: { from: Day; to: Day }): StatisticsRow[] {
  const groups = new Map<string, LentLine[]>();
  for (const its of lines) {
    const key = GROUPS[by](its);
    const known = groups.get(key) ?? [];
    known.push(its);
    if (key !== '') groups.set(key, known);
  }
  const rows = [...groups.values()].flatMap((its): StatisticsRow[] => {
    const [first] = its;
    return first ? [{ ...described(by, first), ...countsOf(its, period) }] : [];
  });
  return rows.filter(({ asked, lent }) => (by === 'thing' ? asked : lent) > 0).sort(ORDERS[by]);
}

/** What was lent in the period and what became of it: each number counts exactly the list that it opens. */
export function statisticsOf(all: readonly LentLine[], period: { from: Day; to: Day }): BorrowingStatistics {
  const lines = all.filter((its) => isCounted('asked', its, period) || isCounted('lent', its, period));
  return {
    ...period,
    total: countsOf(lines, period),
    department: rowsBy('department', lines, period),
    person: rowsBy('person', lines, period),
    month: rowsBy('month', lines, period),
    organisation: rowsBy('organisation', lines, period),
    thing: rowsBy('thing', lines, period).slice(0, MOST_ASKED),
  };
}
