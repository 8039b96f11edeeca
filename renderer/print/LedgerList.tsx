import type { LedgerRow } from '../../shared/api/ledger.contract';
import type { FormData } from '../../shared/api/print.contract';
import { filterInWords, orderInWords } from './ledger-filter';
import { outInWords } from './out-words';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { placeInWords } from './volume-words';
import { word } from './words';

type Ledger = Extract<FormData, { form: 'ledger' }>;

const COLUMNS: readonly RegisterColumn<LedgerRow>[] = [
  { name: word('column--row'), width: 9, look: 'middle', cell: (_, no) => no },
  { name: word('label--archiveNo'), width: 25, cell: (row) => row.archiveNo },
  { name: word('column--title'), width: 29, cell: (row) => row.title },
  { name: word('label--client'), width: 26, cell: (row) => row.client },
  { name: word('column--class'), width: 12, look: 'middle', cell: (row) => row.className },
  { name: word('label--contractNo'), width: 29, cell: (row) => row.contractNo },
  {
    name: word('column--itemsAndPages'),
    width: 16,
    look: 'middle',
    cell: ({ items, pages }) => word('text--itemsAndPages', { items, pages }),
  },
  { name: word('column--aManager'), width: 13, look: 'middle', cell: (row) => row.aManager },
  { name: word('column--bManager'), width: 13, look: 'middle', cell: (row) => row.bManager },
  { name: word('column--receivedOn'), width: 19, look: 'middle kept', cell: (row) => row.receivedOn },
  { name: word('column--retention'), width: 12, look: 'middle', cell: (row) => row.retention },
  { name: word('column--place'), width: 18, look: 'kept', cell: (row) => placeInWords(row.place) },
  {
    name: word('column--state'),
    width: 25,
    look: 'middle',
    cell: (row) => [word(`state--${row.state}`), outInWords(row)].filter(Boolean).join(' '),
  },
  {
    name: word('column--remarks'),
    width: 15,
    cell: ({ lateDays, remarks }) => (lateDays > 0 ? word('text--late', { days: lateDays }) : remarks),
  },
];

/** The ledger as it was filtered and sorted, a dossier to a line; what it was narrowed by stands on the first sheet. */
export function LedgerList({ data, onLaidOut }: { data: Ledger; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, rows } = data;
  const sum = (column: 'items' | 'pages') => rows.reduce((total, row) => total + row[column], 0);
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={filterInWords(asked.filter, data.names)}
      order={orderInWords(asked)}
      sums={word('text--ledgerTotal', { dossiers: rows.length, items: sum('items'), pages: sum('pages') })}
      onLaidOut={onLaidOut}
    />
  );
}
