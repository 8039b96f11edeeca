import { useMemo } from 'react';
import type { DisposalKind, DisposalLineView, DisposalView } from '../../shared/api/disposal.contract';
import type { FormData } from '../../shared/api/print.contract';
import { DisposalSignatures } from './DisposalSignatures';
import { longDay } from './days';
import { type Field, Fields } from './Fields';
import { keptFor } from './kept-for';
import { type Column, ListSheets } from './ListSheets';
import { remark } from './lines';
import { outInWords } from './out-words';
import type { Copy } from './Sheet';
import { word } from './words';
import './handover.css';
import './disposal-list.css';

type Data = Extract<FormData, { disposal: DisposalView }>;

const ROW = { name: word('column--row'), width: 10 };
const COLUMNS: Readonly<Record<DisposalKind, readonly Column[]>> = {
  appraisal: [
    ROW,
    { name: word('column--title'), width: 46 },
    { name: word('column--year'), width: 12 },
    { name: word('column--archiveNo'), width: 30 },
    { name: word('column--shouldKeep'), width: 14 },
    { name: word('column--hasKept'), width: 14 },
    { name: word('column--decision'), width: 22 },
    { name: word('column--reason'), width: 26 },
  ],
  destruction: [
    ROW,
    { name: word('column--title'), width: 56 },
    { name: word('column--year'), width: 13 },
    { name: word('column--archiveNo'), width: 33 },
    { name: word('column--shouldKeep'), width: 15 },
    { name: word('column--hasKept'), width: 15 },
    { name: word('column--pages'), width: 12 },
    { name: word('column--remarks'), width: 20 },
  ],
  transfer: [
    ROW,
    { name: word('column--archiveNo'), width: 38 },
    { name: word('column--title'), width: 68 },
    { name: word('column--count'), width: 13 },
    { name: word('column--pages'), width: 13 },
    { name: word('column--remarks'), width: 32 },
  ],
};

/** One for each side, one that stays with the papers. */
const KEEPERS = ['text--keeperGiver', 'text--keeperReceiver', 'text--keeperDossier'] as const;
const COPIES: readonly Copy[] = ([1, 2, 3] as const).map((copy, index) => ({
  mark: word(`mark--${copy}`),
  keeper: word(KEEPERS[index] ?? 'text--keeperDossier'),
}));

/** A list of what is appraised, destroyed or handed to outside, a dossier to a line, with all who have a hand in it. */
export function DisposalList({ data, onLaidOut }: { data: Data; onLaidOut?: (() => void) | undefined }) {
  const { form, frame, disposal: its } = data;
  const rows = useMemo(
    () => its.lines.map((line, index) => ({ key: String(line.id), cells: cells(its, line, index + 1) })),
    [its],
  );
  return (
    <ListSheets
      form={form}
      frame={frame}
      head={<Fields lines={head(its)} />}
      laterHead={
        <p className="later-head">
          <span>{its.receiver || its.reason}</span>
          <span>{its.no}</span>
        </p>
      }
      columns={COLUMNS[its.kind]}
      rows={rows}
      closing={<Closing its={its} />}
      {...(its.kind === 'transfer' && { copies: COPIES })}
      onLaidOut={onLaidOut}
    />
  );
}

function cells(its: DisposalView, line: DisposalLineView, no: number) {
  const back = line.takenBack && word('text--takenBack', { day: longDay(line.takenBack.on) });
  if (its.kind === 'transfer')
    return (
      <>
        <td className="middle">{no}</td>
        <td>{line.archiveNo}</td>
        <td>{line.title}</td>
        <td className="end">{line.items}</td>
        <td className="end">{line.pages}</td>
        <td className="fine">{remark(line.remarks, back, outInWords(line))}</td>
      </>
    );
  return (
    <>
      <td className="middle">{no}</td>
      <td>{line.title}</td>
      <td className="middle">{line.year}</td>
      <td>{line.archiveNo}</td>
      <td className="middle">{line.retention}</td>
      <td className="middle">{keptFor(line.keptFrom, its.madeOn)}</td>
      {its.kind === 'appraisal' ? <td>{decision(line)}</td> : <td className="end">{line.pages}</td>}
      <td className="fine">{remark(line.remarks, outInWords(line))}</td>
    </>
  );
}

function decision({ decision: its, newUntil }: DisposalLineView): string {
  if (its === 'keep') return word('text--keepOn', { day: newUntil ?? '' });
  return its === 'keepForEver' ? word('text--keepForEver') : word('text--destroy');
}

function head(its: DisposalView): Field[][] {
  const first = [
    { label: word('label--disposalNo'), value: its.no },
    { label: word('label--disposalState'), value: standing(its), places: 2 as const },
  ];
  const made = longDay(its.madeOn);
  if (its.kind === 'transfer')
    return [
      first,
      [{ label: word('label--transferReason'), value: its.reason, places: 3 }],
      [
        { label: word('label--receivingParty'), value: its.receiver, places: 2 },
        { label: word('label--receiverPerson'), value: its.receiverPerson },
      ],
      [
        { label: word('label--handingParty'), value: its.madeBy },
        { label: word('label--receiverDocument'), value: its.receiverDocument, places: 2 },
      ],
      [
        { label: word('label--supervisorName'), value: its.firstWitness?.name },
        { label: word('label--approver'), value: its.decidedBy },
        { label: word('label--dayOf'), value: longDay(its.doneOn) || made },
      ],
    ];
  const basis: Field[] = [{ label: word('label--basis'), value: its.reason, places: 3 }];
  if (its.kind === 'appraisal')
    return [
      first,
      basis,
      [
        { label: word('label--appraiser'), value: its.madeBy },
        { label: word('label--approver'), value: its.decidedBy },
        { label: word('label--dayOf'), value: made },
      ],
    ];
  return [
    first,
    basis,
    [
      { label: word('label--appraisalNo'), value: its.appraisal?.no },
      { label: word('label--appraiser'), value: its.appraisal?.appraisedBy },
      { label: word('label--approver'), value: its.decidedBy },
    ],
    [
      { label: word('label--firstWitness'), value: its.firstWitness?.name },
      { label: word('label--secondWitness'), value: its.secondWitness?.name },
      { label: word('label--dayOf'), value: longDay(its.doneOn) || made },
    ],
  ];
}

function standing({ kind, state, closingReason: reason, doneOn }: DisposalView): string {
  if (state === 'done')
    return word(kind === 'destruction' ? 'text--disposal-destroyed' : 'text--disposal-handedOut', {
      day: longDay(doneOn),
    });
  if (state === 'approved' && kind === 'appraisal') return word('text--disposal-appraised');
  return word(`text--disposal-${state}`, { reason });
}

function Closing({ its }: { its: DisposalView }) {
  const sum = (column: 'items' | 'pages') => its.lines.reduce((total, line) => total + line[column], 0);
  return (
    <>
      <p className="total">
        <b>{word('text--disposalTotal', { dossiers: its.lines.length, items: sum('items'), pages: sum('pages') })}</b>
      </p>
      <DisposalSignatures its={its} />
      {its.kind === 'transfer' && <p className="explanation">{word('text--threeCopiesOut')}</p>}
    </>
  );
}
