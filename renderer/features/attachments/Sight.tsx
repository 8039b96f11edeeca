import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rotation } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { sizeOf } from '../../ui/attachments/AddingOutcome';
import type { Draw } from './use-pages';

interface SightProps {
  name: string;
  draw: Draw | undefined;
  rotation: Rotation;
  /** 1: as large as fits. */
  zoom: number;
  /** Bytes read so far, while it is not there yet. */
  waiting: number | undefined;
}

interface Room {
  width: number;
  height: number;
}

/** The place where a scan is shown; what is larger than the place scrolls. */
export function Sight({ name, draw, rotation, zoom, waiting }: SightProps) {
  const { t } = useTranslation('attachments');
  const errorText = useErrorText();
  const place = useRef<HTMLElement>(null);
  const room = useRoom(place);
  const [canvas, setCanvas] = useState<HTMLCanvasElement>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (!draw || room.width === 0) return;
    let gone = false;
    const longest = Math.max(room.width, room.height) * zoom * window.devicePixelRatio;
    draw(rotation, longest).then(
      (its) => !gone && setCanvas(its),
      () => !gone && setFailure(new AppError('invalid', 'pdfBroken')),
    );
    return () => {
      gone = true;
    };
  }, [draw, rotation, zoom, room]);
  const size = canvas && fitted(canvas, room, zoom);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="sight" ref={place} tabIndex={0} aria-label={t('label--sight')}>
      {failure !== undefined && <p className="late">{errorText(failure)}</p>}
      {!canvas && waiting !== undefined && failure === undefined && (
        <p className="quiet">{t('state--reading', { done: sizeOf(waiting) })}</p>
      )}
      {canvas && size && <Drawn canvas={canvas} name={name} width={size.width} height={size.height} />}
    </section>
  );
}

/** As large as fits the place, times the zoom, and never larger than life by itself. */
function fitted(canvas: HTMLCanvasElement, room: Room, zoom: number): Room {
  const scale = Math.min(room.width / canvas.width, room.height / canvas.height) * zoom;
  return { width: canvas.width * scale, height: canvas.height * scale };
}

function Drawn({ canvas, name, width, height }: Room & { canvas: HTMLCanvasElement; name: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.replaceChildren(canvas);
  }, [canvas]);
  return <div ref={frame} className="sight-drawn" role="img" aria-label={name} style={{ width, height }} />;
}

/** The room inside the place, without its scroll bars. */
function useRoom(place: React.RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const { inlineSize = 0, blockSize = 0 } = entry?.borderBoxSize[0] ?? {};
      setRoom({ width: Math.max(0, inlineSize - MARGIN), height: Math.max(0, blockSize - MARGIN) });
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return room;
}

const MARGIN = 20;
