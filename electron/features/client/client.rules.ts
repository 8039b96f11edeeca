import { EXECUTIVES, type Position } from '../../../shared/api/people.contract';

interface Person {
  staffId: number;
  departmentId: number | undefined;
  positions: readonly Position[];
}

/** A client's file belongs to its owner and the owner's department; the archivist and the executives answer for all of them. */
export function mayCorrectClient(owner: { id: number; departmentId: number | undefined }, person: Person): boolean {
  if (person.positions.some((its) => its === 'archivist' || EXECUTIVES.includes(its))) return true;
  return (
    person.staffId === owner.id || (owner.departmentId !== undefined && person.departmentId === owner.departmentId)
  );
}
