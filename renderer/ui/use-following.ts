import { useState } from 'react';

/**
 * State that somebody changes until what it follows changes: then it is made anew, in the same picture. An effect would come a moment
 * later, and a key pressed in between would meet the old text under the new words.
 */
export function useFollowing<V, S>(followed: V, make: (followed: V) => S): [S, (its: S) => void] {
  const [held, setHeld] = useState(() => ({ followed, its: make(followed) }));
  const now = Object.is(held.followed, followed) ? held : { followed, its: make(followed) };
  if (now !== held) setHeld(now);
  return [now.its, (its) => setHeld((last) => ({ ...last, its }))];
}
