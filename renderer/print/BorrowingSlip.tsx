import { useMemo } from 'react';
import type { BorrowingRole, BorrowingSignature, BorrowingView } from '../../shared/api/borrowing-slip.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { clockTime, inFours, longDay } from './days';
import { type Field, Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import type { Copy } from './Sheet';
import { word } from './words';
import './handover.css';
import './title-slip.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 8 },
  { name: word('column--archiveNo'), width: 32 },
  { name: word('column--borrowedName'), width: 38 },
  { name: word('column--secrecy'), width: 11 },
  { name: word('column--placeOf'), width: 24 },
  { name: word('column--pagesLent'), width: 14 },
  { name: word('column--returnedOn'), width: 18 },
  { name: word('column--pagesFound'), width: 14 },
  { name: word('column--conditionFound'), width: 15 },
];

/** One stays with the archive, one goes with the borrower. */
const COPIES: readonly Copy[] = [
  { mark: word('mark--1'), keeper: word('keeper--archive') },
  { mark: word('mark--2'), keeper: word('keeper--borrower') },
];

/** 档案资料出借单: who borrows what, what for, how long; who approved; what came back and how it was found. */
export function BorrowingSlip(props: { frame: FormFrame; its: BorrowingView; onLaidOut?: (() => void) | undefined }) {
  const { frame, its, onLaidOut } = props;
  const rows = useMemo(
    () =>
      its.lines
        .filter(({ state }) => state !== 'notLent')
        .map((line, index) => ({ key: String(line.id), cells: cells(its, line, index + 1) })),
    [its],
  );
  return (
    <ListSheets
      form="borrowing-slip"
      frame={frame}
      head={<Fields lines={headOf(its)} />}
      laterHead={
        <p className="later-head">
          <span>{its.borrower}</span>
          <span>{its.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={<Closing its={its} />}
      copies={COPIES}
      onLaidOut={onLaidOut}
    />
  );
}

type Line = BorrowingView['lines'][number];

/** How often a thing came back in parts, each with its day, what was found and how. */
const returnsOf = (its: BorrowingView, line: Line) =>
  its.returns.flatMap(({ id, returnedOn, lines }) =>
    lines.filter(({ lineId }) => lineId === line.id).map((one) => ({ ...one, id, returnedOn })),
  );

function cells(its: BorrowingView, line: Line, no: number) {
  const found = returnsOf(its, line);
  const last = found.at(-1);
  const each = (cell: (one: (typeof found)[number]) => string | number) =>
    found.map((one) => <div key={one.id}>{cell(one)}</div>);
  return (
    <>
      <td className="middle">{no}</td>
      <td>{line.number}</td>
      <td>
        {line.name}
        {line.copies > 0 && <span className="fine">{word('text--copiesOut', { count: line.copies })}</span>}
        {line.state === 'incomplete' && last?.missing && (
          <span className="fine">
            {word('text--missingOf', { missing: last.missing, name: last.responsible ?? '' })}
          </span>
        )}
      </td>
      <td className="middle fine">{word(`secrecy--${line.secrecy}`)}</td>
      <td className="fine kept">{line.place}</td>
      <td className="middle">{line.quantity}</td>
      <td className="middle fine">{each((one) => one.returnedOn)}</td>
      <td className="middle">{each((one) => one.found)}</td>
      <td className="middle fine">
        {each(({ condition, remarks }) =>
          condition === 'good'
            ? [word('text--conditionGood'), remarks].filter(Boolean).join(' ')
            : word('text--conditionDamaged', { remarks }),
        )}
      </td>
    </>
  );
}

function headOf(its: BorrowingView): Field[][] {
  const days = its.lentOn ? daysFrom(its.lentOn, its.dueOn) : undefined;
  const outsider = [its.outsiderOrganisation, its.outsiderName, its.outsiderDocument].filter(Boolean).join(' ');
  return [
    [
      { label: word('label--handoverNo'), value: its.no },
      { label: word('label--borrowerOf'), value: its.borrower },
      { label: word('label--department'), value: its.department },
    ],
    [
      { label: word('label--contactOf'), value: its.contact },
      { label: word('label--lentOn'), value: longDay(its.lentOn) },
      { label: word('label--wayOf'), value: word(`way--${its.way}`) },
    ],
    [{ label: word('label--purpose'), value: its.purpose, places: 3 }],
    ...(outsider ? [[{ label: word('label--forOutsider'), value: outsider, places: 3 as const }]] : []),
    [
      { label: word('label--termOf'), value: days === undefined ? '' : word('text--days', { days }) },
      { label: word('label--borrowedUntil'), value: longDay(its.dueOn) },
      { label: word('label--approverOf'), value: its.direct ? word('text--directBorrower') : its.decider },
    ],
    [{ label: word('label--opinionOf'), value: its.opinion, places: 3 }],
    [{ label: word('column--remarks'), value: its.remarks, places: 3 }],
  ];
}
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

type Signers = (readonly [label: string, signature: BorrowingSignature | undefined, name: string])[];

function Closing({ its }: { its: BorrowingView }) {
  const { lines, titleSlip } = its;
  const lent = lines.filter(({ state }) => state !== 'notLent');
  const pages = lent.reduce((sum, { kind, quantity }) => sum + (kind === 'title' ? 0 : quantity), 0);
  const signed = (role: BorrowingRole, returnId?: number) =>
    its.signatures.filter((one) => one.role === role && one.returnId === returnId).at(-1);
  const back = (returnId?: number): Signers => [
    [word('label--signReturnReceiver'), signed('receiver', returnId), ''],
    [word('label--signReturnChecker'), signed('confirmer', returnId), ''],
  ];
  const rows: Signers[] = [
    [
      [word('label--signApprover'), signed('approver'), its.direct ? its.borrower : (its.decider ?? '')],
      [word('label--signBorrower'), signed('borrower'), its.borrower],
      [word('label--signLender'), signed('lender'), its.lender ?? ''],
    ],
    ...its.returns.map(({ id }) => back(id)),
    // What is still out is signed for on paper, where it is not here.
    ...(its.returns.length === 0 || its.out > 0 ? [back()] : []),
  ];
  return (
    <>
      <p className="total">
        <b>{word('text--lentTotal', { count: lent.length, pages })}</b>
        <span>{titleSlip && word('text--bySafeSlip', { no: titleSlip.no })}</span>
      </p>
      {rows.map((row, index) => (
        <div className="signatures" key={its.returns[index - 1]?.id ?? row[0]?.[0]}>
          {row.map(([label, signature, name]) => (
            <div key={label}>
              <h2>{label}</h2>
              <Signed signature={signature} name={name} />
            </div>
          ))}
        </div>
      ))}
      <p className="explanation">{word('text--twoBorrowingCopies')}</p>
    </>
  );
}

function Signed({ signature, name }: { signature: BorrowingSignature | undefined; name: string }) {
  if (!signature)
    return (
      <>
        {name && <p className="quiet-name">{name}</p>}
        <p className="in-ink">{word('text--dayBlank')}</p>
      </>
    );
  return (
    <>
      <p className="signed-name">{signature.name}</p>
      <p>{word('text--signedAt', { time: clockTime(signature.at) })}</p>
      <p className="proof">{word('text--signedCode', { code: inFours(signature.contentHash.slice(0, 16)) })}</p>
    </>
  );
}
