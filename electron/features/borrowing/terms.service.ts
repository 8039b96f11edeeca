import type { borrowing } from '../../../shared/api/borrowing.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { TermRepo } from './term.repo';

interface Parts {
  terms: TermRepo;
  commit: Commit;
  demandClass(id: number): unknown;
}

/** The rule for all, and executives longer: what a new company begins with. */
const FIRST_TERMS = [
  { days: 10 },
  { position: 'chairman', days: 30 },
  { position: 'generalManager', days: 30 },
  { position: 'deputyManager', days: 30 },
] as const;

/** In how many days things come back. */
export function createTerms({ terms, commit, demandClass }: Parts) {
  return {
    terms: terms.terms,
    /** Runs inside the founding commit. */
    layFoundations: (): void => {
      for (const term of FIRST_TERMS) terms.setTerm(term);
    },
    setTerm: (its: ParsedOf<typeof borrowing.setTerm>, ctx: SignedInContext): void => {
      if (its.classId !== undefined) demandClass(its.classId);
      commit(ctx, 'borrowing.setTerm', its, () => terms.setTerm(its));
    },
    dropTerm: (id: number, ctx: SignedInContext): void => {
      const its = terms.terms().find((term) => term.id === id);
      if (!its) throw new AppError('notFound', 'noSuchTerm');
      if (its.classId === undefined && its.position === undefined) throw new AppError('conflict', 'termForAllStays');
      commit(ctx, 'borrowing.dropTerm', { id }, () => terms.dropTerm(id));
    },
  };
}
