import { useMemo } from 'react';
import type { FormFrame } from '../../shared/api/print.contract';
import type { SupplementLine, SupplementView } from '../../shared/api/supplement.contract';
import { clockTime, inFours, limitDay, longDay } from './days';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 10 },
  { name: word('column--paper'), width: 43 },
  { name: word('column--fault'), width: 16 },
  { name: word('column--basis'), width: 30 },
  { name: word('column--responsible-person'), width: 16 },
  { name: word('column--dueOn'), width: 20 },
  { name: word('column--handedOn'), width: 20 },
  { name: word('column--pagesCheck'), width: 12 },
  { name: word('column--receiver'), width: 16 },
];

/** What is missing or unsigned in a dossier, who brings it until when, and what came of it. */
export function SupplementList(props: {
  frame: FormFrame;
  list: SupplementView;
  onLaidOut?: (() => void) | undefined;
}) {
  const { frame, list, onLaidOut } = props;
  const rows = useMemo(() => list.lines.map((line) => ({ key: String(line.id), cells: cells(line, list) })), [list]);
  return (
    <ListSheets
      form="supplement-list"
      frame={frame}
      head={<Head list={list} frame={frame} />}
      laterHead={
        <p className="later-head">
          <span>{list.dossier}</span>
          <span>{list.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={<Closing list={list} />}
      onLaidOut={onLaidOut}
    />
  );
}

function cells(line: SupplementLine, { responsible, dueOn }: SupplementView) {
  const latest = line.deliveries.at(-1);
  const handed = latest?.state === 'returned' ? undefined : latest;
  return (
    <>
      <td className="middle">{line.no}</td>
      <td>
        {line.title}
        {line.withdrawer && (
          <span className="fine">{word('text--lineWithdrawn', { name: line.withdrawer, reason: line.reason })}</span>
        )}
      </td>
      <td className="middle">{word(`state--${line.fault}`)}</td>
      <td className="fine">{line.basis}</td>
      <td className="middle">{responsible}</td>
      <td className="middle fine">{dueOn}</td>
      <td className="middle fine">{handed?.handedOn}</td>
      <td className="end">{handed?.pagesFound}</td>
      <td className="middle">{handed?.receiver}</td>
    </>
  );
}

function Head({ list, frame }: { list: SupplementView; frame: FormFrame }) {
  const { no, dossier, project, client, checker, responsible, issuedOn, dueOn } = list;
  return (
    <Fields
      lines={[
        [
          { label: word('label--handoverNo'), value: no },
          { label: word('label--project'), value: project ?? dossier, places: 2 },
        ],
        [
          { label: word('label--client'), value: client, places: 2 },
          { label: word('label--issuedOn'), value: longDay(issuedOn) },
        ],
        [
          { label: word('label--checker'), value: checker },
          { label: word('label--responsible'), value: responsible },
          { label: word('label--clearBy'), value: limitDay(dueOn, frame) },
        ],
      ]}
    />
  );
}

function Closing({ list }: { list: SupplementView }) {
  const { lines, open, handedIn, state, closedOn, checker, signedAt, contentHash } = list;
  const still = open + handedIn;
  return (
    <>
      <p className="total">
        <b>{word('text--linesTotal', { lines: lines.length })}</b>
        <span>
          {state === 'closed'
            ? word('text--allCleared', { day: longDay(closedOn) })
            : word('text--linesOpen', { open: still })}
        </span>
      </p>
      <div className="signatures">
        <div>
          <h2>{word('label--signChecker')}</h2>
          <p className="signed-name">{checker}</p>
          <p>{word('text--signedAt', { time: clockTime(signedAt) })}</p>
          <p className="proof">{word('text--signedCode', { code: inFours(contentHash.slice(0, 16)) })}</p>
        </div>
        <LastSignature title={word('label--signResponsible')} list={list} side="giver" />
        <LastSignature title={word('label--signReceiver')} list={list} side="receiver" />
      </div>
    </>
  );
}

interface LastSignatureProps {
  title: string;
  list: SupplementView;
  side: 'giver' | 'receiver';
}

/** The last signature on that side; until there is one, room for ink. */
function LastSignature({ title, list, side }: LastSignatureProps) {
  const signed = list.lines
    .flatMap(({ deliveries }) => deliveries)
    .map((its) =>
      side === 'giver'
        ? { name: its.giver, at: its.givenAt, hash: its.giverHash }
        : { name: its.receiver, at: its.decidedAt, hash: its.receiverHash },
    )
    .filter(({ at }) => at !== undefined)
    .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
    .at(-1);
  return (
    <div>
      <h2>{title}</h2>
      {signed?.at ? (
        <>
          <p className="signed-name">{signed.name}</p>
          <p>{word('text--signedAt', { time: clockTime(signed.at) })}</p>
          <p className="proof">{word('text--signedCode', { code: inFours((signed.hash ?? '').slice(0, 16)) })}</p>
        </>
      ) : (
        <p className="in-ink">{word('text--dayBlank')}</p>
      )}
    </div>
  );
}
