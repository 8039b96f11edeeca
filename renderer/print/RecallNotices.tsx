import { useEffect, useMemo, useRef } from 'react';
import type { RecallLine, RecallView } from '../../shared/api/borrowing-book.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { barcodeOf } from '../../shared/search/barcode';
import { longDay } from './days';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 10 },
  { name: word('column--archiveNo'), width: 34 },
  { name: word('column--borrowedName'), width: 54 },
  { name: word('column--slip'), width: 26 },
  { name: word('column--lentDay'), width: 20 },
  { name: word('column--dueDay'), width: 20 },
  { name: word('column--lateDays'), width: 14 },
];

/** 催还通知单: to each borrower all that is due, on sheets of its own; all of them are printed together. */
export function RecallNotices(props: {
  frame: FormFrame;
  notes: readonly RecallView[];
  onLaidOut?: (() => void) | undefined;
}) {
  const { frame, notes, onLaidOut } = props;
  const laid = useRef(new Set<number>());
  const all = useMemo(
    () =>
      notes.map((its) => {
        const done = () => {
          laid.current.add(its.id);
          if (laid.current.size === notes.length) onLaidOut?.();
        };
        return { its, done };
      }),
    [notes, onLaidOut],
  );
  useEffect(() => {
    if (notes.length === 0) onLaidOut?.();
  }, [notes, onLaidOut]);
  return all.map(({ its, done }) => <Notice key={its.id} frame={frame} its={its} onLaidOut={done} />);
}

function Notice({ frame, its, onLaidOut }: { frame: FormFrame; its: RecallView; onLaidOut: () => void }) {
  const rows = useMemo(
    () => its.lines.map((line, index) => ({ key: String(line.lineId), cells: cells(line, index + 1) })),
    [its],
  );
  const head = [
    [
      { label: word('label--handoverNo'), value: its.no },
      { label: word('label--borrowerOf'), value: its.borrower },
      { label: word('label--department'), value: its.department },
    ],
    [
      { label: word('label--recallCount'), value: word('text--recallCount', { count: its.things }) },
      { label: word('label--madeOn'), value: longDay(its.madeOn) },
      { label: word('label--recallMaker'), value: its.maker },
    ],
  ];
  return (
    <ListSheets
      form="recall-notice"
      frame={{ ...frame, barcode: barcodeOf('recall', its.id) }}
      head={
        <>
          <Fields lines={head} />
          <p className="explanation">{word('text--recallBody', { name: its.borrower, count: its.things })}</p>
        </>
      }
      laterHead={
        <p className="later-head">
          <span>{its.borrower}</span>
          <span>{its.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={<Closing its={its} />}
      onLaidOut={onLaidOut}
    />
  );
}

function cells(line: RecallLine, no: number) {
  return (
    <>
      <td className="middle">{no}</td>
      <td>{line.number}</td>
      <td>
        {line.name}
        {line.outsider && <span className="fine"> {word('text--forOutsider', { name: line.outsider })}</span>}
      </td>
      <td className="fine">{line.slipNo}</td>
      <td className="middle fine kept">{line.lentOn}</td>
      <td className="middle fine kept">{line.dueOn}</td>
      <td className={line.overdueDays > 0 ? 'end in-red' : 'end'}>{line.overdueDays}</td>
    </>
  );
}

function Closing({ its }: { its: RecallView }) {
  return (
    <>
      <p className="total">
        <b>{word('text--recallTotal', { count: its.things, days: its.overdueDays })}</b>
      </p>
      <div className="signatures">
        <div>
          <h2>{word('label--recallMaker')}</h2>
          <p className="quiet-name">{its.maker}</p>
          <p className="in-ink">{word('text--dayBlank')}</p>
        </div>
        <div>
          <h2>{word('label--signReceipt')}</h2>
          <p className="quiet-name">{its.borrower}</p>
          {its.receivedOn ? <p>{longDay(its.receivedOn)}</p> : <p className="in-ink">{word('text--dayBlank')}</p>}
        </div>
      </div>
    </>
  );
}
