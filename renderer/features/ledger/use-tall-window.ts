import { useCallback, useLayoutEffect, useRef, useState } from 'react';

export const ROW_HEIGHT = 34;
/** Browsers draw nothing taller than about 33 million pixels: a million rows share this height. */
const TALLEST = 15_000_000;

/**
 * Which rows of a very long list are in view. The scrollbar stands for the whole list, however long; the view moves by whole
 * rows, as a spreadsheet does.
 */
export function useTallWindow(count: number, headHeight: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [fit, setFit] = useState(20);
  const height = Math.min(count * ROW_HEIGHT, TALLEST);

  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return { perRow: ROW_HEIGHT, whole: fit };
    const room = element.clientHeight - headHeight;
    const whole = Math.max(1, Math.floor(room / ROW_HEIGHT));
    return { perRow: Math.max(0.001, (height - room) / Math.max(1, count - whole)), whole };
  }, [count, headHeight, height, fit]);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { perRow, whole } = measure();
    setFit(whole);
    setFirst(count <= whole ? 0 : Math.min(count - whole, Math.round(element.scrollTop / perRow)));
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
      if (!element) return;
      const { perRow, whole } = measure();
      if (index < first) element.scrollTop = index * perRow;
      else if (index >= first + whole) element.scrollTop = (index - whole + 1) * perRow;
    },
    [first, measure],
  );

  return { scroller, look, show, first, last: Math.min(count, first + fit + 1), fit, height };
}
