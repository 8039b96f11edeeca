import { shownText } from './block-text';
import type { Cell, EntryWords } from './cell-entry';
import { type Cursor, chosenKeys } from './grid-cursor';
import type { Command } from './grid-keys';
import type { Line } from './grid-lines';
import {
  beginVolume,
  exchange,
  insertBelow,
  moveRows,
  newRow,
  type Row,
  type Rows,
  removeRows,
  typeInto,
} from './volume-draft';

/** The list and where in it the person is. */
export interface Standing {
  rows: Rows;
  lines: readonly Line[];
  cursor: Cursor;
}

type Edited = Pick<Standing, 'rows' | 'cursor'>;

/** Puts a text into a cell; on a part's empty line it makes a new item. Answers the key of the item's row. */
export function putText(
  rows: Rows,
  line: Line | undefined,
  cell: Cell,
  text: string,
  words: EntryWords,
): { rows: Rows; key?: string } {
  if (line?.kind === 'item') {
    const unchanged = text === shownText(line.row, cell, words);
    return { rows: unchanged ? rows : exchange(rows, typeInto(line.row, cell, text, words)), key: line.key };
  }
  if (line?.kind !== 'entry' || text.trim() === '') return { rows, key: line?.key };
  const added = typeInto(newRow(line.part), cell, text, words);
  return { rows: insertBelow(rows, added), key: added.key };
}

const lineUnder = ({ lines, cursor }: Standing): Line | undefined => lines.find((line) => line.key === cursor.key);

function insertLine(standing: Standing): Edited {
  const line = lineUnder(standing);
  if (!line) return standing;
  const added = newRow(line.part);
  return { rows: insertBelow(standing.rows, added, line.key), cursor: { key: added.key, cell: 'title' } };
}

function toggleChoice(standing: Standing): Edited {
  const line = lineUnder(standing);
  if (line?.kind !== 'item') return standing;
  const { values, typed } = line.row;
  const { [standing.cursor.cell]: _mended, ...others } = typed;
  const turned: Partial<Row['values']> =
    standing.cursor.cell === 'originality'
      ? { originality: values.originality === 'original' ? 'copy' : 'original' }
      : { signatureComplete: !values.signatureComplete };
  return {
    ...standing,
    rows: exchange(standing.rows, { ...line.row, values: { ...values, ...turned }, typed: others }),
  };
}

const removeLines = (standing: Standing): Edited => ({
  rows: removeRows(standing.rows, chosenKeys(standing.lines, standing.cursor)),
  cursor: { key: standing.cursor.key, cell: standing.cursor.cell },
});

const moveLines = (standing: Standing, step: -1 | 1): Edited => ({
  ...standing,
  rows: moveRows(standing.rows, chosenKeys(standing.lines, standing.cursor), step),
});

/** What the commands that change lines make of the list. */
export const EDITS: Readonly<Partial<Record<Command, (standing: Standing) => Edited>>> = {
  insertBelow: insertLine,
  toggle: toggleChoice,
  removeLines,
  beginVolume: (standing) => ({ ...standing, rows: beginVolume(standing.rows, standing.cursor.key) }),
  moveUp: (standing) => moveLines(standing, -1),
  moveDown: (standing) => moveLines(standing, 1),
};
