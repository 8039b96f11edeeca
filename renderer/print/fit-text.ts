/** Latin letters and digits of the serif are about so many ems wide, Chinese characters one. */
const NARROW = 0.58;
const STEP = 0.1;

/** How wide a text is set, in ems, and a little more. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2010-\u2015]/.test(letter) || letter < '\u0100' ? NARROW : 1), 0);

interface Room {
  /** Along the line, in millimetres. */
  length: number;
  /** Across the lines. */
  breadth: number;
  least: number;
  most: number;
  /** Height of a line, in ems. */
  line?: number;
}

/**
 * The largest letters, in millimetres, in which a text goes into a room, over as many lines as fit: up to the last step the lines
 * together are no broader than the room. A text too long even for the smallest gets the smallest.
 */
export function fitText(text: string, { length, breadth, least, most, line = 1.25 }: Room): number {
  const ems = emsOf(text);
  for (let size = most; size > least; size -= STEP) {
    const perLine = Math.floor(length / size);
    const lines = Math.floor(breadth / (size * line));
    // A line may break before a word: half a line is not counted on.
    const reserve = lines > 1 ? (lines - 1) * 0.5 : 0;
    if (perLine >= 1 && lines * perLine - reserve >= ems) return Math.round(size * 10) / 10;
  }
  return least;
}
