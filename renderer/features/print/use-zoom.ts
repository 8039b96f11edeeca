import { type RefObject, useLayoutEffect, useState } from 'react';

export type Fit = 'width' | 'page';

interface Zoom {
  scale: number;
  /** Size of the sheets as they are shown. */
  width: number;
  height: number;
}

/** Room left and right of a sheet, and above and below it. */
const MARGIN = 24;
/** Larger than life helps nobody. */
const LARGEST = 1.25;

/** How much smaller the sheets are shown than printed, so that one fits the window in width or as a whole. */
export function useZoom(frame: RefObject<HTMLElement | null>, sheets: RefObject<HTMLElement | null>, fit: Fit): Zoom {
  const [zoom, setZoom] = useState<Zoom>({ scale: 1, width: 0, height: 0 });
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, sheets.current];
    if (!outer || !inner) return;
    const measure = () => setZoom(zoomOf(outer, inner, fit));
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    measure();
    return () => observer.disconnect();
  }, [frame, sheets, fit]);
  return zoom;
}

/** offsetWidth and offsetHeight do not know of the scale, so that measuring it does not change it. */
function zoomOf(outer: HTMLElement, inner: HTMLElement, fit: Fit): Zoom {
  const byWidth = (outer.clientWidth - 2 * MARGIN) / inner.offsetWidth;
  const sheet = inner.querySelector<HTMLElement>('.paper-form > .sheet');
  const byPage = sheet ? (outer.clientHeight - 2 * MARGIN) / sheet.offsetHeight : byWidth;
  const scale = Math.max(0.1, Math.min(LARGEST, byWidth, fit === 'page' ? byPage : byWidth));
  return { scale, width: inner.offsetWidth * scale, height: inner.offsetHeight * scale };
}
