import type { PlaceLine } from '../../shared/api/place.contract';
import type { FormData } from '../../shared/api/print.contract';
import { outInWords } from './out-words';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { word } from './words';

type Places = Extract<FormData, { form: 'place-list' }>;

const COLUMNS: readonly RegisterColumn<PlaceLine>[] = [
  { name: word('column--row'), width: 12, look: 'middle', cell: (_, no) => no },
  { name: word('column--room'), width: 24, look: 'middle', cell: (row) => row.place?.room },
  { name: word('column--cabinet'), width: 22, look: 'middle', cell: (row) => row.place?.cabinet },
  { name: word('column--shelf'), width: 20, look: 'middle', cell: (row) => row.place?.shelf },
  { name: word('column--box'), width: 22, look: 'middle', cell: (row) => row.place?.box },
  { name: word('column--archiveNo'), width: 42, look: 'kept', cell: (row) => row.archiveNo },
  { name: word('column--title'), width: 62, cell: (row) => row.title ?? word('text--emptyBox') },
  { name: word('column--pages'), width: 16, look: 'end', cell: (row) => row.pages },
  {
    name: word('column--state'),
    width: 41,
    look: 'middle',
    cell: (row) => row.state && [word(`state--${row.state}`), outInWords(row)].filter(Boolean).join(' '),
  },
];

function filterOf({ room, cabinet, homeless }: Places['asked']): string {
  if (homeless) return word('text--homeless');
  return [room, cabinet].filter(Boolean).join(' ') || word('text--allPlaces');
}

/** What stands where, box by box, empty boxes among them; or what has no place. */
export function PlaceList({ data, onLaidOut }: { data: Places; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, rows } = data;
  const boxes = new Set(rows.flatMap(({ place }) => (place ? Object.values(place).join(' ') : []))).size;
  const count = rows.filter(({ id }) => id > 0).length;
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={filterOf(asked)}
      order={word(asked.homeless ? 'text--byNumber' : 'text--byPlace')}
      sums={word('text--placeTotal', { boxes, count, lent: rows.filter(({ state }) => state === 'lent').length })}
      onLaidOut={onLaidOut}
    />
  );
}
