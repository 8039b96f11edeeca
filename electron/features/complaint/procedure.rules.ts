import { AppError } from '../../../shared/api/errors';
import { CORE_FIELDS, type Procedure, type Step } from '../../../shared/complaint/procedure';
import { faultsOf } from '../../../shared/complaint/procedure-faults';

/** Throws what is wrong first. */
export function demandPossible(its: Procedure): void {
  const [first] = faultsOf(its);
  if (first) throw new AppError('conflict', first.reason, { name: first.name });
}

export const isCoreField = (does: Step['does'], code: string): boolean =>
  CORE_FIELDS[does].some((its) => its.code === code);
