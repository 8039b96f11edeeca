import type { FormData } from '../../shared/api/print.contract';
import type { TitleHandoverRow } from '../../shared/api/title-handover.contract';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { word } from './words';

type Register = Extract<FormData, { form: 'title-handovers' }>;

const COLUMNS: readonly RegisterColumn<TitleHandoverRow>[] = [
  { name: word('column--row'), width: 10, look: 'middle', cell: (_, no) => no },
  { name: word('label--handoverNo'), width: 34, look: 'kept', cell: (row) => row.no },
  { name: word('label--projectNo'), width: 30, look: 'kept', cell: (row) => row.number },
  { name: word('label--project'), width: 40, cell: (row) => row.project },
  { name: word('label--client'), width: 42, cell: (row) => row.client },
  { name: word('column--titlesAndPieces'), width: 16, look: 'middle', cell: titlesAndPieces },
  { name: word('column--aManager'), width: 15, look: 'middle', cell: (row) => row.a },
  { name: word('column--bManager'), width: 15, look: 'middle', cell: (row) => row.b },
  { name: word('label--signCustodian'), width: 18, look: 'middle', cell: (row) => row.custodian },
  { name: word('label--dueOn'), width: 20, look: 'middle kept', cell: (row) => row.dueOn },
  {
    name: word('column--state'),
    width: 21,
    look: 'middle',
    cell: (row) => [word(`handover--${row.state}`), late(row)].filter(Boolean).join(word('text--between')),
  },
];

function titlesAndPieces({ titles, pieces }: TitleHandoverRow): string {
  return word('text--itemsAndPages', { items: titles, pages: pieces });
}
const late = ({ lateDays }: TitleHandoverRow) => (lateDays > 0 ? word('text--late', { days: lateDays }) : '');

/** Lists of title documents as they are filtered on their page. */
export function TitleHandoverRegister({ data, onLaidOut }: { data: Register; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, rows } = data;
  const conditions = [asked.openOnly && word('text--onlyOpen'), asked.lateOnly && word('text--onlyLate')];
  const filter = conditions.filter(Boolean).join(word('text--between')) || word('text--allTitleHandovers');
  const pieces = rows.reduce((sum, row) => sum + row.pieces, 0);
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={filter}
      order={word('text--newestFirst')}
      sums={word('text--titleHandoversTotal', { lists: rows.length, pieces })}
      onLaidOut={onLaidOut}
    />
  );
}
