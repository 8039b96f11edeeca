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

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Keys that work anywhere on the page: `useKeys({ 'ctrl+n': begin, escape: goBack })`. A taken key goes no further. */
export function useKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[nameOf(event)];
      if (!act || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
