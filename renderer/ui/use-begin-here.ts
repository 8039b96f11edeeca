import { type RefObject, useEffect, useRef } from 'react';

/** What a page is for (or the first `inside` it) takes the keys when it opens, unless somebody is typing elsewhere by then. */
export function useBeginHere(place: RefObject<HTMLElement | null>, inside?: string) {
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !place.current) return;
    begun.current = true;
    const active = document.activeElement;
    if (active?.closest('input, textarea, dialog, [role="dialog"]')) return;
    const target = inside ? place.current.querySelector<HTMLElement>(inside) : place.current;
    target?.focus({ preventScroll: true });
  });
}
