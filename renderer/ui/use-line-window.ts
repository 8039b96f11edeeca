import { useCallback, useLayoutEffect, useRef, useState } from 'react';

export const LINE_HEIGHT = 34;
const OVERSCAN = 8;

/** Which lines of a long list are drawn: those in view and a few around them. All lines are of one height. */
export function useLineWindow(count: number, headHeight: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const top = Math.floor(element.scrollTop / LINE_HEIGHT) * LINE_HEIGHT;
    const height = element.clientHeight - headHeight;
    setView((before) => (before.top === top && before.height === height ? before : { top, height }));
  }, [headHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look]);

  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || index < 0) return;
      const top = index * LINE_HEIGHT;
      const room = element.clientHeight - headHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + LINE_HEIGHT > element.scrollTop + room) element.scrollTop = top + LINE_HEIGHT - room;
      // The scroll event comes a frame later, and the keys do not wait for it.
      look();
    },
    [headHeight, look],
  );

  const first = Math.max(0, Math.floor(view.top / LINE_HEIGHT) - OVERSCAN);
  const last = Math.min(count, Math.ceil((view.top + view.height) / LINE_HEIGHT) + OVERSCAN);
  return { scroller, look, show, first, last, linesPerPage: Math.max(2, Math.floor(view.height / LINE_HEIGHT)) };
}
