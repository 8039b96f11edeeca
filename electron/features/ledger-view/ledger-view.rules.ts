import { type LedgerQuestion, ledgerQuestion } from '../../../shared/api/ledger.contract';
import { LEDGER_COLUMNS, type ShownColumns, viewContent } from '../../../shared/api/ledger-view.contract';

/** A question kept by an earlier version of the program; what it asked for and is not known any more makes it the whole ledger. */
export function readQuestion(text: string): LedgerQuestion {
  const known = ledgerQuestion.safeParse(JSON.parse(text));
  return known.success ? known.data : ledgerQuestion.parse({});
}

/** Columns that exist no more are left out. */
export function readColumns(text: string | null): ShownColumns | undefined {
  if (text === null) return undefined;
  const kept = (JSON.parse(text) as ShownColumns).filter(({ column }) => LEDGER_COLUMNS.includes(column));
  return viewContent.safeParse({ columns: kept }).data?.columns;
}
