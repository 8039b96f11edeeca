import { useMemo } from 'react';
import {
  type BorrowingStatistics,
  type LentCounts,
  STATISTICS_BY,
  type StatisticsRow,
} from '../../shared/api/borrowing-book.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { barsOf } from '../ui/charts/borrowing-bars';
import { StackedBars } from '../ui/charts/StackedBars';
import { longDay } from './days';
import { Fields } from './Fields';
import { type Column, type ListRow, ListSheets } from './ListSheets';
import { word } from './words';

const COLUMNS: readonly Column[] = [
  { name: word('column--countedBy'), width: 44 },
  { name: word('count--asked'), width: 13 },
  { name: word('count--lent'), width: 13 },
  { name: word('count--returned'), width: 13 },
  { name: word('count--onTime'), width: 13 },
  { name: word('count--late'), width: 13 },
  { name: word('count--out'), width: 13 },
  { name: word('count--overdue'), width: 13 },
  { name: word('count--lateDays'), width: 13 },
  { name: word('count--copies'), width: 13 },
  { name: word('count--onTimeShare'), width: 15 },
];
const COUNTS = ['asked', 'lent', 'returned', 'onTime', 'late', 'out', 'overdue', 'lateDays', 'copies'] as const;
const CHARTS = ['month', 'department'] as const;

/** 借阅统计表: charts of months and departments, then every number. */
export function BorrowingStatisticsSheets(props: {
  frame: FormFrame;
  statistics: BorrowingStatistics;
  onLaidOut?: (() => void) | undefined;
}) {
  const { frame, statistics, onLaidOut } = props;
  const rows = useMemo(() => rowsOf(statistics), [statistics]);
  const span = word('text--period', { from: longDay(statistics.from), to: longDay(statistics.to) });
  return (
    <ListSheets
      form="borrowing-statistics"
      frame={frame}
      head={
        <>
          <Fields lines={[[{ label: word('label--period'), value: span, places: 3 }]]} />
          {CHARTS.map((by) => (
            <Chart key={by} title={word(`chart--${by}`)} rows={statistics[by]} />
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
            {word('text--borrowingTotal', {
              lent: statistics.total.lent,
              returned: statistics.total.returned,
              out: statistics.total.out,
              overdue: statistics.total.overdue,
              settled: statistics.total.settled,
            })}
          </b>
        </p>
      }
      onLaidOut={onLaidOut}
    />
  );
}

function Chart({ title, rows }: { title: string; rows: readonly StatisticsRow[] }) {
  if (rows.length === 0) return null;
  const words = {
    good: word('count--onTime'),
    slow: word('count--late'),
    out: word('bar--out'),
    late: word('count--overdue'),
    settled: word('bar--settled'),
  };
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <StackedBars label={title} bars={barsOf(rows)} words={words} />
    </figure>
  );
}

const rowsOf = (statistics: BorrowingStatistics): ListRow[] =>
  STATISTICS_BY.filter((by) => statistics[by].length > 0).flatMap((by): ListRow[] => [
    { key: by, kind: 'part', holdsNext: true, cells: <td colSpan={COLUMNS.length}>{word(`by--${by}`)}</td> },
    ...statistics[by].map((row, index) => ({ key: `${by} ${index}`, cells: <Cells name={row.name} its={row} /> })),
  ]);

function Cells({ name, its }: { name: string; its: LentCounts }) {
  return (
    <>
      <td>{name}</td>
      {COUNTS.map((count) => (
        <td key={count} className="end">
          {its[count] > 0 ? its[count] : ''}
        </td>
      ))}
      <td className="end">{its.onTimeShare === undefined ? '' : `${its.onTimeShare}%`}</td>
    </>
  );
}
