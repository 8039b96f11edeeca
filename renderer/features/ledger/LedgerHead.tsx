// biome-ignore-all lint/a11y/useSemanticElements: see LedgerTable
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerColumnName, ShownColumns } from '../../../shared/api/ledger-view.contract';
import { COLUMNS, cellClass } from './ledger-columns';
import { sortBy, useLedgerView } from './ledger-view.store';

interface LedgerHeadProps {
  columns: ShownColumns;
  /** While an edge is drawn. */
  onDraw: (columns: ShownColumns) => void;
  /** When it is let go. */
  onDrawn: (columns: ShownColumns) => void;
}

const NARROWEST = 48;
const WIDEST = 900;

/** The headings: each sorts, and its right edge is drawn to make the column wider or narrower. */
export function LedgerHead({ columns, onDraw, onDrawn }: LedgerHeadProps) {
  const resize = (column: LedgerColumnName, width: number): ShownColumns =>
    columns.map((its) => (its.column === column ? { column, width } : its));
  return (
    <div role="rowgroup" className="ledger-head">
      <div role="row" aria-rowindex={1} className="ledger-row">
        {columns.map(({ column }) => (
          <Heading
            key={column}
            column={column}
            onDraw={(width) => onDraw(resize(column, width))}
            onDrawn={(width) => onDrawn(resize(column, width))}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadingProps {
  column: LedgerColumnName;
  onDraw: (width: number) => void;
  onDrawn: (width: number) => void;
}

function Heading({ column, onDraw, onDrawn }: HeadingProps) {
  const { t } = useTranslation('ledger');
  const { sort, descending } = useLedgerView();
  const by = COLUMNS[column].sort;
  const isBy = by !== undefined && by === sort;
  return (
    <div
      role="columnheader"
      className={cellClass(column)}
      aria-sort={isBy ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {by ? (
        <button type="button" onClick={() => sortBy(by)}>
          {t(`label--${column}`)}
          {isBy && <span aria-hidden>{descending ? ' ↓' : ' ↑'}</span>}
        </button>
      ) : (
        t(`label--${column}`)
      )}
      <Edge onDraw={onDraw} onDrawn={onDrawn} />
    </div>
  );
}

/** By the keyboard a width is typed in the choice of columns. */
function Edge({ onDraw, onDrawn }: Omit<HeadingProps, 'column'>) {
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    const edge = event.currentTarget;
    const from = event.clientX;
    const before = edge.parentElement?.getBoundingClientRect().width ?? 0;
    const widthAt = (x: number) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, before + x - from)));
    const move = (now: globalThis.PointerEvent) => onDraw(widthAt(now.clientX));
    const end = (now: globalThis.PointerEvent) => {
      edge.removeEventListener('pointermove', move);
      onDrawn(widthAt(now.clientX));
    };
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', end, { once: true });
  };
  return <span aria-hidden className="ledger-edge" onPointerDown={begin} />;
}
