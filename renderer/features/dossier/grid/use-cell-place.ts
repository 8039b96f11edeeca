import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Cell } from './cell-entry';

export interface CellPlace {
  left: number;
  width: number;
  /** Its text stands at the right. */
  right: boolean;
}

const NOWHERE: CellPlace = { left: 0, width: 0, right: false };

/** Where the cells of a column stand, measured at the heading: columns are as wide as the window lets them be. */
export function useCellPlace(scroller: RefObject<HTMLDivElement | null>, cell: Cell | undefined): CellPlace {
  const [place, setPlace] = useState(NOWHERE);
  useLayoutEffect(() => {
    const element = scroller.current;
    const lines = element?.querySelector('.volume-lines');
    if (!element || !lines || !cell) return;
    const measure = () => {
      const head = element.querySelector<HTMLElement>(`[data-head="${cell}"]`);
      if (!head) return;
      const next = { left: head.offsetLeft, width: head.offsetWidth, right: head.classList.contains('volume-number') };
      setPlace((before) => (before.left === next.left && before.width === next.width ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(lines);
    // Another language makes other widths in a list as wide as before.
    const own = element.querySelector(`[data-head="${cell}"]`);
    if (own) observer.observe(own);
    return () => observer.disconnect();
  }, [scroller, cell]);
  return place;
}
