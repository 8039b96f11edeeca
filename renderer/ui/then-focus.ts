import { flushSync } from 'react-dom';

/**
 * Changes the page and gives the keys to `place` in the same moment: a key that follows at once must not go to what
 * stood there before. Not for effects, where the page is being drawn already.
 */
export function thenFocus(
  change: () => void,
  place: () => { focus(how?: FocusOptions): void } | null | undefined,
): void {
  flushSync(change);
  place()?.focus({ preventScroll: true });
}
