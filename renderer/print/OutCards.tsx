import { useEffect, useMemo } from 'react';
import type { BorrowingView } from '../../shared/api/borrowing-slip.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { longDay } from './days';
import { Sheet } from './Sheet';
import { word } from './words';
import './out-card.css';

/** So many cards on a sheet, to be cut. */
const PER_SHEET = 4;

/** 代卷卡: stands in the gap on the shelf as long as something is out, and says with whom and until when. */
export function OutCards(props: { frame: FormFrame; its: BorrowingView; onLaidOut?: (() => void) | undefined }) {
  const { frame, its, onLaidOut } = props;
  const sheets = useMemo(() => {
    const out = its.lines.filter(({ state }) => state === 'lent' || state === 'incomplete');
    const count = Math.ceil(out.length / PER_SHEET);
    return Array.from({ length: count }, (_, i) => out.slice(i * PER_SHEET, (i + 1) * PER_SHEET));
  }, [its]);
  useEffect(() => onLaidOut?.(), [onLaidOut]);
  return sheets.map((cards, index) => (
    <Sheet key={cards[0]?.id} form="out-card" frame={frame} page={index + 1} pages={sheets.length}>
      {cards.map((line) => (
        <Card key={line.id} its={its} line={line} />
      ))}
    </Sheet>
  ));
}

function Card({ its, line }: { its: BorrowingView; line: BorrowingView['lines'][number] }) {
  const { borrower, department, outsiderOrganisation, outsiderName, outsiderDocument } = its;
  const who = [borrower, department, outsiderOrganisation, outsiderName, outsiderDocument].filter(Boolean).join(' ');
  const facts = [
    [word('column--archiveNo'), line.number],
    [
      word('column--title'),
      line.dossier === undefined ? line.name : word('text--paperOf', { dossier: line.dossier, paper: line.name }),
    ],
    [word('label--borrowerOf'), who],
    [word('column--lentDay'), longDay(its.lentOn)],
    [word('column--dueDay'), longDay(its.dueOn)],
    [word('label--slipNo'), its.no],
    [word('column--placeOf'), line.place],
  ] as const;
  return (
    <section className="out-card">
      <h2>{word('title--out-card')}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
