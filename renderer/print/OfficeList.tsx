import { useMemo } from 'react';
import type { PlainList } from '../../shared/api/export.contract';
import { type FormData, type FormFrame, type PlainTable, WORD, WORD_END } from '../../shared/api/print.contract';
import appWords from '../i18n/zh-CN/app.json';
import auditWords from '../i18n/zh-CN/audit.json';
import exportWords from '../i18n/zh-CN/export.json';
import { clockTime, limitInRow } from './days';
import { type RegisterColumn, RegisterSheets } from './RegisterSheets';
import { type Word, word } from './words';

type Plain = Extract<FormData, { form: 'office-list' }>;
interface Line {
  id: number;
  cells: PlainTable['rows'][number];
}

const WORDS: Readonly<Record<string, string>> = { ...appWords, ...auditWords, ...exportWords };
const KEYS = new RegExp(`${WORD}([^${WORD_END}]*)${WORD_END}`, 'g');

/** Of a state or column that no word is known for its own name stands there, as in a file. */
const bare = (key: string) => key.replace(/^value--[^.]*\.|^\w+--/, '');
const inWords = (text: string): string => text.replace(KEYS, (_, key: string) => WORDS[key] ?? bare(key));

/** A cell as it stands on paper. */
export function cellWords(
  kind: PlainTable['columns'][number]['kind'],
  cell: string | number | undefined,
  frame: FormFrame,
): string {
  if (cell === undefined) return '';
  if (kind === 'limit') return limitInRow(String(cell), frame);
  if (kind === 'moment') return clockTime(String(cell));
  if (kind === 'yuan') return (Number(cell) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  return inWords(String(cell));
}

const LOOKS = {
  text: undefined,
  number: 'end',
  yuan: 'end',
  day: 'middle kept',
  limit: 'middle',
  moment: 'middle',
} as const;

const columnsOf = ({ columns }: PlainTable, frame: FormFrame): RegisterColumn<Line>[] => [
  { name: word('column--row'), width: 6, look: 'middle', cell: (_, no) => no },
  ...columns.map(({ heading, kind, width }, index): RegisterColumn<Line> => {
    const look = LOOKS[kind];
    const cell = ({ cells }: Line) => cellWords(kind, cells[index], frame);
    return { name: inWords(heading), width, ...(look && { look }), cell };
  }),
];

/** What a list was narrowed by, condition by condition; the days of all times are no condition. */
export function conditionsOf({ name, ...asked }: PlainList, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(asked).flatMap(([key, value]) => {
    if (value === undefined || value === false || value === '' || ANY_DAY.has(String(value))) return [];
    if (key === 'by') return [word(`asked--line.${value}` as Word, { value: names.key || word('text--unnamed') })];
    if (key === 'key') return [];
    if (key === 'thingKind') return [word(`kind--${value}` as Word)];
    if (key === 'which') return [word(`which--${name}.${value}` as Word)];
    if (key === 'kind') return [WORDS[`value--kind.${value}`] ?? String(value)];
    if (key === 'table') return [WORDS[`table--${value}`] ?? String(value)];
    if (value === true) return [word('text--onlyOpen')];
    return [word(`asked--${key}` as Word, { value: names[key] ?? String(value) })];
  });
}
const ANY_DAY = new Set(['1900-01-01', '2200-12-31']);

/** A list that has no form of its own, as it is filtered on its page. */
export function OfficeList({ data, onLaidOut }: { data: Plain; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, asked, names, list } = data;
  // Measured anew when they are others.
  const columns = useMemo(() => columnsOf(list, frame), [list, frame]);
  const rows = useMemo(() => list.rows.map((cells, id): Line => ({ id, cells })), [list]);
  return (
    <RegisterSheets
      form={form}
      title={word(`list--${asked.name}`)}
      frame={frame}
      columns={columns}
      rows={rows}
      filter={conditionsOf(asked, names).join(word('text--between')) || word('text--everything')}
      order={word('text--asOnPage')}
      sums={word('text--lineTotal', { count: list.rows.length })}
      onLaidOut={onLaidOut}
    />
  );
}
