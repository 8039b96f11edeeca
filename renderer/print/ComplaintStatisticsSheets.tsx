import { useMemo } from 'react';
import {
  type ComplaintCounts,
  type ComplaintStatistics,
  TALLY_BY,
  type TallyRow,
} from '../../shared/api/complaint-book.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { complaintBars } from '../ui/charts/complaint-bars';
import { StackedBars } from '../ui/charts/StackedBars';
import { longDay } from './days';
import { Fields } from './Fields';
import { type Column, type ListRow, ListSheets } from './ListSheets';
import { word } from './words';

const COUNTS = [
  'registered',
  'justified',
  'major',
  'closed',
  'onTime',
  'late',
  'open',
  'overdue',
  'satisfied',
  'reopened',
] as const;
const COLUMNS: readonly Column[] = [
  { name: word('column--countedBy'), width: 32 },
  ...COUNTS.map((count) => ({ name: word(`tally--${count}`), width: 10 })),
  { name: word('tally--onTimeShare'), width: 12 },
  { name: word('tally--closedAfter'), width: 10 },
  { name: word('tally--allowed'), width: 10 },
  { name: word('tally--satisfiedShare'), width: 12 },
];
const CHARTS = ['month', 'kind', 'unit'] as const;

/** 投诉统计表: charts, then every number; under the title that the procedure gives it when only one was asked for. */
export function ComplaintStatisticsSheets(props: {
  frame: FormFrame;
  statistics: ComplaintStatistics;
  onLaidOut?: (() => void) | undefined;
}) {
  const { frame, statistics, onLaidOut } = props;
  const rows = useMemo(() => rowsOf(statistics), [statistics]);
  const span = word('text--period', { from: longDay(statistics.from), to: longDay(statistics.to) });
  const { form, procedure = word('text--allProcedures'), total } = statistics;
  return (
    <ListSheets
      form="complaint-statistics"
      {...(form !== undefined && { title: form })}
      frame={frame}
      head={
        <>
          <Fields
            lines={[
              [
                { label: word('label--period'), value: span, places: 2 },
                { label: word('label--procedure'), value: procedure },
              ],
            ]}
          />
          {CHARTS.map((by) => (
            <Chart key={by} title={word(`tallyChart--${by}`)} rows={statistics[by]} />
          ))}
        </>
      }
      laterHead={
        <p className="later-head">
          <span>{span}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={
        <p className="total">
          <b>
            {word('text--complaintTotal', {
              ...{ registered: total.registered, closed: total.closed, open: total.open },
              ...{ onTime: total.onTime, late: total.late, overdue: total.overdue },
            })}
          </b>
          <br />
          {word('text--complaintsCounted')}
        </p>
      }
      onLaidOut={onLaidOut}
    />
  );
}

function Chart({ title, rows }: { title: string; rows: readonly TallyRow[] }) {
  if (rows.length === 0) return null;
  const words = {
    ...{ good: word('tally--onTime'), slow: word('tally--late') },
    ...{ out: word('tallyBar--open'), late: word('tallyBar--overdue') },
  };
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <StackedBars label={title} bars={complaintBars(rows, word('text--unnamed'))} words={words} />
    </figure>
  );
}

const rowsOf = (statistics: ComplaintStatistics): ListRow[] =>
  TALLY_BY.filter((by) => statistics[by].length > 0).flatMap((by): ListRow[] => [
    { key: by, kind: 'part', holdsNext: true, cells: <td colSpan={COLUMNS.length}>{word(`tallyBy--${by}`)}</td> },
    ...statistics[by].map((row) => ({ key: `${by} ${row.key}`, cells: <Cells name={nameOf(row)} its={row} /> })),
  ]);

const nameOf = ({ name, procedure }: TallyRow) =>
  procedure === undefined ? name || word('text--unnamed') : `${name}（${procedure}）`;

function Cells({ name, its }: { name: string; its: ComplaintCounts }) {
  return (
    <>
      <td>{name}</td>
      {COUNTS.map((count) => (
        <td key={count} className="end">
          {its[count] > 0 ? its[count] : ''}
        </td>
      ))}
      <td className="end">{its.onTimeShare === undefined ? '' : `${its.onTimeShare}%`}</td>
      <td className="end">{its.closedAfter ?? ''}</td>
      <td className="end">{its.allowed ?? ''}</td>
      <td className="end">{its.satisfiedShare === undefined ? '' : `${its.satisfiedShare}%`}</td>
    </>
  );
}
