import { useMemo } from 'react';
import type { FormData } from '../../shared/api/print.contract';
import type { OpeningRow } from '../../shared/api/safe.contract';
import { clockTime } from './days';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { slipInWords } from './SafeClosing';
import { word } from './words';

type Openings = Extract<FormData, { form: 'safe-openings' }>;

const COLUMNS: readonly Column[] = [
  { name: word('column--openedAt'), width: 30 },
  { name: word('column--closedAt'), width: 30 },
  { name: word('column--why'), width: 40 },
  { name: word('column--operator'), width: 18 },
  { name: word('column--supervisor'), width: 18 },
  { name: word('column--moved'), width: 50 },
];

/** When the safe was open in a range of days, why, by whom, and what moved. */
export function SafeOpenings({ data, onLaidOut }: { data: Openings; onLaidOut?: (() => void) | undefined }) {
  const { frame, asked, rows, safe } = data;
  const lines = useMemo(
    () => [...rows].reverse().map((row) => ({ key: String(row.id), cells: cells(row, safe === undefined) })),
    [rows, safe],
  );
  const days = word('text--fromTo', { from: asked.from, to: asked.to });
  const named = safe ?? word('text--allSafes');
  return (
    <ListSheets
      form="safe-openings"
      frame={frame}
      head={
        <Fields
          lines={[
            [
              { label: word('label--safe'), value: named },
              { label: word('label--days'), value: days, places: 2 },
            ],
          ]}
        />
      }
      laterHead={
        <p className="later-head">
          <span>{named}</span>
          <span>{days}</span>
        </p>
      }
      columns={COLUMNS}
      rows={lines}
      closing={
        <>
          <p className="total">
            <b>{word('text--openingsTotal', { count: rows.length })}</b>
          </p>
          <p className="blank-below">{word('text--blankBelow')}</p>
        </>
      }
      onLaidOut={onLaidOut}
    />
  );
}

function cells(row: OpeningRow, withSafe: boolean) {
  return (
    <>
      <td className="middle">{clockTime(row.openedAt)}</td>
      <td className="middle">{row.closedAt === undefined ? word('text--stillOpen') : clockTime(row.closedAt)}</td>
      <td>{withSafe ? word('text--safeAndWhy', { safe: row.safe, reason: row.reason }) : row.reason}</td>
      <td className="middle">{row.operator}</td>
      <td className="middle">{row.second}</td>
      <td>
        {row.slips.length === 0
          ? word('text--nothingMoved')
          : row.slips.map((slip) => <div key={slip.id}>{slipInWords(slip)}</div>)}
      </td>
    </>
  );
}
