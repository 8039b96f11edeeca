import { create } from 'zustand';

export const VIEWS = ['inside', 'keys', 'openings', 'days'] as const;
export type View = (typeof VIEWS)[number];

interface Looked {
  safeId?: number | undefined;
  compartmentId?: number | undefined;
  /** A past day; absent: now. */
  on?: string | undefined;
}

/** What the person was looking at: still so after coming back. */
export const useLooked = create<Looked>()(() => ({}));
export const lookAt = (its: Looked): void => useLooked.setState(its);
