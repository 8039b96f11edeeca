import { CELLS, type Cell } from './cell-entry';
import type { Line } from './grid-lines';

/** The selected cell; with `anchor`, whole lines from that one to this one are chosen. */
export interface Cursor {
  readonly key: string;
  readonly cell: Cell;
  readonly anchor?: string;
  /** The cell in which a run of Tab began: Enter returns below it. */
  readonly tabbedFrom?: Cell;
}

export const MOVES = [
  'up',
  'down',
  'left',
  'right',
  'rowStart',
  'rowEnd',
  'listStart',
  'listEnd',
  'pageUp',
  'pageDown',
  'next',
  'previous',
  'below',
  'above',
  'extendUp',
  'extendDown',
] as const;
export type Move = (typeof MOVES)[number];

const stands = (line: Line): boolean => line.kind !== 'part';

/** Where the cursor goes. The same cursor comes back at an edge, so that Tab can leave the grid there. */
export function moveCursor(lines: readonly Line[], cursor: Cursor, move: Move, linesPerPage: number): Cursor {
  const at = CELLS.indexOf(cursor.cell);
  const { key, cell } = cursor;
  switch (move) {
    case 'left':
      return { key, cell: CELLS[at - 1] ?? cell };
    case 'right':
      return { key, cell: CELLS[at + 1] ?? cell };
    case 'rowStart':
      return { key, cell: 'title' };
    case 'rowEnd':
      return { key, cell: 'remarks' };
    case 'next':
    case 'previous':
      return tab(lines, cursor, move === 'next' ? 1 : -1);
    case 'below':
    case 'above':
      return { key: vertical(lines, key, move === 'below' ? 1 : -1, 1), cell: cursor.tabbedFrom ?? cell };
    case 'extendUp':
    case 'extendDown':
      return { key: vertical(lines, key, move === 'extendDown' ? 1 : -1, 1), cell, anchor: cursor.anchor ?? key };
    default:
      return { key: far(lines, key, move, linesPerPage), cell };
  }
}

function tab(lines: readonly Line[], cursor: Cursor, step: 1 | -1): Cursor {
  const tabbedFrom = cursor.tabbedFrom ?? cursor.cell;
  const cell = CELLS[CELLS.indexOf(cursor.cell) + step];
  if (cell) return { key: cursor.key, cell, tabbedFrom };
  const key = vertical(lines, cursor.key, step, 1);
  return key === cursor.key ? cursor : { key, cell: step === 1 ? 'title' : 'remarks', tabbedFrom };
}

function far(lines: readonly Line[], key: string, move: Move, linesPerPage: number): string {
  if (move === 'up' || move === 'down') return vertical(lines, key, move === 'down' ? 1 : -1, 1);
  const down = move === 'listEnd' || move === 'pageDown';
  const count = move === 'listStart' || move === 'listEnd' ? lines.length : Math.max(1, linesPerPage - 1);
  return vertical(lines, key, down ? 1 : -1, count);
}

/** The line `count` lines further, or the last one on the way where a cursor can stand. */
function vertical(lines: readonly Line[], key: string, step: 1 | -1, count: number): string {
  let last = key;
  let left = count;
  for (
    let at = lines.findIndex((line) => line.key === key) + step;
    at >= 0 && at < lines.length && left > 0;
    at += step
  ) {
    const line = lines[at];
    if (line && stands(line)) last = line.key;
    if (line && (count > 1 || stands(line))) left -= 1;
  }
  return last;
}

/** The items that a command on lines works on: those chosen, or the one under the cursor. */
export function chosenKeys(lines: readonly Line[], cursor: Cursor): Set<string> {
  const at = lines.findIndex((line) => line.key === cursor.key);
  const anchor = cursor.anchor === undefined ? at : lines.findIndex((line) => line.key === cursor.anchor);
  const [first, last] = [Math.min(at, anchor), Math.max(at, anchor)];
  return new Set(lines.slice(first, last + 1).flatMap((line) => (line.kind === 'item' ? [line.key] : [])));
}

/** A cursor that still stands on something: lines may have gone from under it. */
export function standing(
  lines: readonly Line[],
  cursor: Cursor | undefined,
  before: readonly Line[],
): Cursor | undefined {
  const first = lines.find(stands);
  if (!first) return undefined;
  if (!cursor) return { key: first.key, cell: 'title' };
  if (lines.some((line) => line.key === cursor.key)) return cursor;
  const was = before.findIndex((line) => line.key === cursor.key);
  const here = new Set(lines.filter(stands).map((line) => line.key));
  const near = [...before.slice(was + 1), ...before.slice(0, Math.max(was, 0)).reverse()].find((line) =>
    here.has(line.key),
  );
  return { key: near?.key ?? first.key, cell: cursor.cell };
}
