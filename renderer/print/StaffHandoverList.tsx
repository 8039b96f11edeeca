import { useMemo } from 'react';
import type { FormFrame } from '../../shared/api/print.contract';
import { HELD_KINDS, type StaffHandoverLine, type StaffHandoverView } from '../../shared/api/staff-handover.contract';
import { longDay } from './days';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import type { Copy } from './Sheet';
import { StaffSignatures } from './StaffSignatures';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 10 },
  { name: word('column--kind'), width: 22 },
  { name: word('column--what'), width: 46 },
  { name: word('column--detail'), width: 50 },
  { name: word('column--successor'), width: 18 },
  { name: word('column--remarks'), width: 28 },
];

const COPIES: readonly Copy[] = ([1, 2, 3] as const).map((copy) => ({
  mark: word(`mark--${copy}`),
  keeper: word(`keeper--staff${copy}`),
}));

interface StaffHandoverListProps {
  frame: FormFrame;
  handover: StaffHandoverView;
  onLaidOut?: (() => void) | undefined;
}

/** Everything that somebody hands over, with who takes it, who saw to it, and who has signed. */
export function StaffHandoverList({ frame, handover, onLaidOut }: StaffHandoverListProps) {
  const rows = useMemo(
    () =>
      handover.lines.map((line, index) => ({ key: `${line.kind} ${line.recordId}`, cells: cells(line, index + 1) })),
    [handover.lines],
  );
  return (
    <ListSheets
      form="staff-handover"
      frame={frame}
      head={<Head handover={handover} frame={frame} />}
      laterHead={<LaterHead handover={handover} />}
      columns={COLUMNS}
      rows={rows}
      closing={<Closing handover={handover} />}
      copies={COPIES}
      onLaidOut={onLaidOut}
    />
  );
}

function cells({ kind, title, detail, successor, staysFor, follows }: StaffHandoverLine, no: number) {
  return (
    <>
      <td className="middle">{no}</td>
      <td>{word(`kind--${kind}`)}</td>
      <td>{title}</td>
      <td className="fine">{detail}</td>
      <td className="middle">{successor}</td>
      <td className="fine">
        {staysFor !== undefined && word('text--staysFor', { no: staysFor })}
        {follows && word('text--withProject')}
      </td>
    </>
  );
}

const joined = (names: readonly string[]) => names.join(word('text--comma'));

function Head({ handover, frame }: { handover: StaffHandoverView; frame: FormFrame }) {
  const { no, department, cause, from, successors, supervisor, closedOn } = handover;
  return (
    <Fields
      lines={[
        [
          { label: word('label--handoverNo'), value: no },
          { label: word('label--department'), value: department },
          { label: word('label--day'), value: longDay(closedOn ?? frame.printedOn) },
        ],
        [
          { label: word('label--from'), value: from },
          { label: word('label--supervisor'), value: supervisor ?? '' },
          {
            label: word('label--cause'),
            value: word(cause === 'leaving' ? 'text--causeLeaving' : 'text--causeTransfer'),
          },
        ],
        [{ label: word('label--to'), value: joined(successors), places: 3 }],
      ]}
    />
  );
}

function LaterHead({ handover: { from, no } }: { handover: StaffHandoverView }) {
  return (
    <p className="later-head">
      <span>{from}</span>
      <span>{no}</span>
    </p>
  );
}

function Closing({ handover }: { handover: StaffHandoverView }) {
  const { lines, count, from, supervisor = '', signatures } = handover;
  const kinds = HELD_KINDS.map((kind) => [kind, lines.filter((line) => line.kind === kind).length] as const)
    .filter(([, its]) => its > 0)
    .map(([kind, its]) => word('text--staffKind', { kind: word(`kind--${kind}`), count: its }));
  const stays = lines.length - count;
  const absence = signatures.find((its) => its.absence !== undefined)?.absence;
  return (
    <>
      <p className="total">
        <b>{word('text--staffTotal', { count: lines.length, kinds: joined(kinds) })}</b>
        <span>{stays > 0 && word('text--staffStays', { count: stays })}</span>
      </p>
      <p className="opinion">
        {opinion(handover)}
        {absence !== undefined && <span>{word('text--absence', { name: from, supervisor, reason: absence })}</span>}
      </p>
      <StaffSignatures handover={handover} />
      <p className="explanation">{word('text--staffCopies')}</p>
    </>
  );
}

function opinion({ state, closedOn, reason }: StaffHandoverView): string {
  const day = longDay(closedOn);
  if (state === 'draft') return word('text--staffDraft');
  if (state === 'asked') return word('text--staffAsked');
  return state === 'signed' ? word('text--staffSigned', { day }) : word('text--staffCancelled', { day, reason });
}
