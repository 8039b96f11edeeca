import { useEffect, useRef } from 'react';

/** While a composition is open its keys belong to the input method. */
export const isComposing = (event: { isComposing: boolean; keyCode: number }) =>
  event.isComposing || event.keyCode === 229;

function nameOf(event: KeyboardEvent): string {
  const held = [
    event.ctrlKey || event.metaKey ? 'ctrl+' : '',
    event.altKey ? 'alt+' : '',
    event.shiftKey ? 'shift+' : '',
  ];
  return held.join('') + event.key.toLowerCase();
}

/** Letters, signs and what moves within a text belong to the field that somebody types into. */
function belongsToField({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && (key.length === 1 || /^(Arrow\w+|Home|End|Delete|Backspace)$/.test(key));
}

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Dialogs that stand over the page now. */
let dialogs = 0;

export const isDialogOpen = (): boolean => dialogs > 0;

/** While the dialog is shown, the keys of the page under it rest. */
export function useDialog(open = true) {
  useEffect(() => {
    if (!open) return;
    dialogs += 1;
    return () => {
      // The Esc that closes a dialog must not leave the page as well.
      window.setTimeout(() => {
        dialogs -= 1;
        // What opened it may be gone: the page goes on with the keys.
        const page = document.querySelector<HTMLElement>('main');
        if (document.activeElement === document.body) page?.focus({ preventScroll: true });
      });
    };
  }, [open]);
}

/**
 * Keys that work anywhere on the page: `useKeys({ 'ctrl+n': begin, escape: goBack })`. A taken key goes no further.
 * `everywhere`: over a dialog, too.
 */
export function useKeys(keys: Keys, reach: 'page' | 'everywhere' = 'page') {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[nameOf(event)];
      if (!act || event.defaultPrevented || isComposing(event) || belongsToField(event)) return;
      if (reach === 'page' && dialogs > 0) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [reach]);
}
