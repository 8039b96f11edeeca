import type { ClientRow } from '../../shared/api/client.contract';
import type { FormData } from '../../shared/api/print.contract';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { word } from './words';

type Clients = Extract<FormData, { form: 'client-list' }>;

const COLUMNS: readonly RegisterColumn<ClientRow>[] = [
  { name: word('column--row'), width: 10, look: 'middle', cell: (_, no) => no },
  { name: word('column--clientName'), width: 56, cell: (row) => row.name },
  { name: word('column--clientKind'), width: 14, look: 'middle', cell: (row) => word(`clientKind--${row.kind}`) },
  { name: word('column--idCode'), width: 40, cell: (row) => row.code },
  { name: word('column--legalRepresentative'), width: 22, look: 'middle', cell: (row) => row.legalRepresentative },
  { name: word('column--phone'), width: 28, cell: (row) => row.phone },
  { name: word('column--address'), width: 44, cell: (row) => row.address },
  { name: word('column--owner'), width: 18, look: 'middle', cell: (row) => row.owner },
  { name: word('column--projectCount'), width: 12, look: 'end', cell: (row) => row.projects },
  { name: word('column--remarks'), width: 17, cell: (row) => row.remarks },
];

/** Clients as they are filtered on their page. */
export function ClientList({ data, onLaidOut }: { data: Clients; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, rows } = data;
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={asked.text ? word('text--filterText', { text: asked.text }) : word('text--allClients')}
      order={word('text--newestFirst')}
      sums={word('text--clientTotal', {
        count: rows.length,
        enterprises: rows.filter(({ kind }) => kind === 'enterprise').length,
        persons: rows.filter(({ kind }) => kind === 'person').length,
      })}
      onLaidOut={onLaidOut}
    />
  );
}
