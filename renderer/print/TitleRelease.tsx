import { useMemo } from 'react';
import type { FormData } from '../../shared/api/print.contract';
import type { Movement, SlipView } from '../../shared/api/title-move.contract';
import { rmbCapitals } from '../../shared/money/rmb-capitals';
import { yuan } from '../ui/yuan';
import { longDay } from './days';
import { type Field, Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import type { Copy } from './Sheet';
import { SlipSignatures } from './SlipSignatures';
import { debtsInWords, distinct, piecesInWords } from './slip-words';
import { word } from './words';
import './handover.css';
import './title-slip.css';

type Data = Extract<FormData, { slip: SlipView }>;

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 9 },
  { name: word('column--titleKind'), width: 29 },
  { name: word('column--titleName'), width: 34 },
  { name: word('column--certificateNo'), width: 44 },
  { name: word('column--titleOwner'), width: 22 },
  { name: word('column--titleQuantity'), width: 10 },
  { name: word('column--value'), width: 26 },
];

/** In four: whoever keeps titles, who got them back, the business department, and the papers of the project. */
const COPIES: readonly Copy[] = [
  { mark: word('mark--1'), keeper: word('keeper--custodian') },
  { mark: word('mark--2'), keeper: word('keeper--owner') },
  { mark: word('mark--3'), keeper: word('keeper--business') },
  { mark: word('mark--4'), keeper: word('keeper--papers') },
];

/** 权证退还凭据: what went back to its owner, on which settlement, with room for the receiver's signature. */
export function TitleRelease({ data, onLaidOut }: { data: Data; onLaidOut?: (() => void) | undefined }) {
  const { frame, slip } = data;
  const rows = useMemo(
    () => slip.lines.map((line, index) => ({ key: String(line.id), cells: cells(line, index + 1) })),
    [slip.lines],
  );
  return (
    <ListSheets
      form="title-release"
      frame={frame}
      head={<Fields lines={headOf(slip)} />}
      laterHead={
        <p className="later-head">
          <span>{slip.party}</span>
          <span>{slip.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={<Closing slip={slip} />}
      copies={COPIES}
      onLaidOut={onLaidOut}
    />
  );
}

function cells(line: Movement, no: number) {
  return (
    <>
      <td className="middle">{no}</td>
      <td className="fine">{word(`titleKind--${line.kind}`)}</td>
      <td>{line.name}</td>
      <td>{line.certificateNo}</td>
      <td>{line.owner}</td>
      <td className="middle">{line.quantity}</td>
      <td className="end fine">{line.valueFen === undefined ? '' : yuan(line.valueFen)}</td>
    </>
  );
}

function headOf({ no, movedOn, reason, basis, party, remarks, lines }: SlipView): Field[][] {
  return [
    [
      { label: word('label--handoverNo'), value: no },
      { label: word('label--releasedOn'), value: longDay(movedOn), places: 2 },
    ],
    [
      { label: word('label--pledgor'), value: distinct(lines.map(({ owner }) => owner)), places: 2 },
      { label: word('label--releasedTo'), value: party },
    ],
    [
      { label: word('column--borrower'), value: distinct(lines.map(({ client }) => client)), places: 2 },
      { label: word('label--archiveNo'), value: distinct(lines.map(({ number }) => number)) },
    ],
    [{ label: word('label--settledBy'), value: basis, places: 3 }],
    [{ label: word('label--slipReason'), value: reason, places: 3 }],
    [{ label: word('column--remarks'), value: remarks, places: 3 }],
  ];
}

function Closing({ slip }: { slip: SlipView }) {
  const { lines, party, reversedByNo } = slip;
  const valued = lines.filter(({ valueFen }) => valueFen !== undefined);
  const value = valued.reduce((sum, { valueFen = 0 }) => sum + valueFen, 0);
  return (
    <>
      <p className="total">
        <b>{piecesInWords(lines)}</b>
        <span>
          {reversedByNo && <b className="in-red">{word('text--reversedBy', { no: reversedByNo })}</b>}
          {valued.length > 0 && word('text--valueTotal', { amount: yuan(value), capitals: rmbCapitals(value) })}
        </span>
      </p>
      <p className="opinion">{debtsInWords(lines)}</p>
      <div className="receipt">
        <p>{word('text--receipt')}</p>
        <dl>
          {[
            [word('label--receiverSignature'), ''],
            [word('label--receiverId'), ''],
            [word('label--receiverName'), party],
            [word('label--dayOf'), word('text--dayBlank')],
          ].map(([name, its]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{its}</dd>
            </div>
          ))}
        </dl>
      </div>
      <SlipSignatures
        slip={slip}
        signers={[
          { label: word('label--signHandler') },
          { label: word('label--signChecked'), role: 'second' },
          { label: word('label--signKeeperOfTitles'), role: 'operator' },
        ]}
      />
      <p className="explanation">{word('text--fourCopies')}</p>
    </>
  );
}
