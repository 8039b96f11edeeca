import { useMemo } from 'react';
import type { FormFrame } from '../../shared/api/print.contract';
import type { ClosingView, KindBalance } from '../../shared/api/safe-closing.contract';
import { clockTime, inFours } from './days';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { SafeSignatures } from './SafeSignatures';
import { type Word, word } from './words';

const COLUMNS: readonly Column[] = [
  { name: word('column--titleKind'), width: 70 },
  { name: word('column--opening'), width: 26 },
  { name: word('column--came'), width: 26 },
  { name: word('column--went'), width: 26 },
  { name: word('column--closing'), width: 26 },
];

interface SafeClosingProps {
  frame: FormFrame;
  closing: ClosingView;
  onLaidOut?: (() => void) | undefined;
}

/** What was in a safe at the end of a day, kind by kind, with both signatures and the event that anchors the journal. */
export function SafeClosing({ frame, closing: its, onLaidOut }: SafeClosingProps) {
  const rows = useMemo(() => its.lines.map((line) => ({ key: line.kind, cells: cells(line) })), [its.lines]);
  const { seq, code } = its.event;
  const head = [
    [
      { label: word('label--safe'), value: its.safe },
      { label: word('label--day'), value: its.day },
      { label: word('label--closedAt'), value: clockTime(its.closedAt) },
    ],
    [
      {
        label: word('label--journalAnchor'),
        value: word('text--journalAnchor', { seq, code: inFours(code) }),
        places: 2 as const,
      },
      { label: word('label--ledgerId'), value: frame.anchor.ledgerId.slice(0, 8) },
    ],
  ];
  const by = (role: 'operator' | 'second') => its.signatures.find((one) => one.role === role);
  return (
    <ListSheets
      form="safe-closing"
      frame={frame}
      head={<Fields lines={head} />}
      laterHead={
        <p className="later-head">
          <span>{its.safe}</span>
          <span>{its.day}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={
        <>
          <p className="total">
            <b>
              {word('text--safeTotal', { opening: its.opening, came: its.came, went: its.went, closing: its.closing })}
            </b>
          </p>
          <Slips its={its} />
          <SafeSignatures
            signers={[
              { label: word('label--signOperator'), signature: by('operator') },
              { label: word('label--signSecond'), signature: by('second') },
            ]}
          />
          <p className="blank-below">{word('text--keepAnchor')}</p>
        </>
      }
      onLaidOut={onLaidOut}
    />
  );
}

function cells({ kind, opening, came, went, closing }: KindBalance) {
  return (
    <>
      <td>{word(`titleKind--${kind}`)}</td>
      <td className="end">{opening}</td>
      <td className="end">{came}</td>
      <td className="end">{went}</td>
      <td className="end">{closing}</td>
    </>
  );
}

/** The slips of the day, so that the sums can be followed. */
function Slips({ its: { slips } }: { its: ClosingView }) {
  if (slips.length === 0) return <p className="total">{word('text--noMovement')}</p>;
  return (
    <p className="total">{word('text--slipsOfDay', { slips: slips.map(slipInWords).join(word('mark--comma')) })}</p>
  );
}

/** A slip's number with what it moved: 权入〔2026〕001号（入7）. */
export function slipInWords(slip: { no: string; came: number; went: number; moved: number }): string {
  const ways = (['came', 'went', 'moved'] as const).flatMap((way) =>
    slip[way] > 0 ? word(`text--${way}Pieces` as Word, { count: slip[way] }) : [],
  );
  return word('text--slipMoved', { no: slip.no, ways: ways.join(word('text--between')) });
}
