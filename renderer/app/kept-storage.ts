import { createJSONStorage } from 'zustand/middleware';

/**
 * Where what was typed and not yet written lies while the program is closed: in the profile, beside the ledger. What is too large
 * for it (a pasted block of several megabytes) lives on in the window alone.
 */
export const keptStorage = <T>() =>
  createJSONStorage<T>(() => ({
    getItem: (name) => localStorage.getItem(name),
    setItem: (name, value) => {
      try {
        localStorage.setItem(name, value);
      } catch {
        localStorage.removeItem(name);
      }
    },
    removeItem: (name) => localStorage.removeItem(name),
  }));

const forgetters: (() => void)[] = [];

/** Says how a store forgets what it keeps. */
export const onForget = (forget: () => void) => void forgetters.push(forget);

/** Forgets everything that was typed and not written: the ledger that it was meant for has been put aside. */
export const forgetKept = () => {
  for (const forget of forgetters) forget();
};
