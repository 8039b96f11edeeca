import { useMemo } from 'react';
import type { PenaltyView } from '../../shared/api/penalty.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { rmbCapitals } from '../../shared/money/rmb-capitals';
import { longDay } from './days';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { textRows } from './text-rows';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--field'), width: 36 },
  { name: word('column--said'), width: 138 },
];

interface PenaltyNoticeProps {
  frame: FormFrame;
  its: PenaltyView;
  onLaidOut?: (() => void) | undefined;
}

/** The notice of a penalty or a reward: what for, by which article, what it is, what the person said, and who decided. */
export function PenaltyNotice({ frame, its, onLaidOut }: PenaltyNoticeProps) {
  const rows = useMemo(() => rowsOf(its), [its]);
  const isPenalty = its.kind === 'penalty';
  return (
    <ListSheets
      form="penalty-notice"
      title={isPenalty ? its.form || word('title--penaltyNotice') : word('title--rewardNotice')}
      frame={frame}
      head={
        <Fields
          lines={[
            [
              { label: word('label--penaltyNo'), value: its.no },
              { label: word(isPenalty ? 'label--penaltyPerson' : 'label--rewardPerson'), value: its.person },
              { label: word('label--penaltyDepartment'), value: its.department },
            ],
            [
              { label: word('label--penaltyComplaint'), value: its.complaintNo },
              { label: word('label--penaltyEffective'), value: longDay(its.effectiveOn) },
              {
                label: word('label--penaltyToWhom'),
                value: word(its.toAll ? 'text--penaltyToAll' : 'text--penaltyToOne'),
              },
            ],
          ]}
        />
      }
      laterHead={
        <p className="later-head">
          <span>{its.person}</span>
          <span>{its.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={<Signatures />}
      onLaidOut={onLaidOut}
    />
  );
}

const rowsOf = (its: PenaltyView) => [
  ...textRows('facts', word('label--penaltyFacts'), its.facts),
  ...textRows('basis', word('label--penaltyBasis'), its.basis),
  ...textRows(
    'measure',
    word(its.kind === 'penalty' ? 'label--penaltyMeasure' : 'label--rewardMeasure'),
    measureWords(its),
  ),
  ...(its.kind === 'penalty' ? textRows('statement', word('label--penaltyStatement'), statementWords(its)) : []),
  ...textRows(
    'decider',
    word('label--penaltyDecider'),
    word('text--penaltyDecided', { name: its.decider ?? '', on: its.decidedOn ?? '' }),
  ),
  ...(its.withdrawnOn === undefined
    ? []
    : textRows(
        'withdrawn',
        '',
        word('text--penaltyWithdrawn', { on: its.withdrawnOn, by: its.withdrawer ?? '', reason: its.withdrawReason }),
      )),
];

function measureWords({ kind, title, amountFen, points }: PenaltyView): string {
  const amount =
    amountFen === 0
      ? ''
      : word('text--penaltyAmount', { yuan: (amountFen / 100).toFixed(2), capitals: rmbCapitals(amountFen) });
  const off = points === 0 ? '' : word(kind === 'penalty' ? 'text--penaltyPoints' : 'text--rewardPoints', { points });
  return `${title}${amount}${off}`;
}

function statementWords({ statementWay, statement: text, statedOn: on = '', statedBy: by = '' }: PenaltyView): string {
  if (statementWay === 'written') return word('text--statementWritten', { text, on });
  return word(statementWay === 'recorded' ? 'text--statementRecorded' : 'text--statementRefused', { text, on, by });
}

function Signatures() {
  return (
    <div className="signatures">
      {(['label--penaltyDecider', 'label--signIssued', 'label--signReceived'] as const).map((name) => (
        <div key={name}>
          <h2>{word(name)}</h2>
          <p className="signature-line" />
        </div>
      ))}
    </div>
  );
}
