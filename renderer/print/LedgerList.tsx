import { useMemo } from 'react';
import type { LedgerRow } from '../../shared/api/ledger.contract';
import type { FormData } from '../../shared/api/print.contract';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { filterInWords, orderInWords } from './ledger-filter';
import { word } from './words';

type Ledger = Extract<FormData, { form: 'ledger' }>;

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 9 },
  { name: word('label--archiveNo'), width: 25 },
  { name: word('column--title'), width: 32 },
  { name: word('label--client'), width: 32 },
  { name: word('column--class'), width: 12 },
  { name: word('label--contractNo'), width: 30 },
  { name: word('column--itemsAndPages'), width: 16 },
  { name: word('column--aManager'), width: 13 },
  { name: word('column--bManager'), width: 13 },
  { name: word('column--receivedOn'), width: 19 },
  { name: word('column--retention'), width: 12 },
  { name: word('column--place'), width: 18 },
  { name: word('column--state'), width: 15 },
  { name: word('column--remarks'), width: 15 },
];

/** The ledger as it was filtered and sorted, a dossier to a line; what it was narrowed by stands on the first sheet. */
export function LedgerList({ data, onLaidOut }: { data: Ledger; onLaidOut?: (() => void) | undefined }) {
  const { frame, rows } = data;
  const lines = useMemo(
    () => rows.map((row, index) => ({ key: String(row.id), cells: cells(row, index + 1) })),
    [rows],
  );
  return (
    <ListSheets
      form="ledger"
      frame={frame}
      head={<Head data={data} />}
      laterHead={<LaterHead data={data} />}
      columns={COLUMNS}
      rows={lines}
      closing={<Closing rows={rows} />}
      onLaidOut={onLaidOut}
    />
  );
}

function cells(row: LedgerRow, no: number) {
  return (
    <>
      <td className="middle fine">{no}</td>
      <td className="fine">{row.archiveNo}</td>
      <td className="fine">{row.title}</td>
      <td className="fine">{row.client}</td>
      <td className="middle fine">{row.className}</td>
      <td className="fine">{row.contractNo}</td>
      <td className="middle fine">{word('text--itemsAndPages', { items: row.items, pages: row.pages })}</td>
      <td className="middle fine">{row.aManager}</td>
      <td className="middle fine">{row.bManager}</td>
      <td className="middle fine kept">{row.receivedOn}</td>
      <td className="middle fine">{row.retention}</td>
      <td className="fine kept">{row.place && Object.values(row.place).join(' ')}</td>
      <td className="middle fine">{word(`state--${row.state}`)}</td>
      <td className="fine">{row.lateDays > 0 ? word('text--late', { days: row.lateDays }) : row.remarks}</td>
    </>
  );
}

function Head({ data }: { data: Ledger }) {
  return (
    <Fields
      lines={[
        [
          { label: word('label--filter'), value: filterInWords(data.asked.filter, data.names), places: 2 },
          { label: word('label--order'), value: orderInWords(data.asked) },
        ],
      ]}
    />
  );
}

function LaterHead({ data }: { data: Ledger }) {
  return (
    <p className="later-head">
      <span>{filterInWords(data.asked.filter, data.names)}</span>
      <span>{data.frame.printedOn}</span>
    </p>
  );
}

function Closing({ rows }: { rows: readonly LedgerRow[] }) {
  const sum = (column: 'items' | 'pages') => rows.reduce((total, row) => total + row[column], 0);
  return (
    <>
      <p className="total">
        <b>{word('text--ledgerTotal', { dossiers: rows.length, items: sum('items'), pages: sum('pages') })}</b>
      </p>
      <p className="blank-below">{word('text--blankBelow')}</p>
    </>
  );
}
