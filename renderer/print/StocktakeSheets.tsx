import { useMemo } from 'react';
import type { FormFrame } from '../../shared/api/print.contract';
import type { CountLine, StocktakeSignature, StocktakeView } from '../../shared/api/stocktake.contract';
import { clockTime, inFours } from './days';
import { type Field, Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { scopeInWords } from './scope-words';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 9 },
  { name: word('column--archiveNo'), width: 24 },
  { name: word('column--certificateNo'), width: 44 },
  { name: word('column--byBook'), width: 24 },
  { name: word('column--asFound'), width: 24 },
  { name: word('column--countClass'), width: 13 },
  { name: word('column--differenceCause'), width: 24 },
  { name: word('column--differenceAction'), width: 24 },
];

interface StocktakeSheetsProps {
  frame: FormFrame;
  its: StocktakeView;
  onLaidOut?: (() => void) | undefined;
}

/** 权证盘点表: the plan, every line of the book beside what was found, why and what is done, and three signatures. */
export function StocktakeSheets({ frame, its, onLaidOut }: StocktakeSheetsProps) {
  const rows = useMemo(() => its.lines.map((line) => ({ key: String(line.id), cells: cells(line) })), [its.lines]);
  return (
    <ListSheets
      form="stocktake"
      frame={frame}
      head={<Fields lines={stocktakeHead(its)} />}
      laterHead={
        <p className="later-head">
          <span>{scopeInWords(its)}</span>
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

export function stocktakeHead(its: StocktakeView): Field[][] {
  return [
    [
      { label: word('label--stocktakeNo'), value: its.no },
      { label: word('label--stocktakeScope'), value: scopeInWords(its), places: 2 },
    ],
    [{ label: word('label--stocktakePlan'), value: its.plan, places: 3 }],
    [
      { label: word('label--stocktakeMoment'), value: clockTime(its.startedAt) },
      { label: word('label--firstCounter'), value: its.firstCounter },
      { label: word('label--secondCounter'), value: its.secondCounter },
    ],
  ];
}

function cells(line: CountLine) {
  const place = (name: string | undefined, count: number) => (name && count > 0 ? `${name} ×${count}` : '');
  return (
    <>
      <td className="middle">{line.ordinal}</td>
      <td>{line.number}</td>
      <td>
        {line.certificateNo}
        {line.name && <br />}
        {line.name && <span className="fine">{`${line.name} ${line.owner}`}</span>}
      </td>
      <td className="fine">
        {line.outQuantity > 0 ? word('text--countedOut', { count: line.outQuantity }) : null}
        {place(line.expectedPlace, line.expectedQuantity)}
      </td>
      <td className="fine">{place(line.foundPlace, line.foundQuantity)}</td>
      <td className="middle">{word(`countClass--${line.class}`)}</td>
      <td className="fine">{line.cause}</td>
      <td className="fine">{line.action}</td>
    </>
  );
}

function Closing({ its }: { its: StocktakeView }) {
  const by = (role: StocktakeSignature['role']) => its.signatures.find((one) => one.role === role);
  return (
    <>
      <p className="total">
        <b>
          {word('text--stocktakeTotal', {
            ...{ book: its.bookPieces ?? 0, found: its.foundPieces ?? 0, differences: its.differences ?? 0 },
          })}
        </b>
        <span>
          {its.classes
            .map((one) => word('text--classTotal', { class: word(`countClass--${one.class}`), count: one.pieces }))
            .join(word('mark--comma'))}
        </span>
      </p>
      {its.seed && <HowDrawn its={its} seed={its.seed} />}
      <div className="signatures">
        <Signed title={word('label--signFirstCounter')} signature={by('firstCounter')} />
        <Signed title={word('label--signSecondCounter')} signature={by('secondCounter')} />
        <Signed title={word('label--signExecutive')} signature={by('executive')} />
      </div>
    </>
  );
}

/** Seed, population and rule: anybody can draw it again. */
export function HowDrawn({ its, seed }: { its: StocktakeView; seed: string }) {
  const told = { population: its.population ?? 0, size: its.sampleSize ?? 0, seq: its.seedSeq ?? 0 };
  return (
    <>
      <p className="explanation">{word('text--howDrawn', told)}</p>
      <p className="explanation">{word('text--seed', { seed: inFours(seed) })}</p>
    </>
  );
}

function Signed({ title, signature }: { title: string; signature: StocktakeSignature | undefined }) {
  return (
    <div>
      <h2>{title}</h2>
      {signature ? (
        <>
          <p className="signed-name">{signature.name}</p>
          <p>{word('text--signedAt', { time: clockTime(signature.at) })}</p>
          <p className="proof">{word('text--signedCode', { code: inFours(signature.contentHash.slice(0, 16)) })}</p>
        </>
      ) : (
        <p className="in-ink">{word('text--dayBlank')}</p>
      )}
    </div>
  );
}
