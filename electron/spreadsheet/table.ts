/** `day`: YYYY-MM-DD; `moment`: an instant, shown as the office's clock had it; `yuan`: fen, shown in yuan with two digits. */
export type Kind = 'text' | 'number' | 'yuan' | 'day' | 'moment';

export interface Column {
  heading: string;
  kind: Kind;
  /** In letters of the usual size. */
  width: number;
}

export type Cell = string | number | undefined;
export type Row = readonly Cell[];

/** A list as a file takes it. */
export interface Table {
  name: string;
  columns: readonly Column[];
  /** Piece by piece, so that no long list is ever in memory as a whole. */
  slices: AsyncIterable<readonly Row[]>;
}

const CHINA_MS = 8 * 3_600_000;

/** `2026-03-02 09:00:00` on the office's clock. */
export const officeTime = (instant: string): string =>
  new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
