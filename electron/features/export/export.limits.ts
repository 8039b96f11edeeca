import { type Calendar, type Day, reachesUnknownYear } from '../../../shared/calendar/working-days';
import type { Cell, Column, Kind } from '../../spreadsheet/table';
import type { Say } from './say';

/** `limit`: a day that was worked out in working days. */
export type ListKind = Kind | 'limit';
/** A column of a list before it is one of a file. */
export type LimitOr<C extends { kind: Kind }> = Omit<C, 'kind'> & { kind: ListKind };

interface Shown {
  columns: readonly LimitOr<Column>[];
  rows(from: number, to: number): (readonly Cell[])[];
}

const NOTE_WIDTH = 26;

/**
 * A file has room for a day or for words in a cell, not for both: behind each limit stands a column that says of it in words when it
 * was worked out without knowing the days off of its year.
 */
export function withLimitNotes({ columns, rows }: Shown, say: Say, calendar: Pick<Calendar, 'knownUntilYear'>) {
  const isLimit = columns.map(({ kind }) => kind === 'limit');
  const guess = say('value--limit.guess');
  const noteOf = (day: Cell) => (day !== undefined && reachesUnknownYear(day as Day, calendar) ? guess : undefined);
  return {
    columns: columns.flatMap(({ kind, ...column }): Column[] =>
      kind === 'limit'
        ? [
            { ...column, kind: 'day' },
            { heading: say('heading--limitNote'), kind: 'text', width: NOTE_WIDTH },
          ]
        : [{ ...column, kind }],
    ),
    rows: (from: number, to: number) =>
      rows(from, to).map((row) => row.flatMap((cell, i) => (isLimit[i] ? [cell, noteOf(cell)] : [cell]))),
  };
}
