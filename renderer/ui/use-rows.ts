import { type KeyboardEvent, useRef } from 'react';
import { isComposing } from './use-keys';

/** Rows that Page Up and Page Down go by in a table that is drawn as a whole. */
const PAGE = 10;

/** Where a key leads in a list of `count` rows, of which a page shows `fit`; `undefined`: nowhere. */
export function walk(key: string, at: number, count: number, fit: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + fit - 1,
    PageUp: at - fit + 1,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}

/** Rows of a table that the keys up, down, Home and End walk through and that Enter or a click opens. */
export function useRows(open: (index: number) => void) {
  const rows = useRef<(HTMLTableRowElement | null)[]>([]);
  const goTo = (index: number) => rows.current[index]?.focus();

  const press = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    // With Ctrl they are the page's.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = rows.current.findLastIndex((row) => row !== null);
    const target = walk(event.key, index, last + 1, PAGE);
    if (target !== undefined) goTo(target);
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
