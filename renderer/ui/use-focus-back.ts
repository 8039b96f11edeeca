import { useEffect, useRef } from 'react';

/** Where the keys were before, they are again afterwards; if nowhere, the page has them. */
export function useFocusBack() {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const back = before.current;
    return () => {
      window.setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const place = back instanceof HTMLElement && back !== document.body && back.isConnected ? back : undefined;
        (place ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
      });
    };
  }, []);
}
