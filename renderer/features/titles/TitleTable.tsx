// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be drawn in part and does not scroll by itself
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the grid does what a click on a row does
import { type KeyboardEvent, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TitleRow } from '../../../shared/api/title.contract';
import { useMay } from '../../app/use-may';
import { useBeginHere } from '../../ui/use-begin-here';
import { isComposing } from '../../ui/use-keys';
import { LINE_HEIGHT, useLineWindow } from '../../ui/use-line-window';
import { walk } from '../../ui/use-rows';
import { useTitleRows } from './titles.queries';
import { choose, goTo, type TitleFilter, useTitlesView } from './titles-view.store';
import { Where } from './Where';

const HEADINGS = ['number', 'kind', 'certificateNo', 'owner', 'piecesShort', 'where', 'expiresOn'] as const;

/** The titles, however many: up and down walk through them, Space chooses, Enter opens. */
export function TitleTable({ question, count }: { question: TitleFilter; count: number }) {
  const { t } = useTranslation('titles');
  const navigate = useNavigate();
  const mayChoose = useMay()('title.keep');
  const id = useId();
  const { at: wanted, chosen } = useTitlesView();
  const at = Math.min(wanted, count - 1);
  const { scroller, look, show, first, last, linesPerPage } = useLineWindow(count, LINE_HEIGHT);
  const rowAt = useTitleRows(question, first, last);
  useBeginHere(scroller);
  // Only a moved cursor is brought into view, not a scrolled list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => show(at), [at]);
  const open = (index: number) => {
    const row = rowAt(index);
    goTo(index);
    if (row) void navigate(`/titles/${row.id}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const target = walk(event.key, at, count, linesPerPage);
    const row = rowAt(at);
    if (target !== undefined) goTo(target);
    else if (event.key === 'Enter') open(at);
    else if (event.key === ' ' && row && mayChoose) {
      choose(row);
      goTo(Math.min(at + 1, count - 1));
    } else return;
    event.preventDefault();
  };
  return (
    <div
      role="grid"
      tabIndex={0}
      className="titles-grid"
      ref={scroller}
      aria-label={t('title--titles')}
      aria-rowcount={count + 1}
      aria-multiselectable
      aria-activedescendant={`${id}-${at}`}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="titles-head">
        <div role="row" aria-rowindex={1} className="titles-row">
          <div role="columnheader" className="titles-mark" aria-label={t('label--chosenMark')} />
          {HEADINGS.map((name) => (
            <div key={name} role="columnheader" className={name === 'piecesShort' ? 'n' : undefined}>
              {t(`label--${name}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: count * LINE_HEIGHT, position: 'relative' }}>
        {Array.from({ length: last - first }, (_, offset) => first + offset).map((index) => (
          <Row
            key={index}
            id={`${id}-${index}`}
            index={index}
            isAt={index === at}
            row={rowAt(index)}
            chosen={chosen}
            onOpen={open}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  id: string;
  index: number;
  isAt: boolean;
  row: TitleRow | undefined;
  chosen: readonly TitleRow[];
  onOpen: (index: number) => void;
}

function Row({ id, index, isAt, row, chosen, onOpen }: RowProps) {
  const { t } = useTranslation('titles');
  const mayChoose = useMay()('title.keep');
  const isChosen = row !== undefined && chosen.some((one) => one.id === row.id);
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={['titles-row', isAt && 'titles-at', isChosen && 'titles-is-chosen'].filter(Boolean).join(' ')}
      style={{ top: index * LINE_HEIGHT }}
      onClick={() => onOpen(index)}
    >
      <div
        role="gridcell"
        className="titles-mark"
        onClick={(event) => {
          event.stopPropagation();
          if (row && mayChoose) choose(row);
        }}
      >
        {isChosen ? '✓' : ''}
      </div>
      {row && (
        <>
          <div role="gridcell">{row.number}</div>
          <div role="gridcell" title={t(`kind--${row.kind}`)}>
            {t(`kindShort--${row.kind}`)}
          </div>
          <div role="gridcell" title={row.certificateNo}>
            {row.certificateNo} <span className="quiet">{row.name}</span>
          </div>
          <div role="gridcell">
            {row.owner} <span className="quiet">{row.client}</span>
          </div>
          <div role="gridcell" className="n">
            {row.quantity}
          </div>
          <div role="gridcell" className="titles-where">
            <Where standings={row.standings} short />
          </div>
          <div role="gridcell">{row.expiresOn}</div>
        </>
      )}
    </div>
  );
}
