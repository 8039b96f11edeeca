import { createHash } from 'node:crypto';
import type { OpenedFile, OpenedSheet } from '../../../shared/api/import.contract';
import type { TableProgress, TableRead } from '../../jobs/read-table.job';
import { CELL_END, HEAD_ROWS, type SheetRead } from '../../spreadsheet/reading';
import type { SheetRows } from './check.rules';
import { fillMerged, guessColumns, guessHeadingRow, guessUnit } from './headings.rules';
import type { Mapping } from './import.repo';

/** A file that was read, with all its rows, as it waits in memory. */
export interface FileRows {
  name: string;
  read: TableRead;
  sheets: { its: SheetRead; rows: SheetRows; head: { row: number; cells: string[] }[] }[];
}

/** Gathers the rows of a file while a job reads it; `onFirst` is told each time when there are more of the first sheet. */
export function createFileGatherer(onFirst: (rows: SheetRows) => void) {
  const sheets: { rows: SheetRows; numbers: number[]; texts: string[] }[] = [];
  const sheet = () => {
    const [numbers, texts]: [number[], string[]] = [[], []];
    return { numbers, texts, rows: { numbers, cells: (index: number) => (texts[index] ?? '').split(CELL_END) } };
  };
  return {
    take: ({ rows }: TableProgress) => {
      while (sheets.length <= rows.sheet) sheets.push(sheet());
      const its = sheets[rows.sheet];
      for (const number of rows.numbers) its?.numbers.push(number);
      for (const text of rows.rows) its?.texts.push(text);
      if (its && rows.sheet === 0) onFirst(its.rows);
    },
    end: (name: string, read: TableRead): FileRows => ({
      name,
      read,
      sheets: read.sheets.map((its, i) => {
        const { rows } = sheets[i] ?? sheet();
        return { its, rows, head: fillMerged(headOf(rows), its.merges) };
      }),
    }),
  };
}

/** The first rows, where headings stand. */
export const headOf = (rows: SheetRows): { row: number; cells: string[] }[] =>
  rows.numbers.slice(0, HEAD_ROWS).map((row, index) => ({ row, cells: rows.cells(index) }));

/** Under which a mapping of columns is remembered. */
export const headingsHash = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(headings.map((heading) => heading.trim()).join('\n'))
    .digest('hex');

export type Remembered = (headings: string) => Mapping | undefined;

export function guessOf(head: OpenedSheet['head'], remembered: Remembered): OpenedSheet['guess'] {
  const headingRow = guessHeadingRow(head);
  const headings = head.find(({ row }) => row === headingRow)?.cells ?? [];
  const known = remembered(headingsHash(headings));
  if (known && known.columns.length === headings.length) return { headingRow, ...known, remembered: true };
  const columns = guessColumns(headings);
  return { headingRow, columns, amountUnit: guessUnit(headings, columns), remembered: false };
}

/** A file as the window sees it, with what its columns seem to mean. */
export function describe(file: FileRows, remembered: Remembered, importedOn: string | undefined): OpenedFile {
  const { sha256, bytes, encoding } = file.read;
  const sheets = file.sheets.map(({ its: { name, hidden, rows }, head }) => ({
    ...{ name, hidden, rows, head },
    guess: guessOf(head, remembered),
  }));
  const known = (sheet: OpenedSheet) =>
    (sheet.hidden ? 0 : 1_000) + sheet.guess.columns.filter((field) => field !== null).length;
  const best = sheets.reduce((so, sheet, i) => (known(sheet) > known(sheets[so] as OpenedSheet) ? i : so), 0);
  const more = { ...(encoding && { encoding }), ...(importedOn !== undefined && { importedOn }) };
  return { name: file.name, sha256, bytes, sheets, sheet: best, ...more };
}
