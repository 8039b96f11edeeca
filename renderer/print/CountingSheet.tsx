import { useMemo } from 'react';
import type { FormFrame } from '../../shared/api/print.contract';
import type { StocktakeView } from '../../shared/api/stocktake.contract';
import { Barcode } from './Barcode';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { HowDrawn, stocktakeHead } from './StocktakeSheets';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--compartment'), width: 54 },
  { name: word('column--certificateNo'), width: 80 },
  { name: word('column--quantity'), width: 16 },
  { name: word('column--remarks'), width: 30 },
];
/** Empty lines below each compartment. */
const LINES = 3;

interface CountingSheetProps {
  frame: FormFrame;
  its: StocktakeView;
  onLaidOut?: (() => void) | undefined;
}

/** A blank sheet for the safe: compartments with barcodes that a scanner reads, room to write, and nothing of the book. */
export function CountingSheet({ frame, its, onLaidOut }: CountingSheetProps) {
  const rows = useMemo(
    () =>
      its.compartments.flatMap(({ id, safe, name, barcode }) =>
        Array.from({ length: LINES }, (_, line) => ({
          key: `${id} ${line}`,
          holdsNext: line < LINES - 1,
          cells: (
            <>
              {line === 0 && (
                <td rowSpan={LINES} className="middle">
                  {`${safe} ${name}`}
                  <Barcode text={barcode} />
                </td>
              )}
              <td>{'\u00a0'}</td>
              <td />
              <td />
            </>
          ),
        })),
      ),
    [its.compartments],
  );
  return (
    <ListSheets
      form="counting-sheet"
      frame={frame}
      head={<Fields lines={stocktakeHead(its)} />}
      laterHead={
        <p className="later-head">
          <span>{its.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={
        <>
          {its.drawn.length > 0 && (
            <p className="explanation">
              {word('text--lookFor', {
                titles: its.drawn.map((one) => `${one.number} ${one.certificateNo}`).join(word('mark--comma')),
              })}
            </p>
          )}
          {its.seed && <HowDrawn its={its} seed={its.seed} />}
          <div className="signatures">
            {(['label--signFirstCounter', 'label--signSecondCounter'] as const).map((label) => (
              <div key={label}>
                <h2>{word(label)}</h2>
                <p className="in-ink">{word('text--dayBlank')}</p>
              </div>
            ))}
          </div>
        </>
      }
      onLaidOut={onLaidOut}
    />
  );
}
