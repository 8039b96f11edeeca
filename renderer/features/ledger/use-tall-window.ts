import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { firstAt, heightOf, type Measure, measureOf, ROW_HEIGHT, scrollFor } from './tall-window';

/**
 * Which rows of a very long list are in view. The scrollbar stands for the whole list, however long; the view moves by whole
 * rows, as a spreadsheet does.
 */
export function useTallWindow(count: number, headHeight: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [fit, setFit] = useState(20);

  const measure = useCallback((): Measure => {
    const element = scroller.current;
    return element ? measureOf(count, element.clientHeight - headHeight) : { perRow: ROW_HEIGHT, whole: fit };
  }, [count, headHeight, fit]);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const its = measure();
    setFit(its.whole);
    setFirst(firstAt(element.scrollTop, count, its));
  }, [count, measure]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look]);

  /** Brings a row into view. */
  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      const top = scrollFor(index, first, measure());
      if (element && top !== undefined) element.scrollTop = top;
    },
    [first, measure],
  );

  return { scroller, look, show, first, last: Math.min(count, first + fit + 1), fit, height: heightOf(count) };
}
