import { useMemo } from 'react';
import type { HandoverRow } from '../../shared/api/handover.contract';
import type { FormData, FormFrame } from '../../shared/api/print.contract';
import { limitInRow } from './days';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { word } from './words';

type Register = Extract<FormData, { form: 'handover-register' }>;

const columnsOf = (frame: FormFrame): readonly RegisterColumn<HandoverRow>[] => [
  { name: word('column--row'), width: 10, look: 'middle', cell: (_, no) => no },
  { name: word('label--handoverNo'), width: 30, look: 'kept', cell: (row) => row.no },
  { name: word('label--dossierTitle'), width: 54, cell: (row) => row.dossier },
  { name: word('label--client'), width: 46, cell: (row) => row.client },
  { name: word('column--step'), width: 26, look: 'middle', cell: (row) => word(`kind--${row.kind}`) },
  { name: word('label--giver'), width: 16, look: 'middle', cell: (row) => row.giver },
  { name: word('label--receiver'), width: 16, look: 'middle', cell: (row) => row.receiver },
  { name: word('label--givenOn'), width: 21, look: 'middle kept', cell: (row) => row.givenOn },
  { name: word('label--dueOn'), width: 21, look: 'middle kept', cell: (row) => limitInRow(row.dueOn, frame) },
  {
    name: word('column--state'),
    width: 21,
    look: 'middle',
    cell: (row) => [word(`handover--${row.state}`), late(row)].filter(Boolean).join(word('text--between')),
  },
];

const late = ({ lateDays }: HandoverRow) => (lateDays > 0 ? word('text--late', { days: lateDays }) : '');

/** Handovers as they are filtered on their page. */
export function HandoverRegister({ data, onLaidOut }: { data: Register; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, rows } = data;
  const columns = useMemo(() => columnsOf(frame), [frame]);
  const conditions = [asked.openOnly && word('text--onlyOpen'), asked.lateOnly && word('text--onlyLate')];
  const filter = conditions.filter(Boolean).join(word('text--between')) || word('text--allHandovers');
  const lateOnes = rows.filter(({ lateDays }) => lateDays > 0).length;
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={columns}
      rows={rows}
      filter={filter}
      order={word('text--newestFirst')}
      sums={word('text--handoverTotal', { count: rows.length, late: lateOnes })}
      onLaidOut={onLaidOut}
    />
  );
}
