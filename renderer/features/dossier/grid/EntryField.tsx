import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../ui/use-keys';
import { LINE_HEIGHT } from '../../../ui/use-line-window';
import { cellId } from './GridLine';
import { commandOf } from './grid-keys';
import type { CellPlace } from './use-cell-place';
import type { VolumeGridState } from './use-volume-grid';

interface EntryFieldProps {
  grid: VolumeGridState;
  gridId: string;
  /** The line of the cursor. */
  at: number;
  editable: boolean;
  onLeave: () => void;
  place: CellPlace;
}

/** The one field of the grid: always over the selected cell, always focused, unseen until something is typed. */
export function EntryField({ grid, gridId, at, editable, onLeave, place }: EntryFieldProps) {
  const { t } = useTranslation('dossier');
  const { cursor, entry, shown } = grid;
  const onKeyDown = useGridKeys(grid, editable, onLeave);
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

function useGridKeys({ cursor, entry, run, finish }: VolumeGridState, editable: boolean, onLeave: () => void) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (!cursor || isComposing(event.nativeEvent)) return;
    // Where nothing is typed, Tab leads through the page as everywhere.
    if (!editable && event.key === 'Tab') return;
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
