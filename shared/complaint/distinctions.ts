import { fieldsOf, type Procedure, type ProcedureField, type Step } from './procedure';

export type Distinguished = 'major' | 'urgent';

/** What follows when somebody says that a case is major, or urgent. */
export interface Distinction {
  /** What the procedure calls so; empty where it leaves that to whoever assesses. */
  means: string;
  limits: string[];
  /** Steps that such a case has beside the others. */
  steps: string[];
  /** Years that its dossier is kept, where that is longer. */
  keepYears?: number;
}

/** Read off the procedure; nothing where the word changes nothing. */
export function distinctionOf(its: Procedure, which: Distinguished): Distinction | undefined {
  const means = its[`${which}Means`];
  const titles = (all: readonly { title: string; when?: Procedure['steps'][number]['when'] }[]) =>
    all.filter(({ when }) => when?.[which] === true).map(({ title }) => title);
  const [limits, steps] = [titles(its.limits), titles(its.steps)];
  const longer = which === 'major' && its.keepImportantYears !== its.keepYears;
  if (means === '' && limits.length === 0 && steps.length === 0 && !longer) return undefined;
  return { means, limits, steps, ...(longer && { keepYears: its.keepImportantYears }) };
}

/** Both, where there are any. */
export function distinctionsOf(its: Procedure): Partial<Record<Distinguished, Distinction>> {
  const [major, urgent] = [distinctionOf(its, 'major'), distinctionOf(its, 'urgent')];
  return { ...(major && { major }), ...(urgent && { urgent }) };
}

/** Does it make a difference that a case is urgent? */
const asksUrgent = (its: Procedure): boolean =>
  its.urgentMeans !== '' || [...its.steps, ...its.limits].some(({ when }) => when?.urgent !== undefined);

/** What a step asks for: whether a case is urgent only where that makes a difference. */
export const askedIn = (its: Procedure, step: Step): ProcedureField[] =>
  fieldsOf(step).filter(({ code }) => step.does !== 'assess' || code !== 'urgent' || asksUrgent(its));
