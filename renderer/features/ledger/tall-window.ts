export const ROW_HEIGHT = 34;
/** Browsers draw nothing taller than about 33 million pixels: a million rows share this height. */
export const TALLEST = 15_000_000;

/** As high as the list is for the scrollbar. */
export const heightOf = (count: number): number => Math.min(count * ROW_HEIGHT, TALLEST);

export interface Measure {
  /** So many pixels of the scrollbar stand for one row. */
  perRow: number;
  /** So many rows are in view as a whole. */
  whole: number;
}

/** `room`: pixels below the headings in which rows are seen. */
export function measureOf(count: number, room: number): Measure {
  const whole = Math.max(1, Math.floor(room / ROW_HEIGHT));
  return { perRow: Math.max(0.001, (heightOf(count) - room) / Math.max(1, count - whole)), whole };
}

/** The first row in view where the list is scrolled so far. */
export const firstAt = (scrollTop: number, count: number, { perRow, whole }: Measure): number =>
  count <= whole ? 0 : Math.min(count - whole, Math.round(scrollTop / perRow));

/** How far the list must be scrolled to bring a row into view that is not; `undefined` when it is. */
export function scrollFor(index: number, first: number, { perRow, whole }: Measure): number | undefined {
  if (index < first) return index * perRow;
  return index >= first + whole ? (index - whole + 1) * perRow : undefined;
}
