import type { ItemColumn, Part, PasteReading } from '../../../../shared/api/dossier.contract';
import { sameTitle } from '../../../../shared/dossier/same-title';
import { cutCells, joinCells } from '../../../../shared/entry/clipboard-cells';
import { inPartOrder, isBlank, newRow, type Row, type Rows } from '../grid/volume-draft';

/** A block on its way into the list. It stays as a draft until every row of it is taken over or dropped. */
export interface PastedBlock {
  text: string;
  /** The part under the cursor when it was pasted: where rows go that name no part. */
  part: Part;
  /** What each pasted column is, once the user has corrected it. */
  columns?: (ItemColumn | null)[];
}

/** Writes one cell of the block anew; `line` counts from 1. */
export function mendCell(text: string, line: number, column: number, cell: string): string {
  const rows = cutCells(text).map((cells, index) => {
    if (index !== line - 1) return cells;
    const padded = Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? '');
    return padded.with(column, cell);
  });
  return joinCells(rows);
}

/** Empties one row of the block, so that the others keep their numbers; empty rows are not read. */
export const dropLine = (text: string, line: number): string => joinCells(cutCells(text).with(line - 1, ['']));

/** What is left of the block once the rows that could be read are in the list; `undefined` when nothing is. */
export function leftOver(block: PastedBlock, reading: PasteReading): PastedBlock | undefined {
  if (reading.refused.length === 0) return undefined;
  const rows = cutCells(block.text);
  const heading = reading.headingRecognised ? rows.slice(0, 1) : [];
  return {
    ...block,
    columns: reading.columns.map(({ field }) => (field as ItemColumn | undefined) ?? null),
    text: joinCells([...heading, ...reading.refused.map(({ cells }) => cells)]),
  };
}

/** What each column is after the user has said what one of them is: no two columns are the same field. */
export function correctColumn(
  columns: PasteReading['columns'],
  at: number,
  field: ItemColumn | null,
): (ItemColumn | null)[] {
  return columns.map((column, index) => {
    if (index === at) return field;
    return column.field === field ? null : ((column.field as ItemColumn | undefined) ?? null);
  });
}

/** The rows that the list gets. A remark that says that a signature is missing counts only where the user wants it to. */
export const rowsFrom = (reading: PasteReading, remarksCount: boolean): Row[] =>
  reading.items.map(({ line: _, remarkSaysUnsigned, part, ...item }) =>
    newRow(part, { ...item, signatureComplete: remarksCount && remarkSaysUnsigned ? false : item.signatureComplete }),
  );

export type Way = 'append' | 'replace';

const expectation = ({ part, values }: Row): string => `${part} ${sameTitle(values.title)}`;

/**
 * The list with the pasted rows in it, in their own order. A row of the same title that the checklist expects becomes the pasted
 * one; where they are appended, what the checklist expects beyond them stays at the end of its part.
 */
export function putIn(rows: Rows, added: readonly Row[], way: Way): Row[] {
  const present = rows.filter((row) => !isBlank(row));
  const waiting = new Map(present.filter(isExpected).map((row) => [expectation(row), row]));
  const filled = added.map((row) => {
    const expected = waiting.get(expectation(row));
    waiting.delete(expectation(row));
    return expected ? { ...row, key: expected.key } : row;
  });
  if (way === 'replace') return inPartOrder(filled);
  const used = new Set(filled.map(({ key }) => key));
  const others = present.filter(({ key }) => !used.has(key));
  return inPartOrder([...others.filter((row) => !isExpected(row)), ...filled, ...others.filter(isExpected)]);
}

/** Named by the checklist, and not there yet. */
const isExpected = ({ values, typed }: Row): boolean => values.pages === 0 && Object.keys(typed).length === 0;
