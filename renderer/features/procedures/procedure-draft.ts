import type { Limit, Procedure, ProcedureField, Step } from '../../../shared/complaint/procedure';
import type { Place } from '../../../shared/complaint/procedure-faults';

export type Penalty = Procedure['penalties'][number];
type Part = 'step' | 'limit' | 'penalty';
const LISTS = { step: 'steps', limit: 'limits', penalty: 'penalties' } as const;

/** A procedure after an edit, and what is looked at then. */
export interface Edited {
  draft: Procedure;
  place: Place;
}

/** A code that nothing has yet: people see titles only. */
export function freshCode(stem: string, taken: readonly { code: string }[]): string {
  let n = taken.length + 1;
  while (taken.some(({ code }) => code === `${stem}${n}`)) n += 1;
  return `${stem}${n}`;
}

const listOf = (its: Procedure, part: Part): readonly { code: string }[] => its[LISTS[part]];

export const newField = (codes: readonly ProcedureField[]): ProcedureField => ({
  ...{ code: freshCode('field', codes), title: '', type: 'line', required: false },
});

/** A step behind another, still without a title and without anybody who takes it; never behind the last, which closes. */
export function addStep(its: Procedure, behind: string | undefined): Edited {
  const code = freshCode('step', its.steps);
  const step: Step = { code, title: '', does: 'work', by: [], required: true, fields: [] };
  const found = its.steps.findIndex((one) => one.code === behind);
  const at = Math.min(found < 0 ? its.steps.length : found + 1, Math.max(0, its.steps.length - 1));
  return { draft: { ...its, steps: its.steps.toSpliced(at, 0, step) }, place: { part: 'step', code } };
}

export function addLimit(its: Procedure): Edited {
  const code = freshCode('limit', its.limits);
  const from = { step: its.steps[0]?.code ?? '' };
  const limit: Limit = { code, title: '', from, to: '', count: 1, unit: 'workingDays' };
  return { draft: { ...its, limits: [...its.limits, limit] }, place: { part: 'limit', code } };
}

export function addPenalty(its: Procedure): Edited {
  const code = freshCode('penalty', its.penalties);
  const penalty: Penalty = { code, title: '', leastFen: 0, mostFen: 0, points: 0, notice: false };
  return { draft: { ...its, penalties: [...its.penalties, penalty] }, place: { part: 'penalty', code } };
}

/** Takes it out; what stood before it is looked at then. */
export function takeOut(its: Procedure, { part, code }: Place): Edited {
  if (part === 'basics') return { draft: its, place: { part } };
  const list = listOf(its, part);
  const at = list.findIndex((one) => one.code === code);
  const next = list[at - 1] ?? list[at + 1];
  const draft = { ...its, [LISTS[part]]: list.filter((one) => one.code !== code) };
  return { draft, place: next ? { part, code: next.code } : { part: 'basics' } };
}

/** Moves it by one; at the end it stays. */
export function shift(its: Procedure, { part, code }: Place, by: 1 | -1): Procedure {
  if (part === 'basics') return its;
  const list = listOf(its, part);
  const at = list.findIndex((one) => one.code === code);
  const one = list[at];
  if (!one || !list[at + by]) return its;
  return { ...its, [LISTS[part]]: list.toSpliced(at, 1).toSpliced(at + by, 0, one) };
}

/** The same with one of its steps, limits or penalties written anew. */
export const replaced = <P extends Part>(
  its: Procedure,
  part: P,
  one: Procedure[(typeof LISTS)[P]][number],
): Procedure => ({
  ...its,
  [LISTS[part]]: listOf(its, part).map((old) => (old.code === one.code ? one : old)),
});

/** What is not filled in yet: a key of procedures.json, and where. */
export interface Gap {
  gap: 'title' | 'roles' | 'kinds' | 'years' | 'fieldTitle' | 'kindTitle' | 'choiceTitle' | 'length';
  name: string;
  at: Place;
}

const isBlank = (text: string) => text.trim() === '';
const isYears = (years: number) => Number.isInteger(years) && years >= 1 && years <= 100;

export function gapsOf(its: Procedure): Gap[] {
  const gaps: Gap[] = [];
  const basics = { part: 'basics' } as const;
  if (isBlank(its.title)) gaps.push({ gap: 'title', name: '', at: basics });
  if (its.kinds.length === 0) gaps.push({ gap: 'kinds', name: '', at: basics });
  if (its.kinds.some(({ title }) => isBlank(title)) || its.causes.some(isBlank))
    gaps.push({ gap: 'kindTitle', name: '', at: basics });
  if (!isYears(its.keepYears) || !isYears(its.keepImportantYears)) gaps.push({ gap: 'years', name: '', at: basics });
  for (const step of its.steps) gaps.push(...gapsOfStep(step));
  for (const { code, title, count, promised } of its.limits) {
    const at = { part: 'limit', code } as const;
    if (isBlank(title)) gaps.push({ gap: 'title', name: '', at });
    if (promised === undefined && count !== undefined && !(count >= 0 && count <= 400))
      gaps.push({ gap: 'length', name: title, at });
  }
  for (const { code, title } of its.penalties)
    if (isBlank(title)) gaps.push({ gap: 'title', name: '', at: { part: 'penalty', code } });
  return gaps;
}

function gapsOfStep({ code, title, by, fields }: Step): Gap[] {
  const at = { part: 'step', code } as const;
  return [
    ...(isBlank(title) ? [{ gap: 'title' as const, name: '', at }] : []),
    ...(by.length === 0 ? [{ gap: 'roles' as const, name: title, at }] : []),
    ...(fields.some((field) => isBlank(field.title)) ? [{ gap: 'fieldTitle' as const, name: title, at }] : []),
    ...(fields.some(({ choices }) => choices?.some((one) => isBlank(one.title)))
      ? [{ gap: 'choiceTitle' as const, name: title, at }]
      : []),
  ];
}
