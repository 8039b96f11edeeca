// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn in part and does not scroll by itself
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the grid does what a click on a row does
import { type KeyboardEvent, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import { useBeginHere } from '../../ui/use-begin-here';
import { isComposing } from '../../ui/use-keys';
import { LedgerCells } from './LedgerCells';
import { type LedgerQuestion, useLedgerRows } from './ledger.queries';
import { cellClass, LEDGER_COLUMNS } from './ledger-columns';
import { goTo, sortBy, useLedgerView } from './ledger-view.store';
import { ROW_HEIGHT, useTallWindow } from './use-tall-window';

interface LedgerTableProps {
  question: LedgerQuestion;
  count: number;
}

/** The ledger, however long: up and down walk through it, Enter opens a dossier, a heading sorts. */
export function LedgerTable({ question, count }: LedgerTableProps) {
  const { t } = useTranslation('ledger');
  const navigate = useNavigate();
  const id = useId();
  const wanted = useLedgerView((view) => view.at);
  const at = Math.min(wanted, count - 1);
  const { scroller, look, show, first, last, fit, height } = useTallWindow(count, ROW_HEIGHT);
  const rowAt = useLedgerRows(question, first, last);
  useBeginHere(scroller);
  // Only a moved cursor is brought into view, not a scrolled list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => show(at), [at]);

  const open = (index: number) => {
    const row = rowAt(index);
    goTo(index);
    if (row) void navigate(`/dossier/${row.id}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const target = targetOf(event.key, at, count, fit);
    if (target === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (target === undefined) open(at);
    else goTo(target);
  };

  return (
    <div
      role="grid"
      tabIndex={0}
      className="ledger"
      ref={scroller}
      aria-label={t('title--ledger')}
      aria-rowcount={count + 1}
      aria-activedescendant={`${id}-${at}`}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <LedgerHead />
      <div role="rowgroup" className="ledger-body" style={{ height }}>
        <div role="presentation" className="ledger-view">
          {Array.from({ length: last - first }, (_, offset) => first + offset).map((index) => (
            <Row
              key={index}
              id={`${id}-${index}`}
              index={index}
              chosen={index === at}
              row={rowAt(index)}
              onOpen={open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  id: string;
  index: number;
  chosen: boolean;
  row: LedgerRow | undefined;
  onOpen: (index: number) => void;
}

function Row({ id, index, chosen, row, onOpen }: RowProps) {
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={chosen ? 'ledger-row ledger-at' : 'ledger-row'}
      onClick={() => onOpen(index)}
    >
      <LedgerCells row={row} />
    </div>
  );
}

/** Where a key leads in a list of `count` rows of which `fit` are in view. */
function targetOf(key: string, at: number, count: number, fit: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + fit - 1,
    PageUp: at - fit + 1,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}

function LedgerHead() {
  const { t } = useTranslation('ledger');
  const { sort, descending } = useLedgerView();
  return (
    <div role="rowgroup" className="ledger-head">
      <div role="row" aria-rowindex={1} className="ledger-row">
        {LEDGER_COLUMNS.map(({ column, sort: by, number, wide }) => (
          <div
            key={column}
            role="columnheader"
            className={cellClass(number, wide)}
            aria-sort={by && by === sort ? (descending ? 'descending' : 'ascending') : undefined}
          >
            {by ? (
              <button type="button" onClick={() => sortBy(by)}>
                {t(`label--${column}`)}
                {by === sort && <span aria-hidden>{descending ? ' ↓' : ' ↑'}</span>}
              </button>
            ) : (
              t(`label--${column}`)
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
