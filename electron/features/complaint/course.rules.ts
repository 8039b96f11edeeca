import {
  addDays,
  addWorkingDays,
  type Calendar,
  type Day,
  reachesUnknownYear,
} from '../../../shared/calendar/working-days';
import type { Limit, Procedure, Step, When } from '../../../shared/complaint/procedure';

export type Said = Readonly<Record<string, string | number | boolean>>;

/** A step that was taken, as it stands in its table. */
export interface Taken {
  id: number;
  round: number;
  step: string;
  at: string;
  /** The office's day of that instant. */
  on: Day;
  said: Said;
}

/** An extension that was granted: of which limit, in which round, until when. */
export interface Granted {
  limit: string;
  round: number;
  until: Day;
}

/** What a case is at this moment. */
export interface CaseNow {
  /** Counted from 1. */
  round: number;
  /** When the round began: the registration, or the reopening. */
  roundAt: { at: string; on: Day };
  closed: boolean;
  kind: string;
  taken: readonly Taken[];
  granted: readonly Granted[];
}

export interface Course {
  /** The step that must be taken next; none when the case is closed. */
  next: Step | undefined;
  /** Steps that may be taken now: the next one, and those before it that may be passed over. */
  open: Step[];
  /** Steps that still lie before the end of this round, as far as it is known. */
  missing: Step[];
  /** Steps taken that count in this round, in their order. */
  counted: { step: Step; its: Taken }[];
}

/** Which steps of the procedure a case has behind it and before it. A refused solution is proposed anew; a new round investigates anew. */
export function courseOf(its: Procedure, now: CaseNow): Course {
  const counted: Course['counted'] = [];
  const facts = factsOf(its, now);
  const applicable = its.steps.filter((step) => holds(step.when, facts) && !isIdle(step, facts));
  for (const step of applicable) {
    const taken = lastOf(its, step, now);
    if (taken) counted.push({ step, its: taken });
  }
  const done = new Set(counted.map(({ step }) => step.code));
  const missing = applicable.filter((step) => step.required && !done.has(step.code));
  const next = now.closed ? undefined : missing[0];
  const before = next ? applicable.indexOf(next) : 0;
  const passed = applicable.slice(0, before).filter((step) => !step.required && !done.has(step.code));
  return { next, open: next ? [...passed, next] : [], missing: now.closed ? [] : missing, counted };
}

/** After a refusal of the complaint nothing is investigated, and an explanation is written; otherwise none is. */
function isIdle({ does }: Step, { justified }: Facts): boolean {
  if (does === 'explain') return justified !== false;
  return justified === false && !['register', 'assess', 'close'].includes(does);
}

/** Where a further round begins: with the step after the assessment. */
export const roundBegins = (its: Procedure): number => its.steps.findIndex(({ does }) => does === 'assess') + 1;

/** The record of a step that counts in this round. */
function lastOf(its: Procedure, step: Step, { round, taken }: CaseNow): Taken | undefined {
  const index = its.steps.indexOf(step);
  const stays = index < roundBegins(its);
  const found = taken.findLast((one) => one.step === step.code && (stays || one.round === round));
  return found && isUndone(its, index, found, taken) ? undefined : found;
}

/** A solution that was refused, and what came between it and the refusal, is no longer there. */
function isUndone(its: Procedure, index: number, found: Taken, taken: readonly Taken[]): boolean {
  return its.steps.some((step, at) => {
    if (step.does !== 'approve' || at < index) return false;
    const proposed = its.steps.slice(0, at).findLastIndex(({ does }) => does === 'propose');
    if (index < proposed) return false;
    return taken.some((one) => one.step === step.code && one.said.granted === false && one.id >= found.id);
  });
}

export interface Facts {
  kind: string;
  justified?: boolean;
  major?: boolean;
  urgent?: boolean;
  /** What was said in which field of which step. */
  says: ReadonlyMap<string, Said>;
}

export function factsOf(its: Procedure, { kind, taken, round }: Pick<CaseNow, 'kind' | 'taken' | 'round'>): Facts {
  const says = new Map<string, Said>();
  const begins = roundBegins(its);
  for (const [index, step] of its.steps.entries()) {
    const found = taken.findLast((one) => one.step === step.code && (index < begins || one.round === round));
    if (found) says.set(step.code, found.said);
  }
  const assessed = says.get(its.steps.find(({ does }) => does === 'assess')?.code ?? '');
  const yes = (name: string) => {
    const said = assessed?.[name];
    return typeof said === 'boolean' ? { [name]: said } : {};
  };
  return { kind, ...yes('justified'), ...yes('major'), ...yes('urgent'), says };
}

export function holds(when: When | undefined, facts: Facts): boolean {
  if (!when) return true;
  const { justified, major, urgent, kinds, says } = when;
  if (justified !== undefined && facts.justified !== justified) return false;
  // Until somebody has said that a case is major or urgent it is neither.
  if (major !== undefined && (facts.major ?? false) !== major) return false;
  if (urgent !== undefined && (facts.urgent ?? false) !== urgent) return false;
  if (kinds && !kinds.includes(facts.kind)) return false;
  return !says || facts.says.get(says.step)?.[says.field] === says.is;
}

export interface Deadline {
  limit: Limit;
  /** The last day; of a limit in hours the instant. */
  dueOn: Day;
  dueAt?: string;
  /** When the step that ends it was taken. */
  metOn?: Day;
  late: boolean;
  extended: boolean;
  /** Counted in working days, and past the last year whose days off are known. */
  isGuess: boolean;
}

const HOUR = 3_600_000;

/** The limits that have begun in this round, with what became of them. */
export function deadlinesOf(
  its: Procedure,
  now: CaseNow,
  { counted }: Pick<Course, 'counted'>,
  calendar: Calendar,
  clock: { at: string; today: Day; dayOf(at: string): Day },
): Deadline[] {
  const facts = factsOf(its, now);
  const takenAs = new Map(counted.map(({ step, its: one }) => [step.code, one]));
  return its.limits.flatMap((limit): Deadline[] => {
    if (!holds(limit.when, facts)) return [];
    const began = beginningOf(limit, its, now, takenAs);
    const due = began && dueOf(limit, began, calendar, clock.dayOf);
    if (!due) return [];
    const more = now.granted.filter((one) => one.limit === limit.code && one.round === now.round).at(-1);
    const { dueOn, dueAt } = more ? { dueOn: more.until, dueAt: undefined } : due;
    const met = takenAs.get(limit.to);
    const isGuess = limit.unit === 'workingDays' && limit.promised === undefined && reachesUnknownYear(dueOn, calendar);
    const late = dueAt === undefined ? (met?.on ?? clock.today) > dueOn : (met?.at ?? clock.at) > dueAt;
    // What was refused, or handled otherwise, needs no answer in time any more.
    if (!met && (now.closed || !isAhead(its, limit.to, facts))) return [];
    return [
      {
        ...{ limit, dueOn, late, extended: more !== undefined, isGuess },
        ...(dueAt !== undefined && { dueAt }),
        ...(met && { metOn: met.on }),
      },
    ];
  });
}

const isAhead = (its: Procedure, code: string, facts: Facts): boolean => {
  const step = its.steps.find((one) => one.code === code);
  return step !== undefined && holds(step.when, facts) && !isIdle(step, facts);
};

interface Beginning {
  on: Day;
  at?: string;
  promised?: string | number | boolean | undefined;
}

function beginningOf(
  limit: Limit,
  its: Procedure,
  now: CaseNow,
  takenAs: ReadonlyMap<string, Taken>,
): Beginning | undefined {
  if ('day' in limit.from) {
    const said = takenAs.get(its.steps[0]?.code ?? '')?.said[limit.from.day];
    return typeof said === 'string' && said !== '' ? { on: said } : undefined;
  }
  const { step } = limit.from;
  const its1 = takenAs.get(step);
  if (!its1) return undefined;
  // A round that was reopened counts from there, not from the registration.
  const fromRound = now.round > 1 && its.steps.findIndex(({ code }) => code === step) < roundBegins(its);
  const { on, at } = fromRound ? now.roundAt : its1;
  return { on, at, ...(limit.promised !== undefined && { promised: its1.said[limit.promised] }) };
}

function dueOf(
  { count = 0, unit, promised }: Limit,
  began: Beginning,
  calendar: Calendar,
  dayOf: (at: string) => Day,
): { dueOn: Day; dueAt: string | undefined } | undefined {
  if (promised !== undefined)
    return typeof began.promised === 'string' && began.promised !== ''
      ? { dueOn: began.promised, dueAt: undefined }
      : undefined;
  if (unit === 'hours') {
    if (began.at === undefined) return { dueOn: addDays(began.on, Math.ceil(count / 24)), dueAt: undefined };
    const dueAt = new Date(Date.parse(began.at) + count * HOUR).toISOString();
    return { dueOn: dayOf(dueAt), dueAt };
  }
  const dueOn = unit === 'days' ? addDays(began.on, count) : addWorkingDays(began.on, count, calendar);
  return { dueOn, dueAt: undefined };
}
