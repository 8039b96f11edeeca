import type { borrowing } from '../../../shared/api/borrowing.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import { overdueDays, writeRecallNo } from './borrowing.rules';
import type { Persons } from './persons';
import type { TermRepo } from './term.repo';

interface Parts {
  terms: TermRepo;
  persons: Persons;
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

/** In how many days things come back, and notes that call them back. */
export function createTerms({ terms, persons, commit, demandClass }: Parts) {
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
    /** All that somebody has and that is due. */
    recall: (borrowerId: number, ctx: SignedInContext): { id: number; no: string } => {
      const { name, department } = persons.demand(borrowerId);
      const due = terms.dueOf(borrowerId).filter(({ dueOn }) => dueOn <= ctx.today);
      if (due.length === 0) throw new AppError('conflict', 'nothingToRecall', { name });
      return commit(ctx, 'borrowing.recall', { borrowerId, lines: due.length }, () => {
        const year = ctx.today.slice(0, 4);
        const no = writeRecallNo(year, terms.recallsOfYear(year) + 1);
        const id = terms.recall({ no, borrowerId, department, on: ctx.today, by: ctx.actor.staffId });
        for (const line of due) terms.recallLine(id, { ...line, overdueDays: overdueDays(line.dueOn, ctx.today) });
        return { id, no };
      });
    },
  };
}
