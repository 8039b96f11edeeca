import { type Calendar, type Day, daysBetween } from '../../../shared/calendar/working-days';
import type { Does, Procedure } from '../../../shared/complaint/procedure';
import { type CaseNow, courseOf, deadlinesOf, factsOf, type Granted, type Taken } from './course.rules';

/** A case as far as it is counted. */
export interface TalliedCase {
  id: number;
  kind: string;
  unitId?: number;
  unit?: string;
  registeredOn: Day;
  round: number;
  closedOn?: Day;
  accused: readonly { id: number; name: string }[];
  steps: readonly Taken[];
  granted: readonly Granted[];
  /** When each round began; of the first, the registration. */
  begins: readonly { at: string; on: Day }[];
}

/** What a case comes to, whatever day it is looked at. */
export interface Tallied extends Pick<TalliedCase, 'id' | 'registeredOn' | 'round' | 'closedOn' | 'accused'> {
  procedureFirstId: number;
  kind: string;
  unitId?: number;
  unit?: string;
  cause: string;
  justified: boolean;
  major: boolean;
  /** What the client said last; absent until he or she was heard. */
  satisfied?: boolean;
  /** A limit was met too late, in whatever round. */
  missed: boolean;
  /** Limits that run. */
  running: readonly { dueOn: Day; dueAt?: string }[];
  /** The last day that any of its limits allows. */
  allowedUntil?: Day;
}

/** In which step a procedure says why it happened. */
const CAUSE = 'cause';

export function tally(
  procedureFirstId: number,
  its: Procedure,
  one: TalliedCase,
  calendar: Calendar,
  dayOf: (at: string) => Day,
): Tallied {
  const { id, kind, registeredOn, round, closedOn, accused, unitId, unit } = one;
  const deadlines = one.begins.flatMap((_, index) => deadlinesOfRound(its, one, index + 1, calendar, dayOf));
  const { justified = false, major = false } = factsOf(its, { kind, taken: one.steps, round });
  const satisfied = lastSaid(its, one.steps, 'feedback', 'satisfied');
  const allowedUntil = deadlines
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(-1);
  return {
    ...{ id, procedureFirstId, kind, registeredOn, round, accused, cause: causeOf(its, one.steps), justified, major },
    missed: deadlines.some(({ late }) => late),
    running: deadlines
      .filter(({ metOn }) => metOn === undefined)
      .map(({ dueOn, dueAt }) => ({ dueOn, ...(dueAt && { dueAt }) })),
    ...(closedOn !== undefined && { closedOn }),
    ...(unitId !== undefined && { unitId }),
    ...(unit !== undefined && { unit }),
    ...(typeof satisfied === 'boolean' && { satisfied }),
    ...(allowedUntil !== undefined && { allowedUntil }),
  };
}

/** The limits of one round, as if it were the last. A limit that ends with the registration binds the client, not the office. */
function deadlinesOfRound(
  its: Procedure,
  one: TalliedCase,
  round: number,
  calendar: Calendar,
  dayOf: (at: string) => Day,
) {
  const now: CaseNow = {
    ...{ round, roundAt: one.begins[round - 1] ?? { at: '', on: '' }, kind: one.kind, granted: one.granted },
    closed: round < one.round || one.closedOn !== undefined,
    taken: one.steps.filter((step) => step.round <= round),
  };
  // No day is past yet: what runs is looked at when it is counted.
  const clock = { at: '', today: '', dayOf };
  return deadlinesOf(its, now, courseOf(its, now), calendar, clock).filter(
    ({ limit }) => limit.to !== its.steps[0]?.code,
  );
}

function lastSaid(its: Procedure, steps: readonly Taken[], does: Does, field: string) {
  const code = its.steps.find((step) => step.does === does)?.code;
  return steps.findLast(({ step }) => step === code)?.said[field];
}

/** As it was said last; of a choice its title. */
function causeOf(its: Procedure, steps: readonly Taken[]): string {
  const last = steps.findLast(({ said }) => said[CAUSE] !== undefined);
  const value = last?.said[CAUSE];
  if (value === undefined) return '';
  const field = its.steps.find(({ code }) => code === last?.step)?.fields.find(({ code }) => code === CAUSE);
  return field?.choices?.find(({ code }) => code === value)?.title ?? String(value);
}

export const closedAfter = ({ registeredOn, closedOn }: Tallied): number | undefined =>
  closedOn === undefined ? undefined : daysBetween(registeredOn, closedOn);

export const allowedDays = ({ registeredOn, allowedUntil }: Tallied): number | undefined =>
  allowedUntil === undefined ? undefined : daysBetween(registeredOn, allowedUntil);
