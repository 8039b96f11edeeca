import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { Part } from '../../../shared/api/dossier.contract';
import { isComposing } from '../../ui/use-keys';
import { type DraftEntry, type Edited, linesIn, putIn, shift, takeOut } from './checklist-draft';

/** What a key does to the line it is pressed in. */
type Act = (entries: readonly DraftEntry[], entry: DraftEntry) => Edited;
const ACTS: Readonly<Record<string, Act>> = {
  Enter: (entries, { part, key }) => putIn(entries, part, [''], key),
  'ctrl+Delete': (entries, { key }) => takeOut(entries, key),
  'alt+ArrowUp': (entries, { key }) => shift(entries, key, -1),
  'alt+ArrowDown': (entries, { key }) => shift(entries, key, 1),
};
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
const nameOf = ({ ctrlKey, altKey, key }: KeyboardEvent) => `${ctrlKey ? 'ctrl+' : ''}${altKey ? 'alt+' : ''}${key}`;

/** Goes to the line above or below, in the same column. */
function step(event: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  const lines = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const next = lines[lines.indexOf(event.currentTarget) + by];
  const fields = next?.querySelectorAll<HTMLElement>('input');
  const column = (event.target as HTMLInputElement).type === 'checkbox' ? 1 : 0;
  (fields?.[column] ?? fields?.[0])?.focus();
}

/** The keys of the list's lines. The focus follows the line that an edit leaves it on. */
export function useEntryKeys(entries: readonly DraftEntry[], onChange: (entries: readonly DraftEntry[]) => void) {
  const grid = useRef<HTMLTableElement>(null);
  const goTo = useRef<number>(undefined);
  useEffect(() => {
    if (goTo.current === undefined) return;
    const field = grid.current?.querySelector<HTMLInputElement>(`[data-line="${goTo.current}"] input`);
    field?.focus();
    // A paper that began with one typed character is typed on behind it.
    field?.setSelectionRange(field.value.length, field.value.length);
    goTo.current = undefined;
  });
  const take = (edited: Edited) => {
    goTo.current = edited.key;
    onChange(edited.entries);
  };
  /** `entry` is absent in the empty line at the end of a part. */
  const press = (event: KeyboardEvent<HTMLElement>, entry?: DraftEntry) => {
    if (isComposing(event.nativeEvent)) return;
    const name = nameOf(event);
    const act = ACTS[name];
    const by = STEPS[name];
    if (entry && act) take(act(entries, entry));
    else if (by) step(event, by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** Several lines become several papers; one line is typed into the field as ever. */
  const paste = (event: ClipboardEvent, part: Part, entry?: DraftEntry) => {
    const lines = linesIn(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    const added = putIn(entries, part, lines, entry?.key);
    const isEmpty = entry?.title.trim() === '';
    take(entry && isEmpty ? { ...added, entries: takeOut(added.entries, entry.key).entries } : added);
  };
  return { grid, take, press, paste };
}
