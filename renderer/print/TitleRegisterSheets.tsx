import { useMemo } from 'react';
import type { FormData } from '../../shared/api/print.contract';
import type { RegisterLine, TitleRegister } from '../../shared/api/title-move.contract';
import { longDay } from './days';
import { Fields } from './Fields';
import { type Column, type ListRow, ListSheets } from './ListSheets';
import { word } from './words';

type Data = Extract<FormData, { form: 'title-register' }>;

const COLUMNS: readonly Column[] = [
  { name: word('column--time'), width: 21 },
  { name: word('column--inOrOut'), width: 12 },
  { name: word('column--matter'), width: 36 },
  { name: word('column--row'), width: 10 },
  { name: word('column--certificateNo'), width: 52 },
  { name: word('column--propertyOwner'), width: 30 },
  { name: word('column--certificates'), width: 11 },
  { name: word('column--operator'), width: 17 },
  { name: word('column--counterpart'), width: 26 },
  { name: word('column--balance'), width: 13 },
  { name: word('column--remarks'), width: 33 },
];

/** 权证登记簿: every movement into and out of the safes between two days, with what is there before, after each, and at the end. */
export function TitleRegisterSheets({ data, onLaidOut }: { data: Data; onLaidOut?: (() => void) | undefined }) {
  const { frame, register } = data;
  const rows = useMemo(() => rowsOf(register), [register]);
  const { from, to, safe, opening, came, went, closing } = register;
  return (
    <ListSheets
      form="title-register"
      frame={frame}
      head={
        <Fields
          lines={[
            [
              { label: word('label--register'), value: safe ?? word('text--allSafes') },
              {
                label: word('label--span'),
                value: word('text--spanOfDays', { from: longDay(from), to: longDay(to) }),
                places: 2,
              },
            ],
          ]}
        />
      }
      laterHead={
        <p className="later-head">
          <span>{safe ?? word('text--allSafes')}</span>
          <span>{word('text--spanOfDays', { from, to })}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={
        <>
          <p className="total">
            <b>{word('text--registerTotal', { opening, came, went, closing })}</b>
          </p>
          <p className="blank-below">{word('text--blankBelow')}</p>
        </>
      }
      onLaidOut={onLaidOut}
    />
  );
}

/** What was there before stands first, what is there at the end last. */
function rowsOf({ from, to, opening, closing, lines }: TitleRegister): ListRow[] {
  const balance = (key: string, name: string, day: string, count: number): ListRow => ({
    key,
    kind: 'part',
    cells: (
      <td colSpan={COLUMNS.length}>
        <b>{name}</b>
        <span>{word('text--balanceOn', { day, count })}</span>
      </td>
    ),
  });
  return [
    balance('opening', word('text--opening'), from, opening),
    ...lines.map((line, index) => ({ key: `${line.id}`, cells: cells(line, index + 1) })),
    balance('closing', word('text--closing'), to, closing),
  ];
}

function cells(line: RegisterLine, no: number) {
  const { movedOn, came, went, slipKind, reason, certificateNo, owner, operator, second, party, balance, slipNo } =
    line;
  return (
    <>
      <td className="middle fine kept">{movedOn}</td>
      <td className="middle">{word(came > 0 ? 'text--in' : 'text--out')}</td>
      <td className="fine">{[word(`slip--${slipKind}`), reason].join(word('text--colon'))}</td>
      <td className="middle">{no}</td>
      <td className="fine">{certificateNo}</td>
      <td className="fine">{owner}</td>
      <td className="middle">{came > 0 ? `+${came}` : `−${went}`}</td>
      <td className="middle fine">{operator}</td>
      <td className="middle fine">{party || second}</td>
      <td className="end">{balance}</td>
      <td className="fine">{word('text--slipAndWatcher', { no: slipNo, second })}</td>
    </>
  );
}
