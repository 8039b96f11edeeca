import type { DueRow } from '../../shared/api/disposal.contract';
import type { FormData } from '../../shared/api/print.contract';
import { outInWords } from './out-words';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { placeInWords } from './volume-words';
import { word } from './words';

type Due = Extract<FormData, { form: 'due-list' }>;

const COLUMNS: readonly RegisterColumn<DueRow>[] = [
  { name: word('column--row'), width: 12, look: 'middle', cell: (_, no) => no },
  { name: word('column--archiveNo'), width: 36, look: 'kept', cell: (row) => row.archiveNo },
  { name: word('column--title'), width: 50, cell: (row) => row.title },
  { name: word('column--recordClass'), width: 20, look: 'middle', cell: (row) => row.className },
  { name: word('column--year'), width: 12, look: 'middle', cell: (row) => row.year },
  { name: word('column--itemsAndPages'), width: 18, look: 'middle', cell: (row) => `${row.items}/${row.pages}` },
  { name: word('column--retention'), width: 16, look: 'middle', cell: (row) => row.retention },
  { name: word('column--businessEnded'), width: 20, look: 'middle kept', cell: (row) => row.endedOn },
  { name: word('column--keepUntil'), width: 20, look: 'middle kept', cell: (row) => row.keepUntil },
  { name: word('column--overdueDays'), width: 14, look: 'end', cell: (row) => row.overdueDays },
  {
    name: word('column--place'),
    width: 43,
    cell: (row) => [placeInWords(row.place), outInWords(row)].filter(Boolean).join(word('text--between')),
  },
];

/** What is past its retention and waits for an appraisal, or was appraised and waits for its destruction. */
export function DueList({ data, onLaidOut }: { data: Due; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, className, rows } = data;
  const conditions = [
    word(`text--group-${asked.group}`),
    className,
    asked.text !== '' && word('text--containing', { text: asked.text }),
  ];
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={conditions.filter(Boolean).join(word('text--between'))}
      order={word('text--longestOverdueFirst')}
      sums={word('text--dueTotal', { count: rows.length, pages: rows.reduce((sum, { pages }) => sum + pages, 0) })}
      onLaidOut={onLaidOut}
    />
  );
}
