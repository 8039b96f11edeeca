import { useMemo } from 'react';
import type { FormData } from '../../shared/api/print.contract';
import type { Movement, SlipView } from '../../shared/api/title-move.contract';
import { cameIn, type SlipForm, wentOut } from '../../shared/print/slip-forms';
import { yuan } from '../ui/yuan';
import { clockTime, longDay } from './days';
import { type Field, Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import type { Copy } from './Sheet';
import { SlipSignatures, type SlipSigner } from './SlipSignatures';
import { debtsInWords, distinct, piecesInWords } from './slip-words';
import { word } from './words';
import './handover.css';
import './title-slip.css';

type Data = Extract<FormData, { slip: SlipView }>;
type SheetForm = Exclude<SlipForm, 'title-release'>;

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 9 },
  { name: word('column--titleKind'), width: 25 },
  { name: word('column--certificateNo'), width: 39 },
  { name: word('column--borrower'), width: 26 },
  { name: word('column--propertyOwner'), width: 21 },
  { name: word('column--titleQuantity'), width: 10 },
  { name: word('column--debt'), width: 27 },
];
const LAST: Readonly<Record<SheetForm, Column>> = {
  'title-in': { name: word('column--putAt'), width: 17 },
  'title-out': { name: word('column--takenAt'), width: 17 },
  'title-lending': { name: word('column--remarks'), width: 17 },
};

/** Made out in two: one for whoever keeps the titles, one for the other side. */
const copies = (other: 'keeper--slipGiver' | 'keeper--slipReceiver'): readonly Copy[] => [
  { mark: word('mark--1'), keeper: word('keeper--custodian') },
  { mark: word('mark--2'), keeper: word(other) },
];
const IN_COPIES = copies('keeper--slipGiver');
const OUT_COPIES = copies('keeper--slipReceiver');

const OPERATOR = { role: 'operator' } as const;
const SECOND: SlipSigner = { label: word('label--signWatcher'), role: 'second' };

/** 权证入库单, 权证出库单 and 权证领用表: what one act at the safe moved, with who gave, who took and who watched. */
export function TitleSlipSheets(props: { data: Data; form: SheetForm; onLaidOut?: (() => void) | undefined }) {
  const { data, form, onLaidOut } = props;
  const { frame, slip } = data;
  const lines = useMemo(() => slip.lines.filter(form === 'title-in' ? cameIn : wentOut), [slip, form]);
  const rows = useMemo(
    () => lines.map((line, index) => ({ key: String(line.id), cells: cells(form, line, index + 1) })),
    [lines, form],
  );
  return (
    <ListSheets
      form={form}
      frame={frame}
      head={<Fields lines={headOf(slip, form)} />}
      laterHead={
        <p className="later-head">
          <span>{slip.party || slip.reason}</span>
          <span>{slip.no}</span>
        </p>
      }
      columns={[...COLUMNS, LAST[form]]}
      rows={rows}
      closing={<Closing slip={slip} form={form} lines={lines} />}
      copies={form === 'title-in' ? IN_COPIES : OUT_COPIES}
      onLaidOut={onLaidOut}
    />
  );
}

function cells(form: SheetForm, line: Movement, no: number) {
  const last = form === 'title-lending' ? '' : form === 'title-in' ? line.to : line.from;
  return (
    <>
      <td className="middle">{no}</td>
      <td className="fine">{word(`titleKind--${line.kind}`)}</td>
      <td>{line.certificateNo}</td>
      <td className="fine">{line.client}</td>
      <td className="fine">{line.owner}</td>
      <td className="middle">{line.quantity}</td>
      <td className="end fine">{yuan(line.amountFen)}</td>
      <td className="middle fine kept">{last ?? (form !== 'title-lending' && word('text--noStorage'))}</td>
    </>
  );
}

function headOf(slip: SlipView, form: SheetForm): Field[][] {
  const { no, kind, movedOn, at, reason, basis, party, dueOn, remarks, lines } = slip;
  const number = distinct(lines.map((its) => its.number));
  const first: Field[] = [
    { label: word('label--handoverNo'), value: no },
    { label: word('label--time'), value: clockTime(at).startsWith(movedOn) ? clockTime(at) : longDay(movedOn) },
    { label: word('label--matter'), value: word(`slip--${kind}`) },
  ];
  if (form === 'title-lending')
    return [
      first,
      [
        { label: word('label--archiveNo'), value: number, places: 2 },
        { label: word('label--backBy'), value: longDay(dueOn) },
      ],
      [{ label: word('label--lendingReason'), value: reason, places: 3 }],
      [
        { label: word('label--basis'), value: basis, places: 2 },
        { label: word('label--takenBy'), value: party },
      ],
      [{ label: word('column--remarks'), value: remarks || slip.borrowing?.remarks, places: 3 }],
    ];
  return [
    first,
    [{ label: word('label--archiveNo'), value: number, places: 3 }],
    [{ label: word('label--slipReason'), value: reason, places: 3 }],
    [
      { label: word('label--basis'), value: basis, places: dueOn ? 2 : 3 },
      ...(dueOn ? [{ label: word('label--backBy'), value: longDay(dueOn) }] : []),
    ],
    [{ label: word('column--remarks'), value: remarks, places: 3 }],
  ];
}

/** Who approved the borrowing slip that it was lent on; what was lent before there were slips is approved in ink. */
function approverOf({ borrowing }: SlipView): SlipSigner {
  const label = word('label--signApprover');
  if (borrowing?.approval) return { label, signature: borrowing.approval };
  return borrowing?.direct ? { label, name: word('text--directBorrower') } : { label };
}

function Closing({ slip, form, lines }: { slip: SlipView; form: SheetForm; lines: readonly Movement[] }) {
  const { reversesNo, reversedByNo } = slip;
  const giver: SlipSigner = { label: word('label--signSlipGiver') };
  const taker: SlipSigner = { label: word('label--signSlipTaker') };
  const party = slip.party === '' ? {} : { name: slip.party };
  const signers =
    form === 'title-in'
      ? [{ ...giver, ...party }, { ...taker, ...OPERATOR }, SECOND]
      : [{ ...giver, ...OPERATOR }, { ...taker, ...party }, SECOND];
  const lending = [
    { label: word('label--signTakenBy'), ...party },
    { label: word('label--signOperator'), ...OPERATOR },
    SECOND,
  ];
  return (
    <>
      <p className="total">
        <b>{piecesInWords(lines)}</b>
        <span>
          {reversesNo && word('text--reverses', { no: reversesNo })}
          {reversedByNo && <b className="in-red">{word('text--reversedBy', { no: reversedByNo })}</b>}
        </span>
      </p>
      <p className="opinion">{debtsInWords(lines)}</p>
      {form === 'title-lending' && (
        <SlipSignatures slip={slip} signers={[{ label: word('label--signReviewer') }, approverOf(slip)]} />
      )}
      <SlipSignatures slip={slip} signers={form === 'title-lending' ? lending : signers} />
      <p className="explanation">{word(form === 'title-in' ? 'text--twoSlipCopiesIn' : 'text--twoSlipCopiesOut')}</p>
    </>
  );
}
