import type { Cell } from './cell-entry';
import type { Move } from './grid-cursor';

/**
 * `select`: the cell is selected, typing replaces it. `type`: somebody began to type, arrows leave the cell. `edit`: opened
 * with F2 or a double click, arrows move within the text.
 */
export type Mode = 'select' | 'type' | 'edit';

export type Command =
  | Move
  | 'open'
  | 'clear'
  | 'cancel'
  | 'toggle'
  | 'chooseLine'
  | 'insertBelow'
  | 'removeLines'
  | 'beginVolume'
  | 'moveUp'
  | 'moveDown'
  | 'undo'
  | 'redo'
  | 'leave';

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const PLAIN: Readonly<Record<string, Command>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Tab: 'next',
  Enter: 'below',
  F2: 'open',
  Delete: 'clear',
  F6: 'leave',
};
const SHIFTED: Readonly<Record<string, Command>> = {
  Tab: 'previous',
  Enter: 'above',
  ArrowUp: 'extendUp',
  ArrowDown: 'extendDown',
  ' ': 'chooseLine',
};
const CONTROLLED: Readonly<Record<string, Command>> = {
  Home: 'listStart',
  End: 'listEnd',
  i: 'insertBelow',
  j: 'beginVolume',
  Delete: 'removeLines',
  z: 'undo',
  y: 'redo',
};
const ALTERNATE: Readonly<Record<string, Command>> = { ArrowUp: 'moveUp', ArrowDown: 'moveDown' };

/** Keys that leave the cell while something is being typed into it; all others belong to the text. */
const LEAVES: Readonly<Record<'type' | 'edit', readonly string[]>> = {
  type: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Tab', 'Enter', 'F6'],
  edit: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Tab', 'Enter', 'F6'],
};

/** What a key means for the grid; `undefined`: it is not the grid's. Choices change with the space bar. */
export function commandOf(press: KeyPress, mode: Mode, cell: Cell): Command | undefined {
  const { key, altKey, shiftKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (mode !== 'select') {
    if (key === 'Escape') return 'cancel';
    if (control || altKey || !LEAVES[mode].includes(key)) return undefined;
    return shiftKey && (key === 'Tab' || key === 'Enter') ? SHIFTED[key] : PLAIN[key];
  }
  if (control && altKey) return undefined;
  if (control)
    return shiftKey && key.toLowerCase() === 'z' ? 'redo' : CONTROLLED[key.length === 1 ? key.toLowerCase() : key];
  if (altKey) return ALTERNATE[key];
  if (shiftKey) return SHIFTED[key];
  if (key === ' ' && (cell === 'originality' || cell === 'signatureComplete')) return 'toggle';
  return PLAIN[key];
}
