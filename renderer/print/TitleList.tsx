import type { FormData } from '../../shared/api/print.contract';
import type { Standing, TitleRow } from '../../shared/api/title.contract';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { word } from './words';

type List = Extract<FormData, { form: 'title-list' }>;

const COLUMNS: readonly RegisterColumn<TitleRow>[] = [
  { name: word('column--row'), width: 10, look: 'middle', cell: (_, no) => no },
  { name: word('column--archiveNo'), width: 28, look: 'kept', cell: (row) => row.number },
  { name: word('column--titleKind'), width: 32, cell: (row) => word(`titleKind--${row.kind}`) },
  { name: word('column--certificateNo'), width: 50, cell: (row) => row.certificateNo },
  { name: word('column--titleOwner'), width: 28, cell: (row) => row.owner },
  { name: word('column--titleQuantity'), width: 11, look: 'middle', cell: (row) => row.quantity },
  { name: word('column--borrower'), width: 34, cell: (row) => row.client },
  {
    name: word('column--whereNow'),
    width: 48,
    look: 'kept',
    cell: (row) => row.standings.map(whereInWords).join(word('text--between')),
  },
  { name: word('column--expiresOn'), width: 20, look: 'middle kept', cell: (row) => row.expiresOn },
];

function whereInWords({ place, safe, compartment, party, dueOn, quantity }: Standing): string {
  if (place === 'safe') return word('text--inSafe', { place: `${safe} ${compartment}`, quantity });
  if (dueOn !== undefined) return word(`out--${place as 'lent'}`, { party: party ?? '', day: dueOn, quantity });
  return word(`place--${place as 'missing'}`);
}

/** Titles as they are filtered on their page. */
export function TitleList({ data, onLaidOut }: { data: List; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, rows, place } = data;
  const conditions = [
    asked.which !== 'all' && word(`which--titles.${asked.which}`),
    asked.kind && word(`titleKind--${asked.kind}`),
    place,
    asked.text !== '' && word('text--filterText', { text: asked.text }),
  ];
  const pieces = rows.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={conditions.filter(Boolean).join(word('text--between')) || word('text--allTitles')}
      order={word('text--newestFirst')}
      sums={word('text--titlesTotal', { titles: rows.length, pieces })}
      onLaidOut={onLaidOut}
    />
  );
}
