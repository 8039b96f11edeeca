import { type KeyboardEvent, useRef } from 'react';
import { isComposing } from './use-keys';

/** Rows of a table that the keys up, down, Home and End walk through and that Enter or a click opens. */
export function useRows(open: (index: number) => void) {
  const rows = useRef<(HTMLTableRowElement | null)[]>([]);
  const goTo = (index: number) => rows.current[index]?.focus();

  const press = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    // With Ctrl they are the page's.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = rows.current.findLastIndex((row) => row !== null);
    const targets: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last };
    const target = targets[event.key];
    if (target !== undefined) goTo(Math.min(Math.max(target, 0), last));
    else if (event.key === 'Enter') open(index);
    else return;
    event.preventDefault();
  };

  return (index: number) => ({
    ref: (row: HTMLTableRowElement | null) => {
      rows.current[index] = row;
    },
    tabIndex: index === 0 ? 0 : -1,
    onKeyDown: (event: KeyboardEvent) => press(event, index),
    onClick: () => open(index),
  });
}
