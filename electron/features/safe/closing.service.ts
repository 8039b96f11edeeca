import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type {
  ClosingFilter,
  ClosingRow,
  ClosingView,
  closing,
  KindBalance,
  Months,
  SafeBalance,
  SafeMonth,
} from '../../../shared/api/safe-closing.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { TwoSigners } from '../../ipc/signer';
import type { Demands, SafeParts } from './demands';
import {
  byKind,
  closingHash,
  type Hindrance,
  monthHash,
  nextMonth,
  seenHash,
  seenMonthHash,
  whyNotDayClosable,
  whyNotMonthClosable,
} from './safe.rules';

type ClosedDay = Omit<ParsedOf<typeof closing.closeDay>, 'signatures'>;
type ClosedMonth = Omit<ParsedOf<typeof closing.closeMonth>, 'signatures'>;

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const totals = (lines: readonly KindBalance[]) => ({
  opening: sum(lines.map((its) => its.opening)),
  came: sum(lines.map((its) => its.came)),
  went: sum(lines.map((its) => its.went)),
  closing: sum(lines.map((its) => its.closing)),
});
const refuse = (hindrance: Hindrance | undefined, field: string): void => {
  if (hindrance) throw new AppError('conflict', hindrance.reason, { ...hindrance.details, field });
};

const compartmentsIn = (repo: SafeParts['repo'], safeId: number): Set<number> =>
  new Set(repo.compartments().flatMap((its) => (its.safeId === safeId ? its.id : [])));
/** The first day of a safe with a movement that nobody has closed. */
export const firstOpenDay = ({ repo, inside }: Pick<SafeParts, 'repo' | 'inside'>, safeId: number): Day | undefined =>
  inside.firstDayIn(compartmentsIn(repo, safeId), repo.lastClosedDay(safeId));

/** What came into a safe and left it day by day; what two people have signed for stays as it is. */
export function createClosing(parts: SafeParts, demands: Demands) {
  const { repo, commit, demandPresent, isExecutive, inside } = parts;

  const linesOf = (safeId: number, day: Day): KindBalance[] => {
    return byKind(inside.dayIn(compartmentsIn(repo, safeId), day), inside.kinds());
  };
  const whyNotDay = (safeId: number, day: Day, today: Day): Hindrance | undefined => {
    const hindrance = whyNotDayClosable(day, {
      today,
      lastClosed: repo.lastClosedDay(safeId),
      closedMonth: repo.lastMonth(),
      firstOpen: firstOpenDay(parts, safeId),
      isOpen: repo.openNow(safeId) !== undefined,
    });
    return hindrance && { ...hindrance, details: { name: demands.known(safeId).name, ...hindrance.details } };
  };

  const balance = (safeId: number, day: Day, today: Day): SafeBalance => {
    const { name: safe, retiredOn } = demands.known(safeId);
    if (day > today) throw new AppError('invalid', 'looksAhead', { day, field: 'day' });
    const closed = repo.closingOf(safeId, day);
    const lines = closed ? repo.closingLines(closed.id) : linesOf(safeId, day);
    const because = closed || retiredOn !== undefined ? undefined : whyNotDay(safeId, day, today);
    return {
      ...{ safeId, safe, day, lines, ...totals(lines) },
      slips: repo.daySlips(safeId, day),
      contentHash: seenHash(safeId, day, lines),
      ...(closed && {
        closed: { id: closed.id, closedAt: closed.closedAt, operator: closed.operator, second: closed.second },
      }),
      ...(because && { notClosableBecause: because }),
    };
  };

  const demandDay = (safeId: number, day: Day, today: Day): void => {
    refuse(whyNotDay(safeId, day, today), 'day');
  };
  const demandDayClosable = ({ safeId, day, seen, secondId }: ClosedDay, ctx: SignedInContext): KindBalance[] => {
    const its = demands.inUse(safeId);
    const operatorId = ctx.actor.staffId;
    if (operatorId === secondId) throw new AppError('conflict', 'oneSignsForBoth', { field: 'secondId' });
    demandDay(safeId, day, ctx.today);
    for (const id of [operatorId, secondId]) demandPresent(id);
    demands.holdersOf(its, operatorId, secondId);
    const lines = linesOf(safeId, day);
    if (seenHash(safeId, day, lines) !== seen)
      throw new AppError('conflict', 'balanceChanged', { name: its.name, day });
    return lines;
  };

  const closeDay = (input: ClosedDay, by: TwoSigners, ctx: SignedInContext): { id: number } => {
    const lines = demandDayClosable(input, ctx);
    const { safeId, day } = input;
    const [operatorId, secondId] = [by.operator.staffId, by.second.staffId];
    const signed = { safeId, day, asOf: inside.lastId(), lines, operatorId, secondId };
    return commit(ctx, 'safe.closeDay', { safeId, day, secondId }, () => {
      const id = repo.addClosing({ ...signed, closedAt: ctx.at });
      repo.sign({ kind: 'closing', id }, operatorId, 'operator', ctx.at, closingHash(signed));
      repo.sign({ kind: 'closing', id }, secondId, 'second', ctx.at, closingHash(signed));
      return { id };
    });
  };

  const closingView = (id: number): ClosingView => {
    const row = repo.closing(id);
    if (!row) throw new AppError('notFound', 'noSuchClosing');
    return {
      ...row,
      lines: repo.closingLines(id),
      slips: repo.daySlips(row.safeId, row.day),
      signatures: repo.signatures('closing', id),
      event: repo.closingEvent(id),
    };
  };

  const whyNotMonth = (month: string, today: Day): Hindrance | undefined => {
    const open = repo.all().flatMap(({ id, name: safe }) => {
      const day = firstOpenDay(parts, id);
      return day === undefined ? [] : { safe, day };
    });
    const [openDay] = open.sort((a, b) => a.day.localeCompare(b.day));
    return whyNotMonthClosable(month, { today, last: repo.lastMonth(), firstOpen: repo.firstOpenMonth(), openDay });
  };

  /** What moved in a month, safe by safe, with the safes that were empty all the time left out. */
  const safesIn = (month: string): SafeMonth[] => {
    return repo.all().flatMap(({ id, name: safe }) => {
      const rows = inside.daysIn(compartmentsIn(repo, id), `${month}-01`, `${month}-31`);
      const [opening, came, went] = [
        sum(rows.map((its) => its.opening)),
        sum(rows.map((its) => its.came)),
        sum(rows.map((its) => its.went)),
      ];
      return opening + came + went === 0 ? [] : [{ safe, opening, came, went, closing: opening + came - went }];
    });
  };

  /** What is on the screen when two people sign a month. */
  const seenOf = (month: string) => {
    const safes = safesIn(month);
    return { safes, contentHash: seenMonthHash(month, safes) };
  };

  const months = (today: Day): Months => {
    const last = repo.lastMonth();
    const month = last === undefined ? repo.firstOpenMonth() : nextMonth(last);
    if (month === undefined || month >= today.slice(0, 7)) return { rows: repo.months() };
    const because = whyNotMonth(month, today);
    return { rows: repo.months(), next: { month, ...seenOf(month), ...(because && { notClosableBecause: because }) } };
  };

  const demandMonth = (month: string, today: Day): void => {
    refuse(whyNotMonth(month, today), 'month');
  };
  const demandMonthClosable = ({ month, seen, secondId }: ClosedMonth, ctx: SignedInContext): void => {
    const operatorId = ctx.actor.staffId;
    if (operatorId === secondId) throw new AppError('conflict', 'oneSignsForBoth', { field: 'secondId' });
    demandMonth(month, ctx.today);
    for (const id of [operatorId, secondId]) demandPresent(id);
    if (!isExecutive(secondId)) throw new AppError('notAllowed', 'notAnExecutiveForSafe', { field: 'secondId' });
    if (seenOf(month).contentHash !== seen) throw new AppError('conflict', 'monthChanged', { month });
  };

  const closeMonth = (input: ClosedMonth, by: TwoSigners, ctx: SignedInContext): { id: number } => {
    demandMonthClosable(input, ctx);
    const [closedBy, secondId] = [by.operator.staffId, by.second.staffId];
    const signed = { month: input.month, asOf: inside.lastId(), closedBy, secondId };
    return commit(ctx, 'safe.closeMonth', { month: input.month, secondId }, () => {
      const id = repo.addMonth({ ...signed, closedAt: ctx.at });
      repo.sign({ kind: 'month', id }, closedBy, 'operator', ctx.at, monthHash(signed));
      repo.sign({ kind: 'month', id }, secondId, 'second', ctx.at, monthHash(signed));
      return { id };
    });
  };

  return {
    balance,
    demandDayClosable,
    closeDay,
    closings: (filter: ClosingFilter): ClosingRow[] => repo.closings(filter),
    closing: closingView,
    months,
    monthSeen: seenOf,
    demandMonthClosable,
    closeMonth,
  };
}
