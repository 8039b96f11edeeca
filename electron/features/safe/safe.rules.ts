import { createHash } from 'node:crypto';
import type { Custody } from '../../../shared/api/safe.contract';
import type { KindBalance, SafeMonth } from '../../../shared/api/safe-closing.contract';
import { TITLE_KINDS, type TitleKind } from '../../../shared/api/title-fields';
import type { Day } from '../../../shared/calendar/working-days';
import { canonicalJson } from '../../db/journal';

/** What holder and supervisor of a key or a combination sign, and whoever gives it up (docs/journal-format.md). */
export interface SignedCustody {
  safeId: number;
  kind: Custody['kind'];
  label: string;
  giverId?: number | undefined;
  holderId: number;
  supervisorId: number;
  reason: string;
  absence?: string | undefined;
  takenOn: Day;
}
/** What two people sign who open a safe. */
export interface SignedOpening {
  safeId: number;
  openedAt: string;
  reason: string;
  operatorId: number;
  secondId: number;
}
/** What two people sign who close a day of a safe. */
export interface SignedClosing {
  safeId: number;
  day: Day;
  asOf: number;
  lines: readonly KindBalance[];
  operatorId: number;
  secondId: number;
}
/** What two people sign who close a month. */
export interface SignedMonth {
  month: string;
  asOf: number;
  closedBy: number;
  secondId: number;
}

const sha256 = (signed: unknown) => createHash('sha256').update(canonicalJson(signed)).digest('hex');
export const custodyHash = (its: SignedCustody): string => {
  const { safeId, kind, label, giverId, holderId, supervisorId, reason, takenOn } = its;
  const absence = its.absence === '' ? undefined : its.absence;
  return sha256({ safeId, kind, label, giverId, holderId, supervisorId, reason, absence, takenOn });
};
export const openingHash = ({ safeId, openedAt, reason, operatorId, secondId }: SignedOpening): string =>
  sha256({ safeId, openedAt, reason, operatorId, secondId });
export const closingHash = ({ safeId, day, asOf, lines, operatorId, secondId }: SignedClosing): string =>
  sha256({ safeId, day, asOf, lines: lines.map(plain), operatorId, secondId });
export const monthHash = ({ month, asOf, closedBy, secondId }: SignedMonth): string =>
  sha256({ month, asOf, closedBy, secondId });
/** What is on the screen when two people sign a day. */
export const seenHash = (safeId: number, day: Day, lines: readonly KindBalance[]): string =>
  sha256({ safeId, day, lines: lines.map(plain) });
/** The same of a month. */
export const seenMonthHash = (month: string, safes: readonly SafeMonth[]): string => sha256({ month, safes });
const plain = ({ kind, opening, came, went, closing }: KindBalance) => ({ kind, opening, came, went, closing });

/**
 * A safe opens when one of the two holds a key and the other one the combination (SPEC: opening the safe takes two different
 * people). Answers why they cannot; `undefined` when they can.
 */
export function whyNotOpenable(
  custody: readonly Pick<Custody, 'kind' | 'holderId'>[],
  operatorId: number,
  secondId: number,
): 'noKeyAmongThem' | 'noCombinationAmongThem' | undefined {
  const holds = (staffId: number, kind: Custody['kind']) =>
    custody.some((its) => its.kind === kind && its.holderId === staffId);
  if (!holds(operatorId, 'key') && !holds(secondId, 'key')) return 'noKeyAmongThem';
  if (!holds(operatorId, 'combination') && !holds(secondId, 'combination')) return 'noCombinationAmongThem';
  return undefined;
}

/** What is asked for when a key or the combination goes to somebody else. */
export interface Entrusting {
  kind: Custody['kind'];
  label: string;
  holderId: number;
  supervisorId: number;
  executiveId?: number | undefined;
  absence: string;
}
export interface Wrong {
  reason: string;
  field: string;
}

/** Why a key or the combination of a safe cannot go there; `custody` is who holds what of it now. */
export function whyNotEntrustable(
  custody: readonly Pick<Custody, 'kind' | 'label' | 'holderId'>[],
  its: Entrusting,
): Wrong | undefined {
  const wrong = (reason: string, field: string): Wrong => ({ reason, field });
  if ((its.kind === 'key') !== (its.label !== '')) return wrong('keyNeedsNumber', 'label');
  const now = custody.find(({ kind, label }) => kind === its.kind && label === its.label);
  if (its.kind === 'key' && now?.holderId === its.holderId) return wrong('holdsItAlready', 'holderId');
  if (custody.some(({ kind, holderId }) => kind !== its.kind && holderId === its.holderId))
    return wrong('holdsBoth', 'holderId');
  const concerned = [its.holderId, ...custody.map(({ holderId }) => holderId)];
  if (concerned.includes(its.supervisorId)) return wrong('supervisorHolds', 'supervisorId');
  if (now === undefined && its.executiveId === undefined) return wrong('spareKeyNeedsExecutive', 'executiveId');
  if (its.executiveId === undefined) return undefined;
  if (its.executiveId === its.holderId || its.executiveId === its.supervisorId)
    return wrong('executiveIsParty', 'executiveId');
  return now !== undefined && its.absence === '' ? wrong('absenceNeeded', 'absence') : undefined;
}

/** What is known of a safe when a day of it is to be closed. */
export interface KnownDays {
  today: Day;
  lastClosed: Day | undefined;
  closedMonth: string | undefined;
  /** The first day with a movement that nobody has closed. */
  firstOpen: Day | undefined;
  isOpen: boolean;
}
export interface Hindrance {
  reason: string;
  details: Readonly<Record<string, string>>;
}

export function whyNotDayClosable(day: Day, known: KnownDays): Hindrance | undefined {
  const { today, lastClosed, closedMonth, firstOpen, isOpen } = known;
  if (day > today) return { reason: 'closesAhead', details: { day } };
  if (lastClosed !== undefined && day <= lastClosed)
    return { reason: 'dayClosedAlready', details: { day: lastClosed } };
  if (closedMonth !== undefined && day.slice(0, 7) <= closedMonth)
    return { reason: 'monthClosed', details: { month: day.slice(0, 7) } };
  if (firstOpen !== undefined && firstOpen < day) return { reason: 'earlierDayOpen', details: { day: firstOpen } };
  return isOpen ? { reason: 'safeStandsOpen', details: {} } : undefined;
}

/** What is known when a month is to be closed. */
export interface KnownMonths {
  today: Day;
  last: string | undefined;
  /** The first month with a movement that nobody has closed. */
  firstOpen: string | undefined;
  /** The first day of a safe with a movement that nobody has closed. */
  openDay: { safe: string; day: Day } | undefined;
}

export function whyNotMonthClosable(
  month: string,
  { today, last, firstOpen, openDay }: KnownMonths,
): Hindrance | undefined {
  if (month >= today.slice(0, 7)) return { reason: 'monthNotOver', details: { month } };
  if (last !== undefined && month <= last) return { reason: 'monthClosedAlready', details: { month: last } };
  if (firstOpen !== undefined && firstOpen < month)
    return { reason: 'earlierMonthOpen', details: { month: firstOpen } };
  return openDay !== undefined && openDay.day.slice(0, 7) <= month
    ? { reason: 'monthDayOpen', details: { ...openDay } }
    : undefined;
}

/** The months follow each other: 2026-12 before 2027-01. */
export const nextMonth = (month: string): string => {
  const [year = 0, its = 0] = month.split('-').map(Number);
  return its === 12 ? `${year + 1}-01` : `${year}-${String(its + 1).padStart(2, '0')}`;
};

/** A day title by title, summed up by kind; every kind in its order, also where nothing is. */
export function byKind(
  rows: readonly { titleId: number; opening: number; came: number; went: number }[],
  kindOf: (titleId: number) => TitleKind | undefined,
): KindBalance[] {
  const found = new Map<TitleKind | undefined, KindBalance>(
    TITLE_KINDS.map((kind) => [kind, { kind, opening: 0, came: 0, went: 0, closing: 0 }]),
  );
  for (const { titleId, opening, came, went } of rows) {
    const line = found.get(kindOf(titleId));
    if (!line) continue;
    line.opening += opening;
    line.came += came;
    line.went += went;
    line.closing += opening + came - went;
  }
  return [...found.values()];
}
