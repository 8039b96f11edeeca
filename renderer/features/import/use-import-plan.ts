import { useCallback } from 'react';
import type { ImportPlan, OpenedFile } from '../../../shared/api/import.contract';
import { useDraft } from '../../app/session.store';

const guessed = (file: OpenedFile, sheet: number): ImportPlan => {
  const { headingRow, columns, amountUnit } = file.sheets[sheet]?.guess ?? {
    headingRow: 0,
    columns: [],
    amountUnit: 'yuan',
  };
  return {
    ...{ sheet, headingRow, columns, amountUnit },
    ...{ people: [], addPlaces: true, withoutManagers: 'refuse', lent: 'refuse', mended: [], leftOut: [] },
  };
};

/** What is decided about a file: kept over leaving the page and closing the program, for as long as it is the same file. */
export function useImportPlan(file: OpenedFile) {
  const { draft, keep, drop } = useDraft<ImportPlan>(`import/${file.sha256}`, guessed(file, file.sheet));
  const change = useCallback((its: Partial<ImportPlan>) => keep({ ...draft, ...its }), [draft, keep]);
  return {
    plan: draft,
    drop,
    change,
    turnTo: (sheet: number) => keep(guessed(file, sheet)),
    mend: (row: number, column: number, text: string) =>
      change({
        mended: [...draft.mended.filter((its) => its.row !== row || its.column !== column), { row, column, text }],
      }),
    leaveOut: (rows: readonly number[]) => change({ leftOut: [...new Set([...draft.leftOut, ...rows])] }),
    decide: (name: string, is: number | 'left' | 'nobody') =>
      change({ people: [...draft.people.filter((its) => its.name !== name), { name, is }] }),
  };
}
export type PlanWork = ReturnType<typeof useImportPlan>;
