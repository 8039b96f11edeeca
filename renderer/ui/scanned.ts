import { useEffect, useRef } from 'react';

type Taker = (code: string) => void;
/** The page that wants to have what is scanned, or the dialog over it; the last stands on top of any other. */
let takers: { take: Taker; inDialog: boolean }[] = [];

/** Hands on what a scanner read; false where no page asks for it, and the record is opened instead. */
export function offerScan(code: string): boolean {
  const taker = takers.at(-1);
  taker?.take(code);
  return taker !== undefined;
}

/** While a dialog is open the page under it takes nothing; the dialog may. */
export const isDialogTaking = (): boolean => takers.at(-1)?.inDialog === true;

/** A field that takes scans, whatever an input method makes of the letters meanwhile: `<input {...takesScans} />`. */
export const takesScans = { 'data-takes-scans': '' } as const;
export const isTakingScans = (target: Element | null): boolean => target?.closest('[data-takes-scans]') !== null;

/** While the page or the dialog stands, what is scanned is its own and opens no record. */
export function useScanned(take: Taker, inDialog = false) {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const mine = { take: (code: string) => latest.current(code), inDialog };
    takers = [...takers, mine];
    return () => {
      takers = takers.filter((its) => its !== mine);
    };
  }, [inDialog]);
}
