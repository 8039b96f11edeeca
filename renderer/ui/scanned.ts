import { useEffect, useRef } from 'react';

type Taker = (code: string) => void;
/** The page that wants to have what is scanned; it stands on top of any other. */
let taker: Taker | undefined;

/** Hands on what a scanner read; false where no page asks for it, and the record is opened instead. */
export function offerScan(code: string): boolean {
  taker?.(code);
  return taker !== undefined;
}

/** A field that takes scans, whatever an input method makes of the letters meanwhile: `<input {...takesScans} />`. */
export const takesScans = { 'data-takes-scans': '' } as const;
export const isTakingScans = (target: Element | null): boolean => target?.closest('[data-takes-scans]') !== null;

/** While the page stands, what is scanned is its own and opens no record. */
export function useScanned(take: Taker) {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const mine: Taker = (code) => latest.current(code);
    taker = mine;
    return () => {
      if (taker === mine) taker = undefined;
    };
  }, []);
}
