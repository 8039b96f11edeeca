import { TITLE_COLUMNS, type TitleColumn, type TitleEntry } from '../../../shared/api/title-handover.contract';
import { joinCells } from '../../../shared/entry/clipboard-cells';

/** A row of the list as it stands on the screen; its key stays when rows above it go. */
export interface DraftRow {
  key: number;
  cells: TitleEntry;
}
export interface TitleDraft {
  projectId?: number | undefined;
  /** As typed. */
  obtainedOn?: string | undefined;
  rows: readonly DraftRow[];
}

const NOTHING = Object.fromEntries(TITLE_COLUMNS.map((column) => [column, ''])) as TitleEntry;

export const isBlank = ({ cells }: DraftRow): boolean => TITLE_COLUMNS.every((column) => cells[column].trim() === '');

const nextKey = (rows: readonly DraftRow[]): number => Math.max(0, ...rows.map(({ key }) => key)) + 1;

/** With an empty row at its end, to type on. */
export const withEnd = (rows: readonly DraftRow[]): readonly DraftRow[] => {
  const last = rows.at(-1);
  return last && isBlank(last) ? rows : [...rows, { key: nextKey(rows), cells: NOTHING }];
};

export const alter = (rows: readonly DraftRow[], key: number, column: TitleColumn, text: string): readonly DraftRow[] =>
  withEnd(rows.map((row) => (row.key === key ? { ...row, cells: { ...row.cells, [column]: text } } : row)));

export const takeOut = (rows: readonly DraftRow[], key: number): readonly DraftRow[] =>
  withEnd(rows.filter((row) => row.key !== key));

/** Puts pasted rows in at the row with that key, which goes where it was empty. */
export function putIn(
  rows: readonly DraftRow[],
  key: number,
  entries: readonly { cells: TitleEntry }[],
): readonly DraftRow[] {
  const first = nextKey(rows);
  const added = entries.map(({ cells }, index) => ({ key: first + index, cells }));
  const at = rows.findIndex((row) => row.key === key);
  const here = rows[at];
  if (!here) return withEnd([...rows.filter((row) => !isBlank(row)), ...added]);
  const kept = isBlank(here) ? [] : [here];
  return withEnd([...rows.slice(0, at), ...kept, ...added, ...rows.slice(at + 1)]);
}

/** The list as a block under its own headings, for main to read. Line 2 is the first row. */
export const blockOf = (rows: readonly DraftRow[]): string =>
  joinCells([[...TITLE_COLUMNS], ...rows.map(({ cells }) => TITLE_COLUMNS.map((column) => cells[column]))]);
