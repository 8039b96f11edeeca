import { fieldsOf, type Limit, type Procedure, type Step, type When } from './procedure';

/** Which part of a procedure something is about; `code` names the step, limit or penalty. */
export type ProcedurePart = 'basics' | 'step' | 'limit' | 'penalty';
export interface Place {
  part: ProcedurePart;
  code?: string;
}

/** What is wrong with a procedure; a key of errors.json with the name of the step, limit or field, and where it is mended. */
export interface ProcedureFault {
  reason: string;
  name: string;
  at: Place;
}

/** Steps that every procedure has exactly once, and those of which there is at most one. */
const ONCE = ['register', 'close', 'assess', 'feedback'] as const;
const AT_MOST_ONCE = ['assign', 'explain'] as const;

/**
 * A procedure that could lead a case to where no action leads on, or whose limits never begin, is none. Steps are taken in the order
 * in which they stand, so one that asks what a later one says would wait for ever.
 */
export function faultsOf(its: Procedure): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  const fault = (reason: string, name: string, at: Place = { part: 'basics' }) =>
    void faults.push({ reason, name, at });
  const at = new Map(its.steps.map(({ code }, i) => [code, i]));
  const count = (does: Step['does']) => its.steps.filter((step) => step.does === does).length;
  if (at.size < its.steps.length) fault('procedureCodeTwice', its.title);
  for (const does of ONCE) if (count(does) !== 1) fault('procedureNeedsOne', does);
  for (const does of AT_MOST_ONCE) if (count(does) > 1) fault('procedureNeedsOne', does);
  const [first, last] = [its.steps[0], its.steps.at(-1)];
  if (first?.does !== 'register') fault('procedureBeginsOtherwise', first?.title ?? '', placeOf('step', first));
  if (last?.does !== 'close') fault('procedureEndsOtherwise', last?.title ?? '', placeOf('step', last));
  for (const step of its.steps) faults.push(...faultsOfStep(step, its, at));
  for (const limit of its.limits) faults.push(...faultsOfLimit(limit, its, at));
  for (const one of its.penalties)
    if (one.leastFen > one.mostFen) fault('penaltyUpsideDown', one.title, placeOf('penalty', one));
  if (its.penalties.length > 0 && its.penaltyBy.length === 0)
    fault('penaltyWithoutDecider', its.title, { part: 'penalty' });
  return faults;
}

const placeOf = (part: ProcedurePart, its: { code: string } | undefined): Place => ({
  part,
  ...(its && { code: its.code }),
});

function faultsOfStep(step: Step, its: Procedure, at: ReadonlyMap<string, number>): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  const index = at.get(step.code) ?? 0;
  const place = placeOf('step', step);
  const fault = (reason: string) => void faults.push({ reason, name: step.title, at: place });
  // What every course passes through: without any of them a case would stand still or end unheard.
  if (['register', 'assess', 'feedback', 'close'].includes(step.does) && !step.required) fault('stepMustBeRequired');
  if (['register', 'assess', 'close'].includes(step.does) && step.when) fault('stepMustAlwaysBe');
  if (step.does === 'approve' && !its.steps.slice(0, index).some(({ does }) => does === 'propose'))
    fault('approvesNothing');
  if (
    step.by.includes('handler') &&
    !its.steps.slice(0, index).some(({ does, required }) => does === 'assign' && required)
  )
    fault('handlerNotNamed');
  const codes = fieldsOf(step).map(({ code }) => code);
  if (new Set(codes).size < codes.length) fault('procedureCodeTwice');
  for (const field of step.fields) {
    if ((field.type === 'choice') !== (field.choices !== undefined && field.choices.length > 0))
      fault('choiceWithoutChoices');
    if (field.neededFor?.some((kind) => !its.kinds.some(({ code }) => code === kind))) fault('kindUnknown');
    if (field.otherThan !== undefined && !codes.includes(field.otherThan)) fault('fieldUnknown');
  }
  return [...faults, ...faultsOfWhen(step.when, { name: step.title, at: place }, index, its, at)];
}

function faultsOfWhen(
  when: When | undefined,
  where: Pick<ProcedureFault, 'name' | 'at'>,
  index: number,
  its: Procedure,
  at: ReadonlyMap<string, number>,
): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  if (when?.kinds?.some((kind) => !its.kinds.some(({ code }) => code === kind)))
    faults.push({ reason: 'kindUnknown', ...where });
  if (when?.says) {
    const { step, field } = when.says;
    const before = at.get(step);
    const said = before === undefined ? undefined : its.steps[before];
    if (!said || before === undefined || before >= index) faults.push({ reason: 'asksLaterStep', ...where });
    else if (!fieldsOf(said).some(({ code }) => code === field)) faults.push({ reason: 'fieldUnknown', ...where });
  }
  return faults;
}

function faultsOfLimit(limit: Limit, its: Procedure, at: ReadonlyMap<string, number>): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  const place = placeOf('limit', limit);
  const fault = (reason: string) => void faults.push({ reason, name: limit.title, at: place });
  const to = at.get(limit.to);
  const [registration] = its.steps;
  if (to === undefined) fault('limitWithoutEnd');
  if ('step' in limit.from) {
    const from = at.get(limit.from.step);
    if (from === undefined) fault('limitWithoutStart');
    else if (to !== undefined && from >= to) fault('limitEndsBeforeStart');
    const promising = limit.promised;
    const said = from === undefined ? undefined : its.steps[from];
    if (promising !== undefined && said && !hasDay(said, promising)) fault('limitWithoutStart');
  } else if (!registration || !hasDay(registration, limit.from.day)) fault('limitWithoutStart');
  if ((limit.count === undefined) === (limit.promised === undefined)) fault('limitWithoutLength');
  return [...faults, ...faultsOfWhen(limit.when, { name: limit.title, at: place }, its.steps.length, its, at)];
}

const hasDay = (step: Step, code: string) => step.fields.some((field) => field.code === code && field.type === 'day');
