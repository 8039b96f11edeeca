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

export type ColumnsOf = ReadonlyMap<ImportField, readonly number[]>;
export type RowCells = ReturnType<typeof createRowCells>;

/** The cells of one row by what they mean; what is wrong with them is noted, one fault for a cell at a time. */
export function createRowCells(columnsOf: ColumnsOf, cells: readonly string[]) {
  const faults: ImportFault[] = [];
  const note = (name: ImportFaultName, field: ImportField, about = ''): void => {
    if (faults.some((its) => its.field === field)) return;
    faults.push({ fault: name, field, column: columnsOf.get(field)?.[0] ?? -1, about: about.slice(0, ABOUT) });
  };
  const line = (field: ImportField): string | undefined => {
    const columns = columnsOf.get(field);
    if (!columns) return undefined;
    const text = columns.map((column) => cells[column] ?? '').join(' ');
    const said = readLine(text, LENGTHS[field] ?? USUAL_LENGTH);
    if ('value' in said) return said.value;
    note(said.fault, field, text);
    return undefined;
  };
  const value = <T>(field: ImportField, read: (text: string) => T | undefined, wrong: ImportFaultName) => {
    const text = line(field);
    const its = text === undefined ? undefined : read(text);
    if (text !== undefined && its === undefined) note(wrong, field, text);
    return its;
  };
  const day = (field: ImportField): Day | undefined => {
    const text = line(field);
    const its = text === undefined ? undefined : readDay(text);
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
