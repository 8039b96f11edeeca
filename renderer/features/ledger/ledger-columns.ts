import type { LedgerRow, LedgerSort } from '../../../shared/api/ledger.contract';

interface LedgerColumn {
  column:
    | 'managers'
    | Exclude<
        keyof LedgerRow,
        | 'id'
        | 'classId'
        | 'retentionId'
        | 'secrecy'
        | 'aManager'
        | 'bManager'
        | 'keeper'
        | 'holder'
        | 'dueOn'
        | 'lateDays'
      >;
  /** What its heading sorts by. */
  sort?: LedgerSort;
  number?: boolean;
  /** Only where the window has room for it. */
  wide?: boolean;
}

/** The columns of the ledger in their order. */
export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  { column: 'archiveNo', sort: 'archiveNo' },
  { column: 'title', sort: 'title' },
  { column: 'client', sort: 'client' },
  { column: 'contractNo', wide: true },
  { column: 'year', sort: 'year', number: true, wide: true },
  { column: 'items', sort: 'items', number: true },
  { column: 'pages', sort: 'pages', number: true },
  { column: 'managers' },
  { column: 'place' },
  { column: 'receivedOn', sort: 'receivedOn', wide: true },
  { column: 'state', sort: 'state' },
];

export const cellClass = (number?: boolean, wide?: boolean): string =>
  `ledger-cell${number ? ' n' : ''}${wide ? ' ledger-wide' : ''}`;
