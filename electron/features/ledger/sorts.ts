import type { LedgerSort } from '../../../shared/api/ledger.contract';
import type { Held } from './held-columns';

type NumberSort =
  | 'year'
  | 'volumes'
  | 'items'
  | 'pages'
  | 'receivedOn'
  | 'endedOn'
  | 'keepUntil'
  | 'secrecy'
  | 'dueOn'
  | 'state';
type OwnText = 'archiveNo' | 'title';
type NamedSort = Exclude<LedgerSort, NumberSort | OwnText | 'opened'>;

export const OWN_TEXTS: Readonly<Record<OwnText, string>> = { archiveNo: 'archive_no', title: 'title' };

interface Named {
  /** The column that refers to the other table. */
  refers: Held;
  table: string;
  /** A text of that table. */
  word: string;
  /** The columns of the index that has the texts in order, where it is more than the word itself. */
  along?: readonly string[];
}
/** Sorted by a word of another table. */
export const NAMED: Readonly<Record<NamedSort, Named>> = {
  client: { refers: 'clientId', table: 'client', word: 'name' },
  className: { refers: 'classId', table: 'record_class', word: 'name' },
  contractNo: { refers: 'projectId', table: 'project', word: 'contract_no' },
  aManager: { refers: 'aManagerId', table: 'staff', word: 'name' },
  bManager: { refers: 'bManagerId', table: 'staff', word: 'name' },
  keeper: { refers: 'keeperId', table: 'staff', word: 'name' },
  place: {
    refers: 'placeId',
    table: 'place',
    word: 'room || char(1) || cabinet || char(1) || shelf || char(1) || box',
    along: ['room', 'cabinet', 'shelf', 'box'],
  },
  // The shortest first, for ever last.
  retention: { refers: 'retentionId', table: 'retention', word: "printf('%05d', coalesce(years, 10000))" },
};

export const isOwnText = (sort: LedgerSort): sort is OwnText => sort in OWN_TEXTS;
export const isNamed = (sort: LedgerSort): sort is NamedSort => sort in NAMED;
