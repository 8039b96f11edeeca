import { ITEM_COLUMNS, type ItemColumn, type Part } from '../../../../shared/api/dossier.contract';
import { type Cell, cellText, type EntryWords } from './cell-entry';
import type { Line } from './grid-lines';
import type { Row } from './volume-draft';

const isCell = (column: ItemColumn): column is Exclude<ItemColumn, 'part' | 'order'> =>
  column !== 'part' && column !== 'order';

/** What a cell shows: the text that could not be read, or the value. */
export const shownText = (row: Row, cell: Cell, words: EntryWords): string =>
  row.typed[cell]?.text ?? cellText(cell, row.values, words);

/** Items as a block that a spreadsheet takes, and that this grid takes back, in the columns of the list. */
export function blockOf(
  lines: readonly Line[],
  chosen: ReadonlySet<string>,
  words: EntryWords,
  partName: (part: Part) => string,
): string {
  return lines
    .flatMap((line) => (line.kind === 'item' && chosen.has(line.key) ? [line] : []))
    .map(({ row, part, order }) =>
      ITEM_COLUMNS.map((column) => {
        if (isCell(column)) return shownText(row, column, words);
        return column === 'part' ? partName(part) : String(order);
      }).join('\t'),
    )
    .join('\r\n');
}

/** Is this more than one cell? A single cell copied from a spreadsheet ends with a line break, too. */
export const isBlock = (text: string): boolean => /[\t\r\n]/.test(text.replace(/\r?\n$/, ''));
