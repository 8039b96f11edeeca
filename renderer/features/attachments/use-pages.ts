import { useCallback, useEffect, useState } from 'react';
import type { AttachmentRow, Rotation } from '../../../shared/api/attachment.contract';
import { closePdf, drawPage, openPdf, type Pdf } from '../../ui/attachments/pdf';
import { drawTurned, openPicture } from '../../ui/attachments/pictures';

type Opened = { kind: 'picture'; picture: ImageBitmap } | { kind: 'pdf'; pdf: Pdf };
/** Draws what is looked at, its longer side that many pixels. */
export type Draw = (rotation: Rotation, longest: number) => Promise<HTMLCanvasElement>;

const open = async (row: AttachmentRow, onRead: (bytes: number) => void): Promise<Opened> =>
  row.kind === 'pdf'
    ? { kind: 'pdf', pdf: await openPdf(row) }
    : { kind: 'picture', picture: await openPicture(row, onRead) };

function close(opened: Opened) {
  if (opened.kind === 'pdf') closePdf(opened.pdf);
  else opened.picture.close();
}

/** Opens a scan for as long as it is looked at; a picture is a file of one page. */
export function usePages(row: AttachmentRow) {
  const [opened, setOpened] = useState<Opened>();
  const [error, setError] = useState<unknown>();
  const [read, setRead] = useState(0);
  const [page, setPage] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file never changes, only how it is shown
  useEffect(() => {
    let gone = false;
    let mine: Opened | undefined;
    open(row, (bytes) => !gone && setRead(bytes)).then(
      (its) => {
        mine = its;
        if (gone) close(its);
        else setOpened(its);
      },
      (failure) => !gone && setError(failure),
    );
    return () => {
      gone = true;
      if (mine) close(mine);
    };
  }, [row.id]);
  const pages = opened?.kind === 'pdf' ? opened.pdf.numPages : 1;
  const draw: Draw = useCallback(
    async (rotation, longest) => {
      if (opened?.kind === 'pdf') return drawPage(opened.pdf, page, rotation, longest);
      return opened ? drawTurned(opened.picture, rotation, longest) : document.createElement('canvas');
    },
    [opened, page],
  );
  const turnPage = (by: 1 | -1) => setPage((now) => Math.min(Math.max(now + by, 1), pages));
  return { page, pages, turnPage, draw: opened && draw, error, read, fail: setError };
}
