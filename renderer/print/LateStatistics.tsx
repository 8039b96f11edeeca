import { useMemo } from 'react';
import type { LatenessRow } from '../../shared/api/handover.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { word } from './words';

const COLUMNS: readonly Column[] = [
  { name: word('column--person'), width: 28 },
  { name: word('column--month'), width: 22 },
  { name: word('column--due'), width: 16 },
  { name: word('column--inTime'), width: 16 },
  { name: word('column--lateGiven'), width: 20 },
  { name: word('column--lateOpen'), width: 20 },
  { name: word('column--notDueYet'), width: 18 },
  { name: word('column--extended'), width: 18 },
  { name: word('column--lateDays'), width: 18 },
  { name: word('column--lateWorkingDays'), width: 18 },
];

/** Who handed over late in a year, by person and month. */
export function LateStatistics(props: {
  frame: FormFrame;
  year: number;
  rows: readonly LatenessRow[];
  onLaidOut?: (() => void) | undefined;
}) {
  const { frame, year, rows, onLaidOut } = props;
  const lines = useMemo(() => rows.map((row) => ({ key: `${row.staffId} ${row.month}`, cells: cells(row) })), [rows]);
  const sum = (of: (row: LatenessRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const totals = {
    due: sum((row) => row.due),
    late: sum((row) => row.lateGiven + row.lateOpen),
    days: sum((row) => row.lateDays),
  };
  return (
    <ListSheets
      form="late-statistics"
      frame={frame}
      head={
        <Fields
          lines={[
            [
              { label: word('label--year'), value: String(year) },
              { label: word('label--counted'), value: word('text--countedByLimit'), places: 2 },
            ],
          ]}
        />
      }
      laterHead={
        <p className="later-head">
          <span>{year}</span>
        </p>
      }
      columns={COLUMNS}
      rows={lines}
      closing={
        <p className="total">
          <b>{word('text--latenessTotal', totals)}</b>
        </p>
      }
      onLaidOut={onLaidOut}
    />
  );
}

const number = (count: number) => (count === 0 ? '' : count);

function cells(row: LatenessRow) {
  return (
    <>
      <td>{row.staff}</td>
      <td className="middle">{row.month}</td>
      <td className="end">{row.due}</td>
      <td className="end">{number(row.inTime)}</td>
      <td className="end">{number(row.lateGiven)}</td>
      <td className="end">{number(row.lateOpen)}</td>
      <td className="end">{number(row.open)}</td>
      <td className="end">{number(row.extended)}</td>
      <td className="end">{number(row.lateDays)}</td>
      <td className="end">{number(row.lateWorkingDays)}</td>
    </>
  );
}
