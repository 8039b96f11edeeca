import type { ImportFault, ImportFaultName, ImportField } from '../../../shared/api/import.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { readDay, readWholeNumber, whyNoDay } from '../../../shared/entry/read-entry';
import { readLine } from './values.rules';

const LENGTHS: Readonly<Partial<Record<ImportField, number>>> = {
  archiveNo: 60,
  title: 200,
  client: 100,
  contractNo: 60,
  projectName: 100,
  guarantors: 200,
  room: 20,
  cabinet: 20,
  shelf: 20,
  box: 20,
  remarks: 500,
};
const USUAL_LENGTH = 100;
const MOST_NUMBER = 999_999;
/** So much of what is wrong stands in its sentence. */
const ABOUT = 40;

/** So many texts of a field are remembered with what they were read as: a ledger says 在库 a hundred thousand times. */
const MOST_REMEMBERED = 2_000;

/** What the texts of each field were read as; for one reading of one sheet, in which the same text always means the same. */
export type AlreadyRead = Map<ImportField, Map<string, unknown>>;

function readOnce<T>(read: (text: string) => T, text: string, known: AlreadyRead, field: ImportField): T {
  const its = known.get(field) ?? new Map<string, unknown>();
  known.set(field, its);
  const before = its.get(text);
  if (before !== undefined) return before as T;
  const found = read(text);
  if (its.size < MOST_REMEMBERED) its.set(text, found);
  return found;
}

export type ColumnsOf = ReadonlyMap<ImportField, readonly number[]>;
export type RowCells = ReturnType<typeof createRowCells>;

/** The cells of one row by what they mean; what is wrong with them is noted, one fault for a cell at a time. */
export function createRowCells(columnsOf: ColumnsOf, cells: readonly string[], known: AlreadyRead) {
  const faults: ImportFault[] = [];
  const note = (name: ImportFaultName, field: ImportField, about = ''): void => {
    if (faults.some((its) => its.field === field)) return;
    faults.push({ fault: name, field, column: columnsOf.get(field)?.[0] ?? -1, about: about.slice(0, ABOUT) });
  };
  const line = (field: ImportField): string | undefined => {
    const columns = columnsOf.get(field);
    if (!columns) return undefined;
    const [first = -1] = columns;
    const text = columns.length === 1 ? (cells[first] ?? '') : columns.map((column) => cells[column] ?? '').join(' ');
    const said = readLine(text, LENGTHS[field] ?? USUAL_LENGTH);
    if ('value' in said) return said.value;
    note(said.fault, field, text);
    return undefined;
  };
  const value = <T>(field: ImportField, read: (text: string) => T | undefined, wrong: ImportFaultName) => {
    const text = line(field);
    const its = text === undefined ? undefined : readOnce(read, text, known, field);
    if (text !== undefined && its === undefined) note(wrong, field, text);
    return its;
  };
  const day = (field: ImportField): Day | undefined => {
    const text = line(field);
    const its = text === undefined ? undefined : readOnce(readDay, text, known, field);
    if (text !== undefined && its === null) note(whyNoDay(text), field, text);
    return its ?? undefined;
  };
  const count = (field: ImportField, least: number): number => {
    const read = (text: string) => {
      const n = readWholeNumber(text.replace(/[册卷]$/, ''));
      return n === null || n > MOST_NUMBER || n < least ? undefined : n;
    };
    return value(field, read, 'numberUnreadable') ?? least;
  };
  return { faults, note, line, value, day, count };
}
