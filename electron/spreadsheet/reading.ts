import { AppError, type ErrorDetails } from '../../shared/api/errors';

/** A rectangle of merged cells, rows and columns counted from 1 and 0. */
export interface Merge {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

/** What a file holds beside its rows. */
export interface SheetRead {
  name: string;
  hidden: boolean;
  /** Rows with something in them. */
  rows: number;
  /** Merged cells of the first rows, where headings stand. */
  merges: Merge[];
}

/** Some rows of one sheet, in their order; each row is one text, its cells joined by `CELL_END`. */
export interface ReadRows {
  sheet: number;
  /** The number of each row as the spreadsheet shows it. */
  numbers: number[];
  rows: string[];
}

/** Stands in no cell: it is a control character that XML cannot hold and that is taken out of a csv. */
export const CELL_END = '\u001f';

export interface Reading {
  /** Told rows as they are read, and how far the reading is (0 to 1). */
  onRows(rows: ReadRows, share: number): void;
  signal: AbortSignal;
}

/** More rows than this are not read: an office with a larger ledger brings it in year by year. */
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 200;
/** What Excel allows in one cell. */
export const CELL_LENGTH = 32_767;
const MOST_FILE_MB = 200;
/** Merged headings are looked for in so many rows. */
export const HEAD_ROWS = 40;
/** Rows told at once: so few that neither side is held up by them. */
const ROWS_AT_ONCE = 200;
/** After each so many rows it is reckoned how many there are; a file that must hold three times too many is not read to see it. */
const SAMPLE_ROWS = 1_000;
const SURELY_TOO_MANY = 3 * MOST_ROWS;

export const refused = (reason: string, details: ErrorDetails = {}): AppError =>
  new AppError('invalid', reason, details);

export function demandSize(bytes: number): void {
  if (bytes === 0) throw refused('importEmpty');
  if (bytes > MOST_FILE_MB * 1_048_576)
    throw refused('importTooLarge', { megabytes: Math.round(bytes / 1_048_576), most: MOST_FILE_MB });
}

export function demandGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('conflict', 'jobCancelled');
}

/** Gathers rows, refuses what is too much of them, and passes them on some at a time. */
export function createGatherer(reading: Reading) {
  let total = 0;
  let waiting: ReadRows = { sheet: 0, numbers: [], rows: [] };
  const pass = (share: number) => {
    if (waiting.rows.length > 0) reading.onRows(waiting, share);
    waiting = { sheet: waiting.sheet, numbers: [], rows: [] };
  };
  return {
    /** `share` of the whole work is done with this row; `shareOfSheet` of the bytes of its sheet. */
    add: (sheet: number, number: number, cells: readonly string[], share: number, shareOfSheet: number, of: number) => {
      if (sheet !== waiting.sheet) pass(share);
      waiting.sheet = sheet;
      total += 1;
      if (total > MOST_ROWS) throw refused('importTooManyRows', { most: MOST_ROWS });
      if (of % SAMPLE_ROWS === 0 && of / shareOfSheet > SURELY_TOO_MANY)
        throw refused('importTooManyRows', { most: MOST_ROWS });
      if (cells.length > MOST_COLUMNS) throw refused('importTooManyColumns', { row: number, most: MOST_COLUMNS });
      waiting.numbers.push(number);
      waiting.rows.push(cells.join(CELL_END));
      if (waiting.rows.length >= ROWS_AT_ONCE) pass(share);
    },
    end: () => pass(1),
  };
}
