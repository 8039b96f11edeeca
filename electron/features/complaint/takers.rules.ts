import type { StandIn } from '../../../shared/api/complaint.contract';
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
  return takersOf(step, parties, present).some(({ id }) => id === person.id) ? undefined : 'notYourStep';
}

const isOwn = ({ does }: Step, { id }: Person, { proposerId }: Parties): boolean =>
  does === 'approve' && id === proposerId;

const holdersOf = (step: Step, parties: Parties, people: readonly Person[]) =>
  people.filter((one) => step.by.some((role) => holdsRole(one, role, parties)));

const freeOf = (step: Step, parties: Parties, people: readonly Person[]) =>
  people.filter((one) => !parties.accused.includes(one.id) && !isOwn(step, one, parties));

/** Whoever takes the step: its own people, or whoever stands in for them. */
export function takersOf(step: Step, parties: Parties, present: readonly Person[]): readonly Person[] {
  const free = freeOf(step, parties, present);
  const holders = holdersOf(step, parties, free);
  return holders.length > 0 ? holders : standInsAmong(free).people;
}

function standInsAmong(free: readonly Person[]): { position?: Position; people: readonly Person[] } {
  for (const position of STAND_INS) {
    const people = free.filter(({ positions }) => positions.includes(position));
    if (people.length > 0) return { position, people };
  }
  return { people: [] };
}

/** Why its own people do not take the step, and who does; nothing where one of them can. */
export function standInOf(step: Step, parties: Parties, present: readonly Person[]): StandIn | undefined {
  const free = freeOf(step, parties, present);
  if (holdersOf(step, parties, free).length > 0) return undefined;
  const { position, people } = standInsAmong(free);
  return {
    because: holdersOf(step, parties, present).length === 0 ? 'nobody' : 'avoids',
    ...(position && { position }),
    names: namesOf(people),
  };
}

/** The same before the case goes that far: nobody knows yet who is going to handle it. */
export const standInAhead = (step: Step, parties: Parties, present: readonly Person[]): StandIn | undefined =>
  step.by.includes('handler') && parties.handlerId === undefined ? undefined : standInOf(step, parties, present);

export const namesOf = (people: readonly Person[]): string[] => people.map(({ name }) => name);

/** The person whose solution is decided on: who took the last step that proposes. */
export const proposerOf = (
  steps: readonly Step[],
  taken: readonly (Taken & { takenBy: number })[],
): number | undefined =>
  taken.findLast(({ step }) => steps.some(({ code, does }) => code === step && does === 'propose'))?.takenBy;
