import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isComposing } from '../../ui/use-keys';
import { type DraftRow, takeOut } from './title-draft';

type Field = HTMLInputElement | HTMLSelectElement;

/** Enter and the arrows go to the row below or above in the same column; Ctrl+Delete takes the row out. */
export function useGridKeys(rows: readonly DraftRow[], onChange: (rows: readonly DraftRow[]) => void) {
  const grid = useRef<HTMLTableElement>(null);
  const goTo = useRef<{ row: number; column: string }>(undefined);
  const focus = (row: number, column: string) => {
    const field = grid.current?.querySelector<Field>(`[data-cell="${row}-${column}"]`);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
    return field !== null && field !== undefined;
  };
  useEffect(() => {
    if (goTo.current && focus(goTo.current.row, goTo.current.column)) goTo.current = undefined;
  });
  const press = (event: KeyboardEvent<Field>, row: number, column: string) => {
    if (isComposing(event.nativeEvent) || event.altKey) return;
    const key = rows[row]?.key;
    if (event.key === 'Delete' && event.ctrlKey && key !== undefined) {
      onChange(takeOut(rows, key));
      goTo.current = { row: Math.max(0, Math.min(row, rows.length - 2)), column };
    } else if (event.ctrlKey) return;
    else if (event.key === 'Enter') focus(Math.min(row + 1, rows.length - 1), column);
    else if (event.currentTarget instanceof HTMLSelectElement) return;
    else if (event.key === 'ArrowDown') focus(row + 1, column);
    else if (event.key === 'ArrowUp') focus(row - 1, column);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { grid, focus, press };
}
