import type { FormData } from '../../shared/api/print.contract';
import type { ProjectRow } from '../../shared/api/project.contract';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { word } from './words';

type Projects = Extract<FormData, { form: 'project-list' }>;

/** 1,800,000.00: fen as yuan with two places and thousands set apart. */
const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const COLUMNS: readonly RegisterColumn<ProjectRow>[] = [
  { name: word('column--row'), width: 10, look: 'middle', cell: (_, no) => no },
  { name: word('column--project'), width: 48, cell: (row) => row.name },
  { name: word('label--client'), width: 46, cell: (row) => row.client },
  { name: word('column--business'), width: 14, look: 'middle', cell: (row) => word(`business--${row.businessType}`) },
  { name: word('label--contractNo'), width: 36, look: 'kept', cell: (row) => row.contractNo },
  { name: word('column--amount'), width: 29, look: 'end', cell: (row) => yuan(row.amountFen) },
  { name: word('column--aManager'), width: 15, look: 'middle', cell: (row) => row.aManager },
  { name: word('column--bManager'), width: 15, look: 'middle', cell: (row) => row.bManager },
  { name: word('column--disbursedOn'), width: 20, look: 'middle kept', cell: (row) => row.disbursedOn },
  { name: word('column--endedOn'), width: 20, look: 'middle kept', cell: (row) => row.endedOn },
  {
    name: word('column--filed'),
    width: 8,
    look: 'middle',
    cell: (row) => word(row.dossierId === undefined ? 'text--no' : 'text--yes'),
  },
];

/** Projects of one client, or all of them. */
export function ProjectList({ data, onLaidOut }: { data: Projects; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, rows, client } = data;
  const amount = rows.reduce((sum, row) => sum + row.amountFen, 0);
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={client === undefined ? word('text--allProjects') : word('text--ofClient', { name: client })}
      order={word('text--newestFirst')}
      sums={word('text--projectTotal', { count: rows.length, amount: yuan(amount) })}
      onLaidOut={onLaidOut}
    />
  );
}
