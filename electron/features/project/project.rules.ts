import { EXECUTIVES, type Position } from '../../../shared/api/people.contract';

/** A project is its A and B managers'; the archivist and the executives answer for all of them. */
export const mayCorrectProject = (
  { aManagerId, bManagerId }: { aManagerId: number; bManagerId: number },
  person: { staffId: number; positions: readonly Position[] },
): boolean =>
  person.positions.some((its) => its === 'archivist' || EXECUTIVES.includes(its)) ||
  person.staffId === aManagerId ||
  person.staffId === bManagerId;
