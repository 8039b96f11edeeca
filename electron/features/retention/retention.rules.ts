import type { Day } from '../../../shared/calendar/working-days';

/**
 * Last day of a retention: so many years after the end of the business (SPEC: retention counts from the settlement, not from
 * filing). `undefined`: for ever, or the business goes on. 29 February ends on 28 February of a common year.
 */
export function keepUntil(years: number | undefined, endedOn: Day | undefined): Day | undefined {
  if (years === undefined || endedOn === undefined) return undefined;
  const year = Number(endedOn.slice(0, 4)) + years;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const rest = endedOn.slice(4) === '-02-29' && !isLeap ? '-02-28' : endedOn.slice(4);
  return `${String(year).padStart(4, '0')}${rest}`;
}

/** The terms of a new company (《机关档案管理规定》: permanent, thirty years, ten years). */
export const SHIPPED_RETENTIONS = [
  { code: 'permanent', name: '永久' },
  { code: 'y30', name: '30年', years: 30 },
  { code: 'y10', name: '10年', years: 10 },
] as const;
export const SHIPPED_BASIS = '《机关档案管理规定》';
