import { type ImportPlan, importPlan } from '../../../shared/api/import.contract';
import { inTurns } from '../../ipc/in-turns';
import { HEAD_ROWS } from '../../spreadsheet/reading';
import type { Checked, Checker, SheetRows } from './check.rules';
import { guessOf, headOf, type Remembered } from './opened-file';

export type EarlyCheck = ReturnType<typeof createEarlyCheck>;

/**
 * Checks the rows of a file's first sheet while a job in another process still reads them, as the file will most likely be understood.
 * Whoever asks for just that finds the work done; for anything else the rows are checked anew.
 */
export function createEarlyCheck(remembered: Remembered, begin: (plan: ImportPlan) => Checker) {
  let begun: { plan: ImportPlan; checker: Checker; rows: SheetRows } | undefined;
  let next = 0;
  let underway: Promise<unknown> | undefined;
  const beginWith = (rows: SheetRows) => {
    const { remembered: _, ...guess } = guessOf(headOf(rows), remembered);
    const plan = importPlan.parse({ sheet: 0, ...guess });
    return { plan, checker: begin(plan), rows };
  };
  function* goThrough({ rows, checker }: NonNullable<typeof begun>): Generator<void> {
    for (; next < rows.numbers.length; next += 1) yield checker.take(rows, next);
  }
  return {
    /** There are more rows. */
    goOn: (rows: SheetRows): void => {
      if (rows.numbers.length < HEAD_ROWS) return;
      begun ??= beginWith(rows);
      underway ??= inTurns(goThrough(begun)).finally(() => {
        underway = undefined;
      });
    },
    /** What was found when all rows are read; nothing in a file of a few rows. */
    found: async (): Promise<{ plan: ImportPlan; its: Checked } | undefined> => {
      await underway;
      // Rows that came in the same moment in which those before them were done did not set it going again.
      if (begun) await inTurns(goThrough(begun));
      return begun && { plan: begun.plan, its: begun.checker.found() };
    },
  };
}
