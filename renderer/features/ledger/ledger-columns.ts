import type { LedgerSort } from '../../../shared/api/ledger.contract';
import { LEDGER_COLUMNS, type LedgerColumnName, type ShownColumns } from '../../../shared/api/ledger-view.contract';

interface LedgerColumn {
  /** What its heading sorts by. */
  sort?: LedgerSort;
  number?: boolean;
  /** Pixels that it needs at least. */
  least: number;
  /** Its share of the room that is left. */
  grows?: number;
}

export const COLUMNS: Readonly<Record<LedgerColumnName, LedgerColumn>> = {
  archiveNo: { sort: 'archiveNo', least: 176 },
  title: { sort: 'title', least: 150, grows: 1.5 },
  client: { sort: 'client', least: 130, grows: 1.3 },
  className: { sort: 'className', least: 92 },
  contractNo: { sort: 'contractNo', least: 150, grows: 1 },
  year: { sort: 'year', number: true, least: 66 },
  volumes: { sort: 'volumes', number: true, least: 78 },
  items: { sort: 'items', number: true, least: 66 },
  pages: { sort: 'pages', number: true, least: 68 },
  managers: { sort: 'aManager', least: 134 },
  aManager: { sort: 'aManager', least: 88 },
  bManager: { sort: 'bManager', least: 88 },
  keeper: { sort: 'keeper', least: 88 },
  place: { sort: 'place', least: 154, grows: 0.9 },
  receivedOn: { sort: 'receivedOn', least: 108 },
  endedOn: { sort: 'endedOn', least: 124 },
  retention: { sort: 'retention', least: 92 },
  keepUntil: { sort: 'keepUntil', least: 108 },
  secrecy: { sort: 'secrecy', least: 92 },
  dueOn: { sort: 'dueOn', least: 108 },
  lateDays: { sort: 'dueOn', number: true, least: 92 },
  remarks: { least: 120, grows: 1 },
  state: { sort: 'state', least: 150, grows: 1.1 },
};

const columns = (...names: LedgerColumnName[]): ShownColumns => names.map((column) => ({ column }));

/** What the program shows by itself: as much as fits without moving sideways. */
export const PROGRAM_COLUMNS = {
  narrow: columns('archiveNo', 'title', 'client', 'items', 'pages', 'managers', 'place', 'state'),
  wide: columns(
    ...(['archiveNo', 'title', 'client', 'contractNo', 'year', 'items', 'pages', 'managers', 'place'] as const),
    ...(['receivedOn', 'state'] as const),
  ),
};

/** The chosen ones in their order, then all others. */
export const hidden = (shown: ShownColumns): LedgerColumnName[] =>
  LEDGER_COLUMNS.filter((name) => !shown.some(({ column }) => column === name));

/** The widths of a row, as a grid knows them, and the pixels under which the list moves sideways. */
export function widthsOf(shown: ShownColumns): { template: string; least: number } {
  const tracks = shown.map(({ column, width }) => {
    const { least, grows } = COLUMNS[column];
    if (width !== undefined) return { track: `${width}px`, least: width };
    return { track: grows ? `minmax(${least}px, ${grows}fr)` : `${least}px`, least };
  });
  const rest = shown.some(({ column, width }) => width === undefined && COLUMNS[column].grows) ? [] : ['1fr'];
  return {
    template: [...tracks.map(({ track }) => track), ...rest].join(' '),
    least: tracks.reduce((sum, { least }) => sum + least, 0),
  };
}

export const cellClass = (column: LedgerColumnName): string =>
  `ledger-cell${COLUMNS[column].number ? ' n' : ''}${column === 'archiveNo' ? ' ledger-fixed' : ''}`;
