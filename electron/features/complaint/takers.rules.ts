import type { Position } from '../../../shared/api/people.contract';
import type { Role, Step } from '../../../shared/complaint/procedure';
import type { Taken } from './course.rules';

/** A person as far as the rule looks at him or her. */
export interface Person {
  id: number;
  name: string;
  departmentId: number;
  positions: readonly Position[];
}

export interface Parties {
  accused: readonly number[];
  handlerId?: number | undefined;
  /** The department complained of. */
  unitId?: number | undefined;
  /** Who proposed the solution that is decided on. */
  proposerId?: number | undefined;
}

function holdsRole(person: Person, role: Role, { handlerId, unitId }: Parties): boolean {
  if (role === 'handler') return person.id === handlerId;
  if (role === 'headOfUnit') return person.departmentId === unitId && person.positions.includes('departmentHead');
  return person.positions.includes(role);
}

/** Who decides where nobody of a step's own roles is free of the matter, in this order. */
const STAND_INS: readonly Position[] = ['generalManager', 'chairman'];

/**
 * Why a person may not take a step; a key of errors.json. Whoever is complained of takes none, and nobody approves an own solution.
 * Where that leaves nobody, the general manager stands in, and for him or her the chairman (procedure for complaints about service).
 */
export function whyNotTaker(
  step: Step,
  person: Person,
  parties: Parties,
  present: readonly Person[],
): string | undefined {
  if (parties.accused.includes(person.id)) return 'complainedOf';
  if (isOwn(step, person, parties)) return 'ownSolution';
  const free = present.filter((one) => !parties.accused.includes(one.id) && !isOwn(step, one, parties));
  const holders = free.filter((one) => step.by.some((role) => holdsRole(one, role, parties)));
  if (holders.length > 0) return holders.some(({ id }) => id === person.id) ? undefined : 'notYourStep';
  for (const position of STAND_INS) {
    const standIns = free.filter(({ positions }) => positions.includes(position));
    if (standIns.length > 0) return standIns.some(({ id }) => id === person.id) ? undefined : 'notYourStep';
  }
  return 'notYourStep';
}

const isOwn = ({ does }: Step, { id }: Person, { proposerId }: Parties): boolean =>
  does === 'approve' && id === proposerId;

export const takersOf = (step: Step, parties: Parties, present: readonly Person[]): string[] =>
  present.filter((person) => whyNotTaker(step, person, parties, present) === undefined).map(({ name }) => name);

/** The person whose solution is decided on: who took the last step that proposes. */
export const proposerOf = (
  steps: readonly Step[],
  taken: readonly (Taken & { takenBy: number })[],
): number | undefined =>
  taken.findLast(({ step }) => steps.some(({ code, does }) => code === step && does === 'propose'))?.takenBy;
