import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttachmentRow, ROTATIONS, type Rotation } from '../../../shared/api/attachment.contract';
import { useErrorText } from '../../api/use-error-text';
import { Kbd } from '../../ui/Kbd';
import { useKeys } from '../../ui/use-keys';
import { useRotate } from './attachments.queries';
import { Sight } from './Sight';
import { usePages } from './use-pages';

interface ViewerProps {
  row: AttachmentRow;
  position: string;
  /** Whether turning is kept for everybody; else it turns on this screen only. */
  turnable: boolean;
  onAssign?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  onPrint?: (() => void) | undefined;
}

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** One scan, as large as there is room, page by page; turned, and enlarged on request. */
export function Viewer({ row, position, turnable, onAssign, onRemove, onPrint }: ViewerProps) {
  const { t } = useTranslation('attachments');
  const errorText = useErrorText();
  const { rotation, rotate, failure } = useRotation(row, turnable);
  const [zoom, setZoom] = useState(0);
  const { page, pages, turnPage, draw, error, read } = usePages(row);
  const enlarge = (by: 1 | -1) => setZoom((step) => Math.min(Math.max(step + by, 0), ZOOMS.length - 1));
  useKeys({
    r: () => rotate(1),
    'shift+r': () => rotate(-1),
    '+': () => enlarge(1),
    '=': () => enlarge(1),
    'shift++': () => enlarge(1),
    '-': () => enlarge(-1),
    '0': () => setZoom(0),
    pagedown: () => turnPage(1),
    pageup: () => turnPage(-1),
  });
  const problem = errorText(error ?? failure);
  return (
    <div className="viewer">
      <div className="bar">
        <span className="nowrap">{position}</span>
        <Button size="small" onClick={() => rotate(-1)}>
          {t('action--turnLeft')}
        </Button>
        <Button size="small" onClick={() => rotate(1)}>
          {t('action--turnRight')} <Kbd>R</Kbd>
        </Button>
        <Button size="small" disabled={zoom === 0} onClick={() => enlarge(-1)} aria-label={t('action--smaller')}>
          −
        </Button>
        <Button
          size="small"
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => enlarge(1)}
          aria-label={t('action--larger')}
        >
          +
        </Button>
        <span className="quiet small">{t('label--zoom', { percent: 100 * (ZOOMS[zoom] ?? 1) })}</span>
        {pages > 1 && <PageTurner page={page} pages={pages} onTurn={turnPage} />}
        <span className="bar-end viewer-acts">
          {onPrint && (
            <Button size="small" onClick={onPrint}>
              {t('action--print')} <Kbd>Ctrl P</Kbd>
            </Button>
          )}
          {onAssign && (
            <Button size="small" onClick={onAssign}>
              {t('action--assign')}
            </Button>
          )}
          {onRemove && (
            <Button size="small" onClick={onRemove}>
              {t('action--remove')} <Kbd>Delete</Kbd>
            </Button>
          )}
        </span>
      </div>
      {problem && (
        <p className="late" role="alert">
          {problem}
        </p>
      )}
      <Sight
        name={pages > 1 ? t('label--pageOfFile', { name: row.name, page, pages }) : row.name}
        draw={draw}
        rotation={rotation}
        zoom={ZOOMS[zoom] ?? 1}
        waiting={error ? undefined : read}
      />
    </div>
  );
}

function PageTurner({ page, pages, onTurn }: { page: number; pages: number; onTurn: (by: 1 | -1) => void }) {
  const { t } = useTranslation('attachments');
  return (
    <span className="nowrap">
      <Button size="small" disabled={page === 1} onClick={() => onTurn(-1)} aria-label={t('action--pageBefore')}>
        ‹
      </Button>{' '}
      {t('label--page', { page, pages })}{' '}
      <Button size="small" disabled={page === pages} onClick={() => onTurn(1)} aria-label={t('action--pageAfter')}>
        ›
      </Button>
    </span>
  );
}

/** Turns at once; who may change the record keeps it for everybody. */
function useRotation(row: AttachmentRow, kept: boolean) {
  const keep = useRotate();
  const [turned, setTurned] = useState<Rotation>();
  const rotation = turned ?? row.rotation;
  const rotate = (by: 1 | -1) => {
    const next = ROTATIONS[(ROTATIONS.indexOf(rotation) + by + ROTATIONS.length) % ROTATIONS.length] ?? 0;
    setTurned(next);
    if (kept) keep.mutate({ id: row.id, rotation: next });
  };
  return { rotation, rotate, failure: keep.error };
}
