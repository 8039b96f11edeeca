import type { NumberFault, NumberRow } from '../../shared/api/number.contract';
import type { FormData } from '../../shared/api/print.contract';
import { outInWords } from './out-words';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { word } from './words';

type Register = Extract<FormData, { form: 'number-register' }>;

const COLUMNS: readonly RegisterColumn<NumberRow>[] = [
  { name: word('column--row'), width: 12, look: 'middle', cell: (_, no) => no },
  { name: word('column--archiveNo'), width: 44, look: 'kept', cell: (row) => row.text },
  { name: word('column--title'), width: 82, cell: (row) => row.title },
  { name: word('column--numberState'), width: 18, look: 'middle', cell: (row) => stateOf(row) },
  { name: word('column--voidedOn'), width: 22, look: 'middle kept', cell: (row) => row.voidedOn },
  { name: word('column--voidedBy'), width: 16, look: 'middle', cell: (row) => row.voidedBy },
  { name: word('column--voidReason'), width: 67, cell: (row) => remarkOf(row) },
];

const stateOf = ({ voidedOn, origin }: NumberRow) =>
  word(voidedOn === undefined ? `number--${origin}` : 'number--void');

function remarkOf(its: NumberRow): string {
  const { voidReason, replacedBy, replaces } = its;
  const parts = [
    voidReason,
    outInWords(its),
    replacedBy && word('text--replacedBy', { number: replacedBy }),
    replaces && word('text--replaces', { number: replaces }),
  ];
  return parts.filter(Boolean).join(word('text--between'));
}

/** So many are named; a register with more is looked through on its page. */
const MOST_NAMED = 20;

/** What is lacking, and what may be another number in a different writing: it is signed for with the rest. */
export function faultsInWords(faults: readonly NumberFault[]): string[] {
  const named = faults.slice(0, MOST_NAMED).map((fault) => {
    if (fault.kind === 'unlike') return word('text--numberUnlike', { number: fault.text });
    if (fault.kind === 'sameAs') return word('text--numberSameAs', { number: fault.text, other: fault.other });
    const { first, last } = fault;
    return first === last ? word('text--numberGap', { first }) : word('text--numberGaps', { first, last });
  });
  return faults.length > MOST_NAMED ? [...named, word('text--numberFaults', { count: faults.length })] : named;
}

/** The archive numbers of one class as they were given, the void ones among them. */
export function NumberRegister({ data, onLaidOut }: { data: Register; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, className, rows, faults } = data;
  const series = asked.year > 0 ? word('text--seriesOfYear', { name: className, year: asked.year }) : className;
  const filter = asked.voidOnly ? [series, word('text--onlyVoid')].join(word('text--between')) : series;
  const voids = rows.filter(({ voidedOn }) => voidedOn !== undefined).length;
  return (
    <RegisterSheets
      form={form}
      frame={frame}
      columns={COLUMNS}
      rows={rows}
      filter={filter}
      order={word('text--byNumber')}
      sums={[word('text--numberTotal', { count: rows.length, voids }), ...faultsInWords(faults)].join(
        word('text--between'),
      )}
      onLaidOut={onLaidOut}
    />
  );
}
