import type { Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { type Known, whyNotApprover } from './borrowing.rules';

export interface PersonsParts {
  person(id: number): Known | undefined;
  /** Everybody who works here. */
  staffIds(): readonly number[];
  allows(staffId: number, permission: Permission): boolean;
  demandPresent(staffId: number): void;
}
export type Persons = ReturnType<typeof createPersons>;

/** People as a slip looks at them: read anew each time, so that who has just lost a position decides nothing more. */
export function createPersons({ person, staffIds, allows, demandPresent }: PersonsParts) {
  const demand = (id: number): Known => {
    const found = person(id);
    if (!found) throw new AppError('notFound', 'noSuchStaff');
    return found;
  };
  return {
    demand,
    allows,
    demandPresent,
    /** Who could approve what that person asks for, by name. */
    approversOf: (borrower: Known, madeById: number): string[] =>
      staffIds().flatMap((id) => {
        const its = demand(id);
        const may = !its.hasLeft && allows(id, 'borrowing.approve');
        return may && !whyNotApprover(its, borrower, { madeById, no: '' }) ? its.name : [];
      }),
  };
}
