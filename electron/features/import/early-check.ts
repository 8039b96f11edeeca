import { type ImportPlan, importPlan } from '../../../shared/api/import.contract';
import { HEAD_ROWS } from '../../spreadsheet/reading';
import type { Checked, Checker, SheetRows } from './check.rules';
import { guessOf, headOf, type Remembered } from './opened-file';

export type EarlyCheck = ReturnType<typeof createEarlyCheck>;

/**
 * Checks the rows of a file's first sheet while a job in another process still reads them, as the file will most likely be understood.
 * Whoever asks for just that finds the work done; for anything else the rows are checked anew.
 */
export function createEarlyCheck(remembered: Remembered, begin: (plan: ImportPlan) => Checker) {
  let plan: ImportPlan | undefined;
  let checker: Checker | undefined;
  let next = 0;
  return {
    goOn: (rows: SheetRows): void => {
      if (!checker) {
        if (rows.numbers.length < HEAD_ROWS) return;
        const { remembered: _, ...guess } = guessOf(headOf(rows), remembered);
        plan = importPlan.parse({ sheet: 0, ...guess });
        checker = begin(plan);
      }
      for (; next < rows.numbers.length; next += 1) checker.take(rows, next);
    },
    /** What was found when all rows are read; nothing for a file of a few rows. */
    found: (): { plan: ImportPlan; its: Checked } | undefined => plan && checker && { plan, its: checker.found() },
  };
}
