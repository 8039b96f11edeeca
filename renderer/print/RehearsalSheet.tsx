import { useEffect } from 'react';
import { PROGRAM, SCHEDULER } from '../../shared/api/backup.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { BAG_CHECKS, type RehearsalView } from '../../shared/api/restore.contract';
import { clockTime, inFours } from './days';
import { type Field, Fields } from './Fields';
import { Sheet } from './Sheet';
import './rehearsal.css';
import { word } from './words';

const COUNTS = ['dossiers', 'items', 'titles', 'borrowings', 'clients', 'scans', 'staff'] as const;

interface RehearsalSheetProps {
  frame: FormFrame;
  its: RehearsalView;
  onLaidOut?: (() => void) | undefined;
}

/** On one page: which backup was tried, what is in it, and each check with its result. */
export function RehearsalSheet({ frame, its, onLaidOut }: RehearsalSheetProps) {
  useEffect(() => onLaidOut?.(), [onLaidOut]);
  return (
    <Sheet form="rehearsal" frame={frame} page={1} pages={1}>
      <Fields lines={headOf(its)} />
      <div className="rehearsal-tables">
        <Checks its={its} />
        <Counts its={its} />
      </div>
      <p className="rehearsal-note">{word('text--rehearsalNote')}</p>
      <div className="rehearsal-signatures">
        <span>{word('label--signRehearser')}</span>
        <span>{word('label--signArchiveHead')}</span>
      </div>
    </Sheet>
  );
}

function headOf(its: RehearsalView): Field[][] {
  const unread = word('text--unread');
  const { seq, head, files, bytes } = its;
  return [
    [
      { label: word('label--rehearsedAt'), value: clockTime(its.rehearsedAt) },
      { label: word('label--rehearsedBy'), value: its.rehearsedBy, places: 2 },
    ],
    [{ label: word('label--rehearsalBag'), value: its.name, places: 3 }],
    [{ label: word('label--rehearsalPlace'), value: its.place, places: 3 }],
    [{ label: word('label--bagCompany'), value: its.company ?? unread, places: 3 }],
    [
      { label: word('label--bagMadeAt'), value: its.madeAt ? clockTime(its.madeAt) : unread },
      { label: word('label--bagMadeBy'), value: its.madeBy ? madeBy(its.madeBy) : unread },
      { label: word('label--bagSeq'), value: seq ?? unread },
    ],
    [
      { label: word('label--bagHead'), value: head ? inFours(head.slice(0, 16)) : unread, places: 2 },
      { label: word('label--bagSchema'), value: its.schema ?? unread },
    ],
    [
      {
        label: word('label--bagSize'),
        value: files && bytes ? word('text--bagSize', { files, bytes }) : unread,
        places: 3,
      },
    ],
    [{ label: word('label--rehearsalResult'), value: <b>{resultOf(its)}</b>, places: 3 }],
  ];
}

function madeBy(said: string): string {
  if (said === SCHEDULER) return word('text--bagScheduler');
  return said === PROGRAM ? word('text--bagProgram') : said;
}

function resultOf({ passed, checks }: RehearsalView): string {
  const failed = BAG_CHECKS.find((check) => checks[check] === 'failed');
  return passed || !failed
    ? word('text--rehearsalPassed')
    : word('text--rehearsalFailed', { fault: word(`check--${failed}`) });
}

function Checks({ its }: { its: RehearsalView }) {
  return (
    <table className="rehearsal-rows">
      <thead>
        <tr>
          <th>{word('column--check')}</th>
          <th>{word('column--checkResult')}</th>
        </tr>
      </thead>
      <tbody>
        {BAG_CHECKS.map((check) => (
          <tr key={check}>
            <td>{word(`check--${check}`)}</td>
            <td>{word(`checkState--${its.checks[check]}`, { count: its.missingScans })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Counts({ its: { counts } }: { its: RehearsalView }) {
  return (
    <table className="rehearsal-rows">
      <thead>
        <tr>
          <th>{word('column--countOf')}</th>
          <th>{word('column--countNumber')}</th>
        </tr>
      </thead>
      <tbody>
        {COUNTS.map((kind) => (
          <tr key={kind}>
            <td>{word(`count--${kind}`)}</td>
            <td>{counts ? counts[kind] : word('text--unread')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
