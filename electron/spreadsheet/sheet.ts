import { CELL_LENGTH, HEAD_ROWS, type Merge, MOST_COLUMNS, refused } from './reading';
import { unescaped, type Workbook } from './workbook';
import type { XmlListener } from './xml';

const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1_462;
/** 1900-03-01 and 2200-12-31. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 109_939;
const FIFTEEN_DIGITS = 1e15;

type Told = (row: number, cells: readonly string[]) => void;

/** Reads the cells of one sheet as texts; a row with nothing in it is left out. Merged cells of the first rows go to `merges`. */
export function createSheetListener(workbook: Workbook, merges: Merge[], onRow: Told): XmlListener {
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let filled = false;
  let kind = 'n';
  let style = 0;
  let value = '';
  let inValue = false;
  let inReading = false;

  const openCell = (attribute: (name: string) => string | undefined) => {
    const place = attribute('r');
    column = place === undefined ? column + 1 : columnOf(place);
    kind = attribute('t') ?? 'n';
    style = Number(attribute('s') ?? 0);
    value = '';
  };
  const closeCell = () => {
    if (value === '') return;
    const text = textOf(value, kind, style, workbook);
    if (text === '') return;
    if (column >= MOST_COLUMNS) throw refused('importTooManyColumns', { row, most: MOST_COLUMNS });
    while (cells.length < column) cells.push('');
    cells[column] = text;
    filled = true;
  };
  return {
    open: (tag, attribute) => {
      if (tag === 'c') openCell(attribute);
      else if (tag === 'v' || tag === 't') inValue = true;
      else if (tag === 'rPh') inReading = true;
      else if (tag === 'row') {
        row = Number(attribute('r') ?? row + 1);
        column = -1;
        cells = [];
        filled = false;
      } else if (tag === 'mergeCell') noteMerge(attribute('ref'), merges);
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') inValue = false;
      else if (tag === 'c') closeCell();
      else if (tag === 'rPh') inReading = false;
      else if (tag === 'row' && filled) onRow(row, cells);
    },
    text: (text) => {
      if (!inValue || inReading) return;
      value += text;
      if (value.length > CELL_LENGTH * 2) throw refused('importCellTooLong', { most: CELL_LENGTH });
    },
  };
}

function textOf(value: string, kind: string, style: number, { strings, dayStyles, from1904 }: Workbook): string {
  if (kind === 's') return strings[Number(value)] ?? '';
  if (kind === 'str' || kind === 'inlineStr') return unescaped(value);
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (kind === 'd') return value.slice(0, 10);
  // A cell whose formula failed says so: #N/A.
  if (kind === 'e') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (dayStyles[style]) return dayText(number + (from1904 ? DAYS_TO_1904 : 0));
  if (Number.isInteger(number) && Math.abs(number) < FIFTEEN_DIGITS) return String(number);
  // Fifteen digits are what a spreadsheet shows of a number that its file holds in seventeen.
  return String(Number(number.toPrecision(15)));
}

/** The same days stand in very many rows. */
const days = new Map<number, string>();

function dayText(serial: number): string {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL + 1) return String(serial);
  const whole = Math.floor(serial);
  const known = days.get(whole);
  if (known !== undefined) return known;
  const text = new Date(EPOCH + whole * MS_PER_DAY).toISOString().slice(0, 10);
  days.set(whole, text);
  return text;
}

/** AB12 is column 27, counted from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length; i += 1) {
    const letter = place.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column > 16_384) throw refused('importDamaged');
  return column - 1;
}

function noteMerge(reference: string | undefined, merges: Merge[]): void {
  const [from, to] = (reference ?? '').split(':').map((place) => ({ column: columnOf(place), row: rowOf(place) }));
  if (!from || !to || from.row > HEAD_ROWS || merges.length > 1_000) return;
  merges.push({ fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column });
}

const rowOf = (place: string): number => Number(/\d+$/.exec(place)?.[0] ?? 0);
