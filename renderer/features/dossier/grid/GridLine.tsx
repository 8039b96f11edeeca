// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the grid's one entry field, which names the active cell
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn in part and does not scroll by itself
import { PaperClipOutlined } from '@ant-design/icons';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTS } from '../../../../shared/api/dossier.contract';
import { shownText } from './block-text';
import { CELLS, type Cell, type EntryWords } from './cell-entry';
import type { Line } from './grid-lines';
import { faultOf } from './volume-draft';

export interface GridLineProps {
  line: Line;
  /** Line in the grid, from 0, the headings' line not counted. */
  index: number;
  gridId: string;
  words: EntryWords;
  /** How many scans its paper has. */
  clips: number | undefined;
  /** The cell under the cursor, if it is on this line. */
  cursorCell?: Cell;
  /** Chosen as a whole, to be copied, moved or removed. */
  chosen: boolean;
}

export const cellId = (gridId: string, key: string, cell: Cell): string => `${gridId}-${key}-${cell}`;

export const GRID_COLUMNS = [
  'order',
  'title',
  'documentNo',
  'datedOn',
  'responsible',
  'originality',
  'copies',
  'pages',
  'pageRange',
  'signatureComplete',
  'remarks',
] as const;
const RIGHT = new Set<string>(['order', 'copies', 'pages', 'pageRange']);

export const columnClass = (column: string): string =>
  RIGHT.has(column) ? 'volume-cell volume-number' : 'volume-cell';

/** A line of the grid; redrawn only when something on it has changed. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { line, index, chosen } = props;
  if (line.kind === 'part') return <PartLine line={line} index={index} />;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-key={line.key}
      className={`volume-line${chosen ? ' volume-chosen' : ''}${line.kind === 'item' && line.row.values.pages === 0 ? ' volume-expected' : ''}${line.kind === 'item' && line.begins ? ' volume-begins' : ''}`}
    >
      {GRID_COLUMNS.map((column, at) => (
        <GridCell key={column} {...props} line={line} column={column} at={at} />
      ))}
    </div>
  );
});

function PartLine({ line, index }: { line: Extract<Line, { kind: 'part' }>; index: number }) {
  const { t } = useTranslation('dossier');
  return (
    <div role="row" aria-rowindex={index + 2} className="volume-line volume-part">
      <div
        role="gridcell"
        aria-colspan={GRID_COLUMNS.length}
        aria-colindex={1}
        className="volume-cell volume-part-cell"
      >
        <span className="volume-part-no">{t(`label--partNo${PARTS.indexOf(line.part) + 1}` as 'label--partNo1')}</span>
        <span>{t(`label--part-${line.part}`)}</span>
        <span className="volume-part-count">{t('label--partCount', { items: line.items, pages: line.pages })}</span>
      </div>
    </div>
  );
}

type CellProps = Omit<GridLineProps, 'line'> & {
  line: Exclude<Line, { kind: 'part' }>;
  column: (typeof GRID_COLUMNS)[number];
  at: number;
};

function GridCell({ line, column, at, gridId, words, clips, cursorCell }: CellProps) {
  const isEntry = (CELLS as readonly string[]).includes(column);
  const cell = column as Cell;
  const selected = isEntry && cursorCell === cell;
  const fault = isEntry && line.kind === 'item' ? faultOf(line.row, cell)?.fault : undefined;
  return (
    <div
      role="gridcell"
      id={isEntry ? cellId(gridId, line.key, cell) : undefined}
      aria-colindex={at + 1}
      aria-selected={selected}
      aria-invalid={fault ? true : undefined}
      data-cell={column}
      className={`${columnClass(column)}${fault ? ' volume-faulty' : ''}${selected ? ' volume-selected' : ''}`}
    >
      {column === 'title' && line.kind === 'item' && line.begins && <VolumeTag no={line.begins} />}
      <CellContent line={line} column={column} words={words} />
      {column === 'title' && clips !== undefined && <ClipMark count={clips} />}
      {fault && <FaultNote cell={cell} fault={fault} />}
    </div>
  );
}

function ClipMark({ count }: { count: number }) {
  const { t } = useTranslation('attachments');
  return (
    <span className="volume-clip" title={t('label--clips', { count })}>
      <PaperClipOutlined aria-hidden />
      {count}
    </span>
  );
}

/** Before the first paper of a volume. */
function VolumeTag({ no }: { no: number }) {
  const { t } = useTranslation('dossier');
  return <span className="volume-tag">{t('label--volumeNo', { no })}</span>;
}

function FaultNote({ cell, fault }: { cell: Cell; fault: string }) {
  const { t } = useTranslation('dossier');
  const beside = cell === 'datedOn' || cell === 'copies' || cell === 'pages' || cell === 'originality';
  return (
    <span className={beside ? 'volume-fault volume-fault-beside' : 'volume-fault'}>
      {t(`fault--${fault}` as 'fault--titleMissing')}
    </span>
  );
}

function CellContent({ line, column, words }: Pick<CellProps, 'line' | 'column' | 'words'>) {
  const { t } = useTranslation('dossier');
  if (line.kind === 'entry')
    return column === 'title' ? <span className="volume-hint">{t('hint--typeNewItem')}</span> : null;
  if (column === 'order') return <>{line.order}</>;
  if (column === 'pageRange') return <>{pageRange(line)}</>;
  const text = shownText(line.row, column, words);
  if (column === 'signatureComplete' && !line.row.typed.signatureComplete) {
    const { signatureComplete } = line.row.values;
    return <span className={signatureComplete ? 'volume-quiet' : 'volume-alarm'}>{text}</span>;
  }
  const alarming = column === 'remarks' && !line.row.values.signatureComplete;
  return (
    <span
      className={alarming ? 'volume-text volume-alarm' : 'volume-text'}
      title={text.length > 6 ? text.slice(0, 600) : undefined}
    >
      {text.slice(0, 600)}
    </span>
  );
}

function pageRange({ pageFrom, pageTo }: Extract<Line, { kind: 'item' }>): string {
  if (pageFrom === undefined) return '';
  return pageFrom === pageTo ? String(pageFrom) : `${pageFrom}–${pageTo}`;
}
