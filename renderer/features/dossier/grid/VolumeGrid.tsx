// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the grid's one entry field, which names the active cell
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn in part and does not scroll by itself
import './volume-grid.css';
import {
  type CSSProperties,
  type MouseEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useBeginHere } from '../../../ui/use-begin-here';
import { LINE_HEIGHT, useLineWindow } from '../../../ui/use-line-window';
import { CELLS, type Cell } from './cell-entry';
import { EntryField } from './EntryField';
import { columnClass, GRID_COLUMNS, GridLine } from './GridLine';
import type { Line } from './grid-lines';
import { useCellPlace } from './use-cell-place';
import { useVolumeGrid, type VolumeGridState, type VolumeGridWork } from './use-volume-grid';

export interface VolumeGridHandle {
  /** Ends typing and keeps what was typed. */
  finish: () => void;
  goTo: (key: string, cell: Cell) => void;
  focus: () => void;
  /** The key of the line under the cursor. */
  at: () => string | undefined;
}

interface VolumeGridProps extends VolumeGridWork {
  label: string;
  /** How many scans a row has, by its key. */
  clips: ReadonlyMap<string, number>;
  ref?: Ref<VolumeGridHandle>;
  /** F6: where the focus goes when it leaves the grid. */
  onLeave: () => void;
}

/** Room for the longest page range: both its numbers have as many digits as the last page of the volume. */
function rangeWidth(lines: readonly Line[]): number {
  const lastPage = lines.reduce((last, line) => (line.kind === 'item' ? Math.max(last, line.pageTo ?? 0) : last), 0);
  return Math.max(68, 2 * 8.5 * String(lastPage).length + 22);
}

/**
 * The in-volume list as a grid for the keyboard. One entry field lies over the selected cell and always has the focus, so
 * that the first key of an input method is never lost and every key goes through one place.
 */
export function VolumeGrid({ label, clips, ref, onLeave, ...work }: VolumeGridProps) {
  const gridId = useId();
  const [linesPerPage, setLinesPerPage] = useState(10);
  const grid = useVolumeGrid(work, linesPerPage);
  const { lines, cursor, chosen, choose, finish, entry } = grid;
  const window = useLineWindow(lines.length, LINE_HEIGHT);
  useEffect(() => setLinesPerPage(window.linesPerPage), [window.linesPerPage]);

  const place = useCellPlace(window.scroller, cursor?.cell);
  const range = useMemo(() => rangeWidth(lines), [lines]);
  const at = cursor ? lines.findIndex((line) => line.key === cursor.key) : -1;
  useBeginHere(entry.field);
  useFinishOnLeaving(finish);
  const { show } = window;
  useLayoutEffect(() => show(at), [show, at]);
  useImperativeHandle(ref, () => ({
    finish: () => void finish(),
    goTo: (key, cell) => choose({ key, cell }),
    focus: () => entry.field.current?.focus(),
    at: () => cursor?.key,
  }));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid inside it has the role and the keys
    <div
      className="volume-grid"
      ref={window.scroller}
      onScroll={window.look}
      onMouseDown={(event) => choosePointed(event, grid)}
      onDoubleClick={(event) => pointed(event) && grid.run('open')}
    >
      <div
        role="grid"
        id={gridId}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={GRID_COLUMNS.length}
        aria-multiselectable
        aria-readonly={!work.editable}
        className="volume-lines"
        style={{ '--range-width': `${range}px` } as CSSProperties}
      >
        <HeadLine />
        <div role="rowgroup" className="volume-body" style={{ height: lines.length * LINE_HEIGHT }}>
          <div role="presentation" style={{ transform: `translateY(${window.first * LINE_HEIGHT}px)` }}>
            {lines.slice(window.first, window.last).map((line, offset) => (
              <GridLine
                key={line.key}
                line={line}
                index={window.first + offset}
                gridId={gridId}
                words={work.words}
                clips={clips.get(line.key)}
                cursorCell={line.key === cursor?.key && chosen.size === 0 ? cursor.cell : undefined}
                chosen={chosen.has(line.key)}
              />
            ))}
          </div>
        </div>
      </div>
      <EntryField grid={grid} gridId={gridId} at={at} editable={work.editable} onLeave={onLeave} place={place} />
    </div>
  );
}

/** Leaving the page, a lock and a closing window end typing as the next key would: what stands in the field is kept. */
function useFinishOnLeaving(finish: () => void) {
  const latest = useRef(finish);
  latest.current = finish;
  useLayoutEffect(() => {
    const end = () => latest.current();
    window.addEventListener('beforeunload', end);
    return () => {
      window.removeEventListener('beforeunload', end);
      end();
    };
  }, []);
}

function pointed(event: MouseEvent) {
  const target = event.target as HTMLElement;
  const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
  const column = target.closest<HTMLElement>('[data-cell]')?.dataset.cell;
  return key && column ? { key, column } : undefined;
}

/** A click selects a cell; on the number of an item, or with Shift, whole lines. */
function choosePointed(event: MouseEvent, { cursor, choose }: VolumeGridState) {
  const hit = pointed(event);
  if (!hit || event.button !== 0) return;
  event.preventDefault();
  const cell = CELLS.find((one) => one === hit.column) ?? cursor?.cell ?? 'title';
  if (event.shiftKey && cursor) choose({ ...cursor, key: hit.key, anchor: cursor.anchor ?? cursor.key });
  else choose({ key: hit.key, cell, anchor: hit.column === 'order' ? hit.key : undefined });
}

function HeadLine() {
  const { t } = useTranslation('dossier');
  return (
    <div role="rowgroup" className="volume-head">
      <div role="row" aria-rowindex={1} className="volume-line">
        {GRID_COLUMNS.map((column, index) => (
          <div
            key={column}
            role="columnheader"
            aria-colindex={index + 1}
            data-head={column}
            className={columnClass(column)}
          >
            {t(`label--column-${column}`)}
          </div>
        ))}
      </div>
    </div>
  );
}
