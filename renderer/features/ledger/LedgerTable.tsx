// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn in part and does not scroll by itself
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the grid does what a click on a row does
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import type { ShownColumns } from '../../../shared/api/ledger-view.contract';
import { useBeginHere } from '../../ui/use-begin-here';
import { isComposing } from '../../ui/use-keys';
import { walk } from '../../ui/use-rows';
import { LedgerCells } from './LedgerCells';
import { LedgerHead } from './LedgerHead';
import { type LedgerQuestion, useLedgerRows } from './ledger.queries';
import { widthsOf } from './ledger-columns';
import { goTo, useLedgerView } from './ledger-view.store';
import { ROW_HEIGHT } from './tall-window';
import { type RecordWords, useRecordNames } from './use-record-names';
import { useShownColumns } from './use-shown-columns';
import { useTallWindow } from './use-tall-window';

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
  const words = useRecordNames();
  const { columns: kept, choose } = useShownColumns();
  /** While a heading's edge is drawn. */
  const [drawn, setDrawn] = useState<ShownColumns>();
  const columns = drawn ?? kept;
  const { template, least } = widthsOf(columns);
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
    const target = walk(event.key, at, count, fit);
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
      style={{ '--ledger-columns': template, '--ledger-least': `${least}px` } as CSSProperties}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <LedgerHead
        columns={columns}
        onDraw={setDrawn}
        onDrawn={(wanted) => {
          setDrawn(undefined);
          choose(wanted);
        }}
      />
      <div role="rowgroup" className="ledger-body" style={{ height }}>
        <div role="presentation" className="ledger-view">
          {Array.from({ length: last - first }, (_, offset) => first + offset).map((index) => (
            <Row
              key={index}
              id={`${id}-${index}`}
              index={index}
              chosen={index === at}
              row={rowAt(index)}
              columns={columns}
              words={words}
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
  columns: ShownColumns;
  words: RecordWords;
  onOpen: (index: number) => void;
}

function Row({ id, index, chosen, row, columns, words, onOpen }: RowProps) {
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={chosen ? 'ledger-row ledger-at' : 'ledger-row'}
      onClick={() => onOpen(index)}
    >
      <LedgerCells row={row} columns={columns} words={words} />
    </div>
  );
}
