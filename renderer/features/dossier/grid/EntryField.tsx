import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../ui/use-keys';
import { LINE_HEIGHT } from '../../../ui/use-line-window';
import type { Cell } from './cell-entry';
import { cellId } from './GridLine';
import { commandOf } from './grid-keys';
import type { VolumeGridState } from './use-volume-grid';

interface EntryFieldProps {
  grid: VolumeGridState;
  gridId: string;
  /** The line of the cursor. */
  at: number;
  editable: boolean;
  onLeave: () => void;
  scroller: RefObject<HTMLDivElement | null>;
}

/** The one field of the grid: always over the selected cell, always focused, unseen until something is typed. */
export function EntryField({ grid, gridId, at, editable, onLeave, scroller }: EntryFieldProps) {
  const { t } = useTranslation('dossier');
  const { cursor, entry, shown } = grid;
  const place = useCellPlace(scroller, cursor?.cell);
  const onKeyDown = useGridKeys(grid, onLeave);
  if (!cursor) return null;
  const beginTyping = () => entry.mode === 'select' && entry.begin('type');
  const onCopy = (event: ClipboardEvent) => {
    if (entry.mode !== 'select') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', grid.copied());
  };
  const onPaste = (event: ClipboardEvent) => {
    if (entry.mode !== 'select') return;
    event.preventDefault();
    grid.paste(event.clipboardData.getData('text/plain'));
  };
  return (
    <input
      ref={entry.field}
      className={`volume-entry volume-entry-${entry.mode}${place.right ? ' volume-number' : ''}`}
      style={{ top: (at + 1) * LINE_HEIGHT, left: place.left, width: place.width }}
      readOnly={!editable}
      spellCheck={false}
      autoComplete="off"
      aria-label={t('label--entryField', { column: t(`label--column-${cursor.cell}`), text: shown })}
      aria-controls={gridId}
      aria-activedescendant={cellId(gridId, cursor.key, cursor.cell)}
      onKeyDown={onKeyDown}
      onInput={beginTyping}
      onCompositionStart={beginTyping}
      onCopy={onCopy}
      onPaste={onPaste}
      onBlur={() => void grid.finish()}
    />
  );
}

function useGridKeys({ cursor, entry, run, finish }: VolumeGridState, onLeave: () => void) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (!cursor || isComposing(event.nativeEvent)) return;
    const command = commandOf(event, entry.mode, cursor.cell);
    if (command === 'leave') {
      finish();
      onLeave();
    } else if (!command || !run(command)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Where the cells of a column stand, measured at the heading: columns are as wide as the window lets them be. */
function useCellPlace(scroller: EntryFieldProps['scroller'], cell: Cell | undefined) {
  const [place, setPlace] = useState({ left: 0, width: 0, right: false });
  const measured = useRef(place);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !cell) return;
    const measure = () => {
      const head = element.querySelector<HTMLElement>(`[data-head="${cell}"]`);
      if (!head) return;
      const next = { left: head.offsetLeft, width: head.offsetWidth, right: head.classList.contains('volume-number') };
      const { left, width } = measured.current;
      if (left === next.left && width === next.width) return;
      measured.current = next;
      setPlace(next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, cell]);
  return place;
}
