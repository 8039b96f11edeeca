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

/** While the dialog is shown, the keys of the page under it rest; afterwards they are where they were before, or the page has them. */
export function useDialog(open = true) {
  const before = useRef<Element | null>(null);
  // Asked while it is drawn: as soon as it stands there it takes them.
  if (open) before.current ??= document.activeElement;
  useEffect(() => {
    if (!open) return;
    const back = before.current;
    dialogs += 1;
    return () => {
      before.current = null;
      // The Esc that closes a dialog must not leave the page as well.
      window.setTimeout(() => {
        dialogs -= 1;
        giveKeysBack(back);
      });
    };
  }, [open]);
}

/** Unless somebody has them already. What had them may be gone: the page goes on with them. */
function giveKeysBack(before: Element | null) {
  if (document.activeElement !== document.body) return;
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
  const place = isThere ? before : document.querySelector<HTMLElement>('main');
  place?.focus({ preventScroll: true });
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
